// Merging two changes of one record, field by field, against what both began with. Pure.

export interface Merge<T> {
  /** Both sides' changes; where both changed the same field, mine. */
  readonly mine: T;
  /** Both sides' changes; where both changed the same field, theirs. */
  readonly theirs: T;
  /** The fields that both changed, and differently. */
  readonly conflicts: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const plain = (record: object): Plain => Object.fromEntries(Object.entries(record));

/** Whether two values say the same as JSON, whatever the order of their fields. An absent field is an undefined one. */
export function sameJson(left: unknown, right: unknown): boolean {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, index) => sameJson(item, right[index]));
  }
  if (isPlain(left) && isPlain(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].every((name) => sameJson(left[name], right[name]));
  }
  return left === right;
}

/** Where records carry fields one level down: a key area's, and which events are told. Everything else has them at the top. */
const nestedFields: readonly string[] = ['state', 'tell'];

/**
 * Merges two versions. A field that only one side changed since `base` is that side's; without a base, every field that
 * differs counts as changed by both.
 * @param tried what I sent before without learning whether it arrived: where theirs says the same, it is mine that arrived
 */
export function mergeRecords<T extends object>(base: T | null, mine: T, theirs: T, tried: readonly T[] = []): Merge<T> {
  const [before, left, right] = [base && plain(base), plain(mine), plain(theirs)];
  const attempts = tried.map(plain);
  const withMine: Record<string, unknown> = {};
  const withTheirs: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const sent = attempts.map((attempt) => attempt[name]);
    const merged = mergeField(name, before && { was: before[name] }, left[name], right[name], sent);
    if (merged.mine !== undefined) withMine[name] = merged.mine;
    if (merged.theirs !== undefined) withTheirs[name] = merged.theirs;
    conflicts.push(...merged.conflicts);
  }
  return { mine: withMine as T, theirs: withTheirs as T, conflicts };
}

function mergeField(
  name: string,
  before: { readonly was: unknown } | null,
  here: unknown,
  there: unknown,
  sent: readonly unknown[],
): Merge<unknown> {
  if (sameJson(here, there)) return { mine: here, theirs: here, conflicts: [] };
  if (before) {
    const differs = (value: unknown) => !sameJson(before.was, value);
    const theyChanged = differs(there) && !sent.some((value) => sameJson(value, there));
    if (!theyChanged) return { mine: here, theirs: here, conflicts: [] };
    if (![here, ...sent].some(differs)) return { mine: there, theirs: there, conflicts: [] };
  }
  if (nestedFields.includes(name) && isPlain(here) && isPlain(there)) {
    return mergeRecords(isPlain(before?.was) ? before.was : null, here, there, sent.filter(isPlain));
  }
  return { mine: here, theirs: there, conflicts: [name] };
}
