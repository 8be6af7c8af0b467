import type { Direction, EffectName } from './types.ts'

/** What to print beside a figure: its published name, what it is, and one thing that it can't tell. */
export interface EffectText {
  readonly name: string
  readonly meaning: string
  readonly cannotTell: string
}

/** In words, for the direction that the figures were worked out for. */
export function effectTexts(direction: Direction): Readonly<Record<EffectName, EffectText>> {
  const past = direction === 'increase' ? 'above' : 'below'
  return {
    level: {
      name: 'level',
      meaning: 'mean of the later phase − mean of the earlier',
      cannotTell: 'It can’t tell a jump from a trend that was there before.',
    },
    trend: {
      name: 'trend (Theil–Sen)',
      meaning: 'slope per session of the later phase − that of the earlier',
      cannotTell: 'It can’t tell where a line would go beyond the sessions that it was drawn through.',
    },
    immediacy: {
      name: 'immediacy',
      meaning: 'mean of the first three sessions of the later phase − mean of the last three of the earlier',
      cannotTell: 'It can’t tell whether a change lasts.',
    },
    nap: {
      name: 'NAP, non-overlap of all pairs',
      meaning: `share of pairs of sessions in which the later phase lies ${past} the earlier, ties half; .5 is no difference`,
      cannotTell: 'It can’t tell how far apart the phases are once they no longer overlap.',
    },
    pnd: {
      name: 'PND, percentage of non-overlapping data',
      meaning: `share of the later phase ${past} every session of the earlier`,
      cannotTell:
        'It can’t tell more than one unusual session of the earlier phase lets it; a longer one makes it smaller.',
    },
    pem: {
      name: 'PEM, percentage exceeding the median',
      meaning: `share of the later phase ${past} the median of the earlier, ties half; .5 is no difference`,
      cannotTell: 'It can’t tell how much the earlier phase varied.',
    },
    pand: {
      name: 'PAND, percentage of all non-overlapping data',
      meaning: 'share of sessions left after removing the fewest that make the phases overlap',
      cannotTell:
        'It can’t tell phases of different lengths apart from change: its least value depends on how many sessions they have.',
    },
    ird: {
      name: 'IRD, robust improvement rate difference',
      meaning: 'PAND rescaled so that 0 is what chance gives and 1 is no overlap',
      cannotTell: 'It can’t tell how far apart the phases are, nor in what order sessions came.',
    },
    tau: {
      name: 'Tau (non-overlap)',
      meaning: `pairs of sessions in which the later phase lies ${past} the earlier, less those where it does not, of all; 2 × NAP − 1`,
      cannotTell: 'It can’t tell a change from a trend that was there before.',
    },
    tau_u: {
      name: 'Tau-U, Parker’s (S_AB − S_A) / mn',
      meaning: 'Tau with the trend of the earlier phase taken out',
      cannotTell: 'It can’t be compared between series of different lengths, and may go beyond −1 and 1.',
    },
    log_response_ratio: {
      name: direction === 'increase' ? 'LRRi, log response ratio' : 'LRRd, log response ratio',
      meaning: `natural log of the later phase’s mean over the earlier’s, corrected for small samples; a wished change is ${past} 0`,
      cannotTell: 'It can’t tell anything where 0 does not mean that there is none of it.',
    },
  }
}
