// What sharing again would change in the results list, row by row. Pure.
import type { SharedResult } from '../../assessment';
import { definitionOf } from '../../sharepoint/lists';

/** What councillors read of a key area, besides its title. */
export const sharedFields = ['level', 'meaning', 'change', 'target', 'reason', 'actions', 'comparison'] as const;
/** Everything of a row that sharing may change; the day of sharing always does. */
const comparedFields = [...sharedFields, 'keyArea', 'assessmentTitle', 'organisation'] as const;
export type SharedField = (typeof comparedFields)[number];

/** The list's column for each field. */
const columns: Readonly<Record<SharedField, string>> = {
  level: 'Level',
  meaning: 'Meaning',
  change: 'Change',
  target: 'Target',
  reason: 'Reason',
  actions: 'NextActions',
  comparison: 'Comparison',
  keyArea: 'KeyArea',
  assessmentTitle: 'AssessmentTitle',
  organisation: 'Organisation',
};

/** What a field is called: as the list's column is, so that the preview and the list never differ. */
export const fieldLabel = (field: SharedField): string =>
  definitionOf('results').columns.find((column) => column.name === columns[field])?.displayName ?? field;

export type SharingChange =
  | { readonly kind: 'first' }
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly fields: readonly { readonly field: SharedField; readonly before: string }[] };

/** How a row differs from what the list holds of the same key area. */
export function sharingChange(next: SharedResult, shared: readonly SharedResult[]): SharingChange {
  const before = shared.find((row) => row.keyAreaId === next.keyAreaId);
  if (!before) return { kind: 'first' };
  const fields = comparedFields
    .filter((field) => before[field] !== next[field])
    .map((field) => ({ field, before: before[field] }));
  return fields.length === 0 ? { kind: 'same' } : { kind: 'changed', fields };
}

/** Rows the list holds that sharing would not write now, because their key area is no longer agreed. */
export const leftInList = (
  results: readonly SharedResult[],
  shared: readonly SharedResult[],
): readonly SharedResult[] => shared.filter((row) => !results.some((next) => next.keyAreaId === row.keyAreaId));
