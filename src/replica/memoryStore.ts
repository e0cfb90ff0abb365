// The store where the browser refuses IndexedDB: the same, for as long as the page is open.
import { takingTurns } from '../base/turns';
import type { ListName } from '../sharepoint/records';
import type { Entry, LocalRow, Store, Tables, Unread } from './store';

interface Contents {
  readonly rows: Map<string, LocalRow>;
  readonly entries: Map<number, Entry>;
  readonly unread: Map<string, Unread>;
  readonly notes: Map<string, unknown>;
  readonly lastSeq: number;
}

const place = (list: ListName, within: string): string => `${list} ${within}`;
const inOrder = (entries: Iterable<Entry>): Entry[] => [...entries].sort((left, right) => left.seq - right.seq);

function tablesOf(contents: Contents): Tables {
  const { rows, entries, unread, notes } = contents;
  let seq = contents.lastSeq;
  const rowsWhere = async (wanted: (row: LocalRow) => boolean) => [...rows.values()].filter(wanted);
  const entriesWhere = async (wanted: (entry: Entry) => boolean) => inOrder(entries.values()).filter(wanted);
  return {
    row: async (list, key) => rows.get(place(list, key)) ?? null,
    rowsOfItems: (list, itemIds) => {
      const wanted = new Set(itemIds);
      return rowsWhere((row) => row.list === list && wanted.has(row.itemId));
    },
    rowsOfAssessment: (list, id) => rowsWhere((row) => row.list === list && row.assessmentId === id),
    rowsOpenIn: (home) => rowsWhere((row) => row.openIn === home),
    rowsOf: (list) => rowsWhere((row) => row.list === list),
    putRows: async (more) => {
      for (const row of more) rows.set(place(row.list, row.key), row);
    },
    deleteRows: async (list, keys) => {
      for (const key of keys) rows.delete(place(list, key));
    },
    entries: () => entriesWhere(() => true),
    entriesOf: (list, key) => entriesWhere((entry) => entry.list === list && entry.key === key),
    entriesOfAssessment: (list, id) => entriesWhere((entry) => entry.list === list && entry.assessmentId === id),
    addEntry: async (entry) => {
      seq += 1;
      entries.set(seq, { ...entry, seq });
    },
    putEntry: async (entry) => {
      entries.set(entry.seq, entry);
    },
    deleteEntry: async (number) => {
      entries.delete(number);
    },
    unread: async () => [...unread.values()],
    putUnread: async (more) => {
      for (const each of more) unread.set(place(each.list, each.itemId), each);
    },
    deleteUnread: async (list, itemIds) => {
      for (const itemId of itemIds) unread.delete(place(list, itemId));
    },
    note: async (name) => notes.get(name),
    putNote: async (name, value) => {
      if (value === undefined) notes.delete(name);
      else notes.set(name, value);
    },
  };
}

const empty = (): Contents => ({
  rows: new Map(),
  entries: new Map(),
  unread: new Map(),
  notes: new Map(),
  lastSeq: 0,
});

const copyOf = (contents: Contents): Contents => ({
  rows: new Map(contents.rows),
  entries: new Map(contents.entries),
  unread: new Map(contents.unread),
  notes: new Map(contents.notes),
  lastSeq: Math.max(contents.lastSeq, ...contents.entries.keys()),
});

/** The same tables, telling of each change before it is made. */
function telling(tables: Tables, changed: () => void, noted: () => void): Tables {
  const after =
    <Given extends unknown[], T>(tell: () => void, change: (...given: Given) => Promise<T>) =>
    (...given: Given): Promise<T> => {
      tell();
      return change(...given);
    };
  return {
    ...tables,
    putRows: after(changed, tables.putRows),
    deleteRows: after(changed, tables.deleteRows),
    addEntry: after(changed, tables.addEntry),
    putEntry: after(changed, tables.putEntry),
    deleteEntry: after(changed, tables.deleteEntry),
    putUnread: after(changed, tables.putUnread),
    deleteUnread: after(changed, tables.deleteUnread),
    putNote: after(noted, tables.putNote),
  };
}

function createListeners() {
  const listeners = new Set<() => void>();
  return {
    add(listener: () => void) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell() {
      for (const listener of listeners) listener();
    },
    clear: () => listeners.clear(),
  };
}

/** An empty store. One writing follows another, each on a copy that counts only once all of it succeeded. */
export function openMemoryStore(): Store {
  let contents = empty();
  const inTurn = takingTurns();
  const changes = createListeners();
  const notes = createListeners();

  async function writeNow<T>(work: (tables: Tables) => Promise<T>): Promise<T> {
    const next = copyOf(contents);
    const touched = new Set<ReturnType<typeof createListeners>>();
    const result = await work(
      telling(
        tablesOf(next),
        () => touched.add(changes),
        () => touched.add(notes),
      ),
    );
    contents = next;
    for (const listeners of touched) listeners.tell();
    return result;
  }

  function close(): void {
    changes.clear();
    notes.clear();
  }

  return {
    durable: false,
    read: (work) => work(tablesOf(contents)),
    write: (work) => inTurn(() => writeNow(work)),
    onChange: changes.add,
    onNote: notes.add,
    close,
    async destroy() {
      contents = empty();
      close();
    },
  };
}
