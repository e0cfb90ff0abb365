// Share with councillors: the one deliberate step that writes the results list.
import { type Day, type SharedResult, takeAssessmentStep } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { momentMark } from '../channel';
import type { GraphFault } from '../graph/faults';
import { sameJson } from '../replica/merge';
import type { AnyRecord } from '../replica/replica';
import { sharedResults } from '../report';
import { keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { asFacilitator, stepAssessment } from './change';
import { presetComments } from './comments';
import { type HandEdit, handEdits } from './handEdits';
import { tellStep } from './messages';
import { graphRefusal, type Refusal } from './refusal';
import { type AssessmentView, readView } from './view';
import type { Workplace } from './workplace';

/** Exactly what sharing would write, one readable row per agreed key area. */
export const previewSharing = (view: AssessmentView, today: Day): readonly SharedResult[] =>
  sharedResults(view.summary, today);

/** Where councillors read what was shared. */
export const resultsListUrl = (work: Workplace): string => work.listUrls.results || work.siteUrl;

export interface ShareOptions {
  readonly tellChannel: boolean;
  /** Edits by hand that whoever shares has seen, and that may be replaced. */
  readonly replacing?: readonly HandEdit[];
}

/** What came of sharing, besides that it is done. */
export interface Shared {
  /** Why councillors' comments do not name this assessment by themselves; null where they do. */
  readonly notPreset: GraphFault | null;
}

/**
 * Writes the results, waits until SharePoint has them, sees to it that comments made from now on name this assessment, and then, if
 * asked, tells the channel; what becomes of that stands in its row. Edits by hand are replaced only where that was asked for.
 */
export async function shareWithCouncillors(
  work: Workplace,
  assessmentId: string,
  options: ShareOptions,
): Promise<Result<Shared, Refusal>> {
  // An edit by hand may be younger than the last look at the list. Offline, what is known here has to do.
  await work.replica.refresh();
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
  const step = takeAssessmentStep('share', view.assessment.phase, view.role);
  if (!step.ok) return step;
  const now = work.environment.now();
  const results = sharedResults(view.summary, londonDay(now));
  if (results.length === 0) return fail({ kind: 'nothing-to-share' });
  if (unseenEdits(view, results, options.replacing ?? []).length > 0) return fail({ kind: 'edited-by-hand' });
  const noted = await noteShared(work, results);
  if (!noted.ok) return fail(graphRefusal(noted.error));
  for (const result of results) await work.replica.put('results', keys.result(assessmentId, result.keyAreaId), result);
  const written = await confirmAll(
    work,
    results.map((result) => keys.result(assessmentId, result.keyAreaId)),
  );
  if (!written.ok) return fail(graphRefusal(written.error));
  const stepped = await stepAssessment(work, assessmentId, 'share', { sharedAt: now.toISOString() });
  if (!stepped.ok) return stepped;
  const settled = await settle(work, assessmentId);
  if (!settled.ok) return fail(graphRefusal(settled.error));
  const preset = await presetComments(work, assessmentId);
  const { sharedAt } = (await readView(work, assessmentId))?.assessment ?? view.assessment;
  const name = { assessmentId, event: 'shared', occasion: momentMark(sharedAt ?? '') } as const;
  await tellStep(work, name, options.tellChannel);
  return ok({ notPreset: preset.ok ? null : preset.error });
}

/** Edits by hand that sharing would replace although nobody said that they may be. */
const unseenEdits = (
  view: AssessmentView,
  results: readonly SharedResult[],
  seen: readonly HandEdit[],
): readonly HandEdit[] =>
  handEdits(view).filter(
    (edit) =>
      results.some(({ keyAreaId }) => keyAreaId === edit.keyAreaId) && !seen.some((known) => sameJson(known, edit)),
  );

/** Notes what is shared before it is written, so that whatever the list says beyond it is known to be somebody's edit by hand. */
async function noteShared(work: Workplace, results: readonly SharedResult[]): Promise<Result<void, GraphFault>> {
  for (const result of results) {
    const { assessmentId, keyAreaId } = result;
    await work.replica.put('workings', keys.shared(assessmentId, keyAreaId), { kind: 'shared', assessmentId, result });
  }
  for (const { assessmentId, keyAreaId } of results) {
    const key = keys.shared(assessmentId, keyAreaId);
    const written = await work.replica.confirmed('workings', key);
    if (written.ok) continue;
    // Somebody shared at the same moment: nobody is asked which note to keep, for the row that is written now is mine.
    if ((await work.replica.saveState('workings', key)).kind !== 'two-versions') return written;
    await work.replica.choose('workings', key, 'mine');
    const again = await work.replica.confirmed('workings', key);
    if (!again.ok) return again;
  }
  return ok(undefined);
}

/** Takes a row out of the results list whose key area is no longer agreed, and waits until SharePoint has done so. */
export async function takeOutOfList(
  work: Workplace,
  assessmentId: string,
  keyAreaId: string,
): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const key = keys.result(assessmentId, keyAreaId);
  await work.replica.remove('results', key);
  const written = await work.replica.confirmed('results', key);
  return written.ok ? ok(undefined) : fail(graphRefusal(written.error));
}

/** Waits until SharePoint knows that it was shared. Where somebody shared at the same moment, their moment stands. */
async function settle(work: Workplace, assessmentId: string): Promise<Result<void, GraphFault>> {
  const written = await work.replica.confirmed('assessments', assessmentId);
  if (written.ok) return written;
  const state = await work.replica.saveState('assessments', assessmentId);
  if (state.kind !== 'two-versions' || !sameButForSharing(state)) return written;
  await work.replica.choose('assessments', assessmentId, 'theirs');
  return work.replica.confirmed('assessments', assessmentId);
}

const sameButForSharing = ({
  mine,
  theirs,
}: {
  readonly mine: AnyRecord | null;
  readonly theirs: AnyRecord;
}): boolean => mine !== null && sameJson({ ...mine, sharedAt: null }, { ...theirs, sharedAt: null });

async function confirmAll(work: Workplace, resultKeys: readonly string[]): Promise<Result<void, GraphFault>> {
  for (const key of resultKeys) {
    const written = await work.replica.confirmed('results', key);
    if (!written.ok) return written;
  }
  return ok(undefined);
}
