// The demo people as the pages show them: the name in the address, and the role in words.
import { z } from 'zod';
import { mailOf, membersSite, people as seedPeople } from '../store/seed';
import { getJson } from './http';

const role = z.enum(['owner', 'member', 'visitor', 'councillor', 'guest']);
const roles = z.array(z.object({ id: z.string(), role, membersRole: role }));

/** One of the people a window can be signed in as. `slug` is the name in an address (`?as=priya`). */
export interface DemoPerson {
  readonly id: string;
  readonly displayName: string;
  readonly slug: string;
  readonly jobTitle: string;
  readonly userPrincipalName: string;
  readonly role: z.infer<typeof role>;
  /** The role on the members' site. */
  readonly membersRole: z.infer<typeof role>;
}

/** A person's role on a site. */
export const roleOn = (person: DemoPerson, siteId: string): DemoPerson['role'] =>
  siteId === membersSite.id ? person.membersRole : person.role;

/** Everyone there is, with the role they have on each site now. */
export async function loadPeople(): Promise<readonly DemoPerson[]> {
  const now = await getJson('/sandbox/people', roles);
  return seedPeople.map((person) => ({
    id: person.id,
    displayName: person.displayName,
    slug: person.slug,
    jobTitle: person.jobTitle,
    userPrincipalName: mailOf(person.givenName, person.surname),
    role: now.find(({ id }) => id === person.id)?.role ?? person.role,
    membersRole: now.find(({ id }) => id === person.id)?.membersRole ?? person.role,
  }));
}

const rolesInWords: Readonly<Record<DemoPerson['role'], string>> = {
  owner: 'owner of the site',
  member: 'member of the site',
  visitor: 'may only read the site',
  councillor: 'reads what is shared',
  guest: 'not a member of the site',
};

/** What a person does and may do, for instance “Finance business partner, member of the site”. */
export function roleInWords(person: DemoPerson): string {
  return `${person.jobTitle}, ${rolesInWords[person.role]}`;
}

const lastPersonKey = 'sandbox.person';

/** The person an address names, else the one this browser showed last, else the first. Throws when there is nobody. */
export function choosePerson(people: readonly DemoPerson[], slug: string, storage: Storage): DemoPerson {
  const bySlug = (wanted: string | null) => people.find((person) => person.slug === wanted);
  const chosen = bySlug(slug) ?? bySlug(storage.getItem(lastPersonKey)) ?? people[0];
  if (!chosen) throw new Error('The sandbox has no people.');
  return chosen;
}

/** Remembers who this browser showed last, for links that name nobody. */
export function rememberPerson(person: DemoPerson, storage: Storage): void {
  storage.setItem(lastPersonKey, person.slug);
}
