/**
 * Whether a sentence holds anything that could have been seen or heard. The lexicons know many ways to judge and there
 * are always more; but every description holds an act, a thing in its place, a look, a count, or somebody's words.
 */

import observable from './lexicon/observable.yaml'
import type { Sentence } from './sentence.ts'
import { wordLists, words } from './word-lists.ts'

type ListName = 'verbs' | 'light' | 'unshown' | 'things' | 'parts' | 'looks'

const list = wordLists(observable as Record<ListName, string>)

/** Before a word that is a verb elsewhere, these make it a noun: 'the pace', 'his every word'. */
const NOUN_MARKS = words(
  'a an the this that these those his her its their my your our no any some every each such of good bad poor little',
)
/** An act that somebody may do, or means to, has not been seen; what somebody will do is a plan. */
const NOT_YET = words('would can could should may might must shall cannot to')
/** After these an act has begun: 'began to cry', 'tried to lift it'. */
const BEGUN = words('begin start continue proceed try attempt')
/** 'Came in', 'went out': somebody moved. */
const MOVING = words('come go move run turn get hang sit stand step stay')
const AWAY = words(
  'in out on back over up down away behind past by around round home inside outside upstairs downstairs',
)
/** What a light verb points at with these is a person or a thing that was there: 'gave it to Karl', 'the suite'. */
const TOWARDS = words('to into onto from past toward towards between over through among across')

const HEARD = words('voice speech breathing breaths respirations pulse heartbeat music volume radio')
const SOUNDS = words(
  'loud louder low lower slow slower soft softer quiet quieter high higher fast faster rapid deep shallow hoarse regular irregular weak strong clear',
)

/** Whether the sentence holds a sign of something seen or heard. */
export function holdsEvidence(sentence: Sentence): boolean {
  if (sentence.measured) return true
  let light = false
  let things = 0
  for (let at = sentence.from; at < sentence.to; at++) {
    if (!sentence.isWord(at)) continue
    if (list('looks').has(sentence.norm(at)) || isDesignation(sentence, at) || isTally(sentence, at))
      return true
    if (sentence.isPast(at) && (doesTo(sentence, at) || isUnlistedAct(sentence, at))) return true
    if (isState(sentence, at) || isUse(sentence, at) || isThere(sentence, at)) return true
    if (isAct(sentence, at)) {
      const present = sentence.norm(at).endsWith('s')
      if (!isIn(sentence, at, 'light') || (!present && (isTransfer(sentence, at) || handles(sentence, at))))
        return true
      light ||= !present
    }
    if (sentence.isBe(at) && isHeard(sentence, at - 1, at + 1)) return true
    if (isThing(sentence, at)) things++
  }
  return things > 1 || (things > 0 && (light || !isOfSomebody(sentence)))
}

/** 'Trench B', 'got a C': a letter that names. */
function isDesignation(sentence: Sentence, at: number): boolean {
  const norm = sentence.norm(at)
  const alone = norm.length === 1 && norm !== 'i' && (sentence.tokens[at]?.capital ?? false)
  return alone && at > sentence.from && !sentence.isCompounded(at + 1)
}

const UNITS = words(
  'second minute hour day week fortnight month year decade century inch foot yard mile metre meter kilometre kilometer millimetre millimeter centimetre centimeter gram kilo kilogram ounce pound litre liter pint gallon degree semitone tone',
)

/** 'One caller', 'no tests', 'a week late': how many there are of a thing. */
function isTally(sentence: Sentence, at: number): boolean {
  const norm = sentence.norm(at)
  if (norm === 'a' || norm === 'an' || norm === 'half') return UNITS.has(sentence.norm(at + 1))
  if (norm !== 'one' && norm !== 'no') return false
  return isObject(sentence, at + 1) || (sentence.isContent(at + 1) && isObject(sentence, at + 2))
}

/** Where a thing can be said to be: 'the camera was off', 'the forms were up'. */
const PLACED = words('on off up down in out open shut over under away here there')

/** What somebody or something is called is no opinion: 'the film was called Clueless'. */
const NAMED = words('called named titled entitled')
const PLACES = words('in on at by near under behind beside inside outside')
const USING = words('uses takes wears carries holds drives')

/** What a thing did or what was done to it, and where it was: 'the deadline passed', 'the boots were unlaced'. */
function isState(sentence: Sentence, at: number): boolean {
  if (sentence.isBe(at - 1) && NAMED.has(sentence.norm(at)) && sentence.isName(at + 1)) return true
  const owner = sentence.isBe(at - 1) ? at - 2 : at - 1
  if (sentence.isBe(at - 1) && isInPlace(sentence, at)) return true
  if (!isObject(sentence, owner) || sentence.is(owner, 'doings') || sentence.isPerson(owner)) return false
  if (sentence.isBe(at - 1)) return PLACED.has(sentence.norm(at)) || isDone(sentence, at)
  return isDone(sentence, at) && isIn(sentence, at, 'light')
}

/** 'Was in the hall', 'were at their desks'. */
function isInPlace(sentence: Sentence, at: number): boolean {
  return PLACES.has(sentence.norm(at)) && DETERMINERS.has(sentence.norm(at + 1)) && isThing(sentence, at + 2)
}

/** 'Uses a wheelchair', 'wears a brace': a thing that somebody has about them. */
function isUse(sentence: Sentence, at: number): boolean {
  if (!USING.has(sentence.norm(at)) || !sentence.isPerson(at - 1)) return false
  return isThing(sentence, at + 1) || (DETERMINERS.has(sentence.norm(at + 1)) && isThing(sentence, at + 2))
}

/** 'There was a knock', 'there was nobody at the desk': what was there, or was not. */
function isThere(sentence: Sentence, at: number): boolean {
  if (!sentence.isBe(at) || sentence.norm(at - 1) !== 'there') return false
  const noun = NOUN_MARKS.has(sentence.norm(at + 1)) ? at + 2 : at + 1
  if (sentence.isPerson(noun)) return true
  return sentence.isContent(noun) && !ABSTRACT.test(sentence.norm(noun)) && !sentence.is(noun, 'doings')
}

function isDone(sentence: Sentence, at: number): boolean {
  return sentence.isPast(at) && !list('unshown').has(sentence.norm(at)) && !sentence.isAuxiliary(at)
}

/** Before a form like 'tuned' these make it what was done to somebody, or how they are. */
const PASSIVE = words(
  "is was are were am be been being 's get gets got feel felt seem seemed look looked very so too",
)
/** After its verb one of these tells where to, with whom or on what somebody acted. */
const REACHING = words(
  'to into onto from at on in with over under across through around past toward towards along down up off out back away against between after before during for and then while when until as by',
)

/** A verb in the past tense that no list knows, with somebody or something before it that did it: 'the choir tuned'. */
function isUnlistedAct(sentence: Sentence, verb: number): boolean {
  const norm = sentence.norm(verb)
  if (norm === 'left')
    return (
      (sentence.isPerson(verb - 1) || sentence.norm(verb - 1) === 'had') &&
      REACHING.has(sentence.norm(verb + 1))
    )
  if (!norm.endsWith('ed') || (list('unshown').has(norm) && !isObject(sentence, verb - 1))) return false
  const before = sentence.norm(verb - 1)
  if (PASSIVE.has(before) || NOT_YET.has(before) || NOUN_MARKS.has(before) || sentence.isCompounded(verb))
    return false
  const doer = sentence.isFirst(verb) || before === 'and' || before === 'then' || before === ','
  if (!doer && !sentence.isPerson(verb - 1) && !sentence.isContent(verb - 1)) return false
  const next = verb + 1
  if (!sentence.isWord(next) || REACHING.has(sentence.norm(next)) || DETERMINERS.has(sentence.norm(next)))
    return true
  return (
    sentence.isContent(next) &&
    !ABSTRACT.test(sentence.norm(next)) &&
    !sentence.is(next, 'doings') &&
    !sentence.is(next, 'people')
  )
}

/** Something that can be seen, heard, touched or dated. */
export function isThing(sentence: Sentence, at: number): boolean {
  return isIn(sentence, at, 'things')
}

/** How a voice or a breath sounds, or how fast it goes: 'her voice was low', 'his speech was slow'. */
export function isHeard(sentence: Sentence, subject: number, quality: number): boolean {
  return HEARD.has(sentence.norm(subject)) && SOUNDS.has(sentence.norm(quality))
}

/** A form of a verb that two people who watch agree on. */
export function isShown(sentence: Sentence, at: number): boolean {
  return isIn(sentence, at, 'verbs')
}

/** A thing, or a part of a machine, a program, a game or a text. */
export function isObject(sentence: Sentence, at: number): boolean {
  return isThing(sentence, at) || isIn(sentence, at, 'parts')
}

function isIn(sentence: Sentence, at: number, name: ListName): boolean {
  return sentence.isFormOf(at, list(name))
}

/** A verb of the list that somebody did: neither a noun of the same form, nor what somebody may do or means to. */
function isAct(sentence: Sentence, at: number): boolean {
  if (!isIn(sentence, at, 'verbs') && !isIn(sentence, at, 'light')) return false
  const before = sentence.norm(at - 1)
  if (NOUN_MARKS.has(before)) return false
  if (!NOT_YET.has(before)) return true
  if (before !== 'to') return false
  return sentence.norm(at - 2) === 'had' || sentence.isFormOf(at - 2, BEGUN)
}

/** 'Moved between the groups', 'gave the form to Karl'. */
function isTransfer(sentence: Sentence, verb: number): boolean {
  const moves = sentence.isFormOf(verb, MOVING)
  if (
    moves &&
    AWAY.has(sentence.norm(verb + 1)) &&
    !sentence.isContent(verb + 2) &&
    sentence.norm(verb + 2) !== 'with'
  )
    return true
  for (let at = verb + 1; at < sentence.to && at - verb <= 5; at++) {
    if (!TOWARDS.has(sentence.norm(at))) continue
    for (let to = at + 1; to <= at + 3; to++) {
      if (sentence.is(to, 'people') || sentence.isName(to) || isObject(sentence, to)) return true
    }
  }
  return false
}

/** Verbs that say of a thing that it is there or becomes so, and nothing of what was done with it. */
const HAVING = words('have get make keep feel find lose miss show become bear need cause')
const DETERMINERS = words('the a an his her its their my your our this that these those')
/** The endings of nouns for what cannot be touched. */
const ABSTRACT = /(?:tion|sion|ness|ment|ity|ance|ence|ship|ism|cy|hood|dom|ing|ure)$/

/** A verb that no list knows, done to a thing: 'threaded the bobbin'. */
function doesTo(sentence: Sentence, verb: number): boolean {
  return (
    DETERMINERS.has(sentence.norm(verb + 1)) && (isThing(sentence, verb + 2) || isThing(sentence, verb + 3))
  )
}

/** 'Ran the suite', 'set the flag': something definite that an act was done to. */
function handles(sentence: Sentence, verb: number): boolean {
  if (sentence.isFormOf(verb, HAVING)) return false
  for (let at = verb + 1; at <= verb + 2; at++) {
    if (DETERMINERS.has(sentence.norm(at))) {
      return (
        sentence.isContent(at + 1) &&
        (isObject(sentence, at + 1) || !ABSTRACT.test(sentence.norm(at + 1))) &&
        !sentence.is(at + 1, 'doings')
      )
    }
  }
  return false
}

/** The sentence begins with somebody: a person, a name, or a verb in a hasty note. */
function isOfSomebody(sentence: Sentence): boolean {
  for (let at = sentence.from; at < sentence.to && at < sentence.from + 4; at++) {
    if (sentence.isPerson(at)) return true
  }
  return sentence.isAuxiliary(sentence.from) || sentence.isPast(sentence.from)
}
