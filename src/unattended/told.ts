// From a site's rows to what there is to tell: by the very code that shows an assessment on screen, so that the worker believes nobody
// whom the screen does not.
import { isFacilitatorsWork } from '../assessment';
import type { Person } from '../base/person';
import type { Told } from '../channel';
import { createOwnRows } from '../commands/ownRows';
import { readTold } from '../commands/told';
import { type AssessmentView, readView, type ViewParts } from '../commands/view';
import type { Framework } from '../framework';
import type { Replica } from '../replica/replica';
import type { ListAccess } from '../sharepoint/listAccess';
import type { ListName, RecordOf, Stored } from '../sharepoint/records';
import { mayHaveNews, type ReadRow, type SiteRows } from './siteRows';

/** Nobody looks: no role, no answer of one's own. */
const nobody: Person = { id: '', displayName: '' };

/** Everything there is to tell in a site, an entry for each assessment that may have news. */
export async function toldIn(rows: SiteRows, access: ListAccess, framework: Framework): Promise<readonly Told[]> {
  const replica = asReplica(rows);
  const ownRows = createOwnRows({ replica, access, person: nobody });
  const parts: ViewParts = { replica, ownRows, person: nobody, framework };
  const told: Told[] = [];
  for (const { stored } of rows.of('assessments')) {
    if (!mayHaveNews(stored.record)) continue;
    // Asks SharePoint only where somebody who is no facilitator wrote the row last.
    await ownRows.look(stored.key);
    const view = await readView(parts, stored.key);
    if (view && counts(view)) told.push(await readTold({ replica, home: view.assessment.home }, view));
  }
  return told;
}

/** Where nothing is known of what a facilitator last said, a stranger's word is not taken instead. */
const counts = ({ stored, chain, overruled }: AssessmentView): boolean =>
  overruled || isFacilitatorsWork(stored, chain.held);

interface Grouped<T> {
  readonly byAssessment: ReadonlyMap<string, readonly Stored<T>[]>;
  readonly byKey: ReadonlyMap<string, Stored<T>>;
}

type Records = { readonly [L in ListName]: Grouped<RecordOf[L]> };

/** The rows as a screen would find them in its replica: all of it SharePoint's, and nothing kept beside. */
function asReplica(rows: SiteRows): Pick<Replica, 'one' | 'all' | 'kept' | 'keep' | 'saveState'> {
  const none: Grouped<never> = { byAssessment: new Map(), byKey: new Map() };
  const records: Records = {
    assessments: grouped(rows.of('assessments'), ({ id }) => id),
    workings: grouped(rows.of('workings'), (record) => ('assessmentId' in record ? record.assessmentId : '')),
    actions: grouped(rows.of('actions'), ({ assessmentId }) => assessmentId),
    comments: grouped(rows.of('comments'), ({ assessmentId }) => assessmentId ?? ''),
    // What messages say needs neither.
    responses: none,
    results: none,
  };
  return {
    all: async (list, assessmentId) => records[list].byAssessment.get(assessmentId.toLowerCase()) ?? [],
    one: async (list, key) => records[list].byKey.get(key) ?? null,
    kept: async () => null,
    keep: async () => undefined,
    saveState: async () => ({ kind: 'saved', at: null }),
  };
}

function grouped<L extends ListName>(
  rows: readonly ReadRow<L>[],
  assessmentOf: (record: RecordOf[L]) => string,
): Grouped<RecordOf[L]> {
  const byAssessment = new Map<string, Stored<RecordOf[L]>[]>();
  for (const { stored } of rows) {
    const id = assessmentOf(stored.record).toLowerCase();
    const group = byAssessment.get(id);
    if (group) group.push(stored);
    else byAssessment.set(id, [stored]);
  }
  return { byAssessment, byKey: new Map(rows.map(({ stored }) => [stored.key, stored])) };
}
