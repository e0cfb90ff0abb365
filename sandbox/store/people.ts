// The people of the council as the database holds them: the seed, plus the role each has now on each site.
import { z } from 'zod';
import { allRows, oneRow, run, type SandboxDatabase } from './database';
import { membersSite, teamSite } from './seed';

export const siteRoles = ['owner', 'member', 'visitor', 'councillor', 'guest'] as const;

const personShape = z
  .object({
    id: z.string(),
    display_name: z.string(),
    given_name: z.string(),
    surname: z.string(),
    mail: z.string(),
    job_title: z.string(),
    slug: z.string(),
    role: z.enum(siteRoles),
    members_role: z.enum(siteRoles),
    has_photo: z.number(),
    position: z.number(),
  })
  .transform((row) => ({
    id: row.id,
    displayName: row.display_name,
    givenName: row.given_name,
    surname: row.surname,
    mail: row.mail,
    jobTitle: row.job_title,
    slug: row.slug,
    /** On the team's site, which is also what they are to the team. */
    role: row.role,
    membersRole: row.members_role,
    hasPhoto: row.has_photo === 1,
    /** The number SharePoint gives a person in its User Information List. */
    siteUserId: row.position + 6,
  }));

export type Person = z.output<typeof personShape>;

/** Everyone, in the order of the seed. */
export const allPeople = (database: SandboxDatabase): Person[] =>
  allRows(database, personShape, 'select * from people order by position');

/** A person by id or by mail (user principal name), ignoring case. */
export const findPerson = (database: SandboxDatabase, idOrMail: string): Person | undefined =>
  oneRow(database, personShape, 'select * from people where id = ?1 or mail = ?1', idOrMail.toLowerCase());

/** A person's role on a site. */
export const roleOn = (person: Person, siteId: string): Person['role'] =>
  siteId === membersSite.id ? person.membersRole : person.role;

/** Gives a person a role on a site; answers false when there is no such person. */
export function setSiteRole(
  database: SandboxDatabase,
  personId: string,
  role: Person['role'],
  siteId: string = teamSite.id,
): boolean {
  const column = siteId === membersSite.id ? 'members_role' : 'role';
  return run(database, `update people set ${column} = ? where id = ?`, role, personId) === 1;
}

/** Everyone by id: for answers that name many people. */
export const peopleById = (database: SandboxDatabase): ReadonlyMap<string, Person> =>
  new Map(allPeople(database).map((person) => [person.id, person]));
