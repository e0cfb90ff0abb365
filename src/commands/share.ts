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
import { tellStep } from './messages';
import { graphRefusal, type Refusal } from './refusal';
import { type AssessmentView, readView } from './view';
import type { Workplace } from './workplace';

/** Exactly what sharing would write, one readable row per agreed key area. */
export const previewSharing = (view: AssessmentView, today: Day): readonly SharedResult[] =>
  sharedResults(view.summary, today);

/** Where councillors read what was shared. */
export const resultsListUrl = (work: Workplace): string => work.listUrls.results || work.siteUrl;

/** Writes the results, waits until SharePoint has them, and then tells the channel, if asked. What becomes of that stands in its row. */
export async function shareWithCouncillors(
  work: Workplace,
  assessmentId: string,
  options: { readonly tellChannel: boolean },
): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
  const step = takeAssessmentStep('share', view.assessment.phase, view.role);
  if (!step.ok) return step;
  const now = work.environment.now();
  const results = sharedResults(view.summary, londonDay(now));
  if (results.length === 0) return fail({ kind: 'nothing-to-share' });
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
  const { sharedAt } = (await readView(work, assessmentId))?.assessment ?? view.assessment;
  const name = { assessmentId, event: 'shared', occasion: momentMark(sharedAt ?? '') } as const;
  await tellStep(work, name, options.tellChannel);
  return ok(undefined);
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
