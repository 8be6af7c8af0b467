import lexicon from '../lexicon/praise-blame.yaml'
import type { Family } from './family.ts'

export const praiseBlame: Family = {
  id: 'praise-blame',
  severity: 'judgment',
  title: 'Praise and blame',
  why: '"{words}" puts the writer\'s approval or reproach in the place of what happened.',
  ask: 'What did the person do or say just before you thought "{words}"?',
  matches: ['Well done to the whole crew.', 'The delay was his fault.'],
  passes: ['The crew closed 14 tickets by noon.', 'She said, "Well done."'],
  lexicon,
}
