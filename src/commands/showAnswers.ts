// Showing answers: the responses of a key area are written first and its phase last, so that a showing that was cut off can go on.
import * as z from 'zod/mini';
import type { ResponseContent, RevealedResponse } from '../assessment';
import { isAsked } from '../assessment';
import { samePerson } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { type KeyPair, openResponse } from '../sealing';
import { limits } from '../sharepoint/limits';
import { keys, type ListName, type SealedResponse } from '../sharepoint/records';
import { assessmentKeyAtHand } from './assessmentKey';
import { stateOf, stepKeyArea, whileUnderWay } from './change';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** Shows the answers of key areas to everyone. May be called again after it was cut off; it goes on where it stood. */
export async function showAnswers(
  work: Workplace,
  assessmentId: string,
  keyAreaIds: readonly string[],
  progress: (done: number, of: number) => void = () => undefined,
): Promise<Result<void, Refusal>> {
  const before = await upToDate(work, assessmentId);
  if (!before.ok) return before;
  const pair = await assessmentKeyAtHand(work, before.value);
  if (!pair) return fail({ kind: 'key-missing' });
  const showing = keyAreaIds.filter((id) => ['collecting', 'revealing'].includes(stateOf(before.value, id).phase));
  progress(0, showing.length);
  const started = await startAll(work, before.value, showing);
  if (!started.ok) return started;
  // Read again: what came in until everybody was told to stop counts.
  const view = await upToDate(work, assessmentId);
  if (!view.ok) return view;
  for (const [index, keyAreaId] of showing.entries()) {
    const shown = await showOne(work, view.value, keyAreaId, pair);
    if (!shown.ok) return shown;
    progress(index + 1, showing.length);
  }
  return ok(undefined);
}

/** The assessment as SharePoint has it now. */
async function upToDate(work: Workplace, assessmentId: string): Promise<Result<AssessmentView, Refusal>> {
  const latest = await work.replica.refresh();
  const view = await whileUnderWay(work, assessmentId);
  return view.ok && !latest.ok ? fail(graphRefusal(latest.error)) : view;
}

/** Stops the taking of answers; resolves once SharePoint says so to everyone. */
async function startAll(
  work: Workplace,
  view: AssessmentView,
  keyAreaIds: readonly string[],
): Promise<Result<void, Refusal>> {
  for (const id of keyAreaIds.filter((each) => stateOf(view, each).phase === 'collecting')) {
    const started = await stepKeyArea(work, view, id, 'startReveal');
    if (!started.ok) return started;
  }
  return confirmAll(
    work,
    'workings',
    keyAreaIds.map((id) => keys.area(view.assessment.id, id)),
  );
}

async function showOne(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  pair: KeyPair,
): Promise<Result<void, Refusal>> {
  const responses = shuffled(await openAll(view, keyAreaId, pair), work.environment.randomBelow);
  for (const response of responses) await work.replica.put('responses', response.responseId, response);
  const written = await confirmAll(
    work,
    'responses',
    responses.map((response) => response.responseId),
  );
  if (!written.ok) return written;
  const finished = await stepKeyArea(work, view, keyAreaId, 'finishReveal');
  return finished.ok ? ok(undefined) : finished;
}

async function confirmAll(work: Workplace, list: ListName, rowKeys: readonly string[]): Promise<Result<void, Refusal>> {
  for (const key of rowKeys) {
    const written = await work.replica.confirmed(list, key);
    if (!written.ok) return fail(graphRefusal(written.error));
  }
  return ok(undefined);
}

/** Opens the answers that count. One that does not open is left out: its author is asked to give it again. */
async function openAll(view: AssessmentView, keyAreaId: string, pair: KeyPair): Promise<readonly RevealedResponse[]> {
  const sealed = view.sealed
    .map((row) => row.record)
    .filter((record) => record.keyAreaId === keyAreaId && isAsked(view.assessment, record.personId));
  const opened = await Promise.all(
    sealed.map(async (record) => ({ record, content: await openResponse(record.envelope, pair, record) })),
  );
  return opened.flatMap(({ record, content }) =>
    content.ok && fitsARow(content.value) ? [asShown(view, record, content.value)] : [],
  );
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
const fitsARow = (content: ResponseContent): boolean => fitting.safeParse(content).success;

const asShown = (view: AssessmentView, record: SealedResponse, content: ResponseContent): RevealedResponse => ({
  ...content,
  assessmentId: record.assessmentId,
  keyAreaId: record.keyAreaId,
  person: view.assessment.showNames ? personOf(view, record.personId) : null,
  recordedAs: 'own',
  recordedBy: null,
  count: 1,
});

function personOf({ assessment }: AssessmentView, personId: string): RevealedResponse['person'] {
  const found = assessment.participants.find((person) => samePerson(person.id, personId));
  return found ? { id: found.id, displayName: found.displayName } : null;
}

/** Fisher and Yates: rows are written in an order that says nothing about who answered first. */
function shuffled<T>(items: readonly T[], randomBelow: (below: number) => number): readonly T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(randomBelow(rest.length), 1));
  return result;
}
