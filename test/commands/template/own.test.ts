import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { main } from '../../../src/main.ts'
import { testIo } from '../../support/io.ts'

let config: string
beforeEach(() => {
  config = mkdtempSync(join(tmpdir(), 'coach-templates-'))
})
afterEach(() => rmSync(config, { recursive: true }))

async function template(...args: string[]) {
  const io = testIo({ env: { XDG_CONFIG_HOME: config } })
  const status = await main(['template', ...args], io)
  return { status, out: io.out(), err: io.err() }
}

const ownPath = (name: string): string => join(config, 'coach/templates', name)

describe('coach template', () => {
  test('lists what is shipped, and what is one’s own', async () => {
    await template('copy', 'report.css')
    const { out } = await template('list')
    expect(out).toMatch(/^goal\.yaml +questions {2}as shipped$/m)
    expect(out).toMatch(/^session\.md\.liquid +reports {4}as shipped$/m)
    expect(out).toContain(`reports    ${ownPath('reports/report.css')}\n`)
    const { templates } = JSON.parse((await template('list', '--json')).out)
    expect(templates.find(({ name }: { name: string }) => name === 'report.css')).toEqual({
      name: 'report.css',
      kind: 'reports',
      own: true,
      path: ownPath('reports/report.css'),
    })
  })

  test('copies a template, to be changed and shown', async () => {
    const { status, out } = await template('copy', 'goal.yaml')
    expect([status, out]).toEqual([0, `${ownPath('questions/goal.yaml')}\n`])
    expect(readFileSync(ownPath('questions/goal.yaml'), 'utf8')).toBe((await template('show', 'goal')).out)
    writeFileSync(ownPath('questions/goal.yaml'), '- mine\n')
    expect((await template('show', 'goal.yaml')).out).toBe('- mine\n')
  })

  test('keeps what one has changed, unless told to begin anew', async () => {
    await template('copy', 'report.css')
    writeFileSync(ownPath('reports/report.css'), 'mine')
    expect((await template('copy', 'report.css')).status).toBe(3)
    expect(readFileSync(ownPath('reports/report.css'), 'utf8')).toBe('mine')
    await template('copy', 'report.css', '--force')
    expect(readFileSync(ownPath('reports/report.css'), 'utf8')).toContain('--paper')
  })

  test('says which templates could be meant', async () => {
    expect((await template('show', 'session')).err).toBe(
      "coach: 'session' may be session.html.liquid or session.md.liquid; type more of the name.\n",
    )
    const { status, err } = await template('copy', '../../etc/passwd')
    expect([status, err]).toEqual([
      2,
      expect.stringContaining("There is no template '../../etc/passwd'; there are "),
    ])
  })
})
