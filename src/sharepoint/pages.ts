// Following Graph's pages to their end.
import type * as z from 'zod/mini';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph, GraphCall } from '../graph/graph';
import { pageOf } from './rows';

/** All members over all pages, and the link under which changes since can be asked for (a change feed's last page has one). */
export async function allPages<T>(
  graph: Graph,
  first: GraphCall,
  member: z.core.$ZodType<T>,
): Promise<Result<{ readonly members: readonly T[]; readonly deltaLink: string | null }, GraphFault>> {
  const members: T[] = [];
  const schema = pageOf(member);
  let next: string | undefined = first.path;
  let deltaLink: string | null = null;
  while (next !== undefined) {
    const page: Result<z.infer<typeof schema>, GraphFault> = await graph.send({ ...first, path: next }, schema);
    if (!page.ok) return page;
    members.push(...page.value.value);
    next = page.value['@odata.nextLink'];
    deltaLink = page.value['@odata.deltaLink'] ?? null;
  }
  return ok({ members, deltaLink });
}
