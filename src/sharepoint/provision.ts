// The calls that lists and columns are found and made with (Microsoft Graph: list, columnDefinition).
import type { ColumnDefinition, List } from '@microsoft/microsoft-graph-types';
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { type Column, columnDefinition } from './columns';
import { type ListDefinition, listOfMarker, markerColumn } from './lists';
import { piece, query } from './odata';
import { allPages } from './pages';
import type { ListName } from './records';

/** A list of the site, whoever made it. */
export interface SiteList {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly webUrl: string;
  readonly createdAt: string;
}

/** A column as it is in the site. */
export interface SiteColumn {
  readonly id: string;
  readonly name: string;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** What a new row starts with; empty for nothing. */
  readonly defaultValue: string;
  /** Description and default value: where a marker may stand. */
  readonly says: string;
}

const siteList = z.pipe(
  z.object({
    id: z.string(),
    displayName: z.string(),
    description: z.nullish(z.string()),
    webUrl: z.nullish(z.string()),
    createdDateTime: z.nullish(z.string()),
    list: z.nullish(z.object({ template: z.nullish(z.string()) })),
  }),
  z.transform((list) => ({
    id: list.id.toLowerCase(),
    displayName: list.displayName,
    description: list.description ?? '',
    webUrl: list.webUrl ?? '',
    createdAt: list.createdDateTime ?? '',
    template: list.list?.template ?? 'genericList',
  })),
);

const siteColumn = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    indexed: z.nullish(z.boolean()),
    enforceUniqueValues: z.nullish(z.boolean()),
    description: z.nullish(z.string()),
    defaultValue: z.nullish(z.object({ value: z.nullish(z.string()) })),
  }),
  z.transform(
    (column): SiteColumn => ({
      id: column.id,
      name: column.name,
      indexed: column.indexed ?? false,
      unique: column.enforceUniqueValues ?? false,
      defaultValue: column.defaultValue?.value ?? '',
      says: `${column.description ?? ''} ${column.defaultValue?.value ?? ''}`,
    }),
  ),
);

const listsPath = (siteId: string): string => `/sites/${piece(siteId)}/lists`;
const columnsPath = (siteId: string, listId: string): string => `${listsPath(siteId)}/${piece(listId)}/columns`;

/** All ordinary lists of a site that the person can see. Hidden ones come only when `system` is selected. */
export async function listsOfSite(graph: Graph, siteId: string): Promise<Result<readonly SiteList[], GraphFault>> {
  const options = { $select: 'id,displayName,description,webUrl,createdDateTime,list,system' };
  const found = await allPages(
    graph,
    { method: 'GET', path: listsPath(siteId) + query(options), scopes: scopes.readLists },
    siteList,
  );
  return found.ok ? ok(found.value.members.filter((list) => list.template === 'genericList')) : found;
}

/** The columns of a list. */
export async function columnsOfList(
  graph: Graph,
  siteId: string,
  listId: string,
): Promise<Result<readonly SiteColumn[], GraphFault>> {
  const found = await allPages(
    graph,
    { method: 'GET', path: columnsPath(siteId, listId), scopes: scopes.readLists },
    siteColumn,
  );
  return found.ok ? ok(found.value.members) : found;
}

/** Which of our lists this is, by its marker column or, where its columns never came to be, by its description. Null for a foreign one. */
export function markedAs(list: SiteList, columns: readonly SiteColumn[]): ListName | null {
  const marker = columns.find((column) => column.name === markerColumn);
  return listOfMarker(marker?.says ?? '') ?? listOfMarker(list.description);
}

/** Creates a list with all its columns; gives its id. `already-exists` where the display name is taken. */
export async function createList(
  graph: Graph,
  siteId: string,
  definition: ListDefinition,
  displayName: string,
): Promise<Result<string, GraphFault>> {
  const body: List = {
    displayName,
    description: definition.description,
    list: { template: 'genericList', contentTypesEnabled: false, hidden: definition.hidden },
    columns: definition.columns.map(columnDefinition),
  };
  const made = await graph.send(
    { method: 'POST', path: listsPath(siteId), scopes: scopes.createLists, body },
    z.object({ id: z.string() }),
  );
  return made.ok ? ok(made.value.id.toLowerCase()) : made;
}

/** Adds a column to a list. */
export async function addColumn(
  graph: Graph,
  siteId: string,
  listId: string,
  column: Column,
): Promise<Result<void, GraphFault>> {
  const made = await graph.send(
    {
      method: 'POST',
      path: columnsPath(siteId, listId),
      scopes: scopes.createLists,
      body: columnDefinition(column),
    },
    z.unknown(),
  );
  return made.ok ? ok(undefined) : made;
}

/** Gives an existing column the index and the uniqueness it should have. */
export const indexColumn = (
  graph: Graph,
  siteId: string,
  listId: string,
  columnId: string,
  { indexed, unique }: Column,
): Promise<Result<void, GraphFault>> =>
  changeColumn(graph, siteId, listId, columnId, { indexed, enforceUniqueValues: unique });

/** Sets what new rows start with in a column, by its internal name. Nothing is written where it is so already. */
export async function presetColumn(
  graph: Graph,
  siteId: string,
  listId: string,
  name: string,
  value: string,
): Promise<Result<void, GraphFault>> {
  const columns = await columnsOfList(graph, siteId, listId);
  if (!columns.ok) return columns;
  const column = columns.value.find((each) => each.name === name);
  if (!column) return fail({ kind: 'not-found', what: '/sites/…/lists/…/columns' });
  if (column.defaultValue === value) return ok(undefined);
  return await changeColumn(graph, siteId, listId, column.id, { defaultValue: { value } });
}

async function changeColumn(
  graph: Graph,
  siteId: string,
  listId: string,
  columnId: string,
  body: ColumnDefinition,
): Promise<Result<void, GraphFault>> {
  const changed = await graph.send(
    {
      method: 'PATCH',
      path: `${columnsPath(siteId, listId)}/${piece(columnId)}`,
      scopes: scopes.createLists,
      body,
    },
    z.unknown(),
  );
  return changed.ok ? ok(undefined) : changed;
}
