// People of the organisation: who is signed in, and whom a search finds (Microsoft Graph: user).
import * as z from 'zod/mini';
import type { Person } from '../base/person';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { query } from './odata';

/** Someone a search found, with what tells two people of one name apart. */
export interface FoundPerson extends Person {
  readonly jobTitle: string;
  readonly mail: string;
}

const person = z.pipe(
  z.object({
    id: z.string(),
    displayName: z.nullish(z.string()),
    jobTitle: z.nullish(z.string()),
    mail: z.nullish(z.string()),
  }),
  z.transform(
    (user): FoundPerson => ({
      id: user.id.toLowerCase(),
      displayName: user.displayName ?? '',
      jobTitle: user.jobTitle ?? '',
      mail: user.mail ?? '',
    }),
  ),
);

const selected = 'id,displayName,jobTitle,mail';

/** Who is signed in. */
export const whoAmI = (graph: Graph): Promise<Result<FoundPerson, GraphFault>> =>
  graph.send({ method: 'GET', path: `/me${query({ $select: selected })}`, scopes: scopes.profile }, person);

/** In a search clause quotes and backslashes are escaped (Microsoft Graph: $search query parameter). */
const clause = (property: string, text: string): string => `"${property}:${text.replaceAll(/["\\]/g, '\\$&')}"`;

/** Up to ten people whose name or address contains words beginning with the text. Nothing is asked for a blank one. */
export async function searchUsers(graph: Graph, text: string): Promise<Result<readonly FoundPerson[], GraphFault>> {
  const wanted = text.trim();
  if (wanted === '') return ok([]);
  const options = {
    $search: `${clause('displayName', wanted)} OR ${clause('mail', wanted)}`,
    $select: selected,
    $count: 'true',
    $top: '10',
  };
  const found = await graph.send(
    {
      method: 'GET',
      path: `/users${query(options)}`,
      scopes: scopes.searchPeople,
      headers: { ConsistencyLevel: 'eventual' },
    },
    z.object({ value: z.array(person) }),
  );
  return found.ok ? ok(found.value.value) : found;
}
