// The app as it acts without a person: how it proves who it is, and what an administrator allowed it.
import { z } from 'zod';
import type { SandboxDatabase } from './database';
import type { Person } from './people';
import { appName, clientId } from './seed';
import { readMeta, writeMeta } from './settings';

/** The app in the place of a person: it has no role on the site, only what it was granted. */
export const appPerson: Person = {
  id: clientId,
  displayName: appName,
  givenName: '',
  surname: '',
  mail: '',
  jobTitle: '',
  slug: 'worker',
  role: 'guest',
  membersRole: 'guest',
  hasPhoto: false,
  siteUserId: 1,
};

/**
 * `certificate`: what the app's assertions are signed with, as PEM; null where there is none. `identityId`: the managed identity that may
 * speak for the app (a federated credential). `roles`: application permissions an administrator allowed.
 */
const appShape = z.object({
  secret: z.string().min(1).nullable(),
  certificate: z.string().min(1).nullable(),
  identityId: z.string().nullable(),
  roles: z.array(z.string()),
});
export type App = z.infer<typeof appShape>;

const usual: App = {
  secret: 'sandbox-secret',
  certificate: null,
  identityId: '6d1e84fa-2c97-4b08-a35d-71c0f9e2b846',
  roles: ['Sites.Selected', 'TeamsActivity.Send'],
};

const wish = appShape.partial().strict();

/** The app's registration as it stands. */
export const readApp = (database: SandboxDatabase): App =>
  appShape.parse({ ...usual, ...wish.parse(JSON.parse(readMeta(database, 'app') ?? '{}')) });

/** Changes what is named and keeps the rest. */
export function changeApp(database: SandboxDatabase, change: unknown): App {
  const after = appShape.parse({ ...readApp(database), ...wish.parse(change) });
  writeMeta(database, 'app', JSON.stringify(after));
  return after;
}
