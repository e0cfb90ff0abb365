// Counts SharePoint's resource units for the whole app, minute by minute, and says when there are no more.
// "How to avoid getting throttled or blocked in SharePoint Online": the limit is per app and tenant, refused calls count too.
import type { TenantSize } from './store/settings';

const limits: Readonly<Record<TenantSize, number>> = {
  'up-to-1000': 1250,
  'up-to-5000': 2500,
  'up-to-15000': 3750,
  'up-to-50000': 5000,
  'above-50000': 6250,
  'without-limit': Number.POSITIVE_INFINITY,
};

/** From this part of the limit on, answers say how much is left. */
const warnFrom = 0.8;
const minute = 60_000;

/** Units used, and calls refused because there were no more. */
export interface Tally {
  readonly units: number;
  readonly refused: number;
}

/** Where the app stands after a call. `secondsLeft`: until the next minute begins. */
export interface Standing {
  readonly refused: boolean;
  readonly warns: boolean;
  readonly limit: number;
  readonly remaining: number;
  readonly secondsLeft: number;
}

/** `limit` is null where there is none; `people` by id. */
export interface UsageReport {
  readonly limit: number | null;
  readonly secondsLeft: number;
  readonly minute: Tally;
  readonly total: Tally;
  readonly people: Readonly<Record<string, { readonly minute: Tally; readonly total: Tally }>>;
}

export interface Usage {
  /** Counts a call, whether it will be refused or not. */
  charge(units: number, personId: string): Standing;
  report(): UsageReport;
  clear(): void;
}

/** Everyone's tally under their id, and the sum of them. */
type Tallies = Map<string, Tally>;
const nothing: Tally = { units: 0, refused: 0 };
const plus = (one: Tally, other: Tally): Tally => ({
  units: one.units + other.units,
  refused: one.refused + other.refused,
});
const sumOf = (tallies: Tallies): Tally => [...tallies.values()].reduce(plus, nothing);
const note = (tallies: Tallies, personId: string, more: Tally): void =>
  void tallies.set(personId, plus(tallies.get(personId) ?? nothing, more));

/** Counts in whole minutes of the sandbox's clock: what was used is forgotten when the next one begins. */
export function createUsage(now: () => Date, tenantSize: () => TenantSize): Usage {
  const total: Tallies = new Map();
  const running: Tallies = new Map();
  let [window, used] = [0, 0];
  const roll = (): number => {
    const at = now().getTime();
    const current = Math.floor(at / minute);
    if (current !== window) {
      [window, used] = [current, 0];
      running.clear();
    }
    return Math.ceil(((window + 1) * minute - at) / 1000);
  };
  return {
    charge(units, personId) {
      const secondsLeft = roll();
      const limit = limits[tenantSize()];
      used += units;
      const refused = used > limit;
      const more = { units, refused: Number(refused) };
      note(running, personId, more);
      note(total, personId, more);
      return { refused, warns: used >= warnFrom * limit, limit, remaining: Math.max(0, limit - used), secondsLeft };
    },
    report() {
      const secondsLeft = roll();
      const limit = limits[tenantSize()];
      const people = [...total].map(([id, tally]) => [id, { minute: running.get(id) ?? nothing, total: tally }]);
      return {
        limit: Number.isFinite(limit) ? limit : null,
        secondsLeft,
        minute: sumOf(running),
        total: sumOf(total),
        people: Object.fromEntries(people),
      };
    },
    clear() {
      total.clear();
      running.clear();
      used = 0;
    },
  };
}
