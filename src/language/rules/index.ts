/** The registry: a new rule family is one file and one line here. Where two families know the same words, the earlier one is named. */

import { absolute } from './absolute.ts'
import { cause } from './cause.ts'
import { comparison } from './comparison.ts'
import { evaluation } from './evaluation.ts'
import type { Family } from './family.ts'
import { idiom } from './idiom.ts'
import { mindReading } from './mind-reading.ts'
import { passiveBlame } from './passive-blame.ts'
import { praiseBlame } from './praise-blame.ts'
import { prescription } from './prescription.ts'
import { rating } from './rating.ts'
import { trait } from './trait.ts'
import { unseen } from './unseen.ts'
import { vagueQuantity } from './vague-quantity.ts'

export const families: readonly Family[] = [
  praiseBlame,
  rating,
  prescription,
  comparison,
  passiveBlame,
  cause,
  trait,
  mindReading,
  absolute,
  idiom,
  evaluation,
  vagueQuantity,
  unseen,
]
