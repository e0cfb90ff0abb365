// The feed of changes of a list, with its known oddities taken out (Microsoft Graph: listItem: delta).
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph, GraphCall } from '../graph/graph';
import type { Changes, Row } from './listAccess';
import { allPages } from './pages';
import { rowSchema } from './rows';

/** After a delete, an error object has stood in place of a member; those have no id and say nothing. */
const member = z.union([
  z.looseObject({
    id: z.coerce.string(),
    deleted: z.optional(z.unknown()),
    fields: z.optional(z.unknown()),
    error: z.optional(z.undefined()),
  }),
  z.pipe(
    z.unknown(),
    z.transform(() => null),
  ),
]);

/**
 * All changes from a link of the feed on. An item may come several times: the last counts. A member without fields is read by itself.
 * @param readOne reads a row now; null where it is gone
 */
export async function readChanges(
  graph: Graph,
  start: GraphCall,
  readOne: (itemId: string) => Promise<Result<Row | null, GraphFault>>,
): Promise<Result<Changes, GraphFault>> {
  const pages = await allPages(graph, start, member);
  if (!pages.ok) return pages;
  if (pages.value.deltaLink === null) return fail({ kind: 'resync' });
  const last = new Map(pages.value.members.filter((each) => each !== null).map((each) => [each.id, each]));
  const rows: Row[] = [];
  const removed: string[] = [];
  const unread: string[] = [];
  for (const [itemId, each] of last) {
    const row = rowSchema.safeParse(each);
    if (each.deleted !== undefined && each.deleted !== null) removed.push(itemId);
    else if (row.success) rows.push(row.data);
    else unread.push(itemId);
  }
  for (const [place, row] of (await Promise.all(unread.map(readOne))).entries()) {
    if (!row.ok) return row;
    if (row.value) rows.push(row.value);
    else removed.push(unread[place] ?? '');
  }
  const doubtful = pages.value.members.some((each) => each === null);
  return ok({ rows, removed, token: pages.value.deltaLink, doubtful });
}
