// What is there: which lists of a site are ours, and what they lack. A list is ours by a stored id or its marker, never by its name.
// Results and comments may lie in another site than the rest.
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import type { Column } from '../sharepoint/columns';
import { definitionOf, listDefinitions, listOfMarker } from '../sharepoint/lists';
import { isForCouncillors, type Place } from '../sharepoint/place';
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
  /** The site of results and comments; null where it is the same. */
  readonly councillorsSiteId: string | null;
  /** Why that site, or one of its two lists, cannot be looked at; null where nothing is in the way. */
  readonly outOfReach: GraphFault | null;
  readonly ours: Readonly<Partial<Record<ListName, OurList>>>;
  /** What was remembered at set-up; null where nothing is. */
  readonly settings: Settings | null;
  /** Names of lists that are not ours, in lower case, in the site a list belongs in. */
  readonly foreignNames: (list: ListName) => ReadonlySet<string>;
}

/** Where results and comments are looked for: where set-up remembered them, in the same site, or in another one. */
export type Wanted =
  | { readonly kind: 'remembered' }
  | { readonly kind: 'here' }
  | { readonly kind: 'there'; readonly siteId: string };

export const remembered: Wanted = { kind: 'remembered' };

/** Whether a list of ours has everything it should have. */
export const isWhole = (list: OurList): boolean => list.missing.length === 0 && list.unindexed.length === 0;

/** Whether a list lies in another site than most. */
export const isElsewhere = ({ councillorsSiteId }: Survey, list: ListName): boolean =>
  councillorsSiteId !== null && isForCouncillors(list);

/** The site a list is in, or will be. */
export const siteIdOf = (survey: Survey, list: ListName): string =>
  (isElsewhere(survey, list) ? survey.councillorsSiteId : null) ?? survey.siteId;

/**
 * The place, where all six lists are there and whole; else null. Lists in another site are taken as they are remembered where they
 * cannot be found: nothing that is wrong there keeps officers from working.
 */
export function placeOf(survey: Survey): Place | null {
  const ids: Partial<Record<ListName, string>> = {};
  for (const name of listNames) {
    const list = survey.ours[name];
    const id = list && isWhole(list) ? list.id : rememberedElsewhere(survey, name);
    if (id === undefined) return null;
    ids[name] = id;
  }
  const { siteId, councillorsSiteId } = survey;
  return isComplete(ids) ? { siteId, councillorsSiteId, lists: ids } : null;
}

function rememberedElsewhere(survey: Survey, name: ListName): string | undefined {
  const { settings } = survey;
  const asRemembered = settings !== null && settings.councillorsSiteId === survey.councillorsSiteId;
  return isElsewhere(survey, name) && asRemembered ? settings.lists[name] : undefined;
}

const isComplete = (ids: Partial<Record<ListName, string>>): ids is Record<ListName, string> =>
  listNames.every((name) => ids[name] !== undefined);

interface Examined {
  readonly list: SiteList;
  readonly columns: readonly SiteColumn[];
  readonly marked: ListName | null;
}

/** What was found in one site. */
interface Found {
  readonly lists: readonly SiteList[];
  readonly examined: readonly Examined[];
}

/**
 * Looks at a site, and at the one where councillors read and comment. Names and descriptions only say where to look first, which
 * saves reading the columns of every list there is; where that finds no workings, every list is looked at.
 */
export async function survey(
  graph: Graph,
  siteId: string,
  wanted: Wanted = remembered,
): Promise<Result<Survey, GraphFault>> {
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
  return await judge(graph, siteId, { lists: lists.value, examined: [...first.value, ...rest.value] }, wanted);
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

/** Looks also at lists that set-up remembered and that nothing else points to. */
async function withRemembered(
  graph: Graph,
  siteId: string,
  { lists, examined }: Found,
  settings: Settings | null,
): Promise<Result<Found, GraphFault>> {
  const ids = Object.values(settings?.lists ?? {});
  const unseen = lists.filter(({ id }) => ids.includes(id) && !examined.some(({ list }) => list.id === id));
  const more = await examine(graph, siteId, unseen);
  return more.ok ? ok({ lists, examined: [...examined, ...more.value] }) : more;
}

/** Chooses among lists of ours; what set-up remembered goes before what is merely marked. */
async function judge(graph: Graph, siteId: string, found: Found, wanted: Wanted): Promise<Result<Survey, GraphFault>> {
  const workings = oldest(found.examined, 'workings');
  const settings = workings ? await readSettings(graph, siteId, workings.list.id, workings.columns) : ok(null);
  if (!settings.ok) return settings;
  const here = await withRemembered(graph, siteId, found, settings.value);
  if (!here.ok) return here;
  const councillorsSiteId = councillorsSite(siteId, settings.value, wanted);
  const there = councillorsSiteId === null ? ok(null) : await lookElsewhere(graph, councillorsSiteId, settings.value);
  // Where somebody named the site just now, they are told; later, nothing there keeps anybody from working.
  if (!there.ok && wanted.kind === 'there') return there;
  const placeFor = (name: ListName): Found =>
    councillorsSiteId !== null && isForCouncillors(name) ? (there.ok && there.value) || nothing : here.value;
  const ours: Partial<Record<ListName, OurList>> = {};
  for (const name of listNames) {
    const { examined } = placeFor(name);
    const byId = examined.find((each) => isRemembered(each, name, settings.value?.lists ?? {}));
    const chosen = (name === 'workings' ? workings : byId) ?? oldest(examined, name);
    if (chosen) ours[name] = describe(name, chosen);
  }
  const ids = new Set(Object.values(ours).map((list) => list.id));
  const foreignNames = (name: ListName): ReadonlySet<string> =>
    new Set(
      placeFor(name)
        .lists.filter((list) => !ids.has(list.id))
        .map((list) => list.displayName.toLowerCase()),
    );
  const outOfReach = there.ok ? (there.value?.closed ?? null) : there.error;
  return ok({ siteId, councillorsSiteId, outOfReach, ours, settings: settings.value, foreignNames });
}

/** What was found in the other site, and why not everything in it can be looked at. */
interface Elsewhere extends Found {
  readonly closed: GraphFault | null;
}

const nothing: Found = { lists: [], examined: [] };

function councillorsSite(siteId: string, settings: Settings | null, wanted: Wanted): string | null {
  const named = wanted.kind === 'there' ? wanted.siteId : wanted.kind === 'here' ? null : settings?.councillorsSiteId;
  return named === undefined || named === siteId ? null : named;
}

/** Looks for results and comments in another site. A list that is there but closed to this person is out of reach, not missing. */
async function lookElsewhere(
  graph: Graph,
  siteId: string,
  settings: Settings | null,
): Promise<Result<Elsewhere, GraphFault>> {
  const lists = await listsOfSite(graph, siteId);
  if (!lists.ok) return lists;
  const likely = await examine(graph, siteId, lists.value.filter(isLikely));
  if (!likely.ok) return likely;
  let closed: GraphFault | null = null;
  for (const name of listNames.filter(isForCouncillors)) {
    const id = settings?.councillorsSiteId === siteId ? settings.lists[name] : undefined;
    if (id === undefined || lists.value.some((list) => list.id === id)) continue;
    const asked = await columnsOfList(graph, siteId, id);
    if (!asked.ok && asked.error.kind !== 'not-found') closed = asked.error;
  }
  const found = await withRemembered(graph, siteId, { lists: lists.value, examined: likely.value }, settings);
  return found.ok ? ok({ ...found.value, closed }) : found;
}

/** A remembered id holds unless the list says that it is another one of ours. */
const isRemembered = ({ list, marked }: Examined, name: ListName, lists: Settings['lists']): boolean =>
  lists[name] === list.id && (marked === null || marked === name);

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
