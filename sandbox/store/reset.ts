// A clean Microsoft 365: forgets everything in every table, then fills in the demo council.
import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { builtInColumns } from './builtInColumns';
import { allRows, inTransaction, run, type SandboxDatabase } from './database';
import { insertList, saveColumn } from './lists';
import { pagesTemplate } from './pages';
import { grantSite } from './rights';
import { channels, mailOf, people, sites } from './seed';
import { readMeta, writeMeta } from './settings';

/** Empties all tables, also those that other parts of the sandbox made, and seeds the demo council. */
export function resetDatabase(database: SandboxDatabase, now: Date): void {
  inTransaction(database, () => {
    const secret = readMeta(database, 'secret');
    const tables = allRows(
      database,
      z.object({ name: z.string() }),
      "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'",
    );
    for (const { name } of tables) run(database, `delete from "${name}"`);
    // Tokens stay valid over a reset, as sign-in has nothing to do with what is in the site.
    writeMeta(database, 'secret', secret ?? randomBytes(32).toString('base64url'));
    writeMeta(database, 'epoch', randomUUID());
    seedPeople(database);
    seedChannels(database);
    for (const { id } of sites) seedLists(database, id, now.toISOString());
    for (const { id } of sites) grantSite(database, id, 'write');
  });
}

/** Seeds a database that is new. */
export function seedWhereNew(database: SandboxDatabase, now: Date): void {
  if (readMeta(database, 'epoch') === undefined) resetDatabase(database, now);
}

function seedPeople(database: SandboxDatabase): void {
  people.forEach((person, position) => {
    run(
      database,
      'insert into people values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      person.id,
      person.displayName,
      person.givenName,
      person.surname,
      mailOf(person.givenName, person.surname),
      person.jobTitle,
      person.slug,
      person.role,
      person.role,
      Number(person.hasPhoto),
      position,
    );
  });
}

function seedChannels(database: SandboxDatabase): void {
  channels.forEach(({ id, displayName, description }, position) => {
    run(database, 'insert into channels values (?, ?, ?, 0, ?)', id, displayName, description, position);
  });
}

// A site is never empty: these are there before anything of ours, and one of them only shows when asked for.
function seedLists(database: SandboxDatabase, siteId: string, at: string): void {
  const by = people[0]?.id ?? '';
  const stamps = { createdBy: by, createdAt: at, modifiedBy: by, modifiedAt: at };
  const common = { siteId, description: '', contentTypesEnabled: false, ...stamps };
  const made = [
    {
      id: randomUUID(),
      name: 'Shared Documents',
      displayName: 'Documents',
      template: 'documentLibrary',
      hidden: false,
      system: false,
    },
    {
      id: randomUUID(),
      name: 'SitePages',
      displayName: 'Site Pages',
      template: pagesTemplate,
      hidden: false,
      system: false,
    },
    {
      id: randomUUID(),
      name: 'users',
      displayName: 'User Information List',
      template: 'userInformation',
      hidden: true,
      system: true,
    },
  ];
  for (const list of made) {
    insertList(database, { ...common, ...list });
    for (const column of builtInColumns()) saveColumn(database, list.id, column);
  }
}
