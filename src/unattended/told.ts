// From a site's rows to what there is to tell: by the very code that shows an assessment on screen, so that the worker believes nobody
// whom the screen does not.
import { isFacilitatorsWork, usualArrangements } from '../assessment';
import type { Person } from '../base/person';
import type { Told } from '../channel';
import { createOwnRows } from '../commands/ownRows';
import { type AssessmentView, ofKind, readView, type ViewParts } from '../commands/view';
import type { Framework } from '../framework';
import type { Replica } from '../replica/replica';
import type { ListAccess } from '../sharepoint/listAccess';
import { type ArrangementsWorking, homeKey, keys, type ListName, type RecordOf, type Stored } from '../sharepoint/records';
import { mayHaveNews, type SiteRows } from './siteRows';

/** Nobody looks: no role, no answer of one's own. */
const nobody: Person = { id: '', displayName: '' };

/** Everything there is to tell in a site, an entry for each assessment that may have news. */
export async function readTold(rows: SiteRows, access: ListAccess, framework: Framework): Promise<readonly Told[]> {
  const replica = asReplica(rows);
  const ownRows = createOwnRows({ replica, access, person: nobody });
  const parts: ViewParts = { replica, ownRows, person: nobody, framework };
  const arrangements = arrangementsIn(rows);
  const told: Told[] = [];
  for (const { stored } of rows.of('assessments')) {
    if (!mayHaveNews(stored.record)) continue;
    // Asks SharePoint only where somebody who is no facilitator wrote the row last.
    await ownRows.look(stored.key);
    const view = await readView(parts, stored.key);
    if (!view || !counts(view)) continue;
    told.push(await toldOf(replica, view, arrangements.get(homeKey(view.assessment.home)) ?? usualArrangements));
  }
  return told;
}

/** Where nothing is known of what a facilitator last said, a stranger's word is not taken instead. */
const counts = ({ stored, chain, overruled }: AssessmentView): boolean =>
  overruled || isFacilitatorsWork(stored, chain.held);

async function toldOf(
  replica: Pick<Replica, 'all'>,
  view: AssessmentView,
  arrangements: Told['arrangements'],
): Promise<Told> {
  const { id } = view.assessment;
  const workings = await replica.all('workings', id);
  return {
    assessment: { ...view.stored, record: view.assessment },
    summary: view.summary,
    facilitators: view.chain.facilitators,
    states: ofKind(workings, 'area').filter(
      (row) =>
        isFacilitatorsWork(row, view.chain.held) && row.key === keys.area(id, row.record.state.keyAreaId),
    ),
    answeredBy: answeredBy(view),
    messages: ofKind(workings, 'message'),
    actions: await replica.all('actions', id),
    comments: await replica.all('comments', id),
    editions: view.editions,
    arrangements,
  };
}

/** For each key area, who has an answer that counts, their own or one recorded for them. */
function answeredBy({ sealed, recorded }: AssessmentView): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, readonly string[]>();
  for (const { record } of [...sealed, ...recorded])
    if (record.personId !== null)
      people.set(record.keyAreaId, [...(people.get(record.keyAreaId) ?? []), record.personId]);
  return people;
}

/** What is arranged in each home, by its key. A row under another key would be a copy. */
function arrangementsIn(rows: SiteRows): ReadonlyMap<string, ArrangementsWorking> {
  const found = new Map<string, ArrangementsWorking>();
  for (const { stored } of rows.of('workings'))
    if (stored.record.kind === 'arrangements' && stored.key === keys.arrangements(stored.record.home))
      found.set(stored.record.home, stored.record);
  return found;
}

type Records = { readonly [L in ListName]: ReadonlyMap<string, readonly Stored<RecordOf[L]>[]> };

/** The rows as a screen would find them in its replica: all of it SharePoint's, and nothing kept beside. */
function asReplica(rows: SiteRows): Pick<Replica, 'one' | 'all' | 'kept' | 'keep' | 'saveState'> {
  const none = new Map<string, never>();
  const records: Records = {
    assessments: grouped(rows.of('assessments').map(({ stored }) => stored), ({ id }) => id),
    workings: grouped(rows.of('workings').map(({ stored }) => stored), (record) =>
      'assessmentId' in record ? record.assessmentId : '',
    ),
    actions: grouped(rows.of('actions').map(({ stored }) => stored), ({ assessmentId }) => assessmentId),
    comments: grouped(rows.of('comments').map(({ stored }) => stored), ({ assessmentId }) => assessmentId),
    // What messages say needs neither.
    responses: none,
    results: none,
  };
  async function all<L extends ListName>(list: L, assessmentId: string): Promise<readonly Stored<RecordOf[L]>[]> {
    return records[list].get(assessmentId.toLowerCase()) ?? [];
  }
  return {
    all,
    // Only assessments are asked for by their key here.
    one: async (list, key) => (await all(list, key)).find((row) => row.key === key) ?? null,
    kept: async () => null,
    keep: async () => undefined,
    saveState: async () => ({ kind: 'saved', at: null }),
  };
}

function grouped<T>(rows: readonly Stored<T>[], of: (record: T) => string): ReadonlyMap<string, readonly Stored<T>[]> {
  const groups = new Map<string, Stored<T>[]>();
  for (const row of rows) {
    const name = of(row.record).toLowerCase();
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
