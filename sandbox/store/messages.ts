// Channels and the messages posted in them.
import { z } from 'zod';
import { allRows, oneRow, run, type SandboxDatabase } from './database';

const channelShape = z
  .object({ id: z.string(), display_name: z.string(), description: z.string(), deleted: z.number() })
  .transform((row) => ({
    id: row.id,
    displayName: row.display_name,
    description: row.description,
    deleted: row.deleted === 1,
  }));
export type Channel = z.output<typeof channelShape>;

/** The team's channels that have not been deleted. */
export const allChannels = (database: SandboxDatabase): Channel[] =>
  allRows(database, channelShape, 'select * from channels where deleted = 0 order by position');

/** A channel that has not been deleted, by id. */
export const findChannel = (database: SandboxDatabase, id: string): Channel | undefined =>
  oneRow(database, channelShape, 'select * from channels where id = ? and deleted = 0', id);

/** Deletes a channel or brings it back. */
export const setChannelDeleted = (database: SandboxDatabase, id: string, deleted: boolean): void => {
  run(database, 'update channels set deleted = ? where id = ?', Number(deleted), id);
};

/** Who may post in a channel: everybody in the team, only its owners (moderated), or nobody (archived). */
export const postingKinds = ['everyone', 'owners', 'archived'] as const;
export type PostingKind = (typeof postingKinds)[number];

const postingRow = z.object({ posting: z.enum(postingKinds) });

/** Who may post in a channel now. */
export const postingIn = (database: SandboxDatabase, channelId: string): PostingKind =>
  oneRow(database, postingRow, 'select posting from channel_posting where channel_id = ?', channelId)?.posting ??
  'everyone';

/** Changes who may post in a channel. */
export const setPosting = (database: SandboxDatabase, channelId: string, posting: PostingKind): void => {
  run(database, 'insert or replace into channel_posting values (?, ?)', channelId, posting);
};

/** The part of a message that its author wrote, as Graph shapes it. */
const messageBody = z.looseObject({});
const messageShape = z
  .object({
    id: z.string(),
    channel_id: z.string(),
    reply_to: z.string().nullable(),
    user_id: z.string(),
    created_at: z.string(),
    body: z.string().transform((text) => messageBody.parse(JSON.parse(text))),
  })
  .transform((row) => ({
    id: row.id,
    channelId: row.channel_id,
    replyTo: row.reply_to,
    userId: row.user_id,
    createdAt: row.created_at,
    body: row.body,
  }));
export type Message = z.output<typeof messageShape>;

/** A message by channel and id. */
export const findMessage = (database: SandboxDatabase, channelId: string, id: string): Message | undefined =>
  oneRow(database, messageShape, 'select * from messages where channel_id = ? and id = ?', channelId, id);

/** Messages of a channel (`replyTo` null) or replies to one, newest first. */
export const messagesOf = (database: SandboxDatabase, channelId: string, replyTo: string | null): Message[] =>
  allRows(
    database,
    messageShape,
    'select * from messages where channel_id = ? and reply_to is ? order by rowid desc',
    channelId,
    replyTo,
  );

/** Keeps a message under an id of its own: Teams uses the time in milliseconds, moved on while it is taken. */
export function insertMessage(database: SandboxDatabase, message: Omit<Message, 'id'>): Message {
  let number = Date.parse(message.createdAt);
  const taken = (): boolean =>
    oneRow(database, z.object({ id: z.string() }), 'select id from messages where id = ?', String(number)) !==
    undefined;
  while (taken()) number += 1;
  const kept = { ...message, id: String(number) };
  run(
    database,
    'insert into messages values (?, ?, ?, ?, ?, ?)',
    kept.id,
    kept.channelId,
    kept.replyTo,
    kept.userId,
    kept.createdAt,
    JSON.stringify(kept.body),
  );
  return kept;
}
