// What counts of an assessment's own row. Anyone with edit rights can write it by hand; where somebody did who is and was no
// facilitator, what a facilitator wrote last is read from SharePoint's versions, once, and kept on this device.
import * as z from 'zod/mini';
import {
  type Assessment,
  countingVersion,
  type FacilitatorChain,
  followFacilitators,
  isFacilitatorsWork,
} from '../assessment';
import type { Person } from '../base/person';
import { takingTurns } from '../base/turns';
import { isPassing } from '../graph/faults';
import type { Replica } from '../replica/replica';
import { decode } from '../sharepoint/codecs';
import type { Fields, ListAccess, Row } from '../sharepoint/listAccess';
import type { Stored, Working } from '../sharepoint/records';
import { creatorOf } from './creators';

export interface OwnRows {
  /** What counts instead of a row that is not believed; null where nothing better is known. */
  instead(stored: Stored<Assessment>): Assessment | null;
  /** Whether a row that is not believed was looked into already, whatever came of it. */
  isLookedInto(stored: Stored<Assessment>): boolean;
  /** Whether the last writer of a row is, or was, a facilitator. */
  isBelieved(stored: Stored<Assessment>): Promise<boolean>;
  /** Looks into a row that is not believed; does nothing, and asks nobody, where it is. */
  look(assessmentId: string): Promise<void>;
  /** Calls back after something was learnt; returns how to stop. */
  onLearnt(listener: () => void): () => void;
}

const noteShape = z.object({
  /** The row it was found for. */
  of: z.string(),
  /** The columns of the version that counts; null where there was none. */
  fields: z.nullable(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
});

const noteName = (assessmentId: string): string => `own-row ${assessmentId}`;

/** Tells one state of a row from every other. */
const nameOf = ({ lastModifiedAt, lastModifiedBy, record }: Stored<Assessment>): string =>
  JSON.stringify([lastModifiedAt, lastModifiedBy?.id ?? null, record]);

/** The facilitators of an assessment, as its creator (see `creatorOf`) and the links of the chain say. What exists only here, I wrote. */
export const chainOf = (creatorId: string, workings: readonly Stored<Working>[], me: Person): FacilitatorChain =>
  followFacilitators(
    creatorId,
    workings.flatMap(({ record, createdBy, lastModifiedBy }) =>
      record.kind === 'facilitators'
        ? [{ ...record, createdBy: createdBy?.id ?? me.id, lastModifiedBy: lastModifiedBy?.id ?? me.id }]
        : [],
    ),
  );

/** Puts it together; nothing is read before it is asked. */
export function createOwnRows(parts: {
  readonly replica: Pick<Replica, 'one' | 'all' | 'kept' | 'keep'>;
  readonly access: ListAccess;
  readonly person: Person;
}): OwnRows {
  const { replica, access, person } = parts;
  const known = new Map<string, Assessment | null>();
  const listeners = new Set<() => void>();
  const inTurn = takingTurns();

  const heldOf = async (stored: Stored<Assessment>): Promise<readonly Person[]> =>
    chainOf(await creatorOf(replica, stored, person), await replica.all('workings', stored.key), person).held;

  async function isBelieved(stored: Stored<Assessment>): Promise<boolean> {
    // Its creator is always one: then there is no chain to be read.
    if (stored.createdBy === null) return true;
    const creator: Person = { id: await creatorOf(replica, stored, person), displayName: '' };
    if (isFacilitatorsWork(stored, [creator])) return true;
    return isFacilitatorsWork(stored, await heldOf(stored));
  }

  function learn(of: string, found: Assessment | null): void {
    known.set(of, found);
    for (const listener of listeners) listener();
  }

  async function look(assessmentId: string): Promise<void> {
    const stored = await replica.one('assessments', assessmentId);
    if (!stored || known.has(nameOf(stored)) || (await isBelieved(stored))) return;
    const note = readNote(await replica.kept(noteName(assessmentId)));
    if (note?.of === nameOf(stored)) return learn(note.of, note.fields && readVersion(stored, note.fields));
    await ask(stored);
  }

  /** Asks SharePoint. What fails in passing is asked again the next time. */
  async function ask(stored: Stored<Assessment>): Promise<void> {
    const row = await access.byKey('assessments', stored.key);
    const now = row.ok && row.value ? decode('assessments', row.value) : null;
    // Gone, unreadable or changed again: the replica learns of that by itself.
    if (!row.ok || !row.value || !now?.ok || nameOf(now.value) !== nameOf(stored)) return;
    const versions = await access.versions('assessments', row.value.itemId);
    if (!versions.ok && isPassing(versions.error)) return;
    const fields = versions.ok ? countingVersion(versions.value, await heldOf(stored))?.fields : undefined;
    const note: z.infer<typeof noteShape> = { of: nameOf(stored), fields: fields ? { ...fields } : null };
    await replica.keep(noteName(stored.key), JSON.stringify(note));
    learn(note.of, fields ? readVersion(stored, fields) : null);
  }

  return {
    instead: (stored) => known.get(nameOf(stored)) ?? null,
    isLookedInto: (stored) => known.has(nameOf(stored)),
    isBelieved,
    look: (assessmentId) => inTurn(() => look(assessmentId)),
    onLearnt(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function readNote(text: string | null): z.infer<typeof noteShape> | null {
  if (text === null) return null;
  const parsed = noteShape.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

/** The record of a version; null where it is of another form, or of another assessment. */
function readVersion(stored: Stored<Assessment>, fields: Fields): Assessment | null {
  const nobody = { createdBy: null, lastModifiedBy: null, createdAt: '', lastModifiedAt: '' };
  const row: Row = { ...nobody, itemId: '', eTag: '', fields };
  const decoded = decode('assessments', row);
  return decoded.ok && decoded.value.key === stored.key ? decoded.value.record : null;
}
