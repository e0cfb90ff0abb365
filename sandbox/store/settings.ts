// Settings of the sandbox that tests and people may change while it runs, and the secrets it makes for itself.
import { z } from 'zod';
import { oneRow, run, type SandboxDatabase } from './database';

/** Tenants by their number of licences, smallest first; `without-limit` is for tests that make many calls a minute. */
const tenantSizes = ['up-to-1000', 'up-to-5000', 'up-to-15000', 'up-to-50000', 'above-50000', 'without-limit'] as const;
export type TenantSize = (typeof tenantSizes)[number];

/**
 * `threshold`: items a query may touch without an index. `uniqueViolation`: status for a broken unique column (both occur in the
 * real service). `deltaTokenLifetimeSeconds`: age after which a delta token is answered with 410. `appFolder`: whether the
 * person's app folder works or is refused, as some tenants report. `tenantSize`: how many resource units a minute the app has.
 * `sockets`: whether lists tell of changes over web sockets; `socketLifetimeSeconds`: age at which such a socket ends;
 * `socketDelayMilliseconds`: how long after a change it tells (the real service takes seconds).
 */
const settingsShape = z.object({
  threshold: z.number().int().min(1),
  uniqueViolation: z.union([z.literal(400), z.literal(500)]),
  deltaTokenLifetimeSeconds: z.number().positive(),
  appFolder: z.enum(['works', 'refused']),
  tenantSize: z.enum(tenantSizes),
  sockets: z.enum(['on', 'off']),
  socketLifetimeSeconds: z.number().positive(),
  socketDelayMilliseconds: z.number().int().min(0).max(60_000),
});
export type Settings = z.infer<typeof settingsShape>;

const usual: Settings = {
  threshold: 5000,
  uniqueViolation: 400,
  deltaTokenLifetimeSeconds: 30 * 24 * 3600,
  appFolder: 'works',
  tenantSize: 'up-to-1000',
  sockets: 'on',
  socketLifetimeSeconds: 15 * 60,
  socketDelayMilliseconds: 30,
};

// Without defaults in the shape: zod would fill them in for every setting that a change leaves out.
const wish = settingsShape.partial().strict();

const text = z.object({ value: z.string() });

/** A stored text by key, or undefined. */
export const readMeta = (database: SandboxDatabase, key: string): string | undefined =>
  oneRow(database, text, 'select value from meta where key = ?', key)?.value;

/** Stores a text under a key. */
export const writeMeta = (database: SandboxDatabase, key: string, value: string): void => {
  run(database, 'insert into meta values (?, ?) on conflict (key) do update set value = excluded.value', key, value);
};

const stored = z.record(z.string(), z.unknown());

/** The settings in force. */
export const readSettings = (database: SandboxDatabase): Settings =>
  settingsShape.parse({ ...usual, ...stored.parse(JSON.parse(readMeta(database, 'settings') ?? '{}')) });

/** Changes the named settings and keeps the others; answers all of them. */
export function changeSettings(database: SandboxDatabase, change: unknown): Settings {
  const all = settingsShape.parse({ ...readSettings(database), ...wish.parse(change) });
  writeMeta(database, 'settings', JSON.stringify(all));
  return all;
}
