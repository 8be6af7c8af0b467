import { forSelf, type Released } from '../domain/audience.ts'
import type { Person } from '../domain/model.ts'
import { allAgreements } from '../store/agreements.ts'
import { allBehaviors, versionsOf } from '../store/behaviors.ts'
import { consentsOf } from '../store/consents.ts'
import type { Database } from '../store/database.ts'
import { allDisclosures } from '../store/disclosures.ts'
import { actionsOf, goalsOf } from '../store/goals.ts'
import { otherParts, voidedRecords } from '../store/person-data.ts'
import { observationOf } from '../store/records.ts'
import { reflectionsOf } from '../store/reflections.ts'
import { allSessions } from '../store/sessions.ts'
import { write as writeJson } from './export/json.ts'
import { type PersonData, personPage } from './person-page.ts'
import { openSource } from './source.ts'
import { SCHEMA_VERSION } from './version.ts'
import { zipped } from './zip.ts'

/**
 * Everything about one person as a zip archive, piece by piece: `everything.html` to read; `coach.json`, which
 * `coach import` reads; and `besides.json`, with what an import has no use for.
 */
export function personArchive(db: Database, person: Person, now: Date): AsyncGenerator<Uint8Array> {
  const data = gather(db, person)
  const { voided, otherParts: parts, disclosures } = data
  const besides = { schema_version: SCHEMA_VERSION, voided_records: voided, other_parts: parts, disclosures }
  return zipped(now, {
    'everything.html': personPage(data, now.toISOString().slice(0, 10)),
    'coach.json': writeJson(openSource(db, { protege: person }, 'self', '')),
    'besides.json': [`${JSON.stringify(besides, null, 2)}\n`],
  })
}

function gather(db: Database, person: Person): Released<PersonData> {
  const agreements = allAgreements(db).filter(({ protege }) => protege.id === person.id)
  const own = new Set<string | null>([null, ...agreements.map(({ uuid }) => uuid)])
  return forSelf({
    person,
    agreements: agreements.map((agreement) => ({
      agreement,
      consents: consentsOf(db, agreement),
      behaviors: allBehaviors(db, agreement).flatMap(({ behaviorId }) => versionsOf(db, behaviorId)),
      goals: goalsOf(db, agreement).map((goal) => ({ goal, actions: actionsOf(db, goal) })),
    })),
    sessions: sessionsOf(db, person),
    voided: voidedRecords(db, person),
    otherParts: otherParts(db, person),
    disclosures: allDisclosures(db).filter(({ content }) => content !== null && own.has(content.agreement)),
  })
}

/** One session in memory at a time. */
function* sessionsOf(db: Database, person: Person): PersonData['sessions'] {
  for (const session of allSessions(db, person)) {
    yield { observation: observationOf(db, session), reflections: reflectionsOf(db, session.number) }
  }
}
