import type { Behavior } from '../domain/model.ts'
import { strandsByModifier } from './by-modifier.ts'
import { observedBouts } from './durations.ts'
import { PARTLY_UNTIMED, percent, unknown } from './figures.ts'
import { hasTallies, type Strand } from './strands.ts'
import type { TalkShare } from './types.ts'
import { countWords, wordsOf } from './words.ts'

/**
 * Talk share by the modifier `subject`: of a duration by time (the sum of each subject's bouts), of a verbatim
 * behavior by the words written down. Shares are of what carries a subject, and add up to 100. Where any of that was counted without a
 * time, the whole is not known, and no share of it.
 *
 * @returns null for other techniques, and for a behavior without the modifier
 */
export function talkShare(behavior: Behavior, strands: readonly Strand[]): TalkShare | null {
  const measured = MEASURED[behavior.technique]
  if (measured === undefined) return null
  const subjects = strandsByModifier(behavior, strands).get('subject')
  if (subjects === undefined) return null
  const amounts = [...subjects].map(([subject, own]) => ({ subject, amount: measured.amount(own) }))
  const untimed = hasTallies([...subjects.values()].flat())
  const total = amounts.reduce((sum, { amount }) => sum + amount, 0)
  return {
    behavior,
    unit: measured.unit,
    total,
    shares: amounts.map((share) => ({
      ...share,
      percent: untimed ? unknown(PARTLY_UNTIMED) : percent(share.amount, total, 'nothing carries a subject'),
    })),
    unnamed: measured.amount(strands) - total,
  }
}

interface Measured {
  readonly unit: TalkShare['unit']
  amount(strands: readonly Strand[]): number
}

const MEASURED: Readonly<Partial<Record<Behavior['technique'], Measured>>> = {
  duration: {
    unit: 'ms',
    amount(strands) {
      let total = 0
      for (const strand of strands)
        for (const { onMs, offMs } of observedBouts(strand).bouts) total += offMs - onMs
      return total
    },
  },
  verbatim: {
    unit: 'words',
    amount(strands) {
      let total = 0
      for (const { words } of wordsOf(strands)) total += countWords(words)
      return total
    },
  },
}
