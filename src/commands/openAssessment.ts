// Opening an assessment, practice ones included.
import {
  type Assessment,
  type AssessmentDraft,
  checkDraft,
  type EarlierResult,
  type KeyAreaState,
} from '../assessment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { Level } from '../framework';
import type { GraphFault } from '../graph/faults';
import { newKeyPair, publicHalf } from '../sealing';
import { homeKey, keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { tendKeys, wrapFor } from './assessmentKey';
import { announce } from './messages';
import type { Refusal } from './refusal';
import { ofKind } from './view';
import type { Workplace } from './workplace';

/** Opens an assessment here at once; SharePoint follows. With `tellChannel` the channel is told once SharePoint has it. */
export async function openAssessment(work: Workplace, draft: AssessmentDraft): Promise<Result<string, Refusal>> {
  const faults = checkDraft(draft, londonDay(work.environment.now()));
  if (faults.length > 0) return fail({ kind: 'draft', faults });
  const id = await begin(work, draft, false);
  if (draft.tellChannel) announce(work, id, 'opened', 1);
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
    facilitators: draft.facilitators,
    participants: draft.participants,
    showNames: draft.showNames,
    publicKey: publicHalf(pair),
    previousId: practice ? null : (draft.previousId ?? (await knownLatest(work))),
    earlier: draft.earlier,
    tellChannel: draft.tellChannel,
    openedAt: environment.now().toISOString(),
    sharedAt: null,
  };
  await work.keyring.mine();
  await wrapFor(work, assessment, pair, work.person.id);
  await replica.put('workings', keys.facilitators(id, 1), facilitatorLink(id, 1, draft.facilitators));
  for (const keyAreaId of draft.keyAreaIds) {
    const state: KeyAreaState = {
      assessmentId: id,
      keyAreaId,
      phase: 'collecting',
      agreement: null,
      target: null,
      reason: '',
    };
    await replica.put('workings', keys.area(id, keyAreaId), { kind: 'area', assessmentId: id, state });
  }
  await replica.put('assessments', id, assessment);
  if (!practice) {
    const home = homeKey(work.home);
    await replica.put('workings', keys.latest(home), { kind: 'latest', home, assessmentId: id });
  }
  await tendKeys(work, id);
  return id;
}

/** One link of the facilitator chain. */
export const facilitatorLink = (assessmentId: string, serial: number, facilitators: readonly Person[]) =>
  ({ kind: 'facilitators', assessmentId, serial, facilitators }) as const;

/** The newest assessment as far as this device knows; opening must not wait for the network. */
async function knownLatest(work: Workplace): Promise<string | null> {
  const row = await work.replica.one('workings', keys.latest(homeKey(work.home)));
  return row?.record.kind === 'latest' ? row.record.assessmentId : null;
}

/** How many earlier assessments are offered to compare with. */
const earlierOffered = 5;

/** Results of earlier assessments of this channel that can be brought forward, newest first. */
export async function readPrevious(
  work: Workplace,
): Promise<Result<readonly { assessment: Assessment; earlier: readonly EarlierResult[] }[], GraphFault>> {
  const found: { assessment: Assessment; earlier: readonly EarlierResult[] }[] = [];
  let next = await latestId(work);
  if (!next.ok) return next;
  for (let looked = 0; next.value !== null && looked < earlierOffered; looked += 1) {
    const read = await work.replica.fetchAssessment(next.value);
    if (!read.ok) return read;
    const assessment: Assessment | undefined = (await work.replica.one('assessments', next.value))?.record;
    if (!assessment) break;
    const earlier = await agreedIn(work, assessment);
    if (earlier.length > 0) found.push({ assessment, earlier });
    next = ok(assessment.previousId);
  }
  return ok(found);
}

async function latestId(work: Workplace): Promise<Result<string | null, GraphFault>> {
  const key = keys.latest(homeKey(work.home));
  const read = await work.replica.fetchOne('workings', key);
  if (!read.ok) return read;
  const row = await work.replica.one('workings', key);
  return ok(row?.record.kind === 'latest' ? row.record.assessmentId : null);
}

async function agreedIn(work: Workplace, assessment: Assessment): Promise<readonly EarlierResult[]> {
  const workings = await work.replica.all('workings', assessment.id);
  return ofKind(workings, 'area').flatMap(({ record: { state } }) =>
    state.phase === 'agreed' && state.agreement
      ? [broughtForward(assessment, state.keyAreaId, state.agreement.level, state.agreement.at)]
      : [],
  );
}

const broughtForward = (assessment: Assessment, keyAreaId: string, level: Level, at: string): EarlierResult => ({
  keyAreaId,
  level,
  date: londonDay(new Date(at)),
  source: assessment.title,
});
