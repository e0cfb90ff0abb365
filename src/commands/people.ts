// Who is asked, and who facilitates: both may change at any time.
import type { Participant } from '../assessment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { type FoundPerson, searchUsers } from '../sharepoint/people';
import { keys } from '../sharepoint/records';
import { changeAssessment, whileUnderWay } from './change';
import type { Refusal } from './refusal';
import type { Workplace } from './workplace';

/** Adds, replaces or marks people as not taking part; counts follow. */
export async function changeParticipants(
  work: Workplace,
  assessmentId: string,
  participants: readonly Participant[],
): Promise<Result<void, Refusal>> {
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  await changeAssessment(work, found.value.assessment, { participants });
  return ok(undefined);
}

/** Hands over by a new link of the chain; `attend` sees to it that whoever joins can show answers. At least one must stay. */
export async function changeFacilitators(
  work: Workplace,
  assessmentId: string,
  facilitators: readonly Person[],
): Promise<Result<void, Refusal>> {
  if (facilitators.length === 0) return fail({ kind: 'draft', faults: [{ field: 'facilitators', kind: 'missing' }] });
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const { assessment, chain } = found.value;
  const serial = chain.nextSerial;
  await work.replica.put('workings', keys.facilitators(assessmentId, serial), {
    kind: 'facilitators',
    assessmentId,
    serial,
    facilitators,
    publicKey: chain.publicKey,
  });
  await changeAssessment(work, assessment, { facilitators });
  return ok(undefined);
}

/** People of the organisation whose name or address matches, where the host's own picker is not allowed. */
export const searchPeople = (work: Workplace, text: string): Promise<Result<readonly FoundPerson[], GraphFault>> =>
  searchUsers(work.graph, text);
