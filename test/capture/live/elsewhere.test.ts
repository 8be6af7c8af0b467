import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openRecorder, type Recorder } from '../../../src/capture/live/recorder.ts'
import { tallyOf } from '../../../src/capture/live/state.ts'
import type { Behavior, Session } from '../../../src/domain/model.ts'
import { type Database, openDatabase } from '../../../src/store/database.ts'
import { plainRecord, recordWriter, voidRecord } from '../../../src/store/records.ts'
import { endSession } from '../../../src/store/sessions.ts'
import { type TestIo, testIo } from '../../support/io.ts'
import { ASKED, keyList, running } from './support.ts'

let folder: string
let io: TestIo
let mine: Database
let theirs: Database
let session: Session
let recorder: Recorder

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'coach-elsewhere-'))
  io = testIo()
  mine = openDatabase(join(folder, 'coach.db'))
  theirs = openDatabase(join(folder, 'coach.db'))
  session = running(mine, io, ASKED)
  recorder = openRecorder(mine, io, session, { bell() {}, refresh() {}, noted() {} })
})
afterEach(() => {
  mine.close()
  theirs.close()
  rmSync(folder, { recursive: true })
})

const behavior = (key: string): Behavior => recorder.state().byKey.get(key) as Behavior
const press = (keys: string): void => keyList(keys).forEach((key) => void recorder.press(key))

test('a record that another process adds is shown, and undone like one of ours', () => {
  press('n')
  recordWriter(theirs, io, session.number)({ ...plainRecord, behavior: behavior('n').id, atMs: 0 })
  expect(tallyOf(recorder.state(), behavior('n')).count).toBe(1)
  recorder.tick()
  expect(tallyOf(recorder.state(), behavior('n')).count).toBe(2)
  press('<backspace><backspace>')
  expect(tallyOf(recorder.state(), behavior('n')).count).toBe(0)
})

test('a duration that another process ended is begun by its key', () => {
  press('t')
  const { id } = behavior('t')
  recordWriter(theirs, io, session.number)({ ...plainRecord, behavior: id, mark: 'stop', atMs: 0, starts: 1 })
  press('t')
  expect(tallyOf(recorder.state(), behavior('t'))).toMatchObject({ count: 2 })
})

test('a record that another process voids is no longer counted', () => {
  press('nn')
  voidRecord(theirs, io, session.number, 1)
  press('<backspace>')
  expect(tallyOf(recorder.state(), behavior('n')).count).toBe(0)
  expect(recorder.state().trail).toBeNull()
})

test('a line being typed stays when another process writes', () => {
  press('vab')
  recordWriter(theirs, io, session.number)({ ...plainRecord, behavior: behavior('n').id, atMs: 0 })
  press('c<return>')
  expect(recorder.state().trail?.record.words).toBe('abc')
})

test('when another process ends the session, nothing more is recorded', () => {
  endSession(theirs, session.number, 1000)
  press('n')
  expect(recorder.state()).toMatchObject({ ended: true, trail: null })
})
