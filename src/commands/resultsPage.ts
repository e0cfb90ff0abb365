// The results page that councillors read: exactly what was shared, as a page of the site that the results list lies in.
import { type Day, mayActAs, takeAssessmentStep } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { sameJson } from '../replica/merge';
import { type ResultsPage, resultsPage, sharedResults } from '../report';
import { siteOf } from '../sharepoint/place';
import { keys, type PageWorking } from '../sharepoint/records';
import { sitePages } from '../sharepoint/resultsPage';
import { londonDay } from '../words';
import { asFacilitator } from './change';
import { pageRows } from './pageRow';
import { isAbandoned, publishPage, seenOf } from './publishPage';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/** What the page says of a result that was, or would be, shared on a day. */
export function previewPage(
  work: Workplace,
  { assessment, summary }: Pick<AssessmentView, 'assessment' | 'summary'>,
  sharedOn: Day,
): ResultsPage {
  const { results, comments } = work.listUrls;
  return resultsPage({
    summary,
    framework: work.framework,
    sharedOn,
    today: londonDay(work.environment.now()),
    links: {
      list: results ?? null,
      form: comments === undefined ? null : `${comments}/NewForm.aspx`,
      tab: work.host.linkTo(`assessment/${assessment.id}/results`, assessment.title),
    },
  });
}

/** How the page stands for a reader. */
export type PageStanding =
  | { readonly kind: 'none' }
  | { readonly kind: 'making' }
  /** Whoever was making it is gone. */
  | { readonly kind: 'abandoned' }
  /** `behind`: the result was shared again since. */
  | { readonly kind: 'published'; readonly url: string; readonly behind: boolean }
  | { readonly kind: 'edited'; readonly url: string; readonly edit: NonNullable<PageWorking['edited']> }
  | { readonly kind: 'refused'; readonly url: string; readonly reason: string };

/** Reads it from a view. `now` decides whether whoever is making it is still there. */
export function pageStanding({ assessment, page }: AssessmentView, now: Date): PageStanding {
  if (page === null) return { kind: 'none' };
  const { state, url, reason, edited, sharedAt } = page.record;
  if (state === 'making') {
    const gone = page.lastModifiedAt !== null && isAbandoned(page.lastModifiedAt, now);
    return { kind: gone ? 'abandoned' : 'making' };
  }
  if (state === 'edited' && edited !== null) return { kind: 'edited', url, edit: edited };
  if (state === 'published') return { kind: 'published', url, behind: sharedAt !== assessment.sharedAt };
  return { kind: 'refused', url, reason };
}

/**
 * Makes the page, or updates and publishes it again, once the result was shared. What SharePoint refuses stands in the row that is
 * given back; nothing else is held up by it.
 * @param replace the edit by hand that may be replaced, as the page's row names it; null where nobody said so
 */
export async function publishResultsPage(
  work: Workplace,
  assessmentId: string,
  replace: PageWorking['edited'],
): Promise<Result<PageWorking, Refusal>> {
  const found = await asFacilitator(work, assessmentId);
  if (!found.ok) return found;
  const view = found.value;
  if (view.assessment.practice) return fail({ kind: 'practice' });
  const step = takeAssessmentStep('share', view.assessment.phase, view.role);
  if (!step.ok) return step;
  const { sharedAt } = view.assessment;
  if (sharedAt === null || !saysWhatWasShared(view)) return fail({ kind: 'share-first' });
  const published = await publishPage({
    rows: pageRows(work.access, assessmentId, view.chain.held),
    pages: sitePages(work.graph, siteOf(work.place, 'results')),
    assessmentId,
    content: previewPage(work, view, londonDay(new Date(sharedAt))),
    sharedAt,
    owner: work.environment.newId(),
    now: work.environment.now(),
    replace: replace && seenOf({ lastModifiedBy: replace.by, lastModifiedAt: replace.at }),
  });
  await work.replica.fetchOne('workings', keys.page(assessmentId));
  return published.ok ? ok(published.value) : fail(graphRefusal(published.error));
}

/** Whether the page can be updated as things stand: whoever looks may, and the page would tell no more than the list does. */
export const mayUpdatePage = (view: AssessmentView): boolean =>
  mayActAs(view.role, 'facilitator') && saysWhatWasShared(view);

/** Sharing is the one step that makes something public, so the page never runs ahead of it. */
function saysWhatWasShared({ summary, sharedAs }: AssessmentView): boolean {
  const undated = <T extends object>(result: T) => ({ ...result, sharedOn: '' });
  const results = sharedResults(summary, '');
  return (
    results.length > 0 &&
    results.every((result) => sharedAs.some(({ record }) => sameJson(undated(record.result), undated(result))))
  );
}
