// Opens the SQLite database of the sandbox, and small helpers to read typed rows from it.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'libsql';
import { type ZodType, z } from 'zod';
import { schema } from './schema';

export type SandboxDatabase = Database.Database;

/** Opens (and where new, creates) the database in `directory`; `:memory:` keeps nothing. */
export function openDatabase(directory: string): SandboxDatabase {
  if (directory !== ':memory:') mkdirSync(directory, { recursive: true });
  const database = new Database(directory === ':memory:' ? directory : path.join(directory, 'sandbox.db'));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = NORMAL');
  forgetOlder(database);
  database.exec(schema);
  return database;
}

/** Goes up when tables change. */
const version = 2;

/** What a sandbox with other tables kept is forgotten, as by a reset. */
function forgetOlder(database: SandboxDatabase): void {
  const found = allRows(
    database,
    z.object({ name: z.string(), user_version: z.number() }),
    `select name, user_version from sqlite_master, pragma_user_version
     where type = 'table' and name not like 'sqlite_%' and user_version <> ${version}`,
  );
  for (const { name } of found) database.exec(`drop table "${name}"`);
  database.pragma(`user_version = ${version}`);
}

// Preparing a statement takes longer than running it, and a call runs a dozen of the same few.
const prepared = new WeakMap<SandboxDatabase, Map<string, Database.Statement>>();

/** A statement ready to run, the same one for the same text. */
export function statement(database: SandboxDatabase, sql: string): Database.Statement {
  const known = prepared.get(database) ?? new Map<string, Database.Statement>();
  prepared.set(database, known);
  const found = known.get(sql) ?? database.prepare(sql);
  known.set(sql, found);
  return found;
}

type Value = string | number | Uint8Array | null;

/** All rows of a query, each parsed by `shape`. */
export function allRows<T>(database: SandboxDatabase, shape: ZodType<T>, sql: string, ...values: Value[]): T[] {
  return statement(database, sql)
    .all(...values)
    .map((row) => shape.parse(row));
}

/** The first row of a query parsed by `shape`, or undefined where there is none. */
export function oneRow<T>(
  database: SandboxDatabase,
  shape: ZodType<T>,
  sql: string,
  ...values: Value[]
): T | undefined {
  const row = statement(database, sql).get(...values);
  return row === undefined ? undefined : shape.parse(row);
}

/** Runs a writing statement; answers how many rows it changed. */
export function run(database: SandboxDatabase, sql: string, ...values: Value[]): number {
  return statement(database, sql).run(...values).changes;
}

/** Runs `work` in one transaction: all of its writes or none. Joins a transaction that is already open. */
export function inTransaction<T>(database: SandboxDatabase, work: () => T): T {
  return database.inTransaction ? work() : database.transaction(work)();
}
