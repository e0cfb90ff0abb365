// What changing an assessment or a key area has in common: find it, ask the tables, write it.
import {
  type Assessment,
  type AssessmentStep,
  type KeyAreaState,
  type KeyAreaStep,
  mayActAs,
  takeAssessmentStep,
  takeKeyAreaStep,
} from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { keys } from '../sharepoint/records';
import type { Refusal } from './refusal';
import { type AssessmentView, readView } from './view';
import type { Workplace } from './workplace';

/** The assessment, where it is here and I may act as a facilitator of it. */
export async function asFacilitator(work: Workplace, assessmentId: string): Promise<Result<AssessmentView, Refusal>> {
  const view = await readView(work, assessmentId);
  if (!view) return fail({ kind: 'no-assessment' });
  return mayActAs(view.role, 'facilitator') ? ok(view) : fail({ kind: 'not-allowed', needs: 'facilitator' });
}

/** Writes a changed assessment. */
export const putAssessment = (work: Workplace, assessment: Assessment): Promise<void> =>
  work.replica.put('assessments', assessment.id, assessment);

/** Takes a step of the assessment's life cycle. */
export async function stepAssessment(
  work: Workplace,
  assessmentId: string,
  step: AssessmentStep,
  more: Partial<Assessment> = {},
): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const { assessment, role } = found.value;
  const phase = takeAssessmentStep(step, assessment.phase, role);
  if (!phase.ok) return phase;
  await putAssessment(work, { ...assessment, ...more, phase: phase.value });
  return ok(undefined);
}

/** The state of a key area as the view has it; collecting where nothing was written yet. */
export const stateOf = (view: AssessmentView, keyAreaId: string): KeyAreaState =>
  view.states.find((state) => state.keyAreaId === keyAreaId) ?? {
    assessmentId: view.assessment.id,
    keyAreaId,
    phase: 'collecting',
    agreement: null,
    target: null,
    reason: '',
  };

/** Takes a step of a key area's life cycle and writes what else changes with it. Gives the new state. */
export async function stepKeyArea(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  step: KeyAreaStep,
  more: Partial<KeyAreaState> = {},
): Promise<Result<KeyAreaState, Refusal>> {
  const before = stateOf(view, keyAreaId);
  const phase = takeKeyAreaStep(step, before.phase, view.role, more.reason);
  if (!phase.ok) return phase;
  const state: KeyAreaState = { ...before, ...more, phase: phase.value };
  await putState(work, state);
  return ok(state);
}

/** Writes where a key area stands. */
export const putState = (work: Workplace, state: KeyAreaState): Promise<void> =>
  work.replica.put('workings', keys.area(state.assessmentId, state.keyAreaId), {
    kind: 'area',
    assessmentId: state.assessmentId,
    state,
  });
