import lexicon from '../lexicon/praise-blame.yaml'
import type { Sentence } from '../sentence.ts'
import type { Family, Stretch } from './family.ts'

/** The writer's own exclamation: the word before the mark, with it. */
function exclamations(sentence: Sentence): Stretch[] {
  const last = sentence.to - 1
  if (sentence.norm(last) !== '!' || sentence.tokens[last]?.quoted || sentence.tokens[last - 1]?.quoted)
    return []
  return sentence.isWord(last - 1) ? [{ from: last - 1, to: last + 1 }] : []
}

export const praiseBlame: Family = {
  id: 'praise-blame',
  severity: 'judgment',
  title: 'Praise and blame',
  why: '"{words}" puts the writer\'s approval or reproach in the place of what happened.',
  ask: 'What did the person do or say just before you thought "{words}"?',
  matches: ['Well done to the whole crew.', 'The delay was his fault.'],
  passes: ['The crew closed 14 tickets by noon.', 'She said, "Well done."'],
  lexicon,
  find: exclamations,
}
