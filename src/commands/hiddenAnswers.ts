// The hidden answers of a key area: whose voices they are, opening them with the assessment's key, and what their rows will say.
import * as z from 'zod/mini';
import { type RevealedResponse, replacedVoices, type Voice, voiceName } from '../assessment';
import { type Person, samePerson } from '../base/person';
import { type KeyPair, openRecorded, openResponse } from '../sealing';
import { limits } from '../sharepoint/limits';
import {
  keys,
  type OpenedWorking,
  type RecordedWorking,
  type SealedResponse,
  type Stored,
} from '../sharepoint/records';
import { isSealedTo, pairsFor } from './assessmentKey';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** A voice with the row it lies in. */
export interface HiddenAnswer extends Voice {
  readonly row: Stored<SealedResponse> | Stored<RecordedWorking>;
}

/** An answer that could be opened, with what is shown of it. */
export interface OpenedAnswer {
  readonly answer: HiddenAnswer;
  readonly responses: readonly RevealedResponse[];
}

/** All that lies hidden of a key area and is believed, whether it counts or not. */
export const hiddenAnswers = (view: AssessmentView, keyAreaId: string): readonly HiddenAnswer[] => [
  ...ofArea(view.sealed, keyAreaId).map((row) => ({ personId: row.record.personId, own: true, row })),
  ...ofArea(view.recorded, keyAreaId).map((row) => ({ personId: row.record.personId, own: false, row })),
];

const ofArea = <T extends { readonly keyAreaId: string }>(rows: readonly Stored<T>[], keyAreaId: string) =>
  rows.filter(({ record }) => record.keyAreaId === keyAreaId);

/** Opens what can be opened here. Old keys of the assessment open too, where they are still at hand. */
export async function openAnswers(
  work: Workplace,
  view: AssessmentView,
  answers: readonly HiddenAnswer[],
): Promise<readonly OpenedAnswer[]> {
  const pairs = await pairsFor(
    work,
    view,
    answers.map(({ row }) => row.record.envelope),
  );
  const opened = await Promise.all(
    answers.map(async (answer) => ({ answer, responses: await openOne(work, view, answer, pairs) })),
  );
  return opened.filter(({ responses }) => responses.length > 0);
}

/** What is shown of one answer; nothing where it does not open or no row could hold it. */
async function openOne(
  work: Workplace,
  view: AssessmentView,
  { row }: HiddenAnswer,
  pairs: readonly KeyPair[],
): Promise<readonly RevealedResponse[]> {
  const { record } = row;
  const pair = pairs.find((candidate) => isSealedTo(record.envelope, candidate));
  if (!pair) return [];
  const responses =
    record.kind === 'response'
      ? await openOwn(view, record, pair)
      : await openRecording(view, record, row.lastModifiedBy ?? work.person, pair);
  return responses.every((response) => fitting.safeParse(response).success) ? responses : [];
}

/** Nobody saw an answer before it is opened: one that was not made by this product must not hold up everybody else's. */
const fitting = z.object({
  responseId: z.uuid(),
  remark: z.string().check(z.maxLength(limits.remark)),
  evidence: z.nullable(
    z.object({
      link: z.string().check(z.maxLength(limits.evidenceLink)),
      note: z.string().check(z.maxLength(limits.evidenceNote)),
    }),
  ),
});

async function openOwn(
  view: AssessmentView,
  record: SealedResponse,
  pair: KeyPair,
): Promise<readonly RevealedResponse[]> {
  const content = await openResponse(record.envelope, pair, record);
  if (!content.ok) return [];
  const { assessmentId, keyAreaId, personId } = record;
  const person = shownName(view, personId);
  return [{ ...content.value, assessmentId, keyAreaId, person, recordedAs: 'own', recordedBy: null, count: 1 }];
}

async function openRecording(
  view: AssessmentView,
  record: RecordedWorking,
  recordedBy: Person,
  pair: KeyPair,
): Promise<readonly RevealedResponse[]> {
  const content = await openRecorded(record.envelope, pair, record);
  if (!content.ok) return [];
  const { assessmentId, keyAreaId, personId } = record;
  return content.value.parts.map((part) => ({
    ...part,
    movingOn: false,
    confidence: null,
    evidence: null,
    assessmentId,
    keyAreaId,
    person: personId === null ? null : shownName(view, personId),
    recordedAs: personId === null ? 'show-of-hands' : 'for-person',
    recordedBy: { id: recordedBy.id, displayName: recordedBy.displayName },
  }));
}

function shownName({ assessment }: AssessmentView, personId: string): Person | null {
  const found = assessment.participants.find((person) => samePerson(person.id, personId));
  return assessment.showNames && found ? { id: found.id, displayName: found.displayName } : null;
}

/** Notes whose voices were opened and shown, under a key nobody could have taken; gives that key. */
export async function noteOpened(work: Workplace, opened: Omit<OpenedWorking, 'kind'>): Promise<string> {
  const key = keys.opened(opened.assessmentId, opened.keyAreaId, work.environment.newId());
  await work.replica.put('workings', key, { kind: 'opened', ...opened });
  return key;
}

/** Takes back what is shown of recordings whose person is now heard themselves. */
export async function takeBackReplaced(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  heard: readonly OpenedAnswer[],
): Promise<void> {
  const names = heard.map(({ answer }) => voiceName(answer));
  const replaced = replacedVoices(hiddenAnswers(view, keyAreaId)).filter((voice) =>
    names.includes(voiceName({ ...voice, own: true })),
  );
  for (const { responses } of await openAnswers(work, view, replaced))
    for (const { responseId } of responses)
      if (await work.replica.one('responses', responseId)) await work.replica.remove('responses', responseId);
}
