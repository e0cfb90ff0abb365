// Our lists over Microsoft Graph (Microsoft Graph: listItem, and its list, create, update, delete and delta pages).
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph, GraphCall } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { readChanges } from './changes';
import type { Fields, ListAccess, Row, RowVersion } from './listAccess';
import { definitionOf } from './lists';
import { literal, piece, query } from './odata';
import { allPages } from './pages';
import { itemsOf, type Place } from './place';
import type { ListName } from './records';
import { rowSchema, versionSchema } from './rows';

/** The most Graph gives at a time; it may give fewer. */
const pageSize = '200';

/** Reads and writes the lists of one place. */
export function listAccess(graph: Graph, place: Place): ListAccess {
  const items = (list: ListName): string => itemsOf(place, list);
  const item = (list: ListName, itemId: string): string => `${items(list)}/${piece(itemId)}`;
  const reading = (path: string): GraphCall => ({ method: 'GET', path, scopes: scopes.readLists });
  const readItem = (list: ListName, itemId: string) => reading(`${item(list, itemId)}?$expand=fields`);
  const read = (list: ListName, itemId: string) => graph.send(readItem(list, itemId), rowSchema);

  async function find(list: ListName, column: string, value: string): Promise<Result<readonly Row[], GraphFault>> {
    const options = { $expand: 'fields', $filter: `fields/${column} eq ${literal(value)}`, $top: pageSize };
    const found = await allPages(graph, reading(items(list) + query(options)), rowSchema);
    return found.ok ? ok(found.value.members) : found;
  }

  async function create(list: ListName, fields: Fields): Promise<Result<Row, GraphFault>> {
    const body = { fields: withoutEmpty(fields) };
    const call: GraphCall = { method: 'POST', path: items(list), scopes: scopes.writeLists, body };
    const made = await graph.send(call, z.union([rowSchema, created]));
    if (!made.ok) return made;
    return 'eTag' in made.value ? ok(made.value) : await read(list, made.value.id);
  }

  async function versions(list: ListName, itemId: string): Promise<Result<readonly RowVersion[], GraphFault>> {
    const found = await allPages(graph, reading(`${item(list, itemId)}/versions?$expand=fields`), versionSchema);
    if (!found.ok) return found;
    const newestFirst = [...found.value.members].sort((left, right) => right.number - left.number);
    return ok(newestFirst.map(({ version }) => version));
  }

  async function byKey(list: ListName, key: string): Promise<Result<Row | null, GraphFault>> {
    const column = definitionOf(list).keyColumn;
    if (column === null) return orNull(await read(list, key));
    const found = await find(list, column, key);
    return found.ok ? ok(found.value[0] ?? null) : found;
  }

  async function latest(list: ListName): Promise<Result<string, GraphFault>> {
    const start = reading(`${items(list)}/delta${query({ token: 'latest', $expand: 'fields' })}`);
    const found = await allPages(graph, start, z.unknown());
    if (!found.ok) return found;
    return found.value.deltaLink === null ? fail({ kind: 'resync' }) : ok(found.value.deltaLink);
  }

  return {
    create,
    change: (list, itemId, eTag, fields) => {
      const change: GraphCall = {
        method: 'PATCH',
        path: `${item(list, itemId)}/fields`,
        scopes: scopes.writeLists,
        headers: { 'If-Match': eTag },
        body: fields,
      };
      return graph.sendThenRead(change, readItem(list, itemId), rowSchema);
    },
    remove: async (list, itemId, eTag) => {
      const call: GraphCall = {
        method: 'DELETE',
        path: item(list, itemId),
        scopes: scopes.writeLists,
        headers: { 'If-Match': eTag },
      };
      const gone = await graph.send(call, z.unknown());
      return gone.ok ? ok(undefined) : gone;
    },
    read,
    versions,
    byKey,
    byAssessment: (list, assessmentId) => find(list, 'AssessmentId', assessmentId.toLowerCase()),
    openIn: (home) => find('assessments', 'OpenIn', home),
    latest,
    changes: (list, token) => readChanges(graph, reading(token), async (itemId) => orNull(await read(list, itemId))),
  };
}

/** A reply to creating that does not hold the whole row: then it is read. */
const created = z.object({ id: z.coerce.string() });

const withoutEmpty = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));

const orNull = (row: Result<Row, GraphFault>): Result<Row | null, GraphFault> =>
  !row.ok && row.error.kind === 'not-found' ? ok(null) : row;
