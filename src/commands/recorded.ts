// What a facilitator records for people in the room: one person's answer, or a show of hands. Hidden like every answer until shown.
import {
  acceptsAnswers,
  acceptsLateAnswers,
  countingVoices,
  isAsked,
  type Judgement,
  mayBeAdded,
  type Participant,
  type RecordedContent,
  takingPart,
  type Voice,
  voiceName,
} from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { publicHalf, sealRecorded } from '../sealing';
import { keys, type RecordedWorking, type Stored } from '../sharepoint/records';
import { stateOf, whileUnderWay } from './change';
import { type HiddenAnswer, hiddenAnswers } from './hiddenAnswers';
import type { Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** Which assessment and key area. */
export interface KeyAreaPlace {
  readonly assessmentId: string;
  readonly keyAreaId: string;
}

/** How many hands went up for one level, or for *cannot judge*. */
export interface Hands {
  readonly judgement: Judgement;
  readonly count: number;
}

/** Records the answer of a person asked who gave none themselves. Before the showing it takes the place of what was recorded for them. */
export async function recordForPerson(
  work: Workplace,
  place: KeyAreaPlace,
  personId: string,
  said: { readonly judgement: Judgement; readonly remark: string },
): Promise<Result<void, Refusal>> {
  return record(work, place, { personId: personId.toLowerCase(), own: false }, [{ ...said, count: 1 }]);
}

/** Records a show of hands. Before the showing it takes the place of one recorded earlier. At least one hand must be up. */
export async function recordHands(
  work: Workplace,
  place: KeyAreaPlace,
  counts: readonly Hands[],
): Promise<Result<void, Refusal>> {
  const raised = counts.filter(({ count }) => count > 0);
  if (raised.length === 0) return fail({ kind: 'draft', faults: [] });
  return record(
    work,
    place,
    hands,
    raised.map((each) => ({ ...each, remark: '' })),
  );
}

/** Takes back what was recorded; only before the showing. */
export async function removeRecorded(work: Workplace, row: Stored<RecordedWorking>): Promise<Result<void, Refusal>> {
  const { assessmentId, keyAreaId } = row.record;
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const { phase } = stateOf(found.value, keyAreaId);
  if (!acceptsAnswers(phase, found.value.assessment.phase)) return fail({ kind: 'wrong-phase', phase });
  await work.replica.remove('workings', row.key);
  return ok(undefined);
}

/** People asked for whom an answer may be recorded now. */
export function recordable(view: AssessmentView, keyAreaId: string): readonly Participant[] {
  const heard = heardIn(view, keyAreaId);
  return takingPart(view.assessment).filter((person) => mayRecord({ personId: person.id, own: false }, heard));
}

/** Whether a show of hands may be recorded now. */
export const mayRecordHands = (view: AssessmentView, keyAreaId: string): boolean =>
  mayRecord(hands, heardIn(view, keyAreaId));

/** The recordings that count, with for whom; null for a show of hands. */
export const recordings = (view: AssessmentView, keyAreaId: string): readonly Stored<RecordedWorking>[] =>
  countingVoices(view.assessment, hiddenAnswers(view, keyAreaId)).flatMap(({ row }) => (isRecorded(row) ? [row] : []));

const isRecorded = (row: HiddenAnswer['row']): row is Stored<RecordedWorking> => row.record.kind === 'recorded';

const hands: Voice = { personId: null, own: false };

/** Who is heard in a key area, hidden or shown. */
interface Heard {
  readonly late: boolean;
  readonly counting: ReadonlySet<string>;
  readonly opened: readonly string[];
}

function heardIn(view: AssessmentView, keyAreaId: string): Heard {
  const { assessment } = view;
  return {
    late: acceptsLateAnswers(stateOf(view, keyAreaId).phase, assessment.phase),
    counting: new Set(countingVoices(assessment, hiddenAnswers(view, keyAreaId)).map(voiceName)),
    opened: view.opened.get(keyAreaId) ?? [],
  };
}

/** Nothing replaces what a person gave; after the showing nothing replaces what was recorded either. */
const mayRecord = (voice: Voice, { late, counting, opened }: Heard): boolean =>
  !(voice.personId !== null && counting.has(voiceName({ ...voice, own: true }))) &&
  !(late && counting.has(voiceName(voice))) &&
  mayBeAdded(voice, opened);

async function record(
  work: Workplace,
  { assessmentId, keyAreaId }: KeyAreaPlace,
  voice: Voice,
  parts: readonly Omit<RecordedContent['parts'][number], 'responseId'>[],
): Promise<Result<void, Refusal>> {
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  const refusal = whyNot(view, keyAreaId, voice);
  if (refusal) return fail(refusal);
  // Its facilitators' word is still on its way here.
  const { publicKey, frameworkVersion } = view.assessment;
  if (!publicKey) return fail({ kind: 'no-assessment' });
  const before = recordings(view, keyAreaId).find((row) => row.record.personId === voice.personId)?.record ?? null;
  const recordingId = before?.recordingId ?? work.environment.newId();
  const place = { assessmentId, keyAreaId, personId: voice.personId, frameworkVersion };
  const content = { parts: parts.map((part) => ({ ...part, responseId: work.environment.newId() })) };
  const [mine] = await work.keyring.mine();
  const envelope = await sealRecorded(content, { assessment: publicKey, recorder: publicHalf(mine) }, place);
  const key = keys.recorded(assessmentId, keyAreaId, recordingId);
  await work.replica.put('workings', key, { kind: 'recorded', ...place, recordingId, envelope });
  return ok(undefined);
}

/** Why a voice cannot be recorded; null where it can. */
function whyNot(view: AssessmentView, keyAreaId: string, voice: Voice): Refusal | null {
  const { assessment } = view;
  const { phase } = stateOf(view, keyAreaId);
  const open = acceptsAnswers(phase, assessment.phase) || acceptsLateAnswers(phase, assessment.phase);
  if (!open) return { kind: 'wrong-phase', phase };
  const { personId } = voice;
  if (personId !== null && !isAsked(assessment, personId)) return { kind: 'not-allowed', needs: 'participant' };
  return mayRecord(voice, heardIn(view, keyAreaId)) ? null : { kind: 'answered-already' };
}
