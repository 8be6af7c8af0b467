import { UsageError } from '../domain/errors.ts'
import { agreementsSharing } from '../store/agreements.ts'
import type { Context } from './context.ts'
import { type Delivery, deliver } from './deliver.ts'
import { sheetOf } from './sheet.ts'

/**
 * What a program sees in place of a report: totals over everybody who shares them.
 * @param narrower what would make it a report of less
 * @throws UsageError where there is any, or for a format that totals do not come in
 * @throws NotPermittedError for a group too small to hide anybody
 */
export async function reportTotals(
  narrower: readonly unknown[],
  format: string,
  delivery: Delivery,
  context: Context,
): Promise<void> {
  if (narrower.some((one) => one !== undefined)) {
    throw new UsageError(
      "The audience 'program' gets totals over everybody; name no session and no intervals.",
    )
  }
  if (format !== 'terminal' && format !== 'json') {
    throw new UsageError(
      "Totals for the audience 'program' come as --format terminal or json; coach export --format csv --for program writes them as csv.",
    )
  }
  const [{ programAsJson, programTotals }, { renderTotals }] = await Promise.all([
    import('../exchange/export/program.ts'),
    import('../reports/totals.ts'),
  ])
  const db = await context.database()
  const totals = programTotals(db, {})
  const content = format === 'json' ? programAsJson(totals) : renderTotals(totals, await sheetOf(context))
  await deliver(context, content, delivery, format === 'terminal', {
    what: `totals of activity, ${format}`,
    audience: 'program',
    agreements: agreementsSharing(db, 'program'),
  })
}
