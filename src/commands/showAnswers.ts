// Showing answers: the responses of a key area are written first and its phase last, so that a showing that was cut off can go on.
import { countingVoices, voiceName } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { keys, type ListName } from '../sharepoint/records';
import { assessmentKeyAtHand } from './assessmentKey';
import { stateOf, stepKeyArea, whileUnderWay } from './change';
import { hiddenAnswers, noteOpened, openAnswers, takeBackReplaced } from './hiddenAnswers';
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
  if (!(await assessmentKeyAtHand(work, before.value))) return fail({ kind: 'key-missing' });
  const showing = keyAreaIds.filter((id) => ['collecting', 'revealing'].includes(stateOf(before.value, id).phase));
  progress(0, showing.length);
  const started = await startAll(work, before.value, showing);
  if (!started.ok) return started;
  // Read again: what came in until everybody was told to stop counts.
  const view = await upToDate(work, assessmentId);
  if (!view.ok) return view;
  for (const [index, keyAreaId] of showing.entries()) {
    const shown = await showOne(work, view.value, keyAreaId);
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

async function showOne(work: Workplace, view: AssessmentView, keyAreaId: string): Promise<Result<void, Refusal>> {
  const counting = countingVoices(view.assessment, hiddenAnswers(view, keyAreaId));
  // One that does not open is left out: it may be added later, or its author is asked to give it again.
  const opened = await openAnswers(work, view, counting);
  const inOrder = opened.flatMap(({ responses: parts }) => parts);
  const responses = shuffled(inOrder, work.environment.randomBelow);
  await takeBackReplaced(work, view, keyAreaId, opened);
  for (const response of responses) await work.replica.put('responses', response.responseId, response);
  const written = await confirmAll(
    work,
    'responses',
    responses.map((response) => response.responseId),
  );
  if (!written.ok) return written;
  const voices = opened.map(({ answer }) => voiceName(answer)).sort();
  const noted = await noteOpened(work, { assessmentId: view.assessment.id, keyAreaId, voices });
  const confirmed = await confirmAll(work, 'workings', [noted]);
  if (!confirmed.ok) return confirmed;
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

/** Fisher and Yates: rows are written in an order that says nothing about who answered first. */
function shuffled<T>(items: readonly T[], randomBelow: (below: number) => number): readonly T[] {
  const rest = [...items];
  const result: T[] = [];
  while (rest.length > 0) result.push(...rest.splice(randomBelow(rest.length), 1));
  return result;
}
