// Files in people's app folders in OneDrive.
import { z } from 'zod';
import { oneRow, run, type SandboxDatabase } from './database';

const fileShape = z
  .object({
    user_id: z.string(),
    name: z.string(),
    id: z.string(),
    version: z.number(),
    content_type: z.string(),
    content: z.instanceof(Uint8Array),
    created_at: z.string(),
    modified_at: z.string(),
  })
  .transform((row) => ({
    userId: row.user_id,
    name: row.name,
    id: row.id,
    version: row.version,
    contentType: row.content_type,
    content: row.content,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
  }));
export type AppFile = z.output<typeof fileShape>;

/** A person's file by name; OneDrive ignores case in names. */
export const findFile = (database: SandboxDatabase, userId: string, name: string): AppFile | undefined =>
  oneRow(database, fileShape, 'select * from app_files where user_id = ? and name = ? collate nocase', userId, name);

/** A file by its id, whoever owns it. */
export const fileById = (database: SandboxDatabase, id: string): AppFile | undefined =>
  oneRow(database, fileShape, 'select * from app_files where id = ?', id);

/** Writes a file, replacing the one of the same person and name. */
export function saveFile(database: SandboxDatabase, file: AppFile): void {
  run(
    database,
    'insert or replace into app_files values (?, ?, ?, ?, ?, ?, ?, ?)',
    file.userId,
    file.name,
    file.id,
    file.version,
    file.contentType,
    file.content,
    file.createdAt,
    file.modifiedAt,
  );
}

/** Removes a file. */
export const deleteFile = (database: SandboxDatabase, file: AppFile): void => {
  run(database, 'delete from app_files where user_id = ? and name = ?', file.userId, file.name);
};
