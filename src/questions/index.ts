export { type Choice, chooseQuestions, type Question, type Source } from './choose.ts'
export type { Material } from './facts.ts'
export { isBeforeData, mayAsk, type Permission, stagesFor } from './order.ts'
export { mergeTemplates, parseTemplates, type QuestionTemplate, type TemplateFile } from './templates.ts'
