// Settings of the sandbox that tests and people may change while it runs, and the secrets it makes for itself.
import { z } from 'zod';
import { oneRow, run, type SandboxDatabase } from './database';

/**
 * `threshold`: items a query may touch without an index. `uniqueViolation`: status for a broken unique column (both occur in the
 * real service). `deltaTokenLifetimeSeconds`: age after which a delta token is answered with 410. `appFolder`: whether the
 * person's app folder works or is refused, as some tenants report.
 */
export const settingsShape = z.object({
  threshold: z.number().int().min(1).default(5000),
  uniqueViolation: z.union([z.literal(400), z.literal(500)]).default(400),
  deltaTokenLifetimeSeconds: z
    .number()
    .positive()
    .default(30 * 24 * 3600),
  appFolder: z.enum(['works', 'refused']).default('works'),
});
export type Settings = z.infer<typeof settingsShape>;

const text = z.object({ value: z.string() });

/** A stored text by key, or undefined. */
export const readMeta = (database: SandboxDatabase, key: string): string | undefined =>
  oneRow(database, text, 'select value from meta where key = ?', key)?.value;

/** Stores a text under a key. */
export const writeMeta = (database: SandboxDatabase, key: string, value: string): void => {
  run(database, 'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value', key, value);
};

/** The settings in force. */
export const readSettings = (database: SandboxDatabase): Settings =>
  settingsShape.parse(JSON.parse(readMeta(database, 'settings') ?? '{}'));

/** Changes the named settings and keeps the others; answers all of them. */
export function changeSettings(database: SandboxDatabase, change: unknown): Settings {
  const wanted = settingsShape.partial().strict().parse(change);
  const all = settingsShape.parse({ ...readSettings(database), ...wanted });
  writeMeta(database, 'settings', JSON.stringify(all));
  return all;
}
