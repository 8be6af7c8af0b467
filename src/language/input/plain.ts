import { Blocks } from './blocks.ts'
import { fences } from './fence.ts'
import type { Reader } from './located.ts'

/** Plain text: its paragraphs, without code between fences and lines quoted with `>`. */
export function plain(perItem: boolean): Reader {
  const blocks = new Blocks(perItem)
  const isCode = fences()
  return {
    line(text, number) {
      const skipped = isCode(text) || /^\s{0,3}>/.test(text)
      return blocks.add(text, skipped ? '' : text, number)
    },
    end: () => blocks.end(),
  }
}
