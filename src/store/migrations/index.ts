import { mainJob } from './0001-main-job.ts'
import { sharing } from './0002-sharing.ts'
import { keptDefinitions } from './0003-kept-definitions.ts'

/** In order, never changed once released: a database of version N has had the first N applied. */
export const migrations: readonly string[] = [mainJob, sharing, keptDefinitions]
