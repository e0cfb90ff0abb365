// What is there: which lists of a site are ours, and what they lack. A list is ours by a stored id or its marker, never by its name.
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import type { Column } from '../sharepoint/columns';
import { definitionOf, listDefinitions, listOfMarker } from '../sharepoint/lists';
import type { Place } from '../sharepoint/place';
import { columnsOfList, listsOfSite, markedAs, type SiteColumn, type SiteList } from '../sharepoint/provision';
import { type ListName, listNames } from '../sharepoint/records';
import { readSettings, type Settings } from './settings';

/** A list of ours as it is. */
export interface OurList extends SiteList {
  readonly name: ListName;
  readonly missing: readonly Column[];
  /** Columns that lack their index or their uniqueness. */
  readonly unindexed: readonly { readonly columnId: string; readonly column: Column }[];
}

export interface Survey {
  readonly siteId: string;
  readonly ours: Readonly<Partial<Record<ListName, OurList>>>;
  /** What was remembered at set-up; null where nothing is. */
  readonly settings: Settings | null;
  /** Names of lists that are not ours, in lower case. */
  readonly foreignNames: ReadonlySet<string>;
}

/** Whether a list of ours has everything it should have. */
export const isWhole = (list: OurList): boolean => list.missing.length === 0 && list.unindexed.length === 0;

/** The place, where all six lists are there and whole; else null. */
export function placeOf(survey: Survey): Place | null {
  const ids: Partial<Record<ListName, string>> = {};
  for (const name of listNames) {
    const list = survey.ours[name];
    if (!list || !isWhole(list)) return null;
    ids[name] = list.id;
  }
  return isComplete(ids) ? { siteId: survey.siteId, councillorsSiteId: null, lists: ids } : null;
}

const isComplete = (ids: Partial<Record<ListName, string>>): ids is Record<ListName, string> =>
  listNames.every((name) => ids[name] !== undefined);

interface Examined {
  readonly list: SiteList;
  readonly columns: readonly SiteColumn[];
  readonly marked: ListName | null;
}

/**
 * Looks at a site. Names and descriptions only say where to look first, which saves reading the columns of every list there is;
 * where that finds no workings, every list is looked at.
 */
export async function survey(graph: Graph, siteId: string): Promise<Result<Survey, GraphFault>> {
  const lists = await listsOfSite(graph, siteId);
  if (!lists.ok) return lists;
  const first = await examine(graph, siteId, lists.value.filter(isLikely));
  if (!first.ok) return first;
  const found = first.value.some((each) => each.marked === 'workings');
  const rest = found
    ? ok([])
    : await examine(
        graph,
        siteId,
        lists.value.filter((list) => !isLikely(list)),
      );
  if (!rest.ok) return rest;
  return await judge(graph, siteId, lists.value, [...first.value, ...rest.value]);
}

const usualNames = new Set(listDefinitions.map((definition) => definition.displayName.toLowerCase()));

const isLikely = (list: SiteList): boolean =>
  listOfMarker(list.description) !== null ||
  [...usualNames].some((name) => list.displayName.toLowerCase().startsWith(name));

async function examine(
  graph: Graph,
  siteId: string,
  lists: readonly SiteList[],
): Promise<Result<readonly Examined[], GraphFault>> {
  const columns = await Promise.all(lists.map((list) => columnsOfList(graph, siteId, list.id)));
  const examined: Examined[] = [];
  for (const [place, list] of lists.entries()) {
    const read = columns[place];
    // A list that went away meanwhile is not there.
    if (!read || (!read.ok && read.error.kind === 'not-found')) continue;
    if (!read.ok) return read;
    examined.push({ list, columns: read.value, marked: markedAs(list, read.value) });
  }
  return ok(examined);
}

/** Chooses among lists of ours; what set-up remembered goes before what is merely marked. */
async function judge(
  graph: Graph,
  siteId: string,
  lists: readonly SiteList[],
  examined: readonly Examined[],
): Promise<Result<Survey, GraphFault>> {
  const workings = oldest(examined, 'workings');
  const settings = workings ? await readSettings(graph, siteId, workings.list.id, workings.columns) : ok(null);
  if (!settings.ok) return settings;
  const remembered = settings.value?.lists ?? {};
  const unseen = lists.filter(
    (list) => Object.values(remembered).includes(list.id) && !examined.some((each) => each.list.id === list.id),
  );
  const more = await examine(graph, siteId, unseen);
  if (!more.ok) return more;
  const all = [...examined, ...more.value];
  const ours: Partial<Record<ListName, OurList>> = {};
  for (const name of listNames) {
    const chosen =
      (name === 'workings' ? workings : all.find((each) => isRemembered(each, name, remembered))) ?? oldest(all, name);
    if (chosen) ours[name] = describe(name, chosen);
  }
  const ids = new Set(Object.values(ours).map((list) => list.id));
  const foreignNames = new Set(lists.filter((list) => !ids.has(list.id)).map((list) => list.displayName.toLowerCase()));
  return ok({ siteId, ours, settings: settings.value, foreignNames });
}

/** A remembered id holds unless the list says that it is another one of ours. */
const isRemembered = ({ list, marked }: Examined, name: ListName, remembered: Settings['lists']): boolean =>
  remembered[name] === list.id && (marked === null || marked === name);

/** Two people at once, or a list brought back from the recycle bin, can leave two: everyone takes the older. */
function oldest(examined: readonly Examined[], name: ListName): Examined | undefined {
  const age = ({ list }: Examined): string => `${list.createdAt} ${list.id}`;
  return examined.filter((each) => each.marked === name).sort((a, b) => (age(a) < age(b) ? -1 : 1))[0];
}

function describe(name: ListName, { list, columns }: Examined): OurList {
  const wanted = definitionOf(name).columns;
  const there = new Map(columns.map((column) => [column.name, column]));
  return {
    ...list,
    name,
    missing: wanted.filter((column) => !there.has(column.name)),
    unindexed: wanted.flatMap((column) => {
      const found = there.get(column.name);
      const lacking = found && ((column.indexed && !found.indexed) || (column.unique && !found.unique));
      return lacking ? [{ columnId: found.id, column }] : [];
    }),
  };
}
