// A list from its first row to its last: for whoever needs most of it anyway, and would pay more for asking piece by piece.
import type { Result } from '../base/result';
import { ok } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph, GraphCall } from '../graph/graph';
import { scopes } from '../graph/scopes';
import type { Row } from './listAccess';
import { literal, query } from './odata';
import { allPages } from './pages';
import { itemsOf, type Place } from './place';
import type { ListName } from './records';
import { rowSchema } from './rows';

/** As many as Graph ever gives at a time: a page costs the same, full or not. It may give fewer. */
const pageSize = '999';

const reading = (path: string): GraphCall => ({ method: 'GET', path, scopes: scopes.readLists });

/** Every row of a list, in the order of their ids: a walk along the ids needs no index, however long the list is. */
export async function wholeList(
  graph: Graph,
  place: Place,
  list: ListName,
): Promise<Result<readonly Row[], GraphFault>> {
  const found = await allPages(
    graph,
    reading(itemsOf(place, list) + query({ $expand: 'fields', $top: pageSize })),
    rowSchema,
  );
  return found.ok ? ok(found.value.members) : found;
}

/** The workings whose key begins so. */
export async function workingsUnder(
  graph: Graph,
  place: Place,
  start: string,
): Promise<Result<readonly Row[], GraphFault>> {
  const options = { $expand: 'fields', $filter: `startswith(fields/Key,${literal(start)})`, $top: pageSize };
  const found = await allPages(graph, reading(itemsOf(place, 'workings') + query(options)), rowSchema);
  return found.ok ? ok(found.value.members) : found;
}
