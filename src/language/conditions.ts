/**
 * The conditions that a lexicon group may name under `when`: an ambiguous word is a finding only where the grammar
 * around it says so. Each looks a few tokens to either side, never further than its sentence.
 */

import type { Sentence } from './sentence.ts'

/** Whether the words from `from` (included) to `to` (excluded) are used in the sense of their group. */
export type Condition = (sentence: Sentence, from: number, to: number) => boolean

const PREPOSITIONS = new Set(
  'in on at to into onto from of with by for near over under behind beside between during after before against until toward towards when as while where'.split(
    ' ',
  ),
)
const HAVING = new Set(
  'no lack lacks lacked lacking little great real good poor some show shows showed shown showing has had have having demonstrate demonstrates demonstrated demonstrating display displays displayed displaying with without more less any much such his her their your its strong weak clear high low excellent limited true complete total'.split(
    ' ',
  ),
)
const DETERMINERS = new Set([
  'a',
  'an',
  'the',
  'his',
  'her',
  'its',
  'their',
  'my',
  'your',
  'our',
  'this',
  'that',
  'these',
  'those',
  'each',
  'him',
  'them',
  'it',
])
const QUANTITIES = new Set([
  'much',
  'many',
  'little',
  'few',
  'often',
  'long',
  'far',
  'hard',
  'soon',
  'late',
  'early',
])
const ARTICLES = new Set(['a', 'an', 'the', 'such', 'like', 'another', 'real', 'what'])
const QUALIFIERS = new Set([
  'not',
  'never',
  'really',
  'just',
  'also',
  'always',
  'even',
  'still',
  'only',
  'clearly',
  'obviously',
  'did',
  'do',
  'does',
  'would',
  'will',
  'may',
  'might',
  'must',
  'to',
  'often',
  'simply',
  'now',
  'then',
  'can',
  'could',
  'had',
  'has',
  'have',
  'probably',
])
const ORDERING = new Set([
  'please',
  'just',
  'maybe',
  'perhaps',
  'and',
  'but',
  ',',
  ':',
  '-',
  '–',
  '—',
  'then',
  'so',
  ';',
  '(',
])
const VAGUE_SUBJECTS = new Set([
  'it',
  'this',
  'that',
  'which',
  'everything',
  'things',
  'all',
  'there',
  'bit',
  'parts',
  'part',
])

/** Steps left over degree words and coordinated qualities: 'was very quiet and rather [cold]'. */
function leftOverDegrees(sentence: Sentence, from: number): number {
  let at = from - 1
  while (at >= sentence.from && sentence.is(at, 'degrees') && !sentence.isBe(at)) at--
  const joint = sentence.norm(at)
  if (joint !== 'and' && joint !== ',' && joint !== 'but' && joint !== 'or') return at
  let back = at - 1
  while (back >= sentence.from && from - back < 7 && !isLinking(sentence, back)) back--
  return isLinking(sentence, back) ? back : at
}

function isLinking(sentence: Sentence, at: number): boolean {
  return sentence.isBe(at) || sentence.isVerb(at, 'linking')
}

/** Where the head of the subject of the verb at `verb` stands. */
function subjectOf(sentence: Sentence, verb: number): number {
  let at = verb - 1
  while (at >= sentence.from && (sentence.isAuxiliary(at) || QUALIFIERS.has(sentence.norm(at)))) at--
  return at
}

/** A person, or a name at the head of the sentence: 'Sam wanted …'. */
function isSomebody(sentence: Sentence, at: number): boolean {
  if (sentence.isPerson(at)) return true
  const headed = sentence.isFirst(at) && (sentence.tokens[at]?.capital ?? false)
  return headed && sentence.isContent(at) && !sentence.isDescriptive(at)
}

/** Said of a person or of their work, or said in a note with no verb at all. */
function isJudged(sentence: Sentence, at: number): boolean {
  if (sentence.isPerson(at) || sentence.is(at, 'doings') || VAGUE_SUBJECTS.has(sentence.norm(at))) return true
  // "Ben was …": a capital at the head of the sentence with no article before it.
  return sentence.isFirst(at) && (sentence.tokens[at]?.capital ?? false) && sentence.isWord(at)
}

const judged: Condition = (sentence, from, to) => {
  if (sentence.isContent(to) || (sentence.norm(to) === 'and' && sentence.isContent(to + 1))) {
    const noun = sentence.is(to, 'doings') || sentence.is(to, 'people') ? to : to + 1
    const attributive = sentence.is(noun, 'doings') || (sentence.is(noun, 'people') && !sentence.isName(noun))
    if (attributive && noun === to) return true
    if (attributive && sentence.isContent(to)) return true
  }
  const verb = leftOverDegrees(sentence, from)
  if (verb < sentence.from) return sentence.brief && !sentence.isContent(to)
  if (!isLinking(sentence, verb) || DETERMINERS.has(sentence.norm(to))) return false
  if (sentence.isContent(to) && !sentence.isDescriptive(to) && !PREPOSITIONS.has(sentence.norm(to)))
    return false
  const subject = subjectOf(sentence, verb)
  return subject < sentence.from || isJudged(sentence, subject)
}

/** 'well' after what it praises, and no part of a list of adverbs of place or degree. */
const manner: Condition = (sentence, from, to) => {
  if (
    sentence.is(from - 1, 'numbers') ||
    sentence.norm(from - 1) === 'as' ||
    sentence.norm(from - 1) === 'the'
  )
    return false
  if (sentence.norm(from - 1) === 'a' || sentence.norm(to) === 'as' || sentence.norm(to) === ',')
    return from > sentence.from && sentence.norm(to) === ','
  return from > sentence.from
}

const had: Condition = (sentence, from) => {
  for (let back = from - 1; back >= sentence.from && from - back <= 3; back--) {
    if (HAVING.has(sentence.norm(back))) return true
    if (sentence.norm(back) === 'the' || sentence.norm(back) === 'a' || !sentence.isWord(back)) return false
  }
  return false
}

const minded: Condition = (sentence, from, to) => {
  if (sentence.norm(from - 1) === 'to') return false
  const subject = subjectOf(sentence, from)
  const norm = sentence.norm(subject)
  if (norm === 'i' || norm === 'we') return false
  if (sentence.norm(to) === 'the' && sentence.norm(from) === 'felt') return false
  // A hasty note leaves the subject out: 'Wanted attention.'
  if (subject < sentence.from || isSomebody(sentence, subject)) return true
  return norm === 'and' || norm === 'but' || norm === 'who'
}

const seeming: Condition = (sentence, from, to) => {
  if (sentence.norm(from).startsWith('seem')) return true
  if (!sentence.isWord(to)) return false
  return sentence.norm(to) === 'to' || !PREPOSITIONS.has(sentence.norm(to))
}

const labelled: Condition = (sentence, from) => {
  for (let back = from - 1; back >= sentence.from && from - back <= 4; back--) {
    if (ARTICLES.has(sentence.norm(back))) {
      const before = back - 1
      return (
        before < sentence.from ||
        sentence.isBe(before) ||
        isLinking(sentence, before) ||
        sentence.norm(before) === 'like' ||
        sentence.norm(before) === 'of' ||
        sentence.norm(before) === 'as' ||
        sentence.norm(before) === 'such' ||
        sentence.is(before, 'degrees')
      )
    }
  }
  return sentence.brief
}

const unmeasured: Condition = (sentence) => !sentence.measured

const graded: Condition = (sentence, _from, to) => sentence.isDescriptive(to)

const starting: Condition = (sentence, from) =>
  sentence.isFirst(from) || ORDERING.has(sentence.norm(from - 1))

/** One thing told from another: 'the fast charger' names which, and praises none. */
function tellsApart(sentence: Sentence, from: number, to: number): boolean {
  if (sentence.norm(from - 1) !== 'the' || !sentence.isContent(to)) return false
  return !sentence.is(to, 'doings') && !sentence.is(to, 'people')
}

/** 'Good' and 'poor' are a verdict save where they sort what was counted: '6 good, 4 missed'. */
const verdict: Condition = (sentence, from, to) => {
  if (tellsApart(sentence, from, to)) return false
  return sentence.tokens[from - 1]?.kind !== 'number' || sentence.isContent(to)
}

const excessive: Condition = (sentence, _from, to) =>
  sentence.isContent(to) || QUANTITIES.has(sentence.norm(to))

/** 'Very' before a quality: of a person or their work, or where nothing was measured. */
const intensified: Condition = (sentence, from, to) =>
  sentence.isDescriptive(to) && likely(sentence, from, to + 1)

/** A word with a technical sense: a finding where it is said of somebody or their work, or where nothing was measured. */
const likely: Condition = (sentence, from, to) =>
  !tellsApart(sentence, from, to) && (!sentence.measured || judged(sentence, from, to))

/** Somebody's doing, with nothing that it is done to: 'she shone' and not 'she shone a torch'. */
const intransitive: Condition = (sentence, from, to) => {
  if (DETERMINERS.has(sentence.norm(to))) return false
  return isSomebody(sentence, subjectOf(sentence, from)) || sentence.isFirst(from)
}

/** 'Everyone' and 'nobody' as a claim about how people are; 'nobody spoke' is a count of none. */
const sweeping: Condition = (sentence, _from, to) => {
  if (sentence.measured || !sentence.isWord(to)) return false
  if (sentence.isBe(to)) return !sentence.norm(to + 1).endsWith('ing')
  return !sentence.isPast(to) || sentence.norm(to) === 'ever'
}

export const conditions: Readonly<Record<string, Condition>> = {
  judged,
  manner,
  had,
  minded,
  seeming,
  labelled,
  unmeasured,
  graded,
  starting,
  likely,
  verdict,
  excessive,
  intensified,
  intransitive,
  sweeping,
}
