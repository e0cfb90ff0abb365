// What this person may do, found out without leaving a trace: Graph v1.0 shows nobody's rights, so a change is
// tried that cannot succeed, and how it is refused tells. Whether they may create lists is seen when they do.
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { listAccess } from '../sharepoint/access';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import { piece } from '../sharepoint/odata';
import { type Place, siteOf } from '../sharepoint/place';
import type { ListName } from '../sharepoint/records';
import { pageOf, rowSchema } from '../sharepoint/rows';
import type { CouncillorsRights, Right } from './report';
import type { Survey } from './survey';

/** An eTag that no row has. */
const noRow = '"00000000-0000-0000-0000-000000000000,0"';

/** The right on the workings list, which stands for what an officer needs. */
export async function findRight(graph: Graph, place: Place, found: Survey): Promise<Result<Right, GraphFault>> {
  const row = found.settings?.row;
  return row ? rightOn(listAccess(graph, place), row) : ok('unknown');
}

/** The same, tried on a row of the workings that is known to be there. */
export const rightOn = (access: ListAccess, row: Row): Promise<Result<Right, GraphFault>> =>
  tryToWrite(access, 'workings', row);

/** The rights on the two lists that councillors read and write: a list without rows does not tell. */
export async function findCouncillorsRights(
  graph: Graph,
  place: Place,
): Promise<Result<CouncillorsRights, GraphFault>> {
  const [results, comments] = await Promise.all([
    rightOnList(graph, place, 'results'),
    rightOnList(graph, place, 'comments'),
  ]);
  if (!results.ok) return results;
  return comments.ok ? ok({ results: results.value, comments: comments.value }) : comments;
}

async function rightOnList(graph: Graph, place: Place, list: ListName): Promise<Result<Right, GraphFault>> {
  const path = `/sites/${piece(siteOf(place, list))}/lists/${piece(place.lists[list])}/items?$expand=fields&$top=1`;
  const first = await graph.send({ method: 'GET', path, scopes: scopes.readLists }, pageOf(rowSchema));
  if (!first.ok) return first.error.kind === 'no-access' ? ok('none') : first;
  const [row] = first.value.value;
  return row ? await tryToWrite(listAccess(graph, place), list, row) : ok('unknown');
}

async function tryToWrite(access: ListAccess, list: ListName, row: Row): Promise<Result<Right, GraphFault>> {
  // Whoever may write is told that the row has changed; whoever may not is refused. Should the eTag ever be ignored, nothing changes.
  const tried = await access.change(list, row.itemId, noRow, { Title: row.fields.Title ?? null });
  if (!tried.ok && tried.error.kind === 'no-access') return ok('read');
  if (!tried.ok && tried.error.kind !== 'conflict') return tried;
  return ok('write');
}
