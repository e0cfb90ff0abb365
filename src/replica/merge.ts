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

/** A key area's record carries its fields one level down, here; every other record has them at the top. */
const nestedFields = 'state';

/**
 * Merges two versions. A field that only one side changed since `base` is that side's; without a base, every field that
 * differs counts as changed by both.
 */
export function mergeRecords<T extends object>(base: T | null, mine: T, theirs: T): Merge<T> {
  const [before, left, right] = [base && plain(base), plain(mine), plain(theirs)];
  const withMine: Record<string, unknown> = {};
  const withTheirs: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const name of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const [was, here, there] = [before?.[name], left[name], right[name]];
    let merged: Merge<unknown> = { mine: here, theirs: there, conflicts: [name] };
    if (sameJson(here, there) || (before && sameJson(was, there))) merged = { mine: here, theirs: here, conflicts: [] };
    else if (before && sameJson(was, here)) merged = { mine: there, theirs: there, conflicts: [] };
    else if (name === nestedFields && isPlain(here) && isPlain(there)) {
      merged = mergeRecords(isPlain(was) ? was : null, here, there);
    }
    if (merged.mine !== undefined) withMine[name] = merged.mine;
    if (merged.theirs !== undefined) withTheirs[name] = merged.theirs;
    conflicts.push(...merged.conflicts);
  }
  return { mine: withMine as T, theirs: withTheirs as T, conflicts };
}
