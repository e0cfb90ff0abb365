// The rules in force, kept in memory: asked for every call what should happen to it, and counting how often each struck.
import type { Person } from '../store/people';
import { seededChance } from './random';
import type { FaultRule, Happening, RulesWish } from './rules';

/** A call as rules see it. `path` is relative to the version root, with its query, as it was sent. */
export interface FaultCall {
  readonly method: string;
  readonly path: string;
  readonly person: Pick<Person, 'id' | 'slug'>;
}

/** A rule in force, and how often it struck. */
export type StruckRule = FaultRule & { readonly id: number; readonly struck: number };

export interface FaultBook {
  add(wish: RulesWish): void;
  list(): readonly StruckRule[];
  clear(): void;
  /**
   * What happens to a call, in the order of the rules, of those things that `possible` lets through. The first one that
   * decides the outcome is the last: rules behind it are not asked, and do not count.
   */
  strike(call: FaultCall, possible: (happens: Happening) => boolean): readonly Happening[];
}

interface Entry {
  readonly id: number;
  readonly rule: FaultRule;
  readonly fits: (call: FaultCall) => boolean;
  readonly chance: () => number;
  struck: number;
}

/** Whether nothing can come after it: delays add up, and a page may be spoilt in two ways. */
const decides = ({ kind }: Happening): boolean => !['delay', 'delta-error-object', 'repeat'].includes(kind);

const decoded = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

function fitsOf({ method, path, user }: FaultRule): (call: FaultCall) => boolean {
  const parts = (path ?? '').split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(parts.join('.*'), 's');
  return (call) =>
    (method === undefined || method === call.method) &&
    (user === undefined || user === call.person.id || user === call.person.slug) &&
    (path === undefined || pattern.test(decoded(call.path)));
}

/** An empty book. */
export function createFaultBook(): FaultBook {
  let entries: Entry[] = [];
  let nextId = 1;
  const strikes = (entry: Entry, call: FaultCall): boolean => {
    const { count = Number.POSITIVE_INFINITY, probability } = entry.rule;
    if (entry.struck >= count || !entry.fits(call) || entry.chance() >= probability) return false;
    entry.struck += 1;
    return true;
  };
  return {
    add({ seed, rules }) {
      rules.forEach((rule, index) => {
        // A row of chances for each rule, so that what one of them meets changes nothing for the others.
        const chance = seededChance(seed + index * 7919);
        entries.push({ id: nextId, rule, fits: fitsOf(rule), chance, struck: 0 });
        nextId += 1;
      });
    },
    list: () => entries.map(({ id, rule, struck }) => ({ id, ...rule, struck })),
    clear() {
      entries = [];
    },
    strike(call, possible) {
      const happened: Happening[] = [];
      for (const entry of entries) {
        const { happens } = entry.rule;
        if (!possible(happens) || !strikes(entry, call)) continue;
        happened.push(happens);
        if (decides(happens)) break;
      }
      return happened;
    },
  };
}
