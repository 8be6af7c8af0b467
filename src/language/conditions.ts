/**
 * The conditions that a lexicon group may name under `when`: an ambiguous word is a finding only where the grammar
 * around it says so. Each looks a few tokens to either side, never further than its sentence.
 */

import { isHeard, isObject, isShown, isThing } from './evidence.ts'
import type { Sentence } from './sentence.ts'
import { words } from './word-lists.ts'

/** Whether the words from `from` (included) to `to` (excluded) are used in the sense of their group. */
export type Condition = (sentence: Sentence, from: number, to: number) => boolean

const PREPOSITIONS = words(
  'in on at to into onto from of with by for near over under above below across inside outside behind beside between during after before against until toward towards when as while where',
)
const HAVING = words(
  'no lot lots plenty lack lacks lacked lacking little great real good poor some show shows showed shown showing has had have having demonstrate demonstrates demonstrated demonstrating display displays displayed displaying with without more less any much such his her their your its strong weak clear high low excellent limited true complete total',
)
const DETERMINERS = words('a an the his her its their my your our this that these those each him them it')
const QUANTITIES = words('much many little few often long far hard soon late early')
const LIKENESS = words('like of as such')
const HAVE = words('has have had')
/** What a ruler, a scale or a calendar tells: 'taller than the bench'. */
const MEASURED = words(
  'bigger deeper earlier heavier higher larger later lighter longer lower nearer older shorter smaller taller thicker thinner wider younger',
)
/** A stretch of time in which a count of none can be made. */
const STRETCHES = words('during until till throughout while all')
const PAST_HELPERS = words('was were did had')
const ARTICLES = words('a an the such like another real what')
const QUALIFIERS = words(
  'not never really just also already always even still only soon once all both ever certainly clearly obviously did do does would will may might must to often simply now then can could had has have probably',
)
const ORDERING = words('please just maybe perhaps and but , : - – — then so ; (')
const VAGUE_SUBJECTS = words('it this that which everything things all there bit parts part')

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

function isQualifier(norm: string): boolean {
  return QUALIFIERS.has(norm) || (norm.endsWith('ly') && norm.length > 4)
}

/** Where the head of the subject of the verb at `verb` stands. */
function subjectOf(sentence: Sentence, verb: number): number {
  let at = verb - 1
  while (at >= sentence.from && (sentence.isAuxiliary(at) || isQualifier(sentence.norm(at)))) at--
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

/** A quality said of a person or of their work: before the noun, after a linking verb, or alone in a note without a verb. */
const judged: Condition = (sentence, from, to) => {
  // 'Was slowly turned': how a thing was done can be seen.
  if (sentence.norm(from).endsWith('ly')) return false
  if (sentence.norm(to) === 'than' && MEASURED.has(sentence.norm(from))) return false
  if (qualifiesDoing(sentence, to)) return true
  const verb = leftOverDegrees(sentence, from)
  if (verb < sentence.from)
    return sentence.brief && !sentence.isContent(to) && sentence.tokens[to]?.kind !== 'number'
  if (!isLinking(sentence, verb) || DETERMINERS.has(sentence.norm(to))) return false
  const subject = subjectOf(sentence, verb)
  if (isHeard(sentence, subject, from)) return false
  const nounFollows =
    sentence.isContent(to) && !sentence.isDescriptive(to) && !PREPOSITIONS.has(sentence.norm(to))
  // 'She is a slow typist' is said of her; 'it is a slow charger' is not.
  if (nounFollows) return sentence.isPerson(subject) && ARTICLES.has(sentence.norm(from - 1))
  return subject < sentence.from || isJudged(sentence, subject)
}

/** After a linking verb and said of no mere thing: 'is very [forceful]'. */
export function isPredicate(sentence: Sentence, at: number): boolean {
  const verb = leftOverDegrees(sentence, at)
  return verb >= sentence.from && isLinking(sentence, verb) && !isOfThing(sentence, at)
}

/** What a thing is said to be: 'the rope was [slack]'. */
function isOfThing(sentence: Sentence, at: number): boolean {
  const verb = leftOverDegrees(sentence, at)
  if (verb < sentence.from || !isLinking(sentence, verb)) return false
  const subject = subjectOf(sentence, verb)
  return isThing(sentence, subject) && !sentence.is(subject, 'doings') && !sentence.isPerson(subject)
}

/** The noun that a quality stands before, with one word between at most, is a person or something that people do. */
export function qualifiesDoing(sentence: Sentence, to: number): boolean {
  if (sentence.norm(to) === 'and') return sentence.isContent(to + 1) && isDoing(sentence, to + 2)
  return sentence.isContent(to) && (isDoing(sentence, to) || isDoing(sentence, to + 1))
}

/** The noun that a quality stands before is a thing: a dull coat, a dead leaf. */
function qualifiesThing(sentence: Sentence, to: number): boolean {
  return !qualifiesDoing(sentence, to) && isThing(sentence, sentence.isContent(to + 1) ? to + 1 : to)
}

function isDoing(sentence: Sentence, at: number): boolean {
  return sentence.is(at, 'doings') || (sentence.is(at, 'people') && !sentence.isName(at))
}

/** 'Well' as a verdict on what was done, and neither 'as well', 'the well' nor an aside. */
const manner: Condition = (sentence, from, to) => {
  const before = sentence.norm(from - 1)
  if (from === sentence.from || before === 'as' || ARTICLES.has(before) || sentence.is(from - 1, 'numbers'))
    return false
  return sentence.norm(to) !== 'as'
}

/** A quality that somebody or something is said to have or to want for. */
const had: Condition = (sentence, from) => {
  for (let back = from - 1; back >= sentence.from && from - back <= 3; back--) {
    const norm = sentence.norm(back)
    if (HAVING.has(norm)) return true
    if (norm === 'the' || norm === 'a' || !sentence.isWord(back)) return false
  }
  return false
}

const FELT_ALONG = words('along around behind under inside for')
const KNOWING = words(
  'know knows knew guessed recall recalls recalled remember remembers remembered recognise recognises recognised recognize recognizes recognized understand understands understood',
)

/** A number or somebody's words, with an article before it at most. */
function isCounted(sentence: Sentence, from: number): boolean {
  const at = DETERMINERS.has(sentence.norm(from)) ? from + 1 : from
  const token = sentence.norm(at) === '' ? undefined : sentence.tokens[at]
  return token !== undefined && (token.kind === 'number' || token.quoted || sentence.is(at, 'numbers'))
}

/** A verb of mind with a person for its subject who is not the writer, or with none in a hasty note. */
const minded: Condition = (sentence, from, to) => {
  if (sentence.norm(from - 1) === 'to') return false
  const subject = subjectOf(sentence, from)
  const norm = sentence.norm(subject)
  if (norm === 'i' || norm === 'we') return false
  // 'What do you notice?' asks.
  if (norm === 'you' && sentence.norm(sentence.to - 1) === '?') return false
  // 'Knew four of the ten words' was counted.
  if (KNOWING.has(sentence.norm(from)) && isCounted(sentence, to)) return false
  // 'Felt the pulse': a hand feels, not a mind.
  if (
    sentence.norm(from) === 'felt' &&
    (DETERMINERS.has(sentence.norm(to)) || FELT_ALONG.has(sentence.norm(to)))
  )
    return false
  if (subject < sentence.from || isSomebody(sentence, subject)) return true
  return norm === 'and' || norm === 'but' || (norm === 'one' && sentence.norm(subject - 1) === 'no')
}

/** 'Seem' wherever it stands; 'appear' when a quality follows and not a place or a time. */
const seeming: Condition = (sentence, from, to) => {
  if (sentence.norm(from).startsWith('seem')) return true
  return sentence.isWord(to) && (sentence.norm(to) === 'to' || !PREPOSITIONS.has(sentence.norm(to)))
}

/** Somebody is called by the noun: 'is a …', 'like a …', 'such a …', or the noun alone. */
const labelled: Condition = (sentence, from) => {
  for (let back = from - 1; back >= sentence.from && from - back <= 4; back--) {
    if (!ARTICLES.has(sentence.norm(back))) continue
    const before = back - 1
    if (LIKENESS.has(sentence.norm(before)) || isLinking(sentence, before)) return true
    return (before < sentence.from && sentence.norm(back) !== 'the') || sentence.is(before, 'degrees')
  }
  return sentence.brief
}

/** Followed by somebody: 'to make the other child cry', and not 'to make the bed'. */
const aboutSomebody: Condition = (sentence, _from, to) => {
  const next = DETERMINERS.has(sentence.norm(to)) ? to + 1 : to
  return sentence.isPerson(to) || sentence.isPerson(next) || sentence.is(next + 1, 'people')
}

/** What somebody was or did; of a thing the same words are literal: 'the fan was switched on'. */
const ofSomebody: Condition = (sentence, from) => {
  const subject = subjectOf(sentence, from)
  return subject < sentence.from || isSomebody(sentence, subject)
}

/** What a performance or a part of it did, as if it were a body: 'the lesson dragged', 'the scene sagged'. */
const ofWork: Condition = (sentence, from, to) => {
  const subject = subjectOf(sentence, from)
  return (
    sentence.is(subject, 'doings') && !sentence.is(subject, 'people') && !DETERMINERS.has(sentence.norm(to))
  )
}

/** Before a verb: 'hard to find', and not 'hard to the touch'. */
const toDo: Condition = (sentence, _from, to) => sentence.norm(to) === 'to' && sentence.isContent(to + 1)

/** Somebody who is not down or on something: 'he was lying', and not 'he was lying on his side'. */
const untrue: Condition = (sentence, from, to) => {
  if (!sentence.isBe(from - 1) && !isQualifier(sentence.norm(from - 1))) return false
  const next = sentence.norm(to)
  return ofSomebody(sentence, from, to) && (next === 'about' || next === 'to' || next === '.' || next === '')
}

/** A cause that only a mind could tell; where the cause is a thing that happened, it can be looked up. */
const unproven: Condition = (sentence, _from, to) => {
  if (sentence.measured) return false
  const at = sentence.norm(to) === 'of' ? to + 1 : to
  const head = DETERMINERS.has(sentence.norm(at)) ? at + 1 : at
  const outer = sentence.isContent(head) && !sentence.isPerson(head) && !sentence.isPerson(head + 1)
  return (
    !outer ||
    sentence.is(head, 'doings') ||
    sentence.is(head + 1, 'doings') ||
    (sentence.isDescriptive(head) && sentence.isContent(head + 1) && !sentence.isPast(head + 1))
  )
}

/** Of a thing 'never' is a state, as in 'the field is never read'; of somebody or their work it is a claim. */
const claimed: Condition = (sentence, from, to) => {
  if (sentence.measured) return false
  for (let at = to; at < sentence.to; at++) if (STRETCHES.has(sentence.norm(at))) return false
  const subject = subjectOf(sentence, from)
  if (isObject(sentence, subject) && !sentence.isPerson(subject)) return false
  const idle = sentence.isPast(to) && (sentence.isBe(from - 1) || sentence.norm(from - 1) === 'but')
  return !idle || ofSomebody(sentence, from, to) || sentence.is(subject, 'doings')
}

/** Set against somebody, save by a measure: 'slower than his brother', and not 'taller than his brother'. */
const ranked: Condition = (sentence, from) => !MEASURED.has(sentence.norm(from - 1))

/** 'Wrong' of what was done; 'the wrong key' or 'the wrong patient' tells which one it was. */
const mistaken: Condition = (sentence, from, to) => {
  if (sentence.isContent(to)) return sentence.is(to, 'doings') && judged(sentence, from, to)
  return isPredicate(sentence, from) && judged(sentence, from, to)
}

const unmeasured: Condition = (sentence) => !sentence.measured

/** 'More' and 'less' of a quality, not of a thing. */
const graded: Condition = (sentence, _from, to) => sentence.isDescriptive(to)

/** Before another act: 'instead of asking', and not 'instead of a saw'. */
const gerund: Condition = (sentence, _from, to) => sentence.norm(to).endsWith('ing')

/** An order: a verb in its base form at the head of the sentence, or after 'please', 'and' or a comma. */
const starting: Condition = (sentence, from) =>
  !sentence.isInflected(from) && (sentence.isFirst(from) || ORDERING.has(sentence.norm(from - 1)))

/** A habit in the present tense: 'he often forgets', which no single session can have shown. */
const habitual: Condition = (sentence, from, to) => {
  if (sentence.measured || !sentence.isWord(to)) return false
  const subject = subjectOf(sentence, from)
  if (!isSomebody(sentence, subject) || sentence.norm(subject) === 'i') return false
  if (PAST_HELPERS.has(sentence.norm(from - 1)) || PAST_HELPERS.has(sentence.norm(to))) return false
  return !sentence.isPast(to)
}

/** One thing told from another: 'the fast charger' names which, and praises none. */
function tellsApart(sentence: Sentence, from: number, to: number): boolean {
  return sentence.norm(from - 1) === 'the' && sentence.isContent(to) && !qualifiesDoing(sentence, to)
}

/** 'Good' and 'poor' are a verdict save where they sort what was counted: '6 good, 4 missed'. */
const verdict: Condition = (sentence, from, to) => {
  const sorted = sentence.tokens[from - 1]?.kind === 'number' && !sentence.isContent(to)
  return !sorted && !tellsApart(sentence, from, to) && !qualifiesThing(sentence, to)
}

/** A word with a technical sense: a finding where it is said of somebody or their work, or where nothing was measured. */
const likely: Condition = (sentence, from, to) =>
  // 'Scattered the feed' is an act.
  !(sentence.isPast(from) && DETERMINERS.has(sentence.norm(to))) &&
  !tellsApart(sentence, from, to) &&
  !qualifiesThing(sentence, to) &&
  !isOfThing(sentence, from) &&
  (!sentence.measured || judged(sentence, from, to))

/** 'Too' before a quality or an amount; at the end of a clause it means 'also'. */
const excessive: Condition = (sentence, _from, to) =>
  (sentence.isContent(to) || QUANTITIES.has(sentence.norm(to))) && !isOfThing(sentence, to)

/** 'Very' before a quality: of a person or their work, or where nothing was measured. */
const intensified: Condition = (sentence, from, to) =>
  sentence.isDescriptive(to) &&
  // 'So softly that he was asked to repeat it' tells how much.
  sentence.norm(to + 1) !== 'that' &&
  likely(sentence, from, to + 1)

/** Somebody's doing, with nothing that it is done to: 'she shone' and not 'she shone a torch'. */
const intransitive: Condition = (sentence, from, to) => {
  if (DETERMINERS.has(sentence.norm(to))) return false
  return sentence.isFirst(from) || isSomebody(sentence, subjectOf(sentence, from))
}

/** 'Everyone' and 'nobody' as a claim about how people are; 'nobody spoke' is a count of none. */
const sweeping: Condition = (sentence, _from, to) => {
  if (sentence.measured || !sentence.isWord(to)) return false
  // 'Nobody was in the room', 'nothing is logged', 'nobody has signed': a count of none.
  const next = to + 1
  if (sentence.isBe(to))
    return (
      !sentence.norm(next).endsWith('ing') &&
      !PREPOSITIONS.has(sentence.norm(next)) &&
      !(sentence.isPast(next) && isShown(sentence, next))
    )
  if (HAVE.has(sentence.norm(to)) && sentence.isPast(next)) return false
  const verb = sentence.norm(to)
  return verb === 'ever' || sentence.isAuxiliary(to) || (verb.endsWith('s') && sentence.isContent(to))
}

export const conditions: Readonly<Record<string, Condition>> = {
  judged,
  manner,
  had,
  minded,
  seeming,
  labelled,
  aboutSomebody,
  unmeasured,
  graded,
  gerund,
  starting,
  likely,
  verdict,
  excessive,
  intensified,
  intransitive,
  sweeping,
  habitual,
  ofSomebody,
  ofWork,
  toDo,
  untrue,
  unproven,
  claimed,
  ranked,
  mistaken,
}
