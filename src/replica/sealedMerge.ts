// Merging two versions of my own sealed answer: opened, field by field, and sealed again. Nobody else's device can do it.
import { mergeRecords } from './merge';
import type { AnyRecord } from './replica';

/** What the replica can do with records that only their author can open. */
export interface SealedContents {
  /** What an answer holds before anything is entered. */
  readonly blank: object;
  /** What lies in a record; null where it cannot be opened here. */
  open(record: AnyRecord): Promise<object | null>;
  /** The same record with other contents; null where it cannot be sealed just now. */
  seal(record: AnyRecord, contents: object): Promise<AnyRecord | null>;
}

export type SealedMerge =
  | { readonly kind: 'merged'; readonly record: AnyRecord }
  /** Both changed the same field: each version has what only one side changed. */
  | { readonly kind: 'two-versions'; readonly mine: AnyRecord; readonly theirs: AnyRecord }
  /** Theirs cannot be opened here, so that nothing can be merged. */
  | { readonly kind: 'shut' }
  /** Both could be read, or mine could not, and nothing can be sealed just now: both are kept as they are. */
  | { readonly kind: 'unmerged' };

/**
 * Merges two versions of a sealed record. Without a base that opens, what is still blank counts as untouched.
 * @param tried what was sent before without learning whether it arrived
 */
export async function mergeSealed(
  contents: SealedContents,
  versions: {
    readonly base: AnyRecord | null;
    readonly mine: AnyRecord;
    readonly theirs: AnyRecord;
    readonly tried: readonly AnyRecord[];
  },
): Promise<SealedMerge> {
  const [mine, theirs, base, ...tried] = await Promise.all([
    contents.open(versions.mine),
    contents.open(versions.theirs),
    versions.base && contents.open(versions.base),
    ...versions.tried.map((record) => contents.open(record)),
  ]);
  if (!theirs) return { kind: 'shut' };
  if (!mine) return { kind: 'unmerged' };
  const merge = mergeRecords(
    base ?? contents.blank,
    mine,
    theirs,
    tried.filter((each) => each !== null && each !== undefined),
  );
  // The id is no words of anybody's: SharePoint's is kept.
  const conflicts = merge.conflicts.filter((field) => field !== 'responseId');
  const withId = { ...merge.mine, ...('responseId' in theirs ? { responseId: theirs.responseId } : {}) };
  const kept = await contents.seal(versions.mine, withId);
  if (!kept) return { kind: 'unmerged' };
  if (conflicts.length === 0) return { kind: 'merged', record: kept };
  const other = await contents.seal(versions.theirs, merge.theirs);
  return other ? { kind: 'two-versions', mine: kept, theirs: other } : { kind: 'unmerged' };
}
