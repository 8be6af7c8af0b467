import { Option } from 'commander'
import { CHOICE_WORDS, checkTerms } from '../domain/agreement.ts'
import { formatList } from '../domain/format.ts'
import { AUDIENCES, type Audience, CHOICES, type Choice } from '../domain/model.ts'
import { quoted } from '../domain/text.ts'
import { addAgreement } from '../store/agreements.ts'
import { findPerson, requireMe } from '../store/people.ts'
import { required } from '../terminal/ask.ts'
import { type Define, examples, listOf, say } from './context.ts'

interface Options {
  readonly accept?: Choice[]
  readonly share?: Audience[]
  readonly kind?: 'coaching' | 'mentoring'
  readonly supervises?: boolean
  readonly supervisorMentor?: boolean
}

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  self: 'the protégé and the coach alone',
  program: 'counts of activity for the program, in groups of at least five people',
  research: 'pseudonymised records for research',
}

export const define: Define = (command, { io, ask, database }) => {
  command
    .argument('<person>', 'the protégé')
    .option(
      '--accept <choices>',
      `the choices the protégé makes: ${CHOICES.join(',')}`,
      listOf(CHOICES, '--accept'),
    )
    .option(
      '--share <audiences>',
      `who may see what leaves: ${AUDIENCES.join(',')}`,
      listOf(AUDIENCES, '--share'),
    )
    .addOption(new Option('--kind <kind>', 'the relation').choices(['coaching', 'mentoring']))
    .option('--supervises', 'you supervise or evaluate this person')
    .option('--supervisor-mentor', 'record a mentoring relation with a supervisor, visibly marked')
    .action(async (name: string, options: Options) => {
      const db = await database()
      const coach = requireMe(db)
      const protege = findPerson(db, name)
      // On a terminal the question is put each time: a flag left out is no answer to it.
      const supervises =
        options.supervises ??
        options.supervisorMentor ??
        (ask !== null && options.accept === undefined
          ? await ask.confirm(`Do you supervise or evaluate ${protege.name}?`)
          : false)
      // Only a mentoring relation may be with a supervisor, so the flag says which kind is meant.
      const kind = options.kind ?? (options.supervisorMentor === true ? 'mentoring' : 'coaching')
      const early = { kind, supervises, supervisorMentor: options.supervisorMentor === true }
      checkTerms({ ...early, choices: CHOICES }, protege.name)
      const choices = await required(options.accept, '--accept', ask, (person) =>
        person.several(
          `${protege.name}, which of these do you choose?`,
          CHOICES.map((value) => ({ name: CHOICE_WORDS[value], value })),
        ),
      )
      checkTerms({ ...early, choices }, protege.name)
      const share = await required(options.share, '--share', ask, (person) =>
        person.several(
          `${protege.name}, who may see what leaves this database?`,
          AUDIENCES.map((value) => ({ name: `${value}: ${AUDIENCE_WORDS[value]}`, value })),
        ),
      )
      const agreement = addAgreement(db, io, {
        coach,
        protege,
        kind,
        choices,
        supervisor: supervises,
        share: AUDIENCES.filter((audience) => audience === 'self' || share.includes(audience)),
      })
      const shared = formatList(agreement.share.map((audience) => AUDIENCE_WORDS[audience]))
      say(
        io,
        `Agreement ${agreement.id}: ${coach.name} and ${protege.name}, ${agreement.kind}. What may leave: for ${shared}.`,
      )
      say(
        io,
        agreement.supervisor
          ? `Marked: ${coach.name} supervises ${protege.name}. No observation belongs to this agreement.`
          : `Next: coach behavior add --person ${quoted(protege.name)}`,
      )
    })
  examples(command, [
    "coach agree 'Ben Reyes' --accept defer,learn,risk --share self",
    "coach agree 'Ben Reyes' --accept defer,learn,risk --share self,research",
    "coach agree 'Dee Park' --kind mentoring --supervisor-mentor --accept defer,learn,risk --share self",
  ])
}
