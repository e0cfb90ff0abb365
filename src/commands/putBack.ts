// Writing over what somebody changed by hand in the assessment's own row, with what counts.
import { ok, type Result } from '../base/result';
import { asFacilitator, changeAssessment } from './change';
import type { Refusal } from './refusal';
import type { Workplace } from './workplace';

/** Puts the assessment's own row back to what a facilitator wrote last; does nothing where that already stands there. */
export async function putBack(work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  if (found.value.overruled) await changeAssessment(work, found.value.assessment, {});
  return ok(undefined);
}
