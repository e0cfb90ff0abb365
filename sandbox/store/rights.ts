// Who may do what on a list: the person's site role, unless the list names another right for them.
import { z } from 'zod';
import { allRows, inTransaction, oneRow, run, type SandboxDatabase } from './database';
import type { List } from './lists';
import { type Person, roleOn } from './people';

/** From nothing to everything; `contribute` reads, adds, and changes or removes what one added oneself. */
export const rights = ['none', 'read', 'contribute', 'edit', 'full'] as const;
export type Right = (typeof rights)[number];

const byRole: Readonly<Record<Person['role'], Right>> = {
  owner: 'full',
  member: 'edit',
  visitor: 'read',
  councillor: 'none',
  guest: 'none',
};

/** Whether `held` is at least `needed`. */
export const covers = (held: Right, needed: Right): boolean => rights.indexOf(held) >= rights.indexOf(needed);

/** A person's right on a site as a whole. */
export const siteRight = (person: Person, siteId: string): Right => byRole[roleOn(person, siteId)];

const rightRow = z.object({ user_id: z.string(), right: z.enum(rights) });

/** A person's right on one list. A site owner always has everything. */
export function listRight(database: SandboxDatabase, person: Person, list: Pick<List, 'id' | 'siteId'>): Right {
  if (roleOn(person, list.siteId) === 'owner') return 'full';
  const named = oneRow(
    database,
    rightRow,
    'select user_id, right from list_rights where list_id = ? and user_id = ?',
    list.id,
    person.id,
  );
  return named?.right ?? siteRight(person, list.siteId);
}

const grantRow = z.object({ right: z.enum(['read', 'write']) });

/** What the app itself may do on a site without a person, where it has Sites.Selected: only what somebody granted it there. */
export function grantedRight(database: SandboxDatabase, siteId: string): Right {
  const grant = oneRow(database, grantRow, 'select right from site_grants where site_id = ?', siteId);
  if (grant === undefined) return 'none';
  return grant.right === 'write' ? 'edit' : 'read';
}

/** Grants the app a site, or takes the grant away. */
export function grantSite(database: SandboxDatabase, siteId: string, right: 'none' | 'read' | 'write'): void {
  run(database, 'delete from site_grants where site_id = ?', siteId);
  if (right !== 'none') run(database, 'insert into site_grants values (?, ?)', siteId, right);
}

/** Whether the person has any right on any list of a site: SharePoint then lets them find the site too (limited access). */
export const hasLimitedAccess = (database: SandboxDatabase, person: Person, siteId: string): boolean =>
  oneRow(
    database,
    rightRow,
    `select user_id, right from list_rights join lists on lists.id = list_id
     where user_id = ? and right <> 'none' and site_id = ?`,
    person.id,
    siteId,
  ) !== undefined;

/** The rights a list gives named people, by person id. */
export const namedRights = (database: SandboxDatabase, listId: string): Record<string, Right> =>
  Object.fromEntries(
    allRows(database, rightRow, 'select user_id, right from list_rights where list_id = ?', listId).map((row) => [
      row.user_id,
      row.right,
    ]),
  );

/** Gives one person a right on a list. */
export const grantRight = (database: SandboxDatabase, listId: string, userId: string, right: Right): void => {
  run(database, 'insert or replace into list_rights values (?, ?, ?)', listId, userId, right);
};

/** Replaces all rights a list gives named people. */
export function replaceRights(database: SandboxDatabase, listId: string, named: Readonly<Record<string, Right>>): void {
  inTransaction(database, () => {
    run(database, 'delete from list_rights where list_id = ?', listId);
    for (const [userId, right] of Object.entries(named)) grantRight(database, listId, userId, right);
  });
}
