// What to do next with one unsent change, given what is known of SharePoint's row. Pure: the sender does it and asks again.
import { type Person, samePerson } from '../base/person';
import { mergeRecords, sameJson } from './merge';
import type { AnyRecord } from './replica';
import { asStored } from './rows';
import type { Entry, LocalRow } from './store';

export type Step =
  /** Find out whether the row exists. */
  | { readonly do: 'look' }
  | { readonly do: 'create'; readonly record: AnyRecord }
  | { readonly do: 'change'; readonly record: AnyRecord; readonly row: LocalRow }
  | { readonly do: 'remove'; readonly row: LocalRow }
  /** SharePoint already has what was meant. */
  | { readonly do: 'nothing' }
  /** Someone else took my answer's key: mine goes beside it. */
  | { readonly do: 'use-key'; readonly key: string }
  | { readonly do: 'ask'; readonly mine: AnyRecord | null; readonly theirs: AnyRecord; readonly row: LocalRow }
  /** The row was removed by someone. */
  | { readonly do: 'gone' };

const besideSuffix = ':2';

/** Where my answer goes when someone else took its key; null for keys that have no such place. */
export function keyBeside(key: string): string | null {
  return key.startsWith('response:') && !key.endsWith(besideSuffix) ? `${key}${besideSuffix}` : null;
}

const wroteIt = (author: Person | null, me: Person): boolean => author !== null && samePerson(author.id, me.id);

/** Whether someone else created a row under a key that is mine to use. */
export const takenByOther = (row: LocalRow, me: Person): boolean =>
  row.key.endsWith(`:${me.id.toLowerCase()}`) && keyBeside(row.key) !== null && !wroteIt(row.stored.createdBy, me);

/**
 * The next step for a change.
 * @param row SharePoint's row as last seen; null where none is known
 * @param looked whether `row` was just asked for, so that null means there is none
 */
export function nextStep(written: Entry, row: LocalRow | null, looked: boolean, me: Person): Step {
  const entry = comparable(written);
  if (entry.record === null) return removal(entry, row, looked);
  if (row === null) {
    const unsure = entry.base !== null || entry.tried.length > 0;
    if (unsure && !looked) return { do: 'look' };
    return entry.base ? { do: 'gone' } : { do: 'create', record: entry.record };
  }
  if (sameJson(entry.record, row.stored.record)) return { do: 'nothing' };
  // What somebody else made of my answer does not count: mine, given again, takes its place.
  if (isAnswerOf(row, me) && !wroteIt(row.stored.lastModifiedBy, me))
    return { do: 'change', record: entry.record, row };
  // Any envelope of the same key will do, and two of them are nothing to choose between.
  if (isKeyForSomebody(entry.record)) return { do: 'change', record: entry.record, row };
  if (!entry.base) return clash(entry, entry.record, row, me);
  const unchanged = entry.base.eTag === row.eTag;
  return unchanged
    ? { do: 'change', record: entry.record, row }
    : merged(entry.base.record, entry.record, row, entry.tried);
}

/** Whether a row holds the answer I gave: it is sealed, and only I can tell what two versions of it say. */
const isAnswerOf = (row: LocalRow, me: Person): boolean =>
  'kind' in row.stored.record && row.stored.record.kind === 'response' && wroteIt(row.stored.createdBy, me);

const isKeyForSomebody = (record: AnyRecord): boolean => 'kind' in record && record.kind === 'assessment-key';

/** The entry with its records as rows give them back, so that comparing finds only what people changed. */
function comparable(entry: Entry): Entry {
  const stored = (record: AnyRecord) => asStored(entry.list, record, entry.key);
  return {
    ...entry,
    record: entry.record && stored(entry.record),
    tried: entry.tried.map(stored),
    base: entry.base && { ...entry.base, record: stored(entry.base.record) },
  };
}

function removal(entry: Entry, row: LocalRow | null, looked: boolean): Step {
  if (row === null) return looked ? { do: 'nothing' } : { do: 'look' };
  const known = [...(entry.base ? [entry.base.record] : []), ...entry.tried];
  const unchanged = entry.base?.eTag === row.eTag || known.some((record) => sameJson(record, row.stored.record));
  return unchanged ? { do: 'remove', row } : { do: 'ask', mine: null, theirs: row.stored.record, row };
}

function merged(before: AnyRecord | null, mine: AnyRecord, row: LocalRow, tried: readonly AnyRecord[]): Step {
  const merge = mergeRecords(before, mine, row.stored.record, tried);
  if (merge.conflicts.length > 0) return { do: 'ask', mine: merge.mine, theirs: merge.theirs, row };
  return sameJson(merge.mine, row.stored.record) ? { do: 'nothing' } : { do: 'change', record: merge.mine, row };
}

/** A row is already there under the key of something that was to be created. */
function clash(entry: Entry, mine: AnyRecord, row: LocalRow, me: Person): Step {
  const { record: theirs, createdBy, lastModifiedBy } = row.stored;
  // My creation arrived although its reply did not: mine goes on from there.
  if (entry.tried.some((record) => sameJson(record, theirs))) return { do: 'change', record: mine, row };
  if (!wroteIt(createdBy, me)) {
    const beside = takenByOther(row, me) ? keyBeside(entry.key) : null;
    return beside ? { do: 'use-key', key: beside } : merged(null, mine, row, []);
  }
  // It arrived, and someone else has changed it since.
  const [first = null, ...later] = entry.tried;
  if (!wroteIt(lastModifiedBy, me)) return merged(first, mine, row, later);
  return merged(null, mine, row, []);
}
