// Opening an assessment, practice ones included.
import { type Assessment, type AssessmentDraft, checkDraft, isFacilitator } from '../assessment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { newKeyPair, publicHalf } from '../sealing';
import { keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { wrapTo } from './assessmentKey';
import { areaWorking, newState } from './change';
import { announce } from './messages';
import type { Refusal } from './refusal';
import type { Workplace } from './workplace';

/** Opens an assessment here at once; SharePoint follows. With `tellChannel` the channel is told once SharePoint has it. */
export async function openAssessment(work: Workplace, draft: AssessmentDraft): Promise<Result<string, Refusal>> {
  const faults = checkDraft(draft, londonDay(work.environment.now()));
  if (faults.length > 0) return fail({ kind: 'draft', faults });
  const id = await begin(work, draft, false);
  if (draft.tellChannel) announce(work, { assessmentId: id, event: 'opened', occasion: '1' }, true);
  return ok(id);
}

/** A practice assessment with only me: it posts nothing, shares nothing and deletes completely. */
export async function tryItFirst(
  work: Workplace,
  title: string,
  organisation: string,
): Promise<Result<string, Refusal>> {
  const me = work.person;
  const id = await begin(
    work,
    {
      title,
      organisation,
      dueDate: null,
      keyAreaIds: work.framework.theme.keyAreas.map((area) => area.id),
      facilitators: [me],
      participants: [{ ...me, takingPart: true }],
      showNames: false,
      earlier: [],
      previousId: null,
      tellChannel: false,
    },
    true,
  );
  return ok(id);
}

async function begin(work: Workplace, draft: AssessmentDraft, practice: boolean): Promise<string> {
  const { replica, environment, framework } = work;
  const id = environment.newId();
  const pair = await newKeyPair(environment.newId);
  const facilitators = withOpener(work.person, draft.facilitators);
  const assessment: Assessment = {
    id,
    title: draft.title.trim(),
    organisation: draft.organisation.trim(),
    home: work.home,
    phase: 'open',
    practice,
    dueDate: draft.dueDate,
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    keyAreaIds: draft.keyAreaIds,
    facilitators,
    participants: draft.participants,
    showNames: draft.showNames,
    publicKey: publicHalf(pair),
    previousId: draft.previousId,
    earlier: draft.earlier,
    tellChannel: draft.tellChannel,
    openedAt: environment.now().toISOString(),
    sharedAt: null,
  };
  const [mine] = await work.keyring.mine();
  await wrapTo(work, id, pair, work.person.id, publicHalf(mine));
  const { publicKey } = assessment;
  await replica.put('workings', keys.facilitators(id, 1), {
    kind: 'facilitators',
    assessmentId: id,
    serial: 1,
    facilitators,
    publicKey,
  });
  for (const keyAreaId of draft.keyAreaIds)
    await replica.put('workings', keys.area(id, keyAreaId), areaWorking(newState(id, keyAreaId)));
  await replica.put('assessments', id, assessment);
  return id;
}

/** Whoever opens an assessment facilitates until they hand over: at first only their device can show answers. */
const withOpener = (opener: Person, named: readonly Person[]): readonly Person[] =>
  isFacilitator(named, opener.id) ? named : [opener, ...named];
