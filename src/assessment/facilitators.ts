// Who the facilitators are, as a chain: the creator names the first, and every later change counts only when a facilitator of the moment made it.
// Anyone with edit rights can write to a list by hand, so a row alone proves nothing; SharePoint's own authorship does.
import { type Person, samePerson } from '../base/person';
import type { PublicKey } from './records';

/** One link of the chain, as read from the workings list with SharePoint's authorship. */
export interface FacilitatorChange {
  readonly serial: number;
  readonly facilitators: readonly Person[];
  /** What answers are sealed to from this link on; null where the link leaves it as it was. */
  readonly publicKey: PublicKey | null;
  readonly createdBy: string | null;
  readonly lastModifiedBy: string | null;
}

export interface FacilitatorChain {
  readonly facilitators: readonly Person[];
  /** Everyone who is or was one, the creator first: what they did stays valid after they handed over. */
  readonly held: readonly Person[];
  /** What answers are sealed to, as facilitators say; null while no link was read. */
  readonly publicKey: PublicKey | null;
  /** The same with what came before it, oldest first: some answers may still be sealed to those. */
  readonly publicKeys: readonly PublicKey[];
  /** The serial of the next link. */
  readonly nextSerial: number;
  /** Links that do not count, because no facilitator of that moment made them. Shown on screen, never acted on. */
  readonly disbelieved: readonly FacilitatorChange[];
}

/**
 * Follows the chain from the assessment's creator. Serial 1 must be the creator's; each next one must be made by a facilitator of
 * the one before, and altered by nobody else. A gap ends the chain.
 */
export function followFacilitators(creatorId: string, changes: readonly FacilitatorChange[]): FacilitatorChain {
  const creator: Person = { id: creatorId, displayName: '' };
  let facilitators: readonly Person[] = [creator];
  const held = new Map([[creatorId.toLowerCase(), creator]]);
  const publicKeys: PublicKey[] = [];
  let nextSerial = 1;
  const disbelieved: FacilitatorChange[] = [];
  for (const change of [...changes].sort((a, b) => a.serial - b.serial)) {
    if (change.serial !== nextSerial || !isGenuine(change, facilitators)) {
      disbelieved.push(change);
      continue;
    }
    facilitators = change.facilitators;
    for (const person of facilitators) held.set(person.id.toLowerCase(), person);
    const last = publicKeys.at(-1);
    if (change.publicKey && !(last && samePublicKey(last, change.publicKey))) publicKeys.push(change.publicKey);
    nextSerial += 1;
  }
  const publicKey = publicKeys.at(-1) ?? null;
  return { facilitators, held: [...held.values()], publicKey, publicKeys, nextSerial, disbelieved };
}

/** Written by a facilitator of the moment: alone, or over a link that was none because somebody else had made it. */
function isGenuine({ createdBy, lastModifiedBy }: FacilitatorChange, facilitators: readonly Person[]): boolean {
  if (createdBy === null || lastModifiedBy === null || !isFacilitator(facilitators, lastModifiedBy)) return false;
  return samePerson(createdBy, lastModifiedBy) || !isFacilitator(facilitators, createdBy);
}

/** Whether two public keys are one. */
export const samePublicKey = (left: PublicKey, right: PublicKey): boolean =>
  left.id === right.id && left.key === right.key;

/** Whether a person is among the facilitators. */
export const isFacilitator = (facilitators: readonly Person[], personId: string | null): boolean =>
  personId !== null && facilitators.some((person) => samePerson(person.id, personId));
