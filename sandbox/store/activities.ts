// What Teams shows people in their activity feed.
import { z } from 'zod';
import { type Activity, activityShape } from './activityShape';
import { allRows, run, type SandboxDatabase } from './database';

const said = activityShape.omit({ id: true, createdAt: true, sentBy: true, read: true });
const row = z
  .object({ id: z.string(), sent_by: z.string(), created_at: z.string(), read: z.number(), body: z.string() })
  .transform(
    ({ id, sent_by, created_at, read, body }): Activity => ({
      id,
      sentBy: sent_by,
      createdAt: created_at,
      read: read === 1,
      ...said.parse(JSON.parse(body)),
    }),
  );

/** A person's feed, newest first. */
export const activitiesOf = (database: SandboxDatabase, userId: string): Activity[] =>
  allRows(database, row, 'select * from activities where user_id = ? order by rowid desc', userId);

/** Adds a line to a person's feed. */
export function addActivity(database: SandboxDatabase, userId: string, activity: Activity): void {
  const { id, createdAt, sentBy, read, ...body } = activity;
  run(
    database,
    'insert into activities values (?, ?, ?, ?, ?, ?)',
    id,
    userId,
    sentBy,
    createdAt,
    Number(read),
    JSON.stringify(body),
  );
}

/** Marks one line as read; answers false where the person has no such line. */
export const markRead = (database: SandboxDatabase, userId: string, id: string): boolean =>
  run(database, 'update activities set read = 1 where user_id = ? and id = ?', userId, id) === 1;
