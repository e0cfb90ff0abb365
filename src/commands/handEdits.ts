// What somebody changed by hand in the results list since officers shared it. It is shown as such and changes no officers' record.
import { isFacilitatorsWork, type SharedResult } from '../assessment';
import type { Person } from '../base/person';
import { onOneLine } from '../sharepoint/limits';
import type { SharedWorking, Stored } from '../sharepoint/records';
import type { AssessmentView } from './view';

export interface HandEdit {
  readonly keyAreaId: string;
  readonly keyArea: string;
  readonly by: Person;
  /** UTC, ISO 8601. */
  readonly at: string;
}

/**
 * The rows that say something else than what officers shared. A facilitator's name under a row is not enough: they, too, can edit
 * it by hand. So a row is as it was shared only where a facilitator wrote it last and it says what was noted then.
 */
export function handEdits(view: AssessmentView): readonly HandEdit[] {
  return view.shared.flatMap((row): HandEdit[] => {
    const { lastModifiedBy, lastModifiedAt } = row;
    if (lastModifiedBy === null || lastModifiedAt === null) return [];
    const note = view.sharedAs.find(({ record }) => record.result.keyAreaId === row.record.keyAreaId);
    if (isFacilitatorsWork(row, view.chain.held) && !differsSince(row, note)) return [];
    return [{ keyAreaId: row.record.keyAreaId, keyArea: row.record.keyArea, by: lastModifiedBy, at: lastModifiedAt }];
  });
}

/** The note is written before the row: a row older than its note is one that sharing has not come to yet. */
const differsSince = (row: Stored<SharedResult>, note: Stored<SharedWorking> | undefined): boolean =>
  note !== undefined &&
  note.lastModifiedAt !== null &&
  (row.lastModifiedAt ?? '') >= note.lastModifiedAt &&
  !saysTheSame(row.record, note.record.result);

const fields = [
  'assessmentTitle',
  'organisation',
  'keyArea',
  'level',
  'meaning',
  'change',
  'target',
  'reason',
  'actions',
  'comparison',
  'sharedOn',
] as const satisfies readonly (keyof SharedResult)[];

/** Word for word; how a store breaks lines is nobody's edit. */
const saysTheSame = (one: SharedResult, other: SharedResult): boolean =>
  fields.every((field) => spoken(one[field]) === spoken(other[field]));

const spoken = (text: string): string => onOneLine(text).trim();
