import type { BehaviorDraft } from '../domain/behavior.ts'
import { parseClock } from '../domain/length.ts'
import type { Cue } from './script.ts'

const plain = { examples: [], nonExamples: [], modifiers: [], intervalMs: null }

/** What the plainly fictional Ben Reyes asked for. */
export const DEMO_BEHAVIORS: readonly BehaviorDraft[] = [
  {
    ...plain,
    name: 'asks a question',
    technique: 'event',
    key: 'q',
    request: 'Please count my questions, and which of them ask for more than recall',
    definition: 'Ben says a sentence that asks the group for words',
    examples: ['"What do you see in this trace?"'],
    nonExamples: ['"Can everybody hear me?"'],
    modifiers: [{ name: 'level', values: ['recall', 'analysis'] }],
  },
  {
    ...plain,
    name: 'talks',
    technique: 'duration',
    key: 't',
    request: 'How much of the time am I the one who talks?',
    definition: 'Ben says words to the whole group; a silence under two seconds does not end it',
  },
  {
    ...plain,
    name: 'waits',
    technique: 'latency',
    key: 'w',
    request: 'How long do I wait after a question?',
    definition: 'From the last word of a question to the next word that anybody says',
  },
  {
    ...plain,
    name: 'says',
    technique: 'verbatim',
    key: 'v',
    request: 'Write down some of my questions just as I say them',
    definition: 'The words of a question, from its first to its last',
  },
  {
    ...plain,
    name: 'group talks',
    technique: 'momentary',
    key: 'g',
    request: 'Look every two minutes whether they talk to each other about the case',
    definition: 'At the instant the interval ends, two or more of the group say words to each other',
    intervalMs: 120_000,
  },
]

/** Twenty-two minutes, key by key: what was pressed, and when. */
const SCRIPT = `
0:04 t
1:12 q1
1:14 tw
1:15 w
1:31 t
2:01 +
2:40 q1
2:41 w
2:43 w
3:05 vWhat did we change on Tuesday?⏎
3:40 t
4:02 -
4:10 q2
4:12 w
4:19 w
5:20 t
6:01 -
6:10 q1
6:12 w
6:13 w
6:48 t
7:05 q2
7:07 vWhat might the trace look like an hour later?⏎
7:12 w
7:21 w
8:02 +
8:40 t
9:30 q1
9:31 w
9:32 w
10:02 -
10:15 t
10:30 ␣
12:00 ␣
12:02 +
12:30 q2
12:33 w
12:41 w
13:50 t
14:02 -
14:10 q1
14:12 w
14:14 w
15:05 t
15:20 q2
15:23 vWhat else could account for that?⏎
15:28 w
15:39 w
16:02 +
16:50 t
17:30 q2
17:32 w
17:37 w
18:02 -
18:20 t
19:10 q2
19:12 w
19:24 w
20:02 +
20:30 t
21:40 t
22:00 ⎋⏎
`

/** The script as keys at their moments. */
export const DEMO_CUES: readonly Cue[] = SCRIPT.trim()
  .split('\n')
  .map((line) => {
    const space = line.indexOf(' ')
    return {
      atMs: parseClock(line.slice(0, space)) ?? 0,
      keys: line
        .slice(space + 1)
        .replaceAll('⏎', '\n')
        .replaceAll('␣', ' ')
        .replaceAll('⎋', '\u001b'),
    }
  })
