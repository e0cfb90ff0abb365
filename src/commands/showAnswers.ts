// Showing answers: the responses of a key area are written first and its phase last, so that a showing that was cut off can go on.
import type { ResponseContent, RevealedResponse } from '../assessment';
import { isAsked } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { type KeyPair, openResponse } from '../sealing';
import type { SealedResponse } from '../sharepoint/records';
import { assessmentKeyAtHand } from './assessmentKey';
import { asFacilitator, putState, stateOf, stepKeyArea } from './change';
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
  const latest = await work.replica.refresh();
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  if (!latest.ok) return fail(graphRefusal(latest.error));
  const pair = await assessmentKeyAtHand(work, found.value.assessment);
  if (!pair) return fail({ kind: 'key-missing' });
  const showing = keyAreaIds.filter((id) => ['collecting', 'revealing'].includes(stateOf(found.value, id).phase));
  progress(0, showing.length);
  for (const [index, keyAreaId] of showing.entries()) {
    const shown = await showOne(work, found.value, keyAreaId, pair);
    if (!shown.ok) return shown;
    progress(index + 1, showing.length);
  }
  return ok(undefined);
}

async function showOne(
  work: Workplace,
  view: AssessmentView,
  keyAreaId: string,
  pair: KeyPair,
): Promise<Result<void, Refusal>> {
  if (stateOf(view, keyAreaId).phase === 'collecting') {
    const started = await stepKeyArea(work, view, keyAreaId, 'startReveal');
    if (!started.ok) return started;
  }
  const responses = shuffled(await openAll(view, keyAreaId, pair), work.environment.randomBelow);
  for (const response of responses) {
    const there = await work.replica.one('responses', response.responseId);
    if (!there) await work.replica.put('responses', response.responseId, response);
  }
  for (const response of responses) {
    const written = await work.replica.confirmed('responses', response.responseId);
    if (!written.ok) return fail(graphRefusal(written.error));
  }
  await putState(work, { ...stateOf(view, keyAreaId), phase: 'revealed' });
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
  return opened.flatMap(({ record, content }) => (content.ok ? [asShown(view, record, content.value)] : []));
}

const asShown = (view: AssessmentView, record: SealedResponse, content: ResponseContent): RevealedResponse => ({
  ...content,
  assessmentId: record.assessmentId,
  keyAreaId: record.keyAreaId,
  person: view.assessment.showNames
    ? (view.assessment.participants.find((person) => person.id === record.personId) ?? null)
    : null,
  recordedAs: 'own',
  recordedBy: null,
  count: 1,
});

/** Fisher and Yates: rows are written in an order that says nothing about who answered first. */
function shuffled<T>(items: readonly T[], randomBelow: (below: number) => number): readonly T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(randomBelow(rest.length), 1));
  return result;
}
