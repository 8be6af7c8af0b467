import { percent, unknown } from '../figures.ts'
import { cohenKappa, confusionTable, NEITHER, noKappa, twoByTwo } from './kappa.ts'
import type { Matching } from './matching.ts'
import type { ConfusionTable, Kappa } from './types.ts'

/**
 * The event-matched kappas of a matching. A case is a record that both made, under one name or two, or that one of them made alone;
 * its category is the behavior. That neither recorded anything is no case, as it can't be counted.
 *
 * @returns over all behaviors, and each behavior against all others
 */
export function eventKappas(
  names: readonly string[],
  matching: Matching,
): { readonly overall: Kappa; readonly behaviors: readonly Kappa[] } {
  const { same, confused, onlyA, onlyB } = matching
  const overall = confusionTable(cases(matching), (key) =>
    key === NEITHER ? 'no record' : (names[Number(key)] ?? ''),
  )
  const aloneA = new Uint32Array(names.length)
  const aloneB = new Uint32Array(names.length)
  const add = (alone: Uint32Array, behavior: number): void => {
    alone[behavior] = (alone[behavior] ?? 0) + 1
  }
  for (const { a, b } of confused) {
    add(aloneA, a.behavior)
    add(aloneB, b.behavior)
  }
  for (const { behavior } of onlyA) add(aloneA, behavior)
  for (const { behavior } of onlyB) add(aloneB, behavior)
  const n = same.flat().length + confused.length + onlyA.length + onlyB.length

  const used = overall.categories.length - (onlyA.length + onlyB.length > 0 ? 1 : 0)
  const kappaOf = used === 1 ? oneBehavior : cohenKappa

  return {
    overall: kappaOf(overall),
    behaviors: names.map((name, behavior) => {
      const both = same[behavior]?.length ?? 0
      const disagreed = (aloneA[behavior] ?? 0) + (aloneB[behavior] ?? 0)
      const kappa = kappaOf(
        twoByTwo(
          [name, 'anything else'],
          [both, aloneA[behavior] ?? 0, aloneB[behavior] ?? 0, n - both - disagreed],
        ),
      )
      // Records of other behaviors are no agreement on this one, though kappa counts them as cases.
      const percentAgreement = percent(both, both + disagreed, 'neither recorded it')
      return { ...kappa, percentAgreement }
    }),
  }
}

/** One behavior leaves nothing to confuse it with: such a kappa could only be 0 or below, whoever observed. */
function oneBehavior(table: ConfusionTable): Kappa {
  const none = unknown('with one behavior there is nothing that a record could be taken for')
  return { ...cohenKappa(table), value: none, se: none, seCohen1960: none }
}

export const NO_TIMES: Kappa = noKappa('recorded intervals have no times to match')

function* cases({ same, confused, onlyA, onlyB }: Matching): Generator<[a: string, b: string]> {
  for (const { a, b } of [...same.flat(), ...confused]) yield [String(a.behavior), String(b.behavior)]
  for (const { behavior } of onlyA) yield [String(behavior), NEITHER]
  for (const { behavior } of onlyB) yield [NEITHER, String(behavior)]
}
