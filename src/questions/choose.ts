import type { Stage } from '../domain/model.ts'
import { type BehaviorFacts, factsOf, type Material } from './facts.ts'
import { stagesFor } from './order.ts'
import { chance } from './random.ts'
import {
  BEHAVIOR_NEEDS,
  BEHAVIOR_SLOTS,
  type Filled,
  type From,
  SESSION_NEEDS,
  SESSION_SLOTS,
} from './slots.ts'
import type { QuestionTemplate } from './templates.ts'

/** What stands in a slot of a question, and where it was read. */
export interface Source extends Filled {
  readonly slot: string
  readonly from: From
}

export interface Question {
  /** The template's. */
  readonly id: string
  readonly stage: Stage
  readonly text: string
  /** The name of the behavior that it is about; null where it is about the session as a whole. */
  readonly behavior: string | null
  readonly sources: readonly Source[]
}

export interface Wanted extends Material {
  readonly templates: readonly QuestionTemplate[]
  /** The stages to take questions from, in order; without them, those whose time has not passed. */
  readonly stages?: readonly Stage[]
  /** How many are wanted; there may be fewer. */
  readonly count: number
  readonly seed: number
}

/** A template that the material can fill, for one behavior or for the session as a whole. */
interface Candidate {
  readonly template: QuestionTemplate
  readonly facts: BehaviorFacts | null
  readonly key: string
  readonly rank: number
}

/**
 * Chooses questions for a session: spread over the stages, in their order, then over the templates and behaviors.
 * The same seed and material give the same questions. None is chosen twice, and none that was asked before.
 */
export function chooseQuestions(wanted: Wanted): Question[] {
  const stages = wanted.stages ?? stagesFor(wanted.observation.session.state)
  const open = new Map(stages.map((stage): [Stage, Candidate[]] => [stage, []]))
  for (const candidate of candidatesOf(wanted)) open.get(candidate.template.stage)?.push(candidate)

  const chosen: Question[] = []
  const told = new Set(wanted.reflections.map(({ question }) => question))
  const uses = new Map<string, number>()
  while (chosen.length < wanted.count) {
    const filled = stages.filter((stage) => (open.get(stage)?.length ?? 0) > 0)
    if (filled.length === 0) break
    for (const stage of spread(filled, wanted.count - chosen.length)) {
      const question = take(open.get(stage) ?? [], uses, wanted)
      if (question === null || told.has(question.text)) continue
      told.add(question.text)
      chosen.push(question)
    }
  }
  return chosen.sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage))
}

function candidatesOf(wanted: Wanted): Candidate[] {
  const facts = factsOf(wanted)
  return wanted.templates.flatMap((template) => {
    const about = template.ofBehavior
      ? facts.filter(({ measures }) => template.techniques.includes(measures.technique))
      : [null]
    return about
      .map((one) => candidate(template, one, wanted.seed))
      .filter(({ key, facts }) => template.needs.every((need) => has(need, wanted, facts, key)))
  })
}

function candidate(template: QuestionTemplate, facts: BehaviorFacts | null, seed: number): Candidate {
  const key = `${seed} ${template.id} ${facts?.measures.behavior.name ?? ''}`
  return { template, facts, key, rank: chance(key, 'rank') }
}

/** At most `count` of the items, in order and at even distances. */
function spread<T>(items: readonly T[], count: number): T[] {
  const wanted = Math.min(count, items.length)
  return Array.from({ length: wanted }, (_, index) =>
    Math.floor(((index + 0.5) * items.length) / wanted),
  ).flatMap((at) => items.slice(at, at + 1))
}

/** Takes out the candidate whose template, then whose behavior, has been asked about least; chance decides the rest. */
function take(candidates: Candidate[], uses: Map<string, number>, material: Material): Question | null {
  const used = (word: string): number => uses.get(word) ?? 0
  let best = 0
  for (const [index, one] of candidates.entries()) {
    const other = candidates[best] ?? one
    const before =
      used(one.template.id) - used(other.template.id) ||
      used(aboutOf(one)) - used(aboutOf(other)) ||
      one.rank - other.rank
    if (before < 0) best = index
  }
  const [taken] = candidates.splice(best, 1)
  if (taken === undefined) return null
  for (const word of [taken.template.id, aboutOf(taken)]) uses.set(word, used(word) + 1)
  return ask(taken, material)
}

/** What a candidate is about; a space keeps it apart from a template's id. */
const aboutOf = ({ facts }: Candidate): string => `about ${facts?.measures.behavior.name ?? 'the session'}`

function ask({ template, facts, key }: Candidate, material: Material): Question {
  const sources = template.slots.flatMap((slot) => sourceOf(slot, material, facts, key) ?? [])
  return {
    id: template.id,
    stage: template.stage,
    text: template.render(Object.fromEntries(sources.map(({ slot, text }) => [slot, text]))),
    behavior: facts?.measures.behavior.name ?? null,
    sources,
  }
}

function has(need: string, material: Material, facts: BehaviorFacts | null, key: string): boolean {
  const ofSession = SESSION_NEEDS[need]
  if (ofSession !== undefined) return ofSession(material)
  const ofBehavior = BEHAVIOR_NEEDS[need]
  if (ofBehavior !== undefined) return facts !== null && ofBehavior(facts)
  return sourceOf(need, material, facts, key) !== null
}

function sourceOf(slot: string, material: Material, facts: BehaviorFacts | null, key: string): Source | null {
  const ofSession = SESSION_SLOTS[slot]
  const ofBehavior = BEHAVIOR_SLOTS[slot]
  const filled =
    ofSession?.fill(material, key) ?? (facts === null ? null : ofBehavior?.fill(facts, key)) ?? null
  const from = ofSession?.from ?? ofBehavior?.from
  return filled === null || from === undefined ? null : { ...filled, slot, from }
}
