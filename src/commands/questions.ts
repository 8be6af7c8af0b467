import { mergeTemplates, parseTemplates, type QuestionTemplate } from '../questions/index.ts'
import type { Io } from '../terminal/io.ts'
import { questionTemplates } from '../terminal/templates.ts'

/** The shipped questions, with the person's own added or in their place. */
export async function loadQuestions(io: Io): Promise<QuestionTemplate[]> {
  const { shipped, own } = await questionTemplates(io)
  return mergeTemplates(parseTemplates(shipped), parseTemplates(own))
}
