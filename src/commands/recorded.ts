// What a facilitator records for people in the room: one person's answer, or a show of hands. Hidden like every answer until shown.
import {
  acceptsAnswers,
  acceptsLateAnswers,
  countingVoices,
  isAsked,
  type Judgement,
  mayBeAdded,
  type RecordedContent,
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
  hands: readonly Hands[],
): Promise<Result<void, Refusal>> {
  const raised = hands.filter(({ count }) => count > 0);
  if (raised.length === 0) return fail({ kind: 'draft', faults: [] });
  return record(
    work,
    place,
    { personId: null, own: false },
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

/** The recording that counts for a person, or the show of hands (null); null where there is none. */
export function recordingOf(
  view: AssessmentView,
  keyAreaId: string,
  personId: string | null,
): Stored<RecordedWorking> | null {
  const name = voiceName({ personId, own: false });
  const voice = countingVoices(view.assessment, hiddenAnswers(view, keyAreaId)).find(
    (candidate) => voiceName(candidate) === name,
  );
  return voice && isRecorded(voice.row) ? voice.row : null;
}

const isRecorded = (row: HiddenAnswer['row']): row is Stored<RecordedWorking> => row.record.kind === 'recorded';

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
  const before = recordingOf(view, keyAreaId, voice.personId)?.record ?? null;
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
  const late = acceptsLateAnswers(phase, assessment.phase);
  if (!late && !acceptsAnswers(phase, assessment.phase)) return { kind: 'wrong-phase', phase };
  const { personId } = voice;
  if (personId !== null && !isAsked(assessment, personId)) return { kind: 'not-allowed', needs: 'participant' };
  const counting = countingVoices(assessment, [...hiddenAnswers(view, keyAreaId), voice]);
  const answeredThemselves = !counting.some((other) => voiceName(other) === voiceName(voice));
  const heard = !mayBeAdded(voice, view.opened.get(keyAreaId) ?? []);
  const recordedAlready = late && recordingOf(view, keyAreaId, personId) !== null;
  return answeredThemselves || heard || recordedAlready ? { kind: 'answered-already' } : null;
}
