// Which sealed answers count. Anyone may write any row by hand, so SharePoint's authorship decides, and one answer a person.
import { isOwnWork } from '../assessment';
import { keys, type SealedResponse, type Stored } from '../sharepoint/records';

export interface SealedAnswers {
  /** The answers that count: at most one of each person to each key area. */
  readonly counting: readonly Stored<SealedResponse>[];
  /** Whose answer somebody else changed or made, and who has given no other. It does not count until they give it again. */
  readonly tampered: readonly { readonly personId: string; readonly keyAreaId: string }[];
}

/** Judges the sealed answers of one assessment. */
export function judgeSealed(rows: readonly Stored<SealedResponse>[]): SealedAnswers {
  const counting = new Map<string, Stored<SealedResponse>>();
  const others: Stored<SealedResponse>[] = [];
  // In the order of their keys: the usual key before the one beside it.
  for (const row of [...rows].sort((left, right) => (left.key < right.key ? -1 : 1))) {
    if (!isAtItsPlace(row)) continue;
    if (!isOwnWork(row, row.record.personId)) others.push(row);
    else if (!counting.has(usualKey(row))) counting.set(usualKey(row), row);
  }
  return {
    counting: [...counting.values()],
    tampered: others
      .filter((row) => !counting.has(usualKey(row)))
      .map(({ record }) => ({ personId: record.personId, keyAreaId: record.keyAreaId })),
  };
}

const usualKey = ({ record }: Stored<SealedResponse>): string =>
  keys.response(record.assessmentId, record.keyAreaId, record.personId);

/** Under any other key a person could have as many answers as they like. */
const isAtItsPlace = (row: Stored<SealedResponse>): boolean =>
  row.key === usualKey(row) || row.key === `${usualKey(row)}:2`;
