import type { Technique } from './model.ts'

/** What each technique records, as a coach would say it. */
export const TECHNIQUE_WORDS: Readonly<Record<Technique, string>> = {
  event: 'each time it happens',
  duration: 'when it begins and when it ends',
  latency: 'the time from a cue to the response',
  'partial-interval': 'whether it happened at any time in an interval',
  'whole-interval': 'whether it went on through a whole interval',
  momentary: 'whether it was going on at the instant an interval ended',
  verbatim: 'the words said, quoted',
  anecdotal: 'what happened, described with its time',
  checklist: 'seen, not seen, or no opportunity',
}
