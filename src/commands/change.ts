// What changing an assessment or a key area has in common: find it, ask the tables, write it.
import {
  type Assessment,
  type AssessmentStep,
  isUnderWay,
  type KeyAreaState,
  type KeyAreaStep,
  mayActAs,
  takeAssessmentStep,
  takeKeyAreaStep,
} from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { type AreaWorking, keys } from '../sharepoint/records';
import type { Refusal } from './refusal';
import { type AssessmentView, readView } from './view';
import type { Workplace } from './workplace';

/** The assessment, where it is here and I may act as a facilitator of it. */
export async function asFacilitator(work: Workplace, assessmentId: string): Promise<Result<AssessmentView, Refusal>> {
  // Nothing is done by the word of somebody who has none here.
  await work.ownRows.look(assessmentId);
  const view = await readView(work, assessmentId);
  if (!view) return fail({ kind: 'no-assessment' });
  return mayActAs(view.role, 'facilitator') ? ok(view) : fail({ kind: 'not-allowed', needs: 'facilitator' });
}

/** The same, and only while work on its key areas goes on: what is closed or cancelled accepts nothing. */
export async function whileUnderWay(work: Workplace, assessmentId: string): Promise<Result<AssessmentView, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const { phase } = found.value.assessment;
  return isUnderWay(phase) ? found : fail({ kind: 'wrong-phase', phase });
}

/**
 * Writes an assessment with some of it changed; nothing else is touched, whoever changed it meanwhile. A row that is overruled is
 * written over, not added to.
 * @param before the assessment as the view has it
 */
export async function changeAssessment(
  work: Workplace,
  before: Assessment,
  change: Partial<Assessment>,
): Promise<void> {
  const stored = await work.replica.one('assessments', before.id);
  const after = { ...before, ...change };
  if (stored && work.ownRows.instead(stored)) await work.replica.put('assessments', before.id, after);
  else await work.replica.put('assessments', before.id, after, before);
}

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
  await changeAssessment(work, assessment, { ...more, phase: phase.value });
  return ok(undefined);
}

/** A key area nothing is known of yet. */
export const newState = (assessmentId: string, keyAreaId: string): KeyAreaState => ({
  assessmentId,
  keyAreaId,
  phase: 'collecting',
  agreement: null,
  target: null,
  reason: '',
});

/** The state of a key area as the view has it; collecting where nothing was written yet. */
export const stateOf = (view: AssessmentView, keyAreaId: string): KeyAreaState =>
  view.states.find((state) => state.keyAreaId === keyAreaId) ?? newState(view.assessment.id, keyAreaId);

/** Takes a step of a key area's life cycle and writes what else changes with it. Gives the new state. */
export async function stepKeyArea(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  step: KeyAreaStep,
  more: Partial<KeyAreaState> = {},
): Promise<Result<KeyAreaState, Refusal>> {
  const phase = takeKeyAreaStep(step, stateOf(view, keyAreaId).phase, view.role, more.reason);
  if (!phase.ok) return phase;
  return ok(await changeState(work, view, keyAreaId, { ...more, phase: phase.value }));
}

/** Writes where a key area stands, with some of it changed. A state that is not believed is written over, not added to. */
export async function changeState(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  change: Partial<KeyAreaState>,
): Promise<KeyAreaState> {
  const before = stateOf(view, keyAreaId);
  const state = { ...before, ...change };
  const key = keys.area(view.assessment.id, keyAreaId);
  if (view.disbelieved.includes(keyAreaId)) await work.replica.put('workings', key, areaWorking(state));
  else await work.replica.put('workings', key, areaWorking(state), areaWorking(before));
  return state;
}

/** A key area's state as a row of the workings. */
export const areaWorking = (state: KeyAreaState): AreaWorking => ({
  kind: 'area',
  assessmentId: state.assessmentId,
  state,
});
