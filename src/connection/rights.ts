// What this person may do, found out without leaving a trace: Graph v1.0 shows nobody's rights, so a change is
// tried that cannot succeed, and how it is refused tells. Whether they may create lists is seen when they do.
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { listAccess } from '../sharepoint/access';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import type { Place } from '../sharepoint/place';
import type { Right } from './report';
import type { Survey } from './survey';

/** An eTag that no row has. */
const noRow = '"00000000-0000-0000-0000-000000000000,0"';

/** The right on the workings list, which stands for what an officer needs. */
export async function findRight(graph: Graph, place: Place, found: Survey): Promise<Result<Right, GraphFault>> {
  const row = found.settings?.row;
  return row ? rightOn(listAccess(graph, place), row) : ok('unknown');
}

/** The same, tried on a row of the workings that is known to be there. */
export async function rightOn(access: ListAccess, row: Row): Promise<Result<Right, GraphFault>> {
  // Whoever may write is told that the row has changed; whoever may not is refused. Should the eTag ever be ignored, nothing changes.
  const tried = await access.change('workings', row.itemId, noRow, { Title: row.fields.Title ?? null });
  if (!tried.ok && tried.error.kind === 'no-access') return ok('read');
  if (!tried.ok && tried.error.kind !== 'conflict') return tried;
  return ok('write');
}
