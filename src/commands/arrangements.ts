// What the officers of a channel arranged: what is told, quiet hours, pre-election periods. One row a channel; whoever may write may change it.
import { type Arrangements, type PreElectionPeriod, preElectionAt, usualArrangements } from '../assessment';
import { ok, type Result } from '../base/result';
import { rightOn } from '../connection/rights';
import type { GraphFault } from '../graph/faults';
import { type ArrangementsWorking, homeKey, keys, type Stored } from '../sharepoint/records';
import { londonDay } from '../words';
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

/** Whether publicity is restricted today, so that sharing and posting ask first. */
export type Publicity =
  | { readonly kind: 'free' }
  | { readonly kind: 'restricted'; readonly period: PreElectionPeriod }
  /** It could not be looked up; then it is asked, too. */
  | { readonly kind: 'unknown' };

/** Looks up whether publicity is restricted today in England. */
export async function publicityToday(work: Workplace): Promise<Publicity> {
  const fetched = await fetchArrangements(work);
  if (!fetched.ok) return { kind: 'unknown' };
  const arranged = (await arrangementsHere(work))?.record ?? usualArrangements;
  const period = preElectionAt(arranged, londonDay(work.environment.now()));
  return period ? { kind: 'restricted', period } : { kind: 'free' };
}

/** Whether I may change what is arranged, as far as that can be told: false only where SharePoint refuses me. */
export async function mayArrange({ access }: Workplace): Promise<boolean> {
  const settings = await access.byKey('workings', keys.settings);
  if (!settings.ok || !settings.value) return true;
  const right = await rightOn(access, settings.value);
  return !right.ok || right.value !== 'read';
}
