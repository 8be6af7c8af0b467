/** The registry of outputs: a new one is a file and a line here. */

import type { Output, OutputOptions } from './checked.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { jsonl } from './jsonl.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

export type { Checked, Layout, Output, OutputOptions, RuleText } from './checked.ts'

export const outputs = { text, json, jsonl, sarif, github } satisfies Record<
  string,
  (options: OutputOptions) => Output
>
export type OutputFormat = keyof typeof outputs
export const OUTPUT_FORMATS = Object.keys(outputs) as OutputFormat[]
