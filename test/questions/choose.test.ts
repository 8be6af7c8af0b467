import { describe, expect, test } from 'vitest'
import { forSelf } from '../../src/domain/audience.ts'
import { isIntervalTechnique, STAGES, TECHNIQUES } from '../../src/domain/model.ts'
import { chooseQuestions, type Material, type Question, type Wanted } from '../../src/questions/index.ts'
import { material, reflection, SHIPPED, templates } from './material.ts'

const choose = (from: Material, wishes: Partial<Wanted> = {}): Question[] =>
  chooseQuestions({ ...from, templates: SHIPPED, count: 3, seed: 7, ...wishes })

/** What a template of one's own becomes. */
const filled = (text: string, from: Material, seed = 1, needs = ''): Question | undefined => {
  const own = templates(`stage: notice\nquestions:\n  - id: mine\n    text: '${text}'\n    needs: [${needs}]`)
  return choose(from, { templates: own, count: 1, seed })[0]
}

const talk = {
  answers: { recall: 'It was calm.', notice: 'They come in pairs', inference: 'I fill silence' },
}

describe('the templates that ship, filled', () => {
  test.each(TECHNIQUES)('%s: at least eight questions a stage, with no slot left open', (technique) => {
    const session = material([technique])
    for (const stage of STAGES) {
      const questions = choose(session, { stages: [stage], count: 1000 })
      expect(questions.length, stage).toBeGreaterThanOrEqual(8)
      expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length)
      for (const { text } of questions) expect(text).toMatch(/^\S[^{}\n]*[^{}\s]\?$/)
    }
  })

  test('each of them is asked in some session', () => {
    const everything = material(TECHNIQUES, { ...talk, place: 'ward 3', goal: 'I want to wait longer' })
    const nothing = material(TECHNIQUES, { entries: () => [] })
    const asked = [everything, nothing].flatMap((session) =>
      choose(session, { stages: STAGES, count: 10_000 }),
    )
    expect(new Set(asked.map(({ id }) => id))).toEqual(new Set(SHIPPED.map(({ id }) => id)))
  })

  test('each number comes from a source', () => {
    const session = material(TECHNIQUES, { ...talk, place: 'ward 3', goal: 'I want to wait longer' })
    for (const { text, sources } of choose(session, { stages: STAGES, count: 10_000 })) {
      let rest = text
      for (const source of sources) rest = rest.replaceAll(source.text, '')
      expect(rest).not.toMatch(/\d/)
      for (const { text: words, from, records } of sources) {
        expect(text).toContain(words)
        expect(from === 'record' ? records.length : 1, words).toBeGreaterThan(0)
      }
    }
  })

  test('each quotation is in the record that it names', () => {
    const session = material(['verbatim', 'anecdotal'])
    const words = new Map(session.observation.records.map((record) => [record.number, record.words ?? '']))
    const quoted = choose(session, { count: 1000 }).flatMap(({ sources }) =>
      sources.filter(({ slot }) => /(quote|note)$/.test(slot)),
    )
    expect(quoted.length).toBeGreaterThan(10)
    for (const { text, records } of quoted) expect(words.get(records[0] ?? 0)).toContain(text)
  })

  test('a session where nothing was recorded has questions that say so, and none with a figure of it', () => {
    for (const technique of TECHNIQUES) {
      const questions = choose(material([technique], { entries: () => [] }), {
        stages: ['notice'],
        count: 100,
      })
      expect(questions.map(({ id }) => id)).toContain('notice-none')
      for (const { text } of questions) expect(text.replaceAll('22 min', '')).not.toMatch(/\d/)
    }
  })

  test('only questions of its own technique are asked of a behavior', () => {
    for (const technique of TECHNIQUES) {
      const word = isIntervalTechnique(technique) ? 'interval' : technique
      const others = [
        'event',
        'duration',
        'latency',
        'interval',
        'verbatim',
        'anecdotal',
        'checklist',
      ].filter((other) => other !== word)
      const ids = choose(material([technique]), { stages: STAGES, count: 1000 }).map(({ id }) => id)
      expect(ids.filter((id) => others.includes(id.split('-')[1] ?? ''))).toEqual([])
    }
  })
})

describe('slots', () => {
  const words = (text: string, from: Material): string | undefined => filled(text, from)?.text

  test('of an event', () => {
    const event = material(['event'])
    expect(words('{{ times }}, {{ rate }}, {{ first_time }} to {{ last_time }}?', event)).toBe(
      '3 times, 0.14 a minute, 0:30 to 11:40?',
    )
    expect(words('{{ between }} from {{ between_from }} to {{ between_to }}?', event)).toBe(
      '10 min 5 s from 1:35 to 11:40?',
    )
    expect(words('By {{ modifier }}, {{ values }}: {{ value_counts }}?', event)).toBe(
      'By level, “recall” and “analysis”: 2 “recall” and 1 “analysis”?',
    )
    expect(words('{{ note_time }} {{ note }}?', event)).toBe('1:35 two people look up?')
  })

  test('of a duration', () => {
    const duration = material(['duration'])
    expect(words('{{ total }}, {{ percent }}, {{ mean }}, {{ shortest }}?', duration)).toBe(
      '8 min 30 s, 38.64 %, 4 min 15 s, 1 min?',
    )
    expect(words('{{ longest }} at {{ longest_time }}?', duration)).toBe('7 min 30 s at 3:20?')
    expect(words('{{ between }} from {{ between_from }}?', duration)).toBe('2 min 10 s from 1:10?')
    expect(words('{{ share }} {{ share_subject }}?', duration)).toBe('88.24 % patient?')
    expect(words('{{ value_counts }}?', duration)).toBeUndefined()
  })

  test('of a latency', () => {
    const latency = material(['latency'])
    expect(words('{{ answered }}, {{ unanswered }}, {{ mean }}?', latency)).toBe('2 times, once, 7.5 s?')
    expect(words('{{ longest }} at {{ longest_time }}?', latency)).toBe('12 s at 3:20?')
  })

  test('of intervals', () => {
    const intervals = material(['partial-interval'])
    expect(words('{{ scored }} of {{ intervals }}, {{ percent }}?', intervals)).toBe(
      '15 of 40 intervals, 37.5 %?',
    )
    expect(words('{{ first_time }}?', intervals)).toBe('0:35?')
  })

  test('of words', () => {
    const verbatim = material(['verbatim'])
    expect(
      words('{{ first_quote_time }} {{ first_quote }}, {{ last_quote_time }} {{ last_quote }}?', verbatim),
    ).toBe('1:02 What did we change?, 13:20 I will call back at 4?')
    expect(words('{{ flow_from }} to {{ flow_to }} {{ flow_times }}?', verbatim)).toBe(
      'Reyes to Ito 2 times?',
    )
  })

  test('of a checklist', () => {
    const checklist = material(['checklist'])
    expect(words('{{ seen }}, {{ not_seen }}, {{ no_opportunity }}?', checklist)).toBe(
      '“names the aim” and “shows the board”, “asks for questions”, “reads back”?',
    )
    expect(words('{{ first_item }} at {{ first_item_time }}?', checklist)).toBe('names the aim at 1:05?')
  })

  test('of the session and of what was said', () => {
    const session = material(['event'], { ...talk, place: 'ward 3', goal: 'I want to wait longer.' })
    expect(words('{{ place }}, {{ part_of_day }}, {{ observed }}?', session)).toBe('ward 3, morning, 22 min?')
    expect(words('{{ recalled }}, {{ noticed }}, {{ inferred }}, {{ goal }}?', session)).toBe(
      'It was calm, They come in pairs, I fill silence, I want to wait longer?',
    )
  })

  test('of what came before and after, where it did so more than once', () => {
    const both = material(['event', 'duration'], {
      entries: (technique) =>
        technique === 'event'
          ? [10, 20, 30].map((second) => ({ mark: 'point', atMs: second * 1000 }))
          : [
              { mark: 'start', atMs: 10_500 },
              { mark: 'start', atMs: 20_500 },
              { mark: 'start', atMs: 30_500 },
            ],
    })
    const text =
      '{{ behavior }}: then {{ next_behavior }} {{ next_times }}, after {{ previous_behavior }} {{ previous_times }}?'
    const own = templates(`stage: notice\nquestions:\n  - id: mine\n    text: '${text}'`)
    expect(choose(both, { templates: own }).map((question) => question.text)).toEqual(
      expect.arrayContaining([
        'asks a question: then talks 3 times, after talks 2 times?',
        'talks: then asks a question 2 times, after asks a question 3 times?',
      ]),
    )
    const once = material(['event', 'duration'], { entries: () => [{ mark: 'point', atMs: 1 }] })
    expect(filled('{{ next_behavior }}?', once)).toBeUndefined()
  })

  test('the longest time between two occurrences is none in which nobody was looking', () => {
    const gaps = [{ fromMs: 30_000, toMs: 40_000, reason: 'pause' as const }]
    const entries = () => [10, 70, 130].map((second) => ({ mark: 'point' as const, atMs: second * 1000 }))
    const question = filled('{{ between }} {{ between_from }}?', material(['event'], { entries, gaps }))
    expect(question?.text).toBe('1 min 1:10?')
    expect(question?.sources[0]?.records).toEqual([2, 3])
  })

  test('the longest wait is none that a gap broke', () => {
    const gaps = [{ fromMs: 11_000, toMs: 12_000, reason: 'pause' as const }]
    const entries = () => [
      { mark: 'start' as const, atMs: 10_000 },
      { mark: 'stop' as const, atMs: 22_000, starts: 1 },
      { mark: 'start' as const, atMs: 90_000 },
      { mark: 'stop' as const, atMs: 102_000, starts: 3 },
    ]
    expect(words('{{ longest }} at {{ longest_time }}?', material(['latency'], { entries, gaps }))).toBe(
      '12 s at 1:30?',
    )
  })

  test('times are in the order of the session, not in that of writing down', () => {
    const entries = () => [70, 10, 30].map((second) => ({ mark: 'point' as const, atMs: second * 1000 }))
    const event = material(['event'], { entries })
    expect(words('{{ first_time }} {{ last_time }} {{ between_from }}?', event)).toBe('0:10 1:10 0:30?')
  })

  test('a tally has a count and no time', () => {
    const tally = material(['event'], { entries: () => [{ mark: 'tally', value: 12 }] })
    expect(words('{{ times }}?', tally)).toBe('12 times?')
    expect(words('{{ first_time }}?', tally)).toBeUndefined()
  })

  test('long words are cut at a space, and stay on one line', () => {
    const long = material(['verbatim'], {
      entries: () => [{ mark: 'point', atMs: 5, words: `a\nb ${'word '.repeat(90)}` }],
    })
    const text = words('{{ quote }}?', long) ?? ''
    expect(text).toMatch(/^a b word .*word …\?$/)
    expect(text.length).toBeLessThan(210)
  })

  test('needs hold a question back although they do not stand in it', () => {
    expect(filled('What?', material(['event']), 1, 'goal')).toBeUndefined()
    expect(filled('What?', material(['event']), 1, 'two_behaviors')).toBeUndefined()
    expect(filled('What?', material(['event']), 1, 'no_occurrence')).toBeUndefined()
    expect(filled('What?', material(['event']), 1, 'two_occurrences')?.text).toBe('What?')
  })
})

describe('hostile words are data', () => {
  test.each([
    '{{ behavior }}',
    '{% assign x = 1 %}{{ x }}',
    '{{ "a" | upcase }} %} }} {%',
    '{% raw %}',
    '$& $1 $`',
    '<script>alert(1)</script>',
  ])('%s', (words) => {
    const session = material(['verbatim'], {
      entries: () => [{ mark: 'point', atMs: 5, words }],
      behavior: { name: words, request: words },
      answers: { notice: words },
      goal: words,
    })
    const text = filled('{{ quote }}|{{ behavior }}|{{ request }}|{{ noticed }}|{{ goal }}?', session)?.text
    expect(text).toBe(`${Array(5).fill(words).join('|')}?`)
  })

  test('characters that would steer a terminal are shown, not carried out', () => {
    const words = 'a\u001b[2Jb\u0007\u202ec'
    const session = material(['verbatim'], { entries: () => [{ mark: 'point', atMs: 5, words }] })
    expect(filled('{{ quote }}?', session)?.text).toBe('a\\x1b[2Jb\\x07\\u202ec?')
  })
})

describe('choosing', () => {
  const session = material(['event', 'duration', 'verbatim'])

  test('the same seed gives the same questions, another seed others', () => {
    expect(choose(session, { seed: 7, count: 20 })).toEqual(choose(session, { seed: 7, count: 20 }))
    expect(choose(session, { seed: 8, count: 20 })).not.toEqual(choose(session, { seed: 7, count: 20 }))
  })

  test('a template that somebody adds does not change what others quote', () => {
    const text = 'What of {{ quote }}?'
    const own = templates('stage: plan\nquestions:\n  - id: mine\n    text: What else?')
    const template = templates(`stage: notice\nquestions:\n  - id: quote\n    text: '${text}'`)
    const alone = choose(session, { templates: template })
    expect(choose(session, { templates: [...own, ...template] })).toEqual(alone)
  })

  test('other quotations by other seeds', () => {
    const texts = Array.from(
      { length: 30 },
      (_, seed) => filled('{{ quote_time }} {{ quote }}?', session, seed)?.text,
    )
    expect(new Set(texts)).toEqual(
      new Set(['1:02 What did we change??', '5:00 Thank you for waiting?', '13:20 I will call back at 4?']),
    )
  })

  test('three are spread over the stages after an ended session, in their order', () => {
    expect(choose(session).map(({ stage }) => stage)).toEqual(['notice', 'implication', 'commit'])
  })

  test('ten of a running session have one of each stage', () => {
    const running = material(['event'], { state: 'running' })
    expect(choose(running, { count: 10 }).map(({ stage }) => stage)).toEqual(STAGES)
  })

  test('many are spread evenly over stages, behaviors and templates', () => {
    const stages = ['notice', 'pattern'] as const
    const questions = choose(session, { stages, count: 16 })
    expect(questions.map(({ stage }) => stage)).toEqual([
      ...Array(8).fill('notice'),
      ...Array(8).fill('pattern'),
    ])
    expect(new Set(questions.map(({ id }) => id)).size).toBe(16)
    const about = Map.groupBy(questions, ({ behavior }) => behavior)
    expect(about.size).toBe(4)
    for (const some of about.values()) expect(some.length).toBeGreaterThanOrEqual(3)
  })

  test('none is asked again', () => {
    const first = choose(session, { stages: ['goal'], count: 5 })
    const reflections = forSelf(first.map(({ stage, text }) => reflection(stage, text, 'An answer')))
    const second = choose({ ...session, reflections }, { stages: ['goal'], count: 1000 })
    expect(second.length).toBeGreaterThan(10)
    expect(second.filter(({ text }) => first.some((one) => one.text === text))).toEqual([])
  })

  test('as many as there are when more are wanted, and none when none are', () => {
    expect(
      choose(session, { templates: templates('stage: goal\nquestions:\n  - id: a\n    text: What?') }),
    ).toEqual([{ id: 'a', stage: 'goal', text: 'What?', behavior: null, sources: [] }])
    expect(choose(session, { count: 0 })).toEqual([])
  })
})
