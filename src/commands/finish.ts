// How an assessment ends: closed, cancelled, or (practice only) deleted from every list.
import { fail, ok, type Result } from '../base/result';
import { keys, listNames } from '../sharepoint/records';
import { asFacilitator, stepAssessment } from './change';
import type { Refusal } from './refusal';
import { ofKind } from './view';
import type { Workplace } from './workplace';

/** Deletes a practice assessment completely. SharePoint keeps deleted rows in the site's recycle bin. */
export async function deletePractice(work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  if (!found.value.assessment.practice) return fail({ kind: 'wrong-phase', phase: found.value.assessment.phase });
  for (const list of listNames)
    for (const row of await work.replica.all(list, assessmentId)) await work.replica.remove(list, row.key);
  return ok(undefined);
}

/** Cancels an assessment that will not be finished. What was written stays readable in SharePoint. */
export const cancelAssessment = (work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> =>
  end(work, assessmentId, 'cancel');

/** Closes an assessment and destroys its key: answers never shown can then be opened by their authors only. */
export const closeAssessment = (work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> =>
  end(work, assessmentId, 'close');

async function end(work: Workplace, assessmentId: string, step: 'cancel' | 'close'): Promise<Result<void, Refusal>> {
  // Another device may have handed the key on a moment ago. Offline, what is known here has to do.
  await work.replica.refresh();
  const done = await stepAssessment(work, assessmentId, step);
  if (!done.ok) return done;
  const wrapped = ofKind(await work.replica.all('workings', assessmentId), 'assessment-key');
  for (const { record } of wrapped)
    await work.replica.remove('workings', keys.assessmentKey(assessmentId, record.keyId, record.personId));
  return done;
}
