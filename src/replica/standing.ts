// How the replica stands with SharePoint, noted in the store so that all frames of a browser say the same.
import * as z from 'zod/mini';
import type { GraphFault } from '../graph/faults';
import type { Standing } from './replica';
import type { Tables } from './store';

const name = 'status';
const status = z.object({
  /** When assessments and workings were last found in step; null before the first time. */
  at: z.nullable(z.string()),
  fault: z.nullable(z.custom<GraphFault>((value) => typeof value === 'object' && value !== null && 'kind' in value)),
});
type Status = z.infer<typeof status>;

const unknown: Status = { at: null, fault: null };

async function readStatus(tables: Tables): Promise<Status> {
  const parsed = status.safeParse(await tables.note(name));
  return parsed.success ? parsed.data : unknown;
}

/** Notes the outcome of a look: when it was, where it found what matters most, and what went wrong, if anything. */
export async function noteStatus(tables: Tables, at: string | null, fault: GraphFault | null): Promise<void> {
  const before = await readStatus(tables);
  await tables.putNote(name, { at: at ?? before.at, fault } satisfies Status);
}

/** Forgets a failure that an earlier visit left behind, so that opening begins with "loading" where nothing was ever read. */
export async function beginStatus(tables: Tables): Promise<void> {
  await tables.putNote(name, { ...(await readStatus(tables)), fault: null } satisfies Status);
}

/** Whether rows were met that a newer version of this product wrote. */
export const metNewerVersion = async (tables: Tables): Promise<boolean> =>
  (await tables.unread()).some(({ fault }) => fault.kind === 'newer-version');

/** The standing by what is noted. */
export async function readStanding(tables: Tables): Promise<Standing> {
  if (await metNewerVersion(tables)) return { kind: 'newer-version' };
  const { at, fault } = await readStatus(tables);
  if (fault) return at === null ? { kind: 'failed', because: fault } : { kind: 'behind', because: fault };
  return at === null ? { kind: 'loading' } : { kind: 'in-step', at };
}
