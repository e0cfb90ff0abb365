// What the demo site's owner does by hand as soon as the lists for councillors exist: let the councillors in.
import type { SandboxDatabase } from '../store/database';
import { pagesLibrary } from '../store/pages';
import { allPeople } from '../store/people';
import { grantRight, namedRights, type Right } from '../store/rights';

const forCouncillors: Readonly<Record<string, Right>> = {
  'Procurement results': 'read',
  'Procurement comments': 'contribute',
};

/** Gives councillors their right on a list with one of the known names, unless the list already names a right for them. */
export function applyOwnersRoutine(database: SandboxDatabase, listId: string, displayName: string): void {
  const right = forCouncillors[displayName];
  if (right === undefined) return;
  letIn(database, listId, right);
  // The results page lies among the site's pages.
  const pages = displayName === 'Procurement results' ? pagesLibrary(database) : undefined;
  if (pages !== undefined) letIn(database, pages.id, 'read');
}

function letIn(database: SandboxDatabase, listId: string, right: Right): void {
  const named = namedRights(database, listId);
  for (const person of allPeople(database)) {
    if (person.role === 'councillor' && named[person.id] === undefined) grantRight(database, listId, person.id, right);
  }
}
