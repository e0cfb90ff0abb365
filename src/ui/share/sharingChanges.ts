// What sharing again would change in the results list, row by row. Pure.
import type { SharedResult } from '../../assessment';
import { definitionOf } from '../../sharepoint/lists';

/** What councillors read of a key area, besides its title. */
export const sharedFields = ['level', 'meaning', 'change', 'target', 'reason', 'actions', 'comparison'] as const;
export type SharedField = (typeof sharedFields)[number];

/** The list's column for each field. */
const columns: Readonly<Record<SharedField, string>> = {
  level: 'Level',
  meaning: 'Meaning',
  change: 'Change',
  target: 'Target',
  reason: 'Reason',
  actions: 'NextActions',
  comparison: 'Comparison',
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
  const fields = sharedFields
    .filter((field) => before[field] !== next[field])
    .map((field) => ({ field, before: before[field] }));
  return fields.length === 0 ? { kind: 'same' } : { kind: 'changed', fields };
}

/** Rows the list holds that sharing would not write now, because their key area is no longer agreed. */
export const leftInList = (
  results: readonly SharedResult[],
  shared: readonly SharedResult[],
): readonly SharedResult[] => shared.filter((row) => !results.some((next) => next.keyAreaId === row.keyAreaId));
