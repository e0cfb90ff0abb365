// Who consented to what: by default an administrator consented to everything for everybody.
import { z } from 'zod';
import { oneRow, run, type SandboxDatabase } from './database';

/** `all`: an administrator granted every scope. `ask`: only what the person themselves granted. */
export const consentShape = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('all') }),
  z.object({ mode: z.literal('ask'), granted: z.array(z.string()) }),
]);
export type Consent = z.infer<typeof consentShape>;

const row = z.object({ body: z.string() });

/** A person's consent. */
export function readConsent(database: SandboxDatabase, userId: string): Consent {
  const kept = oneRow(database, row, 'select body from consent where user_id = ?', userId);
  return kept === undefined ? { mode: 'all' } : consentShape.parse(JSON.parse(kept.body));
}

/** Keeps a person's consent. */
export const saveConsent = (database: SandboxDatabase, userId: string, consent: Consent): void => {
  run(database, 'insert or replace into consent values (?, ?)', userId, JSON.stringify(consent));
};
