// A site as this page reads and writes it: Graph with the person's token, and the sandbox's interfaces for rights.
import { z } from 'zod';
import type { PersonGraph } from '../pages/graph';
import { CallFailed, getJson, send } from '../pages/http';
import { type Column, column, type Fields } from './columns';

const rightNames = ['none', 'read', 'contribute', 'edit', 'full'] as const;
export const right = z.enum(rightNames);
export type Right = z.infer<typeof right>;
const rightsByKey = z.record(z.string(), right);

const list = z.object({
  id: z.string(),
  parentReference: z.object({ siteId: z.string() }),
  /** The end of the list's address; it stays when the list is renamed. */
  name: z.string(),
  displayName: z.string(),
  description: z.string().nullish(),
  list: z.object({ hidden: z.boolean().optional(), template: z.string().optional() }).optional(),
});
export type SiteList = Readonly<z.infer<typeof list>>;

const identity = z.object({
  user: z.object({ id: z.string().optional(), displayName: z.string().nullish() }).optional(),
});
const item = z.object({
  id: z.string(),
  eTag: z.string(),
  createdDateTime: z.string(),
  lastModifiedDateTime: z.string(),
  createdBy: identity,
  lastModifiedBy: identity,
  fields: z.record(z.string(), z.unknown()),
});
export type Item = Readonly<z.infer<typeof item>>;

/** A list with everything the page shows of it. */
export interface OpenList {
  readonly columns: readonly Column[];
  readonly items: readonly Item[];
}

const lists = (siteId: string) => `/sites/${siteId}/lists`;
const items = (list: SiteList) => `${lists(list.parentReference.siteId)}/${list.id}/items`;

/** The lists the person may read, oldest first; with `hidden`, also those SharePoint keeps out of sight. */
export const readLists = (graph: PersonGraph, siteId: string, hidden: boolean): Promise<readonly SiteList[]> =>
  graph.list(
    `${lists(siteId)}?$select=id,name,displayName,description,list,parentReference${hidden ? ',system' : ''}`,
    list,
  );

/** Whether people fill in this list here: SharePoint's document library and list of users are of another kind. */
export const isFillable = (one: SiteList): boolean => one.list?.template === 'genericList';

/** Columns and items of a list. */
export async function readList(graph: PersonGraph, list: SiteList): Promise<OpenList> {
  const [columns, found] = await Promise.all([
    graph.list(`${lists(list.parentReference.siteId)}/${list.id}/columns`, column),
    graph.list(`${items(list)}?$expand=fields&$top=200`, item),
  ]);
  return { columns, items: found };
}

export const createItem = (graph: PersonGraph, list: SiteList, fields: Fields): Promise<void> =>
  graph.send('POST', items(list), { fields });

/** Refused with 412 when somebody changed the item since it was read. */
export const changeItem = (graph: PersonGraph, list: SiteList, before: Item, fields: Fields): Promise<void> =>
  graph.send('PATCH', `${items(list)}/${before.id}/fields`, fields, { 'if-match': before.eTag });

export const removeItem = (graph: PersonGraph, list: SiteList, before: Item): Promise<void> =>
  graph.send('DELETE', `${items(list)}/${before.id}`, undefined, { 'if-match': before.eTag });

/** The person's right on every list, by list id. */
export const readMyRights = async (graph: PersonGraph): Promise<Readonly<Record<string, Right>>> =>
  getJson('/sandbox/my-rights', rightsByKey, await graph.token());

/** Rights a list gives named people, by person id. Owners only. */
export const readRights = async (graph: PersonGraph, listId: string): Promise<Readonly<Record<string, Right>>> =>
  getJson(`/sandbox/rights/${listId}`, rightsByKey, await graph.token());

/** Replaces all rights that a list gives named people. Owners only. */
export const changeRights = async (
  graph: PersonGraph,
  listId: string,
  named: Readonly<Record<string, Right>>,
): Promise<void> => send('PUT', `/sandbox/rights/${listId}`, named, await graph.token());

/** Gives a person another role on a site. Its owners only. */
export const changeSiteRole = async (
  graph: PersonGraph,
  siteId: string,
  personId: string,
  role: string,
): Promise<void> => send('PUT', `/sandbox/site-role/${personId}`, { role, siteId }, await graph.token());

/** Whether a right lets its holder add items, and change their own (`contribute`) or anyone's (`edit`, `full`). */
export const mayAdd = (held: Right): boolean => held === 'contribute' || held === 'edit' || held === 'full';

/** Whether a right lets its holder change what others made. */
export const mayEdit = (held: Right): boolean => held === 'edit' || held === 'full';

/** Whether the person may change this item. */
export const mayChange = (held: Right, one: Item, personId: string): boolean =>
  mayEdit(held) || (held === 'contribute' && one.createdBy.user?.id === personId);

/** A refusal as SharePoint says it to a person. */
export function refusalInWords(error: unknown): string {
  if (!(error instanceof CallFailed)) return error instanceof Error ? error.message : String(error);
  if (error.status === 403) return 'You do not have the right to do this. Ask an owner of the site.';
  if (error.status === 412) return 'Somebody changed this item since you opened it. Reload the list and try again.';
  if (error.status === 423) return 'Somebody else has this open for editing.';
  if (error.status === 404) return 'This is no longer there. Reload the list.';
  return error.message;
}
