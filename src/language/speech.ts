/** Reported speech: what comes after "she said that" is her words, told by the writer, so it is data and no finding. */

import type { Stretch } from './rules/family.ts'
import type { Sentence } from './sentence.ts'
import { words } from './word-lists.ts'

/** Words that open a clause by themselves. */
const OPENERS = words(
  'that if whether why how what when where who he she they it we you i there nobody everyone everybody someone somebody feeling being having',
)
/** Words that open a noun, which is a clause only where a verb follows: 'said the group was late', not 'said the rule'. */
const NOUN_OPENERS = words('this these his her their my our your the a an no all most some people each every')
/** Between the verb and the clause: 'told me afterwards he …'. */
const AFTERTHOUGHTS = words('afterwards later again today yesterday then twice once beforehand first')
/** After a comma these begin the writer's own words again. */
const BREAKS = words('but and then so while although though which what as')
/** Before a speech verb these tell that nobody spoke: 'one would say', 'the report'. */
const NO_SPEECH = words('would could should the a an his her their my our your its')
/** With a noun after them these pass on what somebody says of themselves: 'reports anxiety', 'denies low mood'. */
const COMPLAINTS = words('report deny rate describe endorse verbalise verbalize')
/** A noun after these is what was written or read, and opens no clause: 'whoever wrote this cache had …'. */
const WRITING = words('write read')
const OWN_VIEW = words('clearly evidently obviously plainly')
/** Between one feeling and the next. */
const FEELING_JOINTS = words('and or but ,')
/** Of a thing these tell what a sign is taken to mean: 'the delay suggests that he …'. */
const SHOWING = words('suggest argue propose indicate')
const INVERTED = words('says said')
/** 'Called him a liar' tells whose word it was. */
const CALLING = words('called calls')
/** How far after a noun its verb may stand. */
const VERB_REACH = 6

/** Which stretches of the sentence are reported speech, in order. */
export function reportedSpeech(sentence: Sentence): Stretch[] {
  const found: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (sentence.norm(at) === 'according' && sentence.norm(at + 1) === 'to')
      return [{ from: at, to: sentence.to }]
    if (isTheirWords(sentence, at)) return [{ from: sentence.from, to: sentence.to }]
    if (!sentence.isWord(at) || !sentence.isVerb(at, 'speech')) continue
    const from = reportStart(sentence, at)
    const comma = commaBeforeSpeaker(sentence, at)
    // 'The line was slow, she wrote in the chat.'
    if (from < 0 && comma > 0) return [{ from: sentence.from, to: comma }]
    if (from < 0) continue
    const to = clauseEnd(sentence, from)
    found.push({ from, to })
    at = to - 1
  }
  return found
}

/** The token at which somebody's reported words begin, for the speech verb at `verb`; -1 when it reports no clause. */
function reportStart(sentence: Sentence, verb: number): number {
  if (NO_SPEECH.has(sentence.norm(verb - 1))) return -1
  if (sentence.isFormOf(verb, SHOWING) && !sentence.isPerson(verb - 1)) return -1
  let at = verb + 1
  if (sentence.norm(at) === 'to' && sentence.isPerson(at + 1)) at += 2
  else if (isListener(sentence, at))
    at += NOUN_OPENERS.has(sentence.norm(at)) && sentence.isPerson(at + 1) ? 2 : 1
  // 'Told the class to …' passes an order on.
  if (at > verb + 1 && sentence.norm(at) === 'to') return at
  if (AFTERTHOUGHTS.has(sentence.norm(at))) at++
  // 'Called the plan ridiculous': her word for it.
  if (isCalling(sentence, verb)) return at
  const written = sentence.isFormOf(verb, WRITING)
  const complains = sentence.isFormOf(verb, COMPLAINTS) && sentence.isPerson(verb - 1)
  return complains || (written ? OPENERS.has(sentence.norm(at)) : opensClause(sentence, at)) ? at : -1
}

/** 'In her own words, …', '…, in the words of the chair'. */
function isTheirWords(sentence: Sentence, at: number): boolean {
  if (sentence.norm(at) !== 'in' || !(at === sentence.from || sentence.norm(at - 1) === ',')) return false
  const noun = sentence.norm(at + 2) === 'own' ? at + 3 : at + 2
  return NOUN_OPENERS.has(sentence.norm(at + 1)) && sentence.norm(noun) === 'words'
}

function isCalling(sentence: Sentence, verb: number): boolean {
  const calls =
    CALLING.has(sentence.norm(verb)) && (sentence.isPerson(verb - 1) || sentence.isContent(verb - 1))
  return calls && (NOUN_OPENERS.has(sentence.norm(verb + 1)) || OPENERS.has(sentence.norm(verb + 1)))
}

/** The comma of ', she said' or ', the nurse told me', or -1; a clause before it has its own speaker. */
function commaBeforeSpeaker(sentence: Sentence, verb: number): number {
  // 'Visors must be down, says the sign.'
  if (INVERTED.has(sentence.norm(verb)) && sentence.norm(verb - 1) === ',') return verb - 1
  const tells = sentence.isPast(verb) || sentence.norm(verb) === 'says'
  if (!tells || !(sentence.isPerson(verb - 1) || sentence.norm(verb - 1) === 'it')) return -1
  const speaker = NOUN_OPENERS.has(sentence.norm(verb - 2)) ? verb - 2 : verb - 1
  return sentence.norm(speaker - 1) === ',' ? speaker - 1 : -1
}

/** 'Told [me]', 'asked [Ben]', 'told [the class]': somebody who is spoken to, and no subject of the clause. */
function isListener(sentence: Sentence, at: number): boolean {
  const noun = NOUN_OPENERS.has(sentence.norm(at)) && sentence.isPerson(at + 1) ? at + 1 : at
  if (!sentence.isPerson(noun) || OPENERS.has(sentence.norm(noun))) return false
  const next = noun + 1
  return (
    OPENERS.has(sentence.norm(next)) ||
    NOUN_OPENERS.has(sentence.norm(next)) ||
    sentence.norm(next) === 'to' ||
    AFTERTHOUGHTS.has(sentence.norm(next))
  )
}

function opensClause(sentence: Sentence, at: number): boolean {
  if (OPENERS.has(sentence.norm(at))) return true
  if (!NOUN_OPENERS.has(sentence.norm(at)) && !sentence.isName(at)) return false
  for (let next = at + 1; next <= at + VERB_REACH && sentence.isWord(next); next++) {
    if (BREAKS.has(sentence.norm(next))) return false
    if (sentence.isAuxiliary(next) || sentence.isPast(next)) return true
  }
  return false
}

/** The end of the clause that begins at `from`: a comma before the writer's own words, or the end of the sentence. */
function clauseEnd(sentence: Sentence, from: number): number {
  for (let at = from + 1; at < sentence.to; at++) {
    const goesOn = sentence.norm(at + 1) === 'and' && sentence.norm(at + 2) === 'that'
    if (sentence.norm(at) === ',' && BREAKS.has(sentence.norm(at + 1)) && !goesOn) return at
    if (sentence.norm(at) === 'but' && isOwnView(sentence, at + 1)) return at
  }
  return sentence.to
}

/** 'But he is clearly …': the writer speaks again. */
function isOwnView(sentence: Sentence, from: number): boolean {
  for (let at = from; at < from + 4; at++) if (OWN_VIEW.has(sentence.norm(at))) return true
  return false
}

/** Feelings with somebody's deed inside them, which nobody feels without a verdict on another: 'I feel ignored'. */
const VERDICTS = words(
  'abandoned attacked betrayed bullied cheated disrespected excluded ignored intimidated manipulated misunderstood neglected provoked rejected threatened unappreciated undervalued unloved unwanted used',
)

/** Where the writer tells their own feelings, which they alone can know: 'I feel sad and tired'. */
export function ownFeelings(sentence: Sentence): Stretch[] {
  const found: Stretch[] = []
  for (let at = sentence.from; at < sentence.to; at++) {
    if (sentence.norm(at) !== 'i' && sentence.norm(at) !== 'we') continue
    let to = at + 1
    while (sentence.isAuxiliary(to) || sentence.isVerb(to, 'linking') || sentence.is(to, 'degrees')) to++
    if (to === at + 1) continue
    const from = to
    while (sentence.isContent(to) || FEELING_JOINTS.has(sentence.norm(to)) || sentence.is(to, 'degrees')) to++
    let verdict = false
    for (let word = from; word < to; word++) verdict ||= VERDICTS.has(sentence.norm(word))
    if (!verdict) found.push({ from: at, to })
    at = to
  }
  return found
}
