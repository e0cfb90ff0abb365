// What is kept of a result when it is cleared and when the committee decides: every word councillors read, and beneath it the facts
// of the officers' record. The facts are kept because words change with the product, and a new wording is no new result. Pure.
import * as z from 'zod/mini';
import { canonicalJson, canonicalText } from '../base/canonicalJson';
import type { Action, ActionOwner, SharedResult } from './records';
import type { KeyAreaSummary, Summary } from './summary';

/** A row of the results as it was: its columns by the names of `SharedResult`. */
export type SnapshotRow = Readonly<Record<string, string>>;

export interface SnapshotContent {
  /** In the order of the key areas' ids. */
  readonly results: readonly SnapshotRow[];
  /** Canonical JSON of what officers recorded of a key area, by its id. Agreed key areas only. */
  readonly facts: Readonly<Record<string, string>>;
}

const shape = z.object({
  version: z.literal(1),
  results: z.array(z.record(z.string(), z.string())),
  facts: z.record(z.string(), z.string()),
});

const byKeyArea = (left: { readonly keyAreaId: string }, right: { readonly keyAreaId: string }): number =>
  left.keyAreaId < right.keyAreaId ? -1 : 1;

/** The canonical text of a snapshot; the order of what it is made from makes no difference. */
export const snapshotText = (results: readonly SharedResult[], summary: Summary): string =>
  canonicalJson({ version: 1, results: [...results].sort(byKeyArea), facts: factsOf(summary) });

/** What a snapshot holds; null where the text is none, because somebody altered it or a newer version wrote it. */
export function readSnapshot(text: string): SnapshotContent | null {
  try {
    const parsed = z.safeParse(shape, JSON.parse(text));
    return parsed.success ? { results: parsed.data.results, facts: parsed.data.facts } : null;
  } catch {
    // No JSON at all.
    return null;
  }
}

/** What officers recorded, key area by key area, free of any wording. */
export function factsOf(summary: Pick<Summary, 'keyAreas'>): SnapshotContent['facts'] {
  const agreed = summary.keyAreas.filter((area) => area.now !== null);
  return Object.fromEntries(agreed.map((area) => [area.keyAreaId, canonicalJson(factOf(area))]));
}

function factOf({ now, target, actions }: KeyAreaSummary) {
  const open = actions.filter((action) => action.status === 'open').map(actionFact);
  return { level: now?.level, reason: now?.reason, target, actions: open.sort() };
}

/** As text, so that actions have an order of their own. People count by who they are, not by what they are called. */
const actionFact = ({ text, owner, due }: Action): string =>
  canonicalJson({ text, owner: owner && ownerFact(owner), due });

const ownerFact = (owner: ActionOwner): string =>
  owner.kind === 'person' ? `person ${owner.person.id.toLowerCase()}` : `post ${owner.post}`;

/** Whether a row of the results still reads as it did. On which day it was shared makes no difference. */
export function readsAlike(before: SnapshotRow, now: SharedResult): boolean {
  const fields: SnapshotRow = { ...now };
  const names = new Set([...Object.keys(before), ...Object.keys(fields)]);
  names.delete('sharedOn');
  return [...names].every((name) => (before[name] ?? '') === canonicalText(fields[name] ?? ''));
}
