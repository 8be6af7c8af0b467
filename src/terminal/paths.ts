import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Io } from './io.ts'

/** Where the database is: `--db`, else `$COACH_DB`, else the data folder of the platform. */
export function databasePath(io: Io, option: string | undefined): string {
  return option ?? (io.env.COACH_DB || join(dataFolder(io), 'coach.db'))
}

function dataFolder(io: Io): string {
  if (io.env.XDG_DATA_HOME) return join(io.env.XDG_DATA_HOME, 'coach')
  if (io.platform === 'win32') return join(io.env.LOCALAPPDATA ?? join(io.home, 'AppData', 'Local'), 'coach')
  if (io.platform === 'darwin') return join(io.home, 'Library', 'Application Support', 'coach')
  return join(io.home, '.local', 'share', 'coach')
}

/** Where a person's own templates and dictionary are. */
export function configFolder(io: Io): string {
  if (io.env.XDG_CONFIG_HOME) return join(io.env.XDG_CONFIG_HOME, 'coach')
  if (io.platform === 'win32') return join(io.env.APPDATA ?? join(io.home, 'AppData', 'Roaming'), 'coach')
  if (io.platform === 'darwin') return join(io.home, 'Library', 'Application Support', 'coach')
  return join(io.home, '.config', 'coach')
}

/** A new folder among the system's temporary ones, for its owner alone. */
export const temporaryFolder = (prefix: string): string => mkdtempSync(join(tmpdir(), prefix))
