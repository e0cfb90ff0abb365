// The store where the browser refuses IndexedDB: the same, for as long as the page is open.
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
    rowOfItem: async (list, itemId) =>
      (await rowsWhere((row) => row.list === list && row.itemId === itemId))[0] ?? null,
    rowsOfAssessment: (list, id) => rowsWhere((row) => row.list === list && row.assessmentId === id),
    rowsOpenIn: (home) => rowsWhere((row) => row.openIn === home),
    rowsOf: (list) => rowsWhere((row) => row.list === list),
    putRow: async (row) => {
      rows.set(place(row.list, row.key), row);
    },
    deleteRow: async (list, key) => {
      rows.delete(place(list, key));
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
    putUnread: async (each) => {
      unread.set(place(each.list, each.itemId), each);
    },
    deleteUnread: async (list, itemId) => {
      unread.delete(place(list, itemId));
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

/** An empty store. One writing follows another, each on a copy that counts only once all of it succeeded. */
export function openMemoryStore(): Store {
  let contents = empty();
  let turn: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const onChange = (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  };
  return {
    durable: false,
    read: (work) => work(tablesOf(contents)),
    write: (work) => {
      const mine = turn.then(async () => {
        const next = copyOf(contents);
        const result = await work(tablesOf(next));
        contents = next;
        tell();
        return result;
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    onChange,
    onNote: onChange,
    close: () => listeners.clear(),
    destroy: async () => {
      contents = empty();
      listeners.clear();
    },
  };
}
