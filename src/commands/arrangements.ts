// What the officers of a channel arranged: what is told, quiet hours, pre-election periods. One row a channel; whoever may write may change it.
import { type Arrangements, usualArrangements } from '../assessment';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { type ArrangementsWorking, homeKey, keys, type Stored } from '../sharepoint/records';
import type { Workplace } from './workplace';

/** The key of this channel's row. */
export const arrangementsKey = (work: Workplace): string => keys.arrangements(homeKey(work.home));

/** This channel's row as this device has it; null where there is none here. For live queries. */
export async function arrangementsHere({ replica, home }: Workplace): Promise<Stored<ArrangementsWorking> | null> {
  const row = await replica.one('workings', keys.arrangements(homeKey(home)));
  return row?.record.kind === 'arrangements' ? { ...row, record: row.record } : null;
}

/** Reads this channel's row from SharePoint where this device does not have it; once here, changes of it come by themselves. */
export async function fetchArrangements(work: Workplace): Promise<Result<void, GraphFault>> {
  if (await arrangementsHere(work)) return ok(undefined);
  const fetched = await work.replica.fetchOne('workings', arrangementsKey(work));
  return fetched.ok ? ok(undefined) : fetched;
}

/** What is arranged for this channel; as usual where nothing is, or where that cannot be found out now. */
export async function readArrangements(work: Workplace): Promise<Arrangements> {
  await fetchArrangements(work);
  return (await arrangementsHere(work))?.record ?? usualArrangements;
}

/**
 * Changes what is arranged. What others changed meanwhile stays; what both changed is kept twice until someone chooses.
 * @param change gives what shall be arranged from what is
 */
export async function changeArrangements(
  work: Workplace,
  change: (before: Arrangements) => Arrangements,
): Promise<void> {
  await fetchArrangements(work);
  const stored = await arrangementsHere(work);
  const usual: ArrangementsWorking = { ...usualArrangements, kind: 'arrangements', home: homeKey(work.home) };
  const before = stored?.record ?? usual;
  const after = { ...before, ...change(before) };
  await work.replica.put('workings', arrangementsKey(work), after, before);
}
