// How often to look for changes, so that everyone together stays inside the smallest tenant's allowance. Pure.

/** Resource units a minute that looking may use, of the 1,250 the smallest tenant allows an app (SharePoint: avoid getting throttled). */
const share = 750;
const quickest = 1_000;
const nothingOpen = 15_000;
const shortestWait = 2_000;
const longestWait = 60_000;

/** Lists other than the one that matters now are looked at once in so many looks. */
export const looksPerFullLook = 10;

export interface Situation {
  /** How many people are asked in the assessments open here, each counted once; 0 where none is open. */
  readonly people: number;
  /** Whether an assessment is open here. */
  readonly open: boolean;
}

/** Milliseconds from one look to the next: one unit a look and person, never below a second. */
export const interval = ({ people, open }: Situation): number =>
  open ? Math.max(quickest, Math.ceil((people * 60_000) / share)) : nothingOpen;

/**
 * Milliseconds to wait before trying again after `failures` failures in a row (1 or more): doubling, up to a minute, and
 * spread by chance so that people who failed together do not come back together.
 */
export function backOff(failures: number, randomBelow: (below: number) => number): number {
  const most = Math.min(longestWait, shortestWait * 2 ** (failures - 1));
  return most / 2 + randomBelow(most / 2);
}
