// Items of a list: read one or many, create, change, remove, versions.
import { z } from 'zod';
import { inTransaction } from '../store/database';
import {
  countItems,
  deleteItem,
  type Fields,
  findItem,
  folded,
  type Item,
  indexedIds,
  insertItem,
  itemsAfter,
  updateItem,
  versionsOf,
} from '../store/items';
import { type Column, columnsOf } from '../store/lists';
import { type Person, peopleById } from '../store/people';
import { readSettings } from '../store/settings';
import { accessDenied, GraphFault, invalidRequest, itemNotFound, tooManyResources } from './fault';
import { allFields, defaultFields, readFields, writeFields } from './fields';
import { type Comparable, type Condition, type Filter, parseFilter } from './filter';
import { bodyOf, expandOf, linkTo, option, pick, refuseSkip, selectOf, topOf } from './query';
import { roles, scopes } from './scopes';
import { eTagOf, identityOf, itemBody } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox, stampOf } from './types';

const usualPage = 200;
const mostPerPage = 999;

const context = (sandbox: Sandbox, c: GraphContext): string =>
  `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(c.get('site').id)}')/lists('${c.get('list').id}')/items`;

const columnsHere = (c: GraphContext, sandbox: Sandbox): Column[] => columnsOf(sandbox.database, c.get('list').id);

/** How this call wants items written: members by `$select`, and `fields` where they are expanded. */
export function itemShaper(c: GraphContext, sandbox: Sandbox): (item: Item) => Record<string, unknown> {
  const list = c.get('list');
  const columns = columnsHere(c, sandbox);
  const people = peopleById(sandbox.database);
  const [select, expand] = [selectOf(c), expandOf(c)];
  return (item) => {
    const body = pick(itemBody(sandbox, people, list, item), select);
    return expand.has('fields') ? { ...body, fields: readFields(people, columns, item, expand.get('fields')) } : body;
  };
}

function itemHere(c: GraphContext, sandbox: Sandbox): Item {
  const id = Number(c.req.param('item'));
  const item = Number.isInteger(id) ? findItem(sandbox.database, c.get('list').id, id) : undefined;
  if (item === undefined) throw itemNotFound('The specified item was not found');
  return item;
}

const fieldsOf = (c: GraphContext, sandbox: Sandbox, item: Item, select?: readonly string[]): Record<string, unknown> =>
  readFields(peopleById(sandbox.database), columnsHere(c, sandbox), item, select);

// A single item brings its fields even when nobody asked to expand them.
function readItem(c: GraphContext, sandbox: Sandbox): Response {
  const item = itemHere(c, sandbox);
  const select = selectOf(c);
  const byItself = !expandOf(c).has('fields') && (select === undefined || select.includes('fields'));
  return c.json(
    {
      '@odata.context': `${context(sandbox, c)}/$entity`,
      ...itemShaper(c, sandbox)(item),
      ...(byItself ? { fields: fieldsOf(c, sandbox, item) } : {}),
    },
    200,
    { ETag: eTagOf(item.uniqueId, item.version) },
  );
}

function readOnlyFields(c: GraphContext, sandbox: Sandbox): Response {
  const item = itemHere(c, sandbox);
  return c.json({
    '@odata.context': `${context(sandbox, c)}('${item.id}')/fields/$entity`,
    ...fieldsOf(c, sandbox, item, selectOf(c)),
  });
}

const valueAt = (people: ReadonlyMap<string, Person>, item: Item): ((path: string) => Comparable | undefined) => {
  const fields = allFields(people, item);
  const own: Readonly<Record<string, Comparable>> = {
    id: String(item.id),
    createdDateTime: item.createdAt,
    lastModifiedDateTime: item.modifiedAt,
  };
  return (path) => {
    const value = path.startsWith('fields/') ? fields[path.slice('fields/'.length)] : own[path];
    return Array.isArray(value) ? value.join(';') : value;
  };
};

const alwaysIndexed = new Set(['id', 'fields/id', 'fields/ID']);
const known = new Set([...alwaysIndexed, 'createdDateTime', 'lastModifiedDateTime']);

function refuseUnindexed(c: GraphContext, columns: readonly Column[], path: string): void {
  const column = path.startsWith('fields/') ? columns.find((each) => `fields/${each.name}` === path) : undefined;
  if (column === undefined && !known.has(path)) {
    throw invalidRequest(
      `Column '${path.replace('fields/', '')}' does not exist. It may have been deleted by another user.`,
    );
  }
  if (alwaysIndexed.has(path) || column?.indexed === true) return;
  if (/HonorNonIndexedQueriesWarningMayFailRandomly/i.test(c.req.header('Prefer') ?? '')) return;
  throw invalidRequest(
    `Field '${path.replace('fields/', '')}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

/** Ids that the one index a query may use gives for the filter, or undefined where no index serves it. */
function servedByIndex(
  sandbox: Sandbox,
  listId: string,
  columns: readonly Column[],
  filter: Filter,
): number[] | undefined {
  const usable = (condition: Condition): boolean =>
    (condition.operator === 'eq' || condition.operator === 'startswith') &&
    condition.value !== null &&
    columns.some((column) => column.indexed && `fields/${column.name}` === condition.path);
  const first = filter.conditions.find(usable);
  if (first === undefined || first.value === null) return undefined;
  const value = folded(first.value);
  const match = first.operator === 'eq' ? { equals: value } : { prefix: value };
  return indexedIds(sandbox.database, listId, first.path.slice('fields/'.length), match);
}

function filtered(c: GraphContext, sandbox: Sandbox, columns: readonly Column[], text: string, after: number): Item[] {
  const { database } = sandbox;
  const listId = c.get('list').id;
  const filter = parseFilter(text);
  for (const path of filter.paths) refuseUnindexed(c, columns, path);
  const { threshold } = readSettings(database);
  const ids = servedByIndex(sandbox, listId, columns, filter);
  if ((ids?.length ?? countItems(database, listId)) > threshold) throw tooManyResources();
  const candidates =
    ids === undefined
      ? itemsAfter(database, listId, after, -1)
      : ids.filter((id) => id > after).flatMap((id) => findItem(database, listId, id) ?? []);
  const people = peopleById(database);
  return candidates.filter((item) => filter.test(valueAt(people, item)));
}

const pageMark = z.coerce.number().int().nonnegative();

function afterOf(c: GraphContext): number {
  const token = option(c, 'skiptoken');
  if (token === undefined) return 0;
  const read = pageMark.safeParse(
    new URLSearchParams(Buffer.from(token, 'base64url').toString()).get('p_ID') ?? undefined,
  );
  if (!read.success) throw invalidRequest('The specified skip token is invalid.');
  return read.data;
}

// Order is always that of ids: a wish for another order is passed over, as the service does.
function readItems(c: GraphContext, sandbox: Sandbox): Response {
  refuseSkip(c);
  const top = topOf(c, usualPage, mostPerPage);
  const after = afterOf(c);
  const filter = option(c, 'filter');
  const found =
    filter === undefined
      ? itemsAfter(sandbox.database, c.get('list').id, after, top + 1)
      : filtered(c, sandbox, columnsHere(c, sandbox), filter, after);
  const page = found.slice(0, top);
  const last = page.at(-1);
  const mark = `Paged=TRUE&p_ID=${last?.id ?? 0}`;
  return c.json({
    '@odata.context': context(sandbox, c),
    value: page.map(itemShaper(c, sandbox)),
    ...(found.length > top
      ? { '@odata.nextLink': linkTo(c, graphBase(sandbox), { $skiptoken: Buffer.from(mark).toString('base64url') }) }
      : {}),
  });
}

const fieldsBody = z.record(z.string(), z.unknown());
const itemWish = z.looseObject({ fields: fieldsBody.optional() });

const repeated = (sandbox: Sandbox): GraphFault =>
  readSettings(sandbox.database).uniqueViolation === 500
    ? new GraphFault(
        500,
        'generalException',
        'The list item could not be added or updated because duplicate values were found in one or more fields in the list.',
      )
    : invalidRequest('One or more fields with unique constraints already has the provided value.');

function refuseRepeated(
  sandbox: Sandbox,
  listId: string,
  columns: readonly Column[],
  fields: Fields,
  self: number,
): void {
  for (const column of columns) {
    const value = fields[column.name];
    if (!column.enforceUniqueValues || value === undefined) continue;
    const holders = indexedIds(sandbox.database, listId, column.name, { equals: folded(value) });
    if (holders.some((id) => id !== self)) throw repeated(sandbox);
  }
}

const indexedNames = (columns: readonly Column[]): string[] =>
  columns.filter((column) => column.indexed).map((column) => column.name);

async function createItem(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, itemWish);
  const { database } = sandbox;
  const list = c.get('list');
  if (list.template !== 'genericList')
    throw new GraphFault(400, 'notSupported', 'Items cannot be added to this list directly.');
  const columns = columnsHere(c, sandbox);
  const fields = writeFields(columns, defaultFields(columns), wanted.fields ?? {});
  const item = inTransaction(database, () => {
    refuseRepeated(sandbox, list.id, columns, fields, 0);
    const stamp = { by: c.get('person').id, at: stampOf(sandbox) };
    return insertItem(database, list.id, { uniqueId: sandbox.newId(), fields, stamp }, indexedNames(columns));
  });
  sandbox.changed(list.id);
  const body = {
    '@odata.context': `${context(sandbox, c)}/$entity`,
    ...itemBody(sandbox, peopleById(database), list, item),
    fields: fieldsOf(c, sandbox, item),
  };
  return c.json(body, 201, {
    Location: `${graphBase(sandbox)}/sites/${list.siteId}/lists/${list.id}/items/${item.id}`,
  });
}

function refuseOthersItem(c: GraphContext, item: Item): void {
  if (c.get('listRight') === 'contribute' && item.createdBy !== c.get('person').id) throw accessDenied();
}

function refuseStale(c: GraphContext, item: Item): void {
  const wanted = c.req.header('If-Match');
  if (wanted === undefined || wanted === '*') return;
  const current = eTagOf(item.uniqueId, item.version);
  const any = wanted.split(/,(?=\s*(?:W\/)?")/).map((tag) => tag.trim().replace(/^W\//, ''));
  if (!any.includes(current)) {
    throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
  }
}

function write(c: GraphContext, sandbox: Sandbox, wanted: Readonly<Record<string, unknown>>): Item {
  const before = itemHere(c, sandbox);
  refuseOthersItem(c, before);
  refuseStale(c, before);
  const columns = columnsHere(c, sandbox);
  const fields = writeFields(columns, before.fields, wanted);
  const after = inTransaction(sandbox.database, () => {
    refuseRepeated(sandbox, before.listId, columns, fields, before.id);
    const stamp = { by: c.get('person').id, at: stampOf(sandbox) };
    return updateItem(sandbox.database, before, fields, indexedNames(columns), stamp);
  });
  sandbox.changed(after.listId);
  return after;
}

// The answer is the fields alone, without the new eTag: whoever needs it reads the item again.
async function changeFields(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const item = write(c, sandbox, await bodyOf(c, fieldsBody));
  const { '@odata.etag': _, ...fields } = fieldsOf(c, sandbox, item);
  return c.json({ '@odata.context': `${context(sandbox, c)}('${item.id}')/fields/$entity`, ...fields });
}

async function changeItem(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, itemWish);
  const item = write(c, sandbox, wanted.fields ?? {});
  return c.json({
    '@odata.context': `${context(sandbox, c)}/$entity`,
    ...itemBody(sandbox, peopleById(sandbox.database), c.get('list'), item),
  });
}

function removeItem(c: GraphContext, sandbox: Sandbox): Response {
  const item = itemHere(c, sandbox);
  refuseOthersItem(c, item);
  refuseStale(c, item);
  deleteItem(sandbox.database, item);
  sandbox.changed(item.listId);
  return c.body(null, 204);
}

function readVersions(c: GraphContext, sandbox: Sandbox): Response {
  const item = itemHere(c, sandbox);
  const expand = expandOf(c);
  const people = peopleById(sandbox.database);
  const value = versionsOf(sandbox.database, item.listId, item.id).map((version) => ({
    id: `${version.version}.0`,
    lastModifiedDateTime: version.modifiedAt,
    lastModifiedBy: identityOf(people, version.modifiedBy),
    ...(expand.has('fields') ? { fields: fieldsOf(c, sandbox, { ...item, ...version }, expand.get('fields')) } : {}),
  }));
  return c.json({ '@odata.context': `${context(sandbox, c)}('${item.id}')/versions`, value });
}

const all = '/sites/:site/lists/:list/items';
const one = `${all}/:item`;
const read = { scopes: scopes.sitesRead, roles: roles.sitesRead, need: { on: 'list', right: 'read' } } as const;
const change = {
  scopes: scopes.sitesWrite,
  roles: roles.sitesWrite,
  need: { on: 'list', right: 'contribute' },
  units: 2,
} as const;

export const itemRoutes: readonly Route[] = [
  { method: 'GET', path: all, ...read, units: 2, handle: readItems },
  { method: 'POST', path: all, ...change, handle: createItem },
  { method: 'GET', path: one, ...read, units: 1, handle: readItem },
  { method: 'PATCH', path: one, ...change, handle: changeItem },
  { method: 'DELETE', path: one, ...change, handle: removeItem },
  { method: 'GET', path: `${one}/fields`, ...read, units: 1, handle: readOnlyFields },
  { method: 'PATCH', path: `${one}/fields`, ...change, handle: changeFields },
  { method: 'GET', path: `${one}/versions`, ...read, units: 2, handle: readVersions },
];
