// Lists of the site: find, create, rename, delete.
import { z } from 'zod';
import { builtInColumns } from '../store/builtInColumns';
import { inTransaction } from '../store/database';
import {
  allLists,
  columnsOf,
  deleteList,
  findList,
  insertList,
  type List,
  saveColumn,
  updateList,
} from '../store/lists';
import { peopleById } from '../store/people';
import { covers } from '../store/rights';
import { addColumns, newColumn } from './columns';
import { accessDenied, GraphFault, invalidRequest } from './fault';
import { parseFilter } from './filter';
import { applyOwnersRoutine } from './ownersRoutine';
import { rightOnList } from './pipeline';
import { bodyOf, type Expand, expandOf, option, pick, selectOf } from './query';
import { roles, scopes } from './scopes';
import { eTagOf, identityOf, listUrl } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox, stampOf } from './types';

function listBody(
  sandbox: Sandbox,
  list: List,
  select: readonly string[] | undefined,
  expand: Expand,
): Record<string, unknown> {
  const people = peopleById(sandbox.database);
  const body = {
    '@odata.etag': eTagOf(list.id, list.version),
    id: list.id,
    name: list.name,
    displayName: list.displayName,
    description: list.description,
    eTag: eTagOf(list.id, list.version),
    createdDateTime: list.createdAt,
    lastModifiedDateTime: list.modifiedAt,
    webUrl: listUrl(sandbox, list),
    createdBy: identityOf(people, list.createdBy),
    lastModifiedBy: identityOf(people, list.modifiedBy),
    parentReference: { siteId: list.siteId },
    list: { contentTypesEnabled: list.contentTypesEnabled, hidden: list.hidden, template: list.template },
    // Only there when asked for by name.
    ...(list.system && select?.includes('system') === true ? { system: {} } : {}),
  };
  const columns = expand.has('columns')
    ? { columns: columnsOf(sandbox.database, list.id).map((column) => pick(column, expand.get('columns'))) }
    : {};
  return { ...pick(body, select), ...columns };
}

const one = (c: GraphContext, sandbox: Sandbox, list: List): Record<string, unknown> => ({
  '@odata.context': `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(list.siteId)}')/lists/$entity`,
  ...listBody(sandbox, list, selectOf(c), expandOf(c)),
});

/** Lists the person may read. Those that SharePoint keeps out of sight come only with `system` in `$select`. */
function readLists(c: GraphContext, sandbox: Sandbox): Response {
  const select = selectOf(c);
  const expand = expandOf(c);
  const text = option(c, 'filter');
  const filter = text === undefined ? undefined : parseFilter(text);
  const siteId = c.get('site').id;
  const value = allLists(sandbox.database, siteId)
    .filter((list) => covers(rightOnList(c, sandbox, list), 'read'))
    .filter((list) => (!list.hidden && !list.system) || select?.includes('system') === true)
    .filter(
      (list) =>
        filter?.test((path) => (path === 'displayName' ? list.displayName : path === 'name' ? list.name : undefined)) ??
        true,
    )
    .map((list) => listBody(sandbox, list, select, expand));
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(siteId)}')/lists`,
    value,
  });
}

const newList = z.looseObject({
  displayName: z.string().trim().min(1).max(255),
  description: z.string().nullish(),
  list: z
    .looseObject({
      template: z.string().optional(),
      hidden: z.boolean().optional(),
      contentTypesEnabled: z.boolean().optional(),
    })
    .optional(),
  columns: z.array(newColumn).optional(),
});

const nameTaken = (): GraphFault =>
  new GraphFault(409, 'nameAlreadyExists', 'The specified name is already in use by another list in this site.');

// The part of the address follows from the first display name and stays when the list is renamed.
function urlName(sandbox: Sandbox, siteId: string, displayName: string): string {
  const plain = displayName.replace(/[^\p{L}\p{N} _-]/gu, '').trim() || 'List';
  const taken = new Set(allLists(sandbox.database, siteId).map((list) => list.name.toLowerCase()));
  let name = plain;
  for (let number = 1; taken.has(name.toLowerCase()); number += 1) name = `${plain}${number}`;
  return name;
}

async function createList(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, newList);
  if ('name' in wanted) throw invalidRequest('Name cannot be specified for a list. Use displayName instead.');
  const template = wanted.list?.template ?? 'genericList';
  if (template !== 'genericList')
    throw invalidRequest(`The sandbox only makes lists of the template genericList, not ${template}.`);
  const { database } = sandbox;
  const at = stampOf(sandbox);
  const by = c.get('person').id;
  const siteId = c.get('site').id;
  const id = sandbox.newId();
  inTransaction(database, () => {
    if (allLists(database, siteId).some((list) => list.displayName.toLowerCase() === wanted.displayName.toLowerCase()))
      throw nameTaken();
    insertList(database, {
      id,
      siteId,
      name: urlName(sandbox, siteId, wanted.displayName),
      displayName: wanted.displayName,
      description: wanted.description ?? '',
      template,
      hidden: wanted.list?.hidden ?? false,
      system: false,
      contentTypesEnabled: wanted.list?.contentTypesEnabled ?? false,
      createdBy: by,
      createdAt: at,
      modifiedBy: by,
      modifiedAt: at,
    });
    for (const column of builtInColumns()) saveColumn(database, id, column);
    addColumns(sandbox, id, wanted.columns ?? []);
    applyOwnersRoutine(database, { id, siteId }, wanted.displayName);
  });
  return c.json(one(c, sandbox, made(sandbox, siteId, id)), 201, {
    Location: `${graphBase(sandbox)}/sites/${siteId}/lists/${id}`,
  });
}

function made(sandbox: Sandbox, siteId: string, id: string): List {
  const list = findList(sandbox.database, siteId, id);
  if (list === undefined) throw new Error(`List ${id} has just been written but is not there.`);
  return list;
}

const listChange = z.looseObject({
  displayName: z.string().trim().min(1).max(255).optional(),
  description: z.string().nullish(),
  list: z.looseObject({ hidden: z.boolean().optional() }).optional(),
});

async function changeList(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, listChange);
  const list = c.get('list');
  const displayName = wanted.displayName ?? list.displayName;
  const others = allLists(sandbox.database, list.siteId).filter((other) => other.id !== list.id);
  if (others.some((other) => other.displayName.toLowerCase() === displayName.toLowerCase())) throw nameTaken();
  updateList(sandbox.database, list.id, {
    displayName,
    description: wanted.description ?? list.description,
    hidden: wanted.list?.hidden ?? list.hidden,
    modifiedBy: c.get('person').id,
    modifiedAt: stampOf(sandbox),
  });
  applyOwnersRoutine(sandbox.database, list, displayName);
  return c.json(one(c, sandbox, made(sandbox, list.siteId, list.id)));
}

function removeList(c: GraphContext, sandbox: Sandbox): Response {
  const list = c.get('list');
  if (list.system || list.template !== 'genericList') throw accessDenied();
  deleteList(sandbox.database, list.id);
  return c.body(null, 204);
}

const manage = { scopes: scopes.sitesManage, units: 2 } as const;

export const listRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sites/:site/lists',
    scopes: scopes.sitesRead,
    roles: roles.sitesRead,
    need: { on: 'site', right: 'read' },
    units: 2,
    handle: readLists,
  },
  { method: 'POST', path: '/sites/:site/lists', ...manage, need: { on: 'site', right: 'edit' }, handle: createList },
  {
    method: 'GET',
    path: '/sites/:site/lists/:list',
    scopes: scopes.sitesRead,
    roles: roles.sitesRead,
    need: { on: 'list', right: 'read' },
    units: 1,
    handle: (c, sandbox) => c.json(one(c, sandbox, c.get('list'))),
  },
  {
    method: 'PATCH',
    path: '/sites/:site/lists/:list',
    ...manage,
    need: { on: 'list', right: 'edit' },
    handle: changeList,
  },
  {
    method: 'DELETE',
    path: '/sites/:site/lists/:list',
    ...manage,
    need: { on: 'list', right: 'edit' },
    handle: removeList,
  },
];
