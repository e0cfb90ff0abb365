// Who the facilitators are, as a chain: the creator names the first, and every later change counts only when a facilitator of the moment made it.
// Anyone with edit rights can write to a list by hand, so a row alone proves nothing; SharePoint's own authorship does.
import { type Person, samePerson } from '../base/person';

/** One link of the chain, as read from the workings list with SharePoint's authorship. */
export interface FacilitatorChange {
  readonly serial: number;
  readonly facilitators: readonly Person[];
  readonly createdBy: string | null;
  readonly lastModifiedBy: string | null;
}

export interface FacilitatorChain {
  readonly facilitators: readonly Person[];
  /** Links that do not count, because no facilitator of that moment made them. Shown on screen, never acted on. */
  readonly disbelieved: readonly FacilitatorChange[];
}

/**
 * Follows the chain from the assessment's creator. Serial 1 must be the creator's; each next one must be made, and never
 * altered, by a facilitator of the one before. A gap ends the chain.
 */
export function followFacilitators(creatorId: string, changes: readonly FacilitatorChange[]): FacilitatorChain {
  let facilitators: readonly Person[] = [{ id: creatorId, displayName: '' }];
  let expected = 1;
  const disbelieved: FacilitatorChange[] = [];
  for (const change of [...changes].sort((a, b) => a.serial - b.serial)) {
    const author = change.createdBy;
    const genuine =
      change.serial === expected &&
      author !== null &&
      change.lastModifiedBy !== null &&
      samePerson(author, change.lastModifiedBy) &&
      facilitators.some((person) => samePerson(person.id, author));
    if (genuine) {
      facilitators = change.facilitators;
      expected += 1;
    } else {
      disbelieved.push(change);
    }
  }
  return { facilitators, disbelieved };
}

/** Whether a person is among the facilitators. */
export const isFacilitator = (facilitators: readonly Person[], personId: string | null): boolean =>
  personId !== null && facilitators.some((person) => samePerson(person.id, personId));
