// Share with councillors: the one deliberate step that writes the results list.
import type { Day, SharedResult } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { sharedResults } from '../report';
import { keys } from '../sharepoint/records';
import { londonDay } from '../words';
import { asFacilitator, stepAssessment } from './change';
import { postMessage } from './messages';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** Exactly what sharing would write, one readable row per agreed key area. */
export const previewSharing = (view: AssessmentView, today: Day): readonly SharedResult[] =>
  sharedResults(view.summary, today);

/** Where councillors read what was shared. */
export const resultsListUrl = (work: Workplace): string => work.listUrls.results || work.siteUrl;

/** Writes the results, waits until SharePoint has them, and then, if asked, tells the channel. */
export async function shareWithCouncillors(
  work: Workplace,
  assessmentId: string,
  options: { readonly tellChannel: boolean },
): Promise<Result<void, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
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
  if (!options.tellChannel) return ok(undefined);
  const occasion = view.messages.filter((message) => message.event === 'shared').length + 1;
  const posted = await postMessage(work, assessmentId, 'shared', occasion);
  return posted.ok ? ok(undefined) : posted;
}

async function confirmAll(work: Workplace, resultKeys: readonly string[]): Promise<Result<void, GraphFault>> {
  for (const key of resultKeys) {
    const written = await work.replica.confirmed('results', key);
    if (!written.ok) return written;
  }
  return ok(undefined);
}
