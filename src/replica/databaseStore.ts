// The store in IndexedDB, through Dexie.
import Dexie, { type Table } from 'dexie';
import * as z from 'zod/mini';
import { type ListName, listNames } from '../sharepoint/records';
import type { AnyRecord } from './replica';
import type { Entry, LocalRow, Store, Tables, Unread } from './store';

/** The browser's IndexedDB, or a test's. */
export interface DatabaseParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
}

/** Raised when rows are kept in another shape: then they are read from SharePoint anew. Unsent changes are never dropped. */
const shapeOfRows = 1;

interface Note {
  readonly name: string;
  readonly value: unknown;
}

class Database extends Dexie {
  declare readonly rows: Table<LocalRow, [string, string]>;
  declare readonly outbox: Table<unknown, number>;
  declare readonly unread: Table<Unread, [string, string]>;
  declare readonly notes: Table<Note, string>;

  constructor(name: string, parts: DatabaseParts) {
    super(name, { indexedDB: parts.indexedDB, IDBKeyRange: parts.IDBKeyRange });
    this.version(1).stores({
      rows: '[list+key], [list+itemId], [list+assessmentId], openIn, list',
      outbox: '++seq, [list+key], [list+assessmentId]',
      unread: '[list+itemId]',
      notes: 'name',
    });
    // Another frame removes or upgrades what is kept: let go of it, and open it again when it is next needed.
    this.on('versionchange', () => {
      this.close({ disableAutoOpen: false });
      return false;
    });
  }
}

const record = z.custom<AnyRecord>((value) => typeof value === 'object' && value !== null);
/** Faults and records are kept as this product wrote them; the version says which product that was. */
const entryShape = z.object({
  version: z.literal(1),
  seq: z.number(),
  list: z.enum(listNames),
  key: z.string(),
  assessmentId: z.string(),
  openIn: z.string(),
  record: z.nullable(record),
  base: z.nullable(z.object({ itemId: z.string(), eTag: z.nullable(z.string()), record })),
  tried: z.array(record),
  state: z.custom<Entry['state']>((value) => typeof value === 'object' && value !== null && 'kind' in value),
}) satisfies z.core.$ZodType<Entry>;

/** Entries of a later version stay where they are until that version is back; what this one cannot read it does not send. */
function readable(found: readonly unknown[]): Entry[] {
  return found
    .flatMap((value) => {
      const parsed = entryShape.safeParse(value);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((left, right) => left.seq - right.seq);
}

const pairs = (list: ListName, within: readonly string[]): [string, string][] => within.map((each) => [list, each]);

function tablesOf(db: Database): Tables {
  return {
    row: async (list, key) => (await db.rows.get([list, key])) ?? null,
    rowsOfItems: async (list, itemIds) => {
      const found = await Promise.all(
        pairs(list, itemIds).map((pair) => db.rows.where('[list+itemId]').equals(pair).first()),
      );
      return found.filter((row) => row !== undefined);
    },
    rowsOfAssessment: (list, assessmentId) =>
      db.rows.where('[list+assessmentId]').equals([list, assessmentId]).toArray(),
    rowsOpenIn: (home) => db.rows.where('openIn').equals(home).toArray(),
    rowsOf: (list) => db.rows.where('list').equals(list).toArray(),
    putRows: async (rows) => {
      await db.rows.bulkPut(rows);
    },
    deleteRows: async (list, keys) => {
      await db.rows.bulkDelete(pairs(list, keys));
    },
    entries: async () => readable(await db.outbox.toArray()),
    entriesOf: async (list, key) => readable(await db.outbox.where('[list+key]').equals([list, key]).toArray()),
    entriesOfAssessment: async (list, assessmentId) =>
      readable(await db.outbox.where('[list+assessmentId]').equals([list, assessmentId]).toArray()),
    addEntry: async (entry) => {
      await db.outbox.add({ ...entry });
    },
    putEntry: async (entry) => {
      await db.outbox.put(entry);
    },
    deleteEntry: (seq) => db.outbox.delete(seq),
    unread: () => db.unread.toArray(),
    putUnread: async (unread) => {
      await db.unread.bulkPut(unread);
    },
    deleteUnread: async (list, itemIds) => {
      await db.unread.bulkDelete(pairs(list, itemIds));
    },
    note: async (name) => (await db.notes.get(name))?.value,
    putNote: async (name, value) => {
      if (value === undefined) await db.notes.delete(name);
      else await db.notes.put({ name, value });
    },
  };
}

/** Calls back when a transaction, here or in another frame, changed one of the tables (Dexie: on.storagemutated). */
function follow(db: Database, tables: readonly string[], listener: () => void): () => void {
  const prefixes = tables.map((table) => `idb://${db.name}/${table}/`);
  const heard = (parts: object) => {
    if (Object.keys(parts).some((part) => prefixes.some((prefix) => part.startsWith(prefix)))) listener();
  };
  Dexie.on.storagemutated.subscribe(heard);
  return () => Dexie.on.storagemutated.unsubscribe(heard);
}

/** Rows of an older or newer shape are forgotten, with the feed tokens that led to them (every note that begins with `list:`). */
async function forgetOldRows(db: Database): Promise<void> {
  await db.transaction('rw', db.tables, async () => {
    if ((await db.notes.get('shape'))?.value === shapeOfRows) return;
    await db.rows.clear();
    await db.unread.clear();
    await db.notes.where('name').startsWith('list:').delete();
    await db.notes.put({ name: 'shape', value: shapeOfRows });
  });
}

/** Opens the database of that name, made where there is none. Rejects where the browser refuses storage. */
export async function openDatabaseStore(name: string, parts: DatabaseParts): Promise<Store> {
  const db = new Database(name, parts);
  await db.open();
  await forgetOldRows(db);
  const tables = tablesOf(db);
  const work = createUnderWay();
  return {
    durable: true,
    read: (query) => work.track(() => db.transaction('r', db.tables, async () => query(tables))),
    write: (change) => work.track(() => db.transaction('rw', db.tables, async () => change(tables))),
    onChange: (listener) => follow(db, ['rows', 'outbox', 'unread'], listener),
    onNote: (listener) => follow(db, ['notes'], listener),
    close: () => work.whenOver(() => db.close()),
    destroy: () => new Promise((resolve, reject) => work.whenOver(() => db.delete().then(resolve, reject))),
  };
}

/** Transactions under way. Closing waits for them: one that is cut off leaves promises behind that nobody can answer. */
function createUnderWay() {
  let count = 0;
  let last: (() => void) | null = null;
  const over = () => {
    count -= 1;
    if (count === 0) last?.();
  };
  return {
    track<T>(work: () => PromiseLike<T>): Promise<T> {
      if (last) return Promise.reject(new Error('What is kept on this device was closed'));
      count += 1;
      const done = Promise.resolve(work());
      done.then(over, over);
      return done;
    },
    whenOver(then: () => void): void {
      last = then;
      if (count === 0) then();
    },
  };
}
