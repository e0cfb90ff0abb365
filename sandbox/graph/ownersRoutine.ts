// What the owner of a demo site does by hand as soon as the lists for councillors exist: let the councillors in.
import type { SandboxDatabase } from '../store/database';
import type { List } from '../store/lists';
import { pagesLibrary } from '../store/pages';
import { allPeople, roleOn } from '../store/people';
import { grantRight, namedRights, type Right } from '../store/rights';

const forCouncillors: Readonly<Record<string, Right>> = {
  'Procurement results': 'read',
  'Procurement comments': 'contribute',
};

/** Gives councillors their right on a list with one of the known names, unless the list already names a right for them. */
export function applyOwnersRoutine(
  database: SandboxDatabase,
  list: Pick<List, 'id' | 'siteId'>,
  displayName: string,
): void {
  const right = forCouncillors[displayName];
  if (right === undefined) return;
  letIn(database, list, right);
  // The results page lies among the site's pages.
  const pages = displayName === 'Procurement results' ? pagesLibrary(database, list.siteId) : undefined;
  if (pages !== undefined) letIn(database, pages, 'read');
}

function letIn(database: SandboxDatabase, { id: listId, siteId }: Pick<List, 'id' | 'siteId'>, right: Right): void {
  const named = namedRights(database, listId);
  for (const person of allPeople(database)) {
    if (roleOn(person, siteId) === 'councillor' && named[person.id] === undefined)
      grantRight(database, listId, person.id, right);
  }
}
