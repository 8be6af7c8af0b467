import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNote } from '../../src/language/note.ts'
import { families } from '../../src/language/rules/index.ts'
import { processorTime } from '../support/processor-time.ts'

function found(text: string): string[] {
  return checkNote(text).map((finding) => `${finding.rule}: ${finding.words}`)
}

describe.each(families)('$id', ({ id, matches, passes }) => {
  it.each(matches)('finds something in %j', (text) => {
    expect(checkNote(text).map((finding) => finding.rule)).toContain(id)
  })

  it.each(passes)('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([])
  })
})

describe('what is found', () => {
  it('names the rule, cuts the words from the text and asks a question about them', () => {
    const text = 'At 9:12 the pupil was bored.'
    expect(checkNote(text)).toEqual([
      {
        rule: 'mind-reading',
        severity: 'judgment',
        start: 22,
        end: 27,
        words: 'bored',
        why: 'Nobody can see "bored"; what can be seen or heard is a face, a movement, a word.',
        ask: 'What did you see or hear when you thought "bored"? Could you quote it, count it, or time it?',
      },
    ])
  })

  it.each([
    ['She spoke unkindly.', 'trait: unkindly'],
    ['The laziest of the crew.', 'trait: laziest'],
    ['He bragged for 3 min.', 'mind-reading: bragged'],
    ["She can't be bothered.", "passive-blame: can't be bothered"],
    ['He lost his temper at 9:10.', 'idiom: lost his temper'],
    ['An off-task, disengaged group.', 'idiom: off-task'],
    ['Sloppy handover', 'evaluation: Sloppy'],
    ['Lesson 8/10', 'rating: 8/10'],
    ['Delivery: B+', 'rating: B+'],
    ['She talks too fast.', 'evaluation: too'],
    ['He seemed to sleep.', 'mind-reading: seemed'],
  ])('hears inflections, contractions and notes without a verb: %j', (text, expected) => {
    expect(found(text)).toContain(expected)
  })
})

describe('what is said of whom', () => {
  it.each([
    ['I felt nervous before the lesson.', 'The learner felt nervous before the lesson.'],
    ['I feel sad and tired.', 'I feel ignored.'],
    ['The heater was switched on.', 'The trainee was switched on.'],
    ['The rope was slack.', 'The lesson was slack.'],
    ['The box was too heavy for one person.', 'The task was too heavy for one person.'],
    ['The witness was lying on the sofa.', 'The witness was lying about the sofa.'],
    ['Her voice was low.', 'Her standard was low.'],
    ['He is taller than his brother.', 'He is ruder than his brother.'],
    ['The wrong key was handed over.', 'It was the wrong approach.'],
    ['He tripped because the rail came off.', 'He tripped because he wanted to leave.'],
    ['Nobody was in the hall.', 'Nobody was happy.'],
    ['He never looked up during the talk.', 'He never looks up.'],
    ['She called the plan ridiculous.', 'The plan was ridiculous.'],
    ['The note is ridiculous, says the nurse.', 'The note is ridiculous, and so says nobody.'],
    ['He said that he was late, and that he felt bad.', 'He said that he was late, and he felt bad.'],
  ])('passes %j, finds %j', (passes, finds) => {
    expect(found(passes)).toEqual([])
    expect(found(finds)).not.toEqual([])
  })
})

describe('a note in which no word judges', () => {
  it.each([
    ['The orchestra tuned.', 'The orchestra gelled.'],
    ['The camera was off throughout.', 'The evening was off throughout.'],
    ['This function has no tests.', 'This evening has no centre.'],
    ['There was laughter from the back.', 'There was a transformation.'],
    ['The delivery came a week late.', 'The delivery had its moments.'],
    ['Nobody was in the hall.', 'Nobody was in the mood.'],
    ['Our daughter got a C in math.', 'Our daughter got there in math.'],
  ])('passes where it holds an act, a state or a count: %j and not %j', (passes, finds) => {
    expect(found(passes)).toEqual([])
    expect(found(finds)).not.toEqual([])
  })
})

describe('what is data', () => {
  it.each([
    "She said, 'good job'.",
    'A “lazy” was heard from row 2 at 9:40.',
    'He said that he felt nervous.',
    'The nurse told me that the family was angry.',
    'According to the log, the caller was rude.',
    'The patient reports feeling sad since Monday.',
  ])('somebody else’s words: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it.each([
    'Good morning, said the teacher.',
    'He raised his right hand.',
    'Positive reinforcement on 6 of 8 trials.',
    'The corridor is well-lit.',
    'Ms. Wells left the room.',
    'Mr. Strong opened a hard copy.',
    'Joy asked 3 questions.',
    'A bright light and a clean bandage.',
    'The critical path has 4 steps.',
    'He left, then turned right.',
    'The fine motor task took 6 min.',
    'The patient has poor circulation.',
    'She put the sharp object in the sharps box.',
    'Nobody spoke for 12 s.',
  ])('names, fixed phrases and literal senses: %j', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives the writer’s own comment on a quotation back as a finding', () => {
    expect(found('She said "I already told you", which was rude.')).toEqual(['trait: rude'])
  })

  it('takes a number for an answer to a vague word, and for no answer to a judgment', () => {
    expect(found('Many pupils raised a hand.')).toEqual(['vague-quantity: Many'])
    expect(found('Many pupils (14 of 22) raised a hand.')).toEqual([])
    expect(found('A lazy group of 22.')).toEqual(['trait: lazy'])
  })
})

describe('the writer’s leave', () => {
  it('lets a line keep what its mark names, and nothing else', () => {
    expect(found('He is lazy.  # allow trait: his own word')).toEqual([])
    expect(found('He is lazy.  # allow rating: wrong rule')).toEqual(['trait: lazy'])
    expect(found('He is lazy.  # allow trait: ok\nShe is lazy.')).toEqual(['trait: lazy'])
  })

  it('lets a comment speak for its line, and alone on its line for the paragraph below', () => {
    expect(found('He is lazy. <!-- coach: allow trait, absolute -->')).toEqual([])
    expect(found('<!-- coach: allow trait -->\nHe is lazy.\nShe is lazy.\n\nThey are lazy.')).toEqual([
      'trait: lazy',
    ])
    expect(found('<!-- coach: allow trait -->\n\nHe is lazy.\n\nThey are rude.')).toEqual(['trait: rude'])
    expect(found('He ran to bay 3.\n<!-- coach: allow trait -->\n\nHe is lazy.\n\nThey are rude.')).toEqual([
      'trait: rude',
    ])
  })

  it('leaves a mark that never closes without effect', () => {
    expect(found('He is lazy. <!-- coach: allow trait')).toEqual(['trait: lazy'])
    expect(found('He is lazy. <!-- coach: allow trait\n-->')).toEqual(['trait: lazy'])
  })

  it('takes a reason in a comment', () => {
    expect(found('He is lazy. <!-- coach: allow trait: his > own, and my word -->')).toEqual([])
    expect(found('<!-- coach: allow rating, trait: see # allow x -->\nHe is lazy.')).toEqual([])
    expect(found('He is lazy. <!-- coach: allow rating: no trait -->')).toEqual(['trait: lazy'])
  })

  it('reads no word of a mark as one of the note', () => {
    const evening = 'The evening was a non-event.'
    const told = [`unseen: ${evening}`]
    expect(found(`<!-- coach: allow trait -->\n${evening}`)).toEqual(told)
    expect(found(`<!-- coach: allow trait: he asked 3 pupils -->\n${evening}`)).toEqual(told)
    expect(found(`${evening} # allow trait: he asked 3 pupils`)).toEqual(told)
    expect(found(`${evening} # allow unseen: he asked 3 pupils`)).toEqual([])
    expect(found(`<!-- coach: allow unseen -->\n${evening}`)).toEqual([])
    expect(found('Room 3. # allow trait: it is lazy')).toEqual([])
  })

  it('cuts words around a mark as they were written', () => {
    const text = 'The evening <!-- coach: allow trait --> was a non-event.'
    expect(found(text)).toEqual([`unseen: ${text}`])
  })
})

describe('a user’s own words', () => {
  it('adds and removes terms', () => {
    const dictionary = { add: [{ term: 'go turbo', rule: 'idiom' }], remove: ['lazy'] }
    const rules = (text: string) => checkNote(text, { dictionary }).map((finding) => finding.rule)
    expect(rules('He went turbo.')).toEqual(['idiom'])
    expect(rules('He is lazy.')).toEqual([])
    expect(rules('He is rude.')).toEqual(['trait'])
  })

  it('leaves out the terms that an agreement defines, and names', () => {
    expect(checkNote('Off-task for 4 of 10 intervals.', { terms: ['off-task'] })).toEqual([])
    expect(checkNote('Happy Jones was happy.', { names: ['Happy Jones'] }).map((each) => each.start)).toEqual(
      [16],
    )
  })
})

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    'lazy ',
    '"',
    '“',
    "'",
    '«',
    'He said that ',
    '\n',
    '\n\n',
    '. ',
    'off-',
    '8/10 ',
    '# allow trait',
    '<!-- coach: allow trait -->',
    ' <!-- coach: allow ',
    ': a reason -->',
    '😀',
    'שלום ',
    '\ud800',
    '\u0000',
    '-',
    'cannot',
    'very ',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
  )

  it('is cut exactly by spans that are in order and do not overlap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0
        for (const { start, end, words } of checkNote(text)) {
          expect(text.slice(start, end)).toBe(words)
          expect(start).toBeGreaterThanOrEqual(at)
          expect(end).toBeGreaterThan(start)
          at = end
        }
      }),
      { numRuns: 500 },
    )
  })

  it('has no words that JavaScript itself knows', () => {
    expect(checkNote("constructor __proto__ toString, hasOwnProperty's constructorn't valueOf")).toEqual([])
  })

  it.each([
    ['notes', 'The lazy pupil said that he was sad. Good morning, 4 of 22! '],
    ['no sentence ends', 'lazy good morning 8/10 very quiet and '],
    ['no space', 'a'],
    ['quotations that never close', '"“‘«x '],
    ['right-to-left and emoji', 'שלום 😀👩‍👩‍👧 '],
    ['marks of leave', 'He is lazy <!-- coach: allow trait -->\n'],
    ['marks that never close', '<!-- coach: allow trait '],
    ['marks on one line', '<!-- coach: allow trait: x --> lazy '],
    ['line marks', '# allow trait lazy\n'],
    ['comments alone on their lines', '<!-- coach: allow trait -->\n'],
  ])('takes time in step with its length: %s', (_name, unit) => {
    const time = (megabytes: number) => {
      const text = unit.repeat(Math.ceil((megabytes * 2 ** 20) / unit.length))
      return processorTime(() => void checkNote(text), megabytes === 1 ? 2 : 1)
    }
    const small = time(1)
    // Sixteen times the text; quadratic growth would take 256 times as long.
    expect(time(16)).toBeLessThan(Math.max(small, 5) * 64)
  })
})
