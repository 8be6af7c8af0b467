import type { Define } from './context.ts'

export interface Entry {
  /** How it is typed: `behavior add` is a subcommand of the group `behavior`. */
  readonly path: string
  readonly summary: string
  /** The heading under which `coach --help` lists it. */
  readonly heading?: string
  readonly load: () => Promise<{ readonly define: Define }>
}

/** What the groups are about; their subcommands are in `commands`. */
export const groups: Readonly<Record<string, { readonly summary: string; readonly heading: string }>> = {
  person: { summary: 'the people you work with', heading: 'Before:' },
  agreement: { summary: 'who works with whom, on which terms', heading: 'Before:' },
  behavior: { summary: 'what the protégé asked to have observed', heading: 'Before:' },
  session: { summary: 'the sessions recorded so far', heading: 'During:' },
  phase: { summary: 'the stretches of sessions that progress compares', heading: 'After:' },
  goal: { summary: 'what the protégé set out to do', heading: 'After:' },
  action: { summary: 'the steps towards a goal', heading: 'After:' },
  template: { summary: 'your own questions and reports', heading: 'Words:' },
}

/** Every subcommand with its file, none of them loaded: a command pays for itself alone. */
export const commands: readonly Entry[] = [
  {
    path: 'demo',
    summary: 'play a session in a throw-away database',
    heading: 'Start here:',
    load: () => import('./demo.ts'),
  },
  { path: 'init', summary: 'say who you are', heading: 'Before:', load: () => import('./init.ts') },
  { path: 'person add', summary: 'add a person', load: () => import('./person/add.ts') },
  { path: 'person list', summary: 'list everybody', load: () => import('./person/list.ts') },
  { path: 'person show', summary: 'show one person', load: () => import('./person/show.ts') },
  { path: 'person edit', summary: 'change a name or a career stage', load: () => import('./person/edit.ts') },
  {
    path: 'person export',
    summary: 'everything about one person, in one archive',
    load: () => import('./person/export.ts'),
  },
  {
    path: 'person forget',
    summary: 'remove everything about one person',
    load: () => import('./person/forget.ts'),
  },
  {
    path: 'agree',
    summary: 'record an agreement with a protégé',
    heading: 'Before:',
    load: () => import('./agree.ts'),
  },
  { path: 'agreement list', summary: 'list the agreements', load: () => import('./agreement/list.ts') },
  { path: 'agreement show', summary: 'show one agreement', load: () => import('./agreement/show.ts') },
  {
    path: 'agreement share',
    summary: 'share with an audience, or release one thing to it',
    load: () => import('./agreement/share.ts'),
  },
  {
    path: 'agreement withdraw',
    summary: 'take back what was shared',
    load: () => import('./agreement/withdraw.ts'),
  },
  { path: 'agreement end', summary: 'end an agreement', load: () => import('./agreement/end.ts') },
  {
    path: 'behavior add',
    summary: 'add a behavior that was asked for',
    load: () => import('./behavior/add.ts'),
  },
  { path: 'behavior list', summary: 'list the behaviors', load: () => import('./behavior/list.ts') },
  {
    path: 'behavior show',
    summary: 'show one behavior with its versions',
    load: () => import('./behavior/show.ts'),
  },
  { path: 'behavior edit', summary: 'change a behavior', load: () => import('./behavior/edit.ts') },
  {
    path: 'behavior retire',
    summary: 'stop watching a behavior',
    load: () => import('./behavior/retire.ts'),
  },
  {
    path: 'observe',
    summary: 'record a session, live or from a log',
    heading: 'During:',
    load: () => import('./observe.ts'),
  },
  {
    path: 'log',
    summary: 'add one record to the running session',
    heading: 'During:',
    load: () => import('./log.ts'),
  },
  { path: 'session list', summary: 'list the sessions', load: () => import('./session/list.ts') },
  {
    path: 'session show',
    summary: 'show a session and its records',
    load: () => import('./session/show.ts'),
  },
  {
    path: 'session edit',
    summary: 'put the place or the observer right',
    load: () => import('./session/edit.ts'),
  },
  { path: 'session end', summary: 'end the running session', load: () => import('./session/end.ts') },
  { path: 'session void', summary: 'void a record', load: () => import('./session/void.ts') },
  {
    path: 'report',
    summary: 'print the debrief notes of a session',
    heading: 'After:',
    load: () => import('./report.ts'),
  },
  {
    path: 'prompts',
    summary: 'print questions for reflection',
    heading: 'After:',
    load: () => import('./prompts.ts'),
  },
  {
    path: 'reflect',
    summary: 'hold the debrief, question by question',
    heading: 'After:',
    load: () => import('./reflect.ts'),
  },
  {
    path: 'compare',
    summary: 'compare what two observers recorded',
    heading: 'After:',
    load: () => import('./compare.ts'),
  },
  {
    path: 'progress',
    summary: 'show a measure over the sessions, phase by phase',
    heading: 'After:',
    load: () => import('./progress.ts'),
  },
  { path: 'phase list', summary: 'list the phases', load: () => import('./phase/list.ts') },
  { path: 'phase add', summary: 'begin a phase with a session', load: () => import('./phase/add.ts') },
  { path: 'phase remove', summary: 'take a phase away', load: () => import('./phase/remove.ts') },
  { path: 'goal list', summary: 'list the goals', load: () => import('./goal/list.ts') },
  { path: 'goal add', summary: 'add a goal', load: () => import('./goal/add.ts') },
  { path: 'goal done', summary: 'mark a goal as reached', load: () => import('./goal/done.ts') },
  { path: 'action list', summary: 'list the actions', load: () => import('./action/list.ts') },
  { path: 'action done', summary: 'mark an action as done', load: () => import('./action/done.ts') },
  {
    path: 'export',
    summary: 'write records, sessions or everything for other programs',
    heading: 'Data:',
    load: () => import('./export.ts'),
  },
  {
    path: 'import',
    summary: 'read a log, a table, an export or a BORIS project',
    heading: 'Data:',
    load: () => import('./import.ts'),
  },
  {
    path: 'disclosures',
    summary: 'list what left, when, for whom, on which consent',
    heading: 'Data:',
    load: () => import('./disclosures.ts'),
  },
  {
    path: 'backup',
    summary: 'copy the database to a file, and read the copy back',
    heading: 'Data:',
    load: () => import('./backup.ts'),
  },
  {
    path: 'restore',
    summary: 'put a backup in the place of the database',
    heading: 'Data:',
    load: () => import('./restore.ts'),
  },
  {
    path: 'doctor',
    summary: 'look the database over, and tidy its files',
    heading: 'Data:',
    load: () => import('./doctor.ts'),
  },
  {
    path: 'check',
    summary: 'find judgment in notes, questions and definitions',
    heading: 'Words:',
    load: () => import('./check.ts'),
  },
  { path: 'template list', summary: 'list the templates', load: () => import('./template/list.ts') },
  { path: 'template show', summary: 'print a template', load: () => import('./template/show.ts') },
  {
    path: 'template copy',
    summary: 'make your own copy of a template',
    load: () => import('./template/copy.ts'),
  },
  {
    path: 'template check',
    summary: 'check your own templates',
    load: () => import('./template/check.ts'),
  },
]
