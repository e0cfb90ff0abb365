// Which rows count. Anyone with edit rights can write any row by hand; what SharePoint says of its authorship decides.
import { type Person, samePerson } from '../base/person';
import { isFacilitator } from './facilitators';

/** Who SharePoint says wrote a row. Both null while the row exists only on this device, where the product itself wrote it. */
export interface Authorship {
  readonly createdBy: Person | null;
  readonly lastModifiedBy: Person | null;
}

/** A response counts only if its author made it and nobody else changed it since. */
export function isOwnWork(row: Authorship, personId: string): boolean {
  const authors = [row.createdBy, row.lastModifiedBy].filter((author) => author !== null);
  return authors.every((author) => samePerson(author.id, personId));
}

/**
 * Which version of a row counts where its last writer does not: the newest that someone wrote who is or was a facilitator, for what
 * others wrote over it says nothing. Null where there is none, or where SharePoint no longer keeps it.
 * @param newestFirst the versions of the row as SharePoint keeps them
 */
export const countingVersion = <T extends { readonly lastModifiedBy: Person | null }>(
  newestFirst: readonly T[],
  held: readonly Person[],
): T | null => newestFirst.find((version) => isFacilitator(held, version.lastModifiedBy?.id ?? null)) ?? null;

/**
 * A change of phase, an agreement or a shown answer counts only if a facilitator made it last.
 * @param held everyone who is or was a facilitator of the assessment
 */
export const isFacilitatorsWork = (row: Authorship, held: readonly Person[]): boolean =>
  row.lastModifiedBy === null || isFacilitator(held, row.lastModifiedBy.id);
