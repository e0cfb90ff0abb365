// Who is asked, and who facilitates: both may change at any time.
import type { Participant } from '../assessment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { type FoundPerson, searchUsers } from '../sharepoint/people';
import { keys } from '../sharepoint/records';
import { tendKeys } from './assessmentKey';
import { asFacilitator, putAssessment } from './change';
import { facilitatorLink } from './openAssessment';
import type { Refusal } from './refusal';
import { ofKind } from './view';
import type { Workplace } from './workplace';

/** Adds, replaces or marks people as not taking part; counts follow. */
export async function changeParticipants(
  work: Workplace,
  assessmentId: string,
  participants: readonly Participant[],
): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  await putAssessment(work, { ...found.value.assessment, participants });
  return ok(undefined);
}

/** Hands over: a new link of the chain, and the assessment's key for whoever joins. At least one facilitator must stay. */
export async function changeFacilitators(
  work: Workplace,
  assessmentId: string,
  facilitators: readonly Person[],
): Promise<Result<void, Refusal>> {
  if (facilitators.length === 0) return fail({ kind: 'draft', faults: [{ field: 'facilitators', kind: 'missing' }] });
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const links = ofKind(await work.replica.all('workings', assessmentId), 'facilitators');
  const serial = Math.max(0, ...links.map((link) => link.record.serial)) + 1;
  await work.replica.put(
    'workings',
    keys.facilitators(assessmentId, serial),
    facilitatorLink(assessmentId, serial, facilitators),
  );
  await putAssessment(work, { ...found.value.assessment, facilitators });
  await tendKeys(work, assessmentId);
  return ok(undefined);
}

/** People of the organisation whose name or address matches, where the host's own picker is not allowed. */
export const searchPeople = (work: Workplace, text: string): Promise<Result<readonly FoundPerson[], GraphFault>> =>
  searchUsers(work.graph, text);
