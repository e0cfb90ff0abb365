// The durable queue of unsent changes. Everything here runs inside one writing of the store.
import type { Person } from '../base/person';
import type { GraphFault } from '../graph/faults';
import type { ListName, Stored } from '../sharepoint/records';
import { mergeRecords, sameJson } from './merge';
import { keyBeside, takenByOther } from './plan';
import type { AnyRecord, SaveState } from './replica';
import { assessmentOf, keepRow, openInOf, type Ready } from './rows';
import { metNewerVersion } from './standing';
import type { Entry, EntryState, LocalRow, Tables } from './store';

const waiting: EntryState = { kind: 'waiting', because: null };

/**
 * The key a record of mine really lies under: beside the usual one where someone else took that. A change that waits under the usual one
 * is there until it is moved; without it, it would count as saved.
 */
export async function ownKey(tables: Tables, list: ListName, key: string, me: Person): Promise<string> {
  if (list !== 'workings') return key;
  const beside = keyBeside(key);
  const row = beside && (await tables.row(list, key));
  const taken = beside !== null && row && takenByOther(row, me) && (await tables.entriesOf(list, key)).length === 0;
  return taken ? beside : key;
}

/**
 * Queues a change; a null record removes the row. It joins a change that still waits, never one that is being sent.
 * @param from what the record was made from; null where that is what is here now
 */
export async function queue(
  tables: Tables,
  list: ListName,
  key: string,
  record: AnyRecord | null,
  from: AnyRecord | null,
): Promise<void> {
  const row = await tables.row(list, key);
  const last = (await tables.entriesOf(list, key)).at(-1);
  const merge = record && from && last?.record ? mergeRecords(from, record, last.record) : null;
  const written = merge ? merge.mine : record;
  // What others changed may have come into the waiting change since `from` was read: that is not written over in silence either.
  const state: EntryState | null =
    merge && merge.conflicts.length > 0 ? { kind: 'two-versions', theirs: merge.theirs } : null;
  if (last && last.state.kind !== 'sending') return join(tables, last, written, state);
  if (record === null && !last && !row) return;
  if (list === 'comments' && !row) throw new Error('Comments are made in SharePoint, not here');
  const known = written ?? last?.record ?? row?.stored.record;
  await tables.addEntry({
    version: 1,
    list,
    key,
    assessmentId: known ? assessmentOf(list, known) : '',
    openIn: written ? openInOf(list, written, key) : '',
    record: written,
    base: last ? null : baseOf(row, from),
    tried: [],
    state: state ?? waiting,
  });
}

/** Queues a change only where what is here is still `from`; whether it did. */
export async function replace(
  tables: Tables,
  list: ListName,
  key: string,
  record: AnyRecord,
  from: AnyRecord | null,
): Promise<boolean> {
  const last = (await tables.entriesOf(list, key)).at(-1);
  const here = last ? last.record : ((await tables.row(list, key))?.stored.record ?? null);
  if (!sameJson(here, from)) return false;
  await queue(tables, list, key, record, null);
  return true;
}

/** Makes two versions of a record wait for someone to choose. */
export async function keepBoth(
  tables: Tables,
  list: ListName,
  key: string,
  mine: AnyRecord,
  theirs: AnyRecord,
): Promise<void> {
  await queue(tables, list, key, mine, null);
  const last = (await tables.entriesOf(list, key)).at(-1);
  if (last && last.state.kind !== 'sending')
    await tables.putEntry({ ...last, state: { kind: 'two-versions', theirs } });
}

/** What a change of this row begins with. A record older than the row has no eTag, so that sending merges it. */
function baseOf(row: LocalRow | null, from: AnyRecord | null = null): Entry['base'] {
  if (!row) return null;
  const current = from === null || sameJson(from, row.stored.record);
  return { itemId: row.itemId, eTag: current ? row.eTag : null, record: from ?? row.stored.record };
}

async function join(tables: Tables, entry: Entry, record: AnyRecord | null, state: EntryState | null): Promise<void> {
  const neverThere = entry.base === null && entry.tried.length === 0;
  if (record === null && neverThere) return tables.deleteEntry(entry.seq);
  const openIn = record ? openInOf(entry.list, record, entry.key) : '';
  await tables.putEntry({ ...entry, record, openIn, state: state ?? stateAfterEdit(entry.state) });
}

/** A shorter text may fit now; other parked changes wait for someone to mend what was wrong. */
function stateAfterEdit(state: EntryState): EntryState {
  return state.kind === 'parked' && state.because.kind === 'too-large' ? waiting : state;
}

/** Marks a waiting change as being sent. Null where it no longer waits. */
export async function claim(tables: Tables, wanted: Entry): Promise<Entry | null> {
  const entry = (await tables.entriesOf(wanted.list, wanted.key)).find(({ seq }) => seq === wanted.seq);
  if (entry?.state.kind !== 'waiting') return null;
  const claimed: Entry = { ...entry, state: { kind: 'sending' } };
  await tables.putEntry(claimed);
  return claimed;
}

/** So many tries without a reply are remembered per change. */
const mostTries = 10;

/** A change that is about to leave the device. */
export interface Outgoing {
  /** As stored: with what goes out among the tries. */
  readonly entry: Entry;
  /** The same where the service refuses it outright: then this try did not arrive. */
  readonly refused: Entry;
}

/**
 * Notes, before anything leaves the device, what goes out. Where it was merged with SharePoint's row, that row is what the
 * change now begins with: earlier tries were for an older row and can no longer arrive. Null where someone gave the change up, and
 * where more was written meanwhile: that joins it first, so that both are merged against what they began with.
 * @param row SharePoint's row that is to be changed; null for a creation
 */
export async function goOut(
  tables: Tables,
  entry: Entry,
  record: AnyRecord,
  row: LocalRow | null,
): Promise<Outgoing | null> {
  const entries = await tables.entriesOf(entry.list, entry.key);
  if (!entries.some(({ seq }) => seq === entry.seq)) return null;
  if (!sameJson(record, entry.record) && entries.some(({ seq }) => seq > entry.seq)) {
    await cameBack(tables, entry, waiting, {});
    return null;
  }
  const before = row === null || entry.base?.eTag === row.eTag ? entry.tried : [];
  const triedAlready = before.some((each) => sameJson(each, record));
  const tried = triedAlready ? before : [...before, record].slice(-mostTries);
  const outgoing: Entry = { ...entry, record, base: row ? baseOf(row) : entry.base, tried };
  await tables.putEntry(outgoing);
  return { entry: outgoing, refused: { ...outgoing, tried: before } };
}

/** A change arrived: its row is kept (or dropped, where it was removed), and what was written since goes on from there. */
export async function arrived(tables: Tables, entry: Entry, ready: Ready | null): Promise<void> {
  const before = await tables.row(entry.list, entry.key);
  if (ready) await keepRow(tables, ready);
  else if (before) await tables.deleteRows(entry.list, [entry.key]);
  const entries = await tables.entriesOf(entry.list, entry.key);
  // Another frame may have seen to it already, or someone gave it up.
  if (!entries.some(({ seq }) => seq === entry.seq)) return;
  await tables.deleteEntry(entry.seq);
  const row = await tables.row(entry.list, entry.key);
  const base = row && entry.record ? { itemId: row.itemId, eTag: null, record: entry.record } : baseOf(row);
  for (const next of entries) if (next.seq > entry.seq) await tables.putEntry({ ...next, base, tried: [] });
}

/** A change did not arrive. What was written since joins it, for nothing of it is under way any more. */
export async function cameBack(tables: Tables, entry: Entry, state: EntryState, more: Partial<Entry>): Promise<void> {
  const entries = await tables.entriesOf(entry.list, entry.key);
  if (!entries.some(({ seq }) => seq === entry.seq)) return;
  const later = entries.filter(({ seq }) => seq > entry.seq).at(-1);
  const record = later ? later.record : (more.record ?? entry.record);
  for (const each of entries) if (each.seq !== entry.seq) await tables.deleteEntry(each.seq);
  // Two versions that somebody has to choose between stay that.
  const open = later?.state.kind === 'two-versions' ? later.state : state;
  const next: Entry = { ...entry, ...more, record, openIn: later ? later.openIn : entry.openIn, state: open };
  if (record === null && next.base === null && next.tried.length === 0) await tables.deleteEntry(entry.seq);
  else await tables.putEntry(next);
}

/** Moves a change, and what was written since, under another key. */
export async function moveTo(tables: Tables, entry: Entry, key: string): Promise<void> {
  const row = await tables.row(entry.list, key);
  for (const each of await tables.entriesOf(entry.list, entry.key)) {
    const state = each.seq === entry.seq ? waiting : each.state;
    await tables.putEntry({ ...each, key, base: baseOf(row), tried: [], state });
  }
}

/** Takes up again what a frame that is gone was sending. */
export async function takeUp(tables: Tables): Promise<void> {
  for (const entry of await tables.entries()) {
    if (entry.state.kind === 'sending') await cameBack(tables, entry, waiting, {});
  }
}

/**
 * Lets go of a list that another one took the place of. What was not sent of it stays: a result goes to the new list by its key; the
 * reply to a comment has nowhere to go, for the comment stayed where it was.
 */
export async function forgetList(tables: Tables, list: ListName): Promise<void> {
  const rows = await tables.rowsOf(list);
  await tables.deleteRows(
    list,
    rows.map(({ key }) => key),
  );
  const unread = (await tables.unread()).filter((each) => each.list === list);
  await tables.deleteUnread(
    list,
    unread.map(({ itemId }) => itemId),
  );
  for (const entry of await tables.entries()) {
    if (entry.list !== list) continue;
    const lost = list === 'comments';
    // Under its own key it would lie over the comment that has the same item id in the new list.
    const key = lost ? `${entry.key} moved` : entry.key;
    const state = lost ? stateAfter({ kind: 'not-found', what: entry.key }, false) : waiting;
    await tables.putEntry({ ...entry, key, base: null, tried: [], state });
  }
}

/** Lets parked changes try again. One whose row is gone makes a new row; but councillors' comments are made by councillors alone. */
export async function release(tables: Tables): Promise<void> {
  for (const entry of await tables.entries()) {
    if (entry.state.kind !== 'parked') continue;
    if (entry.list === 'comments' && entry.state.because.kind === 'not-found') continue;
    const base = entry.state.because.kind === 'not-found' ? null : entry.base;
    await tables.putEntry({ ...entry, base, state: waiting });
  }
}

/** Settles two versions. Nothing is left to send where theirs was chosen and mine had nothing else to say. */
export async function choose(tables: Tables, list: ListName, key: string, which: 'mine' | 'theirs'): Promise<void> {
  for (const entry of await tables.entriesOf(list, key)) {
    if (entry.state.kind !== 'two-versions') continue;
    const record = which === 'mine' ? entry.record : entry.state.theirs;
    await tables.putEntry({ ...entry, record, openIn: record ? openInOf(list, record, key) : '', state: waiting });
  }
}

/** Nothing is sent while a newer version's rows are about: it might undo what that version meant. */
const newerVersion: GraphFault = {
  kind: 'unexpected',
  status: 0,
  message: 'A newer version of this product is in use',
  requestId: null,
};

/** Where a record's newest change is. */
export async function saveStateOf(tables: Tables, list: ListName, key: string): Promise<SaveState> {
  const newest = (await tables.entriesOf(list, key)).at(-1);
  if (newest) return stateOfEntry(newest, await metNewerVersion(tables));
  const row = await tables.row(list, key);
  return { kind: 'saved', at: row?.stored.lastModifiedAt ?? null };
}

/** Everything in the queue, with where it stands and what it is about. */
export async function unsentIn(tables: Tables) {
  const held = await metNewerVersion(tables);
  return Promise.all(
    (await tables.entries()).map(async (entry) => ({
      list: entry.list,
      key: entry.key,
      state: stateOfEntry(entry, held),
      record: entry.record,
      before: entry.base?.record ?? null,
      there: otherVersion(entry, await tables.row(entry.list, entry.key)),
    })),
  );
}

/** SharePoint's row; where someone must choose, as the version that is to choose. */
function otherVersion({ key, state }: Entry, row: LocalRow | null): Stored<AnyRecord> | null {
  if (state.kind !== 'two-versions') return row?.stored ?? null;
  const unknown = { key, createdBy: null, lastModifiedBy: null, createdAt: null, lastModifiedAt: null };
  return { ...(row?.stored ?? unknown), record: state.theirs };
}

function stateOfEntry({ state, record }: Entry, held: boolean): SaveState {
  if (state.kind === 'two-versions') return { kind: 'two-versions', mine: record, theirs: state.theirs };
  if (state.kind === 'parked') return { kind: 'parked', because: state.because };
  if (held) return { kind: 'parked', because: newerVersion };
  if (state.kind === 'waiting' && state.because) return { kind: 'waiting', because: state.because };
  return { kind: 'saving' };
}

/** Why a change that did not arrive will or will not be tried again by itself. */
export function stateAfter(fault: GraphFault, passing: boolean): EntryState {
  return passing ? { kind: 'waiting', because: fault } : { kind: 'parked', because: fault };
}
