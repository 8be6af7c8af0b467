export { chooseQuestions, type Question, type Source, type Wanted } from './choose.ts'
export type { Material } from './facts.ts'
export { isBeforeData, mayAsk, type Permission, stagesFor } from './order.ts'
export { mergeTemplates, parseTemplates, type QuestionTemplate, type TemplateFile } from './templates.ts'
