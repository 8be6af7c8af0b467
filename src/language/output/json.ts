import type { Output, OutputOptions } from './checked.ts'
import { jsonText } from './jsonl.ts'

/** One document with every text in it, each as in a line of `jsonl`. */
export const json = (options: OutputOptions): Output => {
  let comma = ''
  return {
    opening: () => '{"schema_version":1,"texts":[',
    *text(checked) {
      yield `${comma}\n`
      comma = ','
      yield* jsonText(checked, options)
    },
    closing: () => '\n]}\n',
  }
}
