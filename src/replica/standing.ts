// How the replica stands with SharePoint, noted in the store so that all frames of a browser say the same.
import * as z from 'zod/mini';
import type { GraphFault } from '../graph/faults';
import { isForCouncillors } from '../sharepoint/place';
import type { ListName } from '../sharepoint/records';
import type { Standing } from './replica';
import type { Tables } from './store';

/** Whether a fault concerns only what councillors read and write: officers' work goes on without it. */
export const isApart = (list: ListName, fault: GraphFault): boolean =>
  isForCouncillors(list) && fault.kind === 'no-access';

const name = 'status';
const graphFault = z.custom<GraphFault>((value) => typeof value === 'object' && value !== null && 'kind' in value);
const status = z.object({
  /** When assessments and workings were last found in step; null before the first time. */
  at: z.nullable(z.string()),
  fault: z.nullable(graphFault),
  /** What went wrong with nothing but councillors' lists. */
  apart: z._default(z.nullable(graphFault), null),
});
type Status = z.infer<typeof status>;

const unknown: Status = { at: null, fault: null, apart: null };

async function readStatus(tables: Tables): Promise<Status> {
  const parsed = status.safeParse(await tables.note(name));
  return parsed.success ? parsed.data : unknown;
}

/** Notes the outcome of a look: when it was, where it found what matters most, and what went wrong, if anything. */
export async function noteStatus(
  tables: Tables,
  at: string | null,
  faults: ReadonlyMap<ListName, GraphFault>,
): Promise<void> {
  const before = await readStatus(tables);
  const fault = [...faults].find(([list, each]) => !isApart(list, each))?.[1] ?? null;
  const apart = [...faults].find(([list, each]) => isApart(list, each))?.[1] ?? null;
  await tables.putNote(name, { at: at ?? before.at, fault, apart } satisfies Status);
}

/** Forgets a failure that an earlier visit left behind, so that opening begins with "loading" where nothing was ever read. */
export async function beginStatus(tables: Tables): Promise<void> {
  await tables.putNote(name, { ...(await readStatus(tables)), fault: null, apart: null } satisfies Status);
}

/** Whether rows were met that a newer version of this product wrote. */
export const metNewerVersion = async (tables: Tables): Promise<boolean> =>
  (await tables.unread()).some(({ fault }) => fault.kind === 'newer-version');

/** The standing by what is noted. */
export async function readStanding(tables: Tables): Promise<Standing> {
  if (await metNewerVersion(tables)) return { kind: 'newer-version' };
  const { at, fault, apart } = await readStatus(tables);
  if (fault) return at === null ? { kind: 'failed', because: fault } : { kind: 'behind', because: fault };
  if (at === null) return { kind: 'loading' };
  return apart ? { kind: 'apart', at, because: apart } : { kind: 'in-step', at };
}
