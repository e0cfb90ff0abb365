// The log of calls to Graph: who called what, with which outcome and at what cost.
import { z } from 'zod';
import { allRows, run, type SandboxDatabase, statement } from './database';

const keep = 50_000;

const requestShape = z
  .object({
    time: z.string(),
    user: z.string().nullable(),
    method: z.string(),
    path: z.string(),
    status: z.number(),
    units: z.number(),
  })
  .transform(({ units, ...rest }) => ({ ...rest, resourceUnits: units }));
/** `user` is a person's id, null where no valid token came; `path` is relative to the version root, with its query. */
export type LoggedRequest = z.output<typeof requestShape>;

/** Adds a call to the log; only the newest 50,000 are kept. */
export function logRequest(database: SandboxDatabase, entry: LoggedRequest): void {
  const { lastInsertRowid } = statement(
    database,
    'insert into requests (time, user, method, path, status, units) values (?, ?, ?, ?, ?, ?)',
  ).run(entry.time, entry.user, entry.method, entry.path, entry.status, entry.resourceUnits);
  const seq = Number(lastInsertRowid);
  if (seq % 1000 === 0) run(database, 'delete from requests where seq <= ?', seq - keep);
}

/** The log, oldest first. */
export const readRequests = (database: SandboxDatabase): LoggedRequest[] =>
  allRows(database, requestShape, 'select time, user, method, path, status, units from requests order by seq');
