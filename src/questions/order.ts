import { type Session, STAGES, type Stage } from '../domain/model.ts'

export type Permission = { readonly may: true } | { readonly may: false; readonly why: string }

/** Asked from memory: these come before the data is shown, so no figure may stand in them. */
export const isBeforeData = (stage: Stage): boolean => stage === 'plan' || stage === 'recall'

/**
 * Whether a question of this stage may be asked now: planning and recall before the data is shown, and from the
 * inference stage on only once the protégé has answered a question about noticing, so that what they conclude rests
 * on what they saw and not on what the coach says.
 * @param answered the stages of the questions that the protégé has answered about this session
 */
export function mayAsk(stage: Stage, answered: Iterable<Stage>): Permission {
  const done = [...answered]
  if (isBeforeData(stage)) {
    if (done.every(isBeforeData)) return { may: true }
    return { may: false, why: `A ${stage} question comes before the data is shown, and it has been shown.` }
  }
  if (STAGES.indexOf(stage) < STAGES.indexOf('inference') || done.includes('notice')) return { may: true }
  return {
    may: false,
    why: `A question of the ${stage} stage comes after an answer about noticing: ask one with --stage notice first.`,
  }
}

/** The stages whose time has not passed: once a session has ended, nobody plans it. */
export const stagesFor = (state: Session['state']): readonly Stage[] =>
  state === 'ended' ? STAGES.filter((stage) => stage !== 'plan') : STAGES
