// Columns of a list: read, add, change, remove.
import { z } from 'zod';
import { builtInColumns } from '../store/builtInColumns';
import { inTransaction } from '../store/database';
import { folded, forgetColumnValues, itemsAfter, rebuildIndex } from '../store/items';
import { type Column, columnDefinition, columnsOf, deleteColumn, type List, saveColumn } from '../store/lists';
import { GraphFault, invalidRequest, itemNotFound } from './fault';
import { bodyOf, pick, selectOf } from './query';
import { roles, scopes } from './scopes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

const mostIndexes = 20;

const text = z.looseObject({
  allowMultipleLines: z.boolean().optional(),
  appendChangesToExistingText: z.boolean().optional(),
  linesForEditing: z.number().int().nullish(),
  maxLength: z.number().int().positive().max(255).nullish(),
  textType: z.enum(['plain', 'richText']).optional(),
});
const choice = z.looseObject({
  choices: z.array(z.string()).min(1),
  allowTextEntry: z.boolean().optional(),
  displayAs: z.enum(['dropDownMenu', 'radioButtons', 'checkBoxes']).optional(),
});
const number = z.looseObject({
  decimalPlaces: z.enum(['automatic', 'none', 'one', 'two', 'three', 'four', 'five']).optional(),
  displayAs: z.enum(['number', 'percentage']).optional(),
  minimum: z.number().nullish(),
  maximum: z.number().nullish(),
});
const dateTime = z.looseObject({
  displayAs: z.enum(['default', 'friendly', 'standard']).optional(),
  format: z.enum(['dateOnly', 'dateTime']).optional(),
});
const kinds = { text, choice, number, dateTime, boolean: z.looseObject({}) } as const;
const kindNames = ['text', 'choice', 'number', 'dateTime', 'boolean'] as const;

const changeable = {
  displayName: z.string().min(1).max(255).optional(),
  description: z.string().nullish(),
  indexed: z.boolean().optional(),
  enforceUniqueValues: z.boolean().optional(),
  hidden: z.boolean().optional(),
  required: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  columnGroup: z.string().nullish(),
  defaultValue: z.looseObject({ value: z.string().nullish() }).nullish(),
  validation: z.looseObject({}).nullish(),
  text: text.optional(),
  choice: choice.partial().optional(),
  number: number.optional(),
  dateTime: dateTime.optional(),
  boolean: kinds.boolean.optional(),
};

/** A column as it is asked for, when a list is created or later. */
export const newColumn = z.looseObject({ name: z.string().min(1).max(255).optional(), ...changeable });
type NewColumn = z.infer<typeof newColumn>;

const columnChange = z.looseObject({ name: z.string().optional(), ...changeable });

// What SharePoint fills in itself for each kind.
const usual: Readonly<Record<(typeof kindNames)[number], object>> = {
  text: {
    allowMultipleLines: false,
    appendChangesToExistingText: false,
    linesForEditing: 0,
    maxLength: 255,
    textType: 'plain',
  },
  choice: { allowTextEntry: false, displayAs: 'dropDownMenu' },
  number: { decimalPlaces: 'automatic', displayAs: 'number' },
  dateTime: { displayAs: 'default', format: 'dateOnly' },
  boolean: {},
};

// Internal names hold no blanks or signs: those are written by their code; a name cannot begin with a digit or underscore.
const internalName = (name: string): string => {
  const coded = name.replace(/[^A-Za-z0-9_]/g, (sign) => `_x${sign.charCodeAt(0).toString(16).padStart(4, '0')}_`);
  return /^[0-9_]/.test(coded) ? `OData_${coded}` : coded;
};

function facetOf(wanted: NewColumn): Record<string, unknown> {
  const named = kindNames.filter((kind) => wanted[kind] !== undefined);
  const kind = named[0];
  if (named.length !== 1 || kind === undefined) {
    throw invalidRequest('Unable to determine type of provided column definition');
  }
  const read = kinds[kind].safeParse(wanted[kind]);
  if (!read.success) throw invalidRequest(`Invalid column definition: ${z.prettifyError(read.error)}`);
  return { [kind]: { ...usual[kind], ...read.data } };
}

const facetShape = z.looseObject({ text: text.optional(), choice: choice.optional(), boolean: z.unknown().optional() });

function refuseImpossible(column: Column, columns: readonly Column[]): void {
  const facet = facetShape.parse(column);
  const long = facet.text?.allowMultipleLines === true || facet.choice?.displayAs === 'checkBoxes';
  if (column.indexed && long)
    throw invalidRequest(`Column '${column.name}' cannot be indexed: its type does not allow it.`);
  if (column.enforceUniqueValues && !column.indexed) {
    throw invalidRequest(`Column '${column.name}' must be indexed to enforce unique values.`);
  }
  if (column.enforceUniqueValues && facet.boolean !== undefined) {
    throw invalidRequest(`Column '${column.name}' cannot enforce unique values: its type does not allow it.`);
  }
  const indexes = columns.filter((each) => each.indexed && each.id !== column.id).length + Number(column.indexed);
  if (indexes > mostIndexes) throw invalidRequest(`A list holds at most ${mostIndexes} indexed columns.`);
}

/** Adds columns to a list; throws Graph's 400 or 409 for the first that cannot be. */
export function addColumns(sandbox: Sandbox, listId: string, wanted: readonly NewColumn[]): Column[] {
  return inTransaction(sandbox.database, () => wanted.map((each) => addColumn(sandbox, listId, each)));
}

function addColumn(sandbox: Sandbox, listId: string, wanted: NewColumn): Column {
  const given = wanted.name ?? wanted.displayName;
  if (given === undefined) throw invalidRequest('A column needs a name.');
  const name = internalName(given);
  const columns = columnsOf(sandbox.database, listId);
  if (columns.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
    throw new GraphFault(409, 'nameAlreadyExists', `A column named '${name}' already exists in this list.`);
  }
  const column: Column = {
    id: sandbox.newId(),
    name,
    displayName: wanted.displayName ?? given,
    description: wanted.description ?? '',
    columnGroup: wanted.columnGroup ?? 'Custom Columns',
    indexed: wanted.indexed ?? false,
    enforceUniqueValues: wanted.enforceUniqueValues ?? false,
    hidden: wanted.hidden ?? false,
    readOnly: wanted.readOnly ?? false,
    required: wanted.required ?? false,
    ...(wanted.defaultValue ? { defaultValue: wanted.defaultValue } : {}),
    ...facetOf(wanted),
  };
  refuseImpossible(column, columns);
  saveColumn(sandbox.database, listId, column);
  return column;
}

const context = (sandbox: Sandbox, { siteId, id }: List): string =>
  `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(siteId)}')/lists('${id}')/columns`;

function findColumn(c: GraphContext, sandbox: Sandbox): Column {
  const asked = c.req.param('column') ?? '';
  const column = columnsOf(sandbox.database, c.get('list').id).find(
    (each) => each.id === asked.toLowerCase() || each.name === asked,
  );
  if (column === undefined) throw itemNotFound('The specified column was not found');
  return column;
}

function readColumns(c: GraphContext, sandbox: Sandbox): Response {
  const select = selectOf(c);
  const list = c.get('list');
  const value = columnsOf(sandbox.database, list.id).map((column) => pick(column, select));
  return c.json({ '@odata.context': context(sandbox, list), value });
}

const answer = (c: GraphContext, sandbox: Sandbox, column: Column, status: 200 | 201): Response =>
  c.json({ '@odata.context': `${context(sandbox, c.get('list'))}/$entity`, ...pick(column, selectOf(c)) }, status);

async function createColumn(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, newColumn);
  const column = addColumns(sandbox, c.get('list').id, [wanted])[0];
  if (column === undefined) throw new Error('A column was added but none came back.');
  return answer(c, sandbox, column, 201);
}

const looseRecord = z.looseObject({});

async function changeColumn(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const wanted = await bodyOf(c, columnChange);
  const before = findColumn(c, sandbox);
  refuseBuiltIn(before);
  if (wanted.name !== undefined && wanted.name !== before.name)
    throw invalidRequest('The name of a column cannot be changed.');
  const column: Column = columnDefinition.parse({
    ...before,
    ...wanted,
    ...changedFacets(before, wanted),
    id: before.id,
  });
  const { database } = sandbox;
  const listId = c.get('list').id;
  refuseImpossible(column, columnsOf(database, listId));
  if (column.enforceUniqueValues) refuseRepeats(sandbox, listId, column);
  inTransaction(database, () => {
    saveColumn(database, listId, column);
    if (column.indexed !== before.indexed) rebuildIndex(database, listId, column.name, column.indexed);
  });
  return answer(c, sandbox, column, 200);
}

function changedFacets(before: Column, wanted: z.infer<typeof columnChange>): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const kind of kindNames) {
    if (wanted[kind] === undefined) continue;
    if (before[kind] === undefined) throw invalidRequest('The type of a column cannot be changed.');
    changed[kind] = { ...looseRecord.parse(before[kind]), ...wanted[kind] };
  }
  return changed;
}

const builtInIds = new Set(builtInColumns().map((column) => column.id));

function refuseBuiltIn(column: Column): void {
  if (!builtInIds.has(column.id) || column.name === 'Title') return;
  throw invalidRequest(`Column '${column.name}' is read-only and cannot be changed.`);
}

function refuseRepeats(sandbox: Sandbox, listId: string, column: Column): void {
  if (column.name === 'Title') throw invalidRequest('Unique values cannot be enforced on a built-in column.');
  const seen = new Set<string>();
  for (const item of itemsAfter(sandbox.database, listId, 0, -1)) {
    const value = item.fields[column.name];
    if (value === undefined) continue;
    if (seen.has(folded(value))) throw invalidRequest(`Column '${column.name}' holds repeated values.`);
    seen.add(folded(value));
  }
}

function removeColumn(c: GraphContext, sandbox: Sandbox): Response {
  const column = findColumn(c, sandbox);
  refuseBuiltIn(column);
  if (column.name === 'Title') throw invalidRequest("Column 'Title' cannot be removed.");
  const listId = c.get('list').id;
  inTransaction(sandbox.database, () => {
    deleteColumn(sandbox.database, listId, column.id);
    forgetColumnValues(sandbox.database, listId, column.name);
  });
  return c.body(null, 204);
}

const all = '/sites/:site/lists/:list/columns';
const one = `${all}/:column`;
const read = { scopes: scopes.sitesRead, roles: roles.sitesRead, need: { on: 'list', right: 'read' } } as const;
const manage = { scopes: scopes.sitesManage, need: { on: 'list', right: 'edit' }, units: 2 } as const;

export const columnRoutes: readonly Route[] = [
  { method: 'GET', path: all, ...read, units: 2, handle: readColumns },
  { method: 'POST', path: all, ...manage, handle: createColumn },
  {
    method: 'GET',
    path: one,
    ...read,
    units: 1,
    handle: (c, sandbox) => answer(c, sandbox, findColumn(c, sandbox), 200),
  },
  { method: 'PATCH', path: one, ...manage, handle: changeColumn },
  { method: 'DELETE', path: one, ...manage, handle: removeColumn },
];
