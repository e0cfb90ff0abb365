// The kinds of column this product uses, as data, and as Microsoft Graph wants them (Microsoft Graph: columnDefinition).
import type { ColumnDefinition } from '@microsoft/microsoft-graph-types';

export type ColumnKind =
  | { readonly kind: 'line' }
  | { readonly kind: 'lines' }
  | { readonly kind: 'number' }
  | { readonly kind: 'day' }
  | { readonly kind: 'yesNo' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** A column of one of our lists. */
export interface Column {
  /** The internal name: short ASCII, never changed. Blanks or a leading digit would be coded by SharePoint. */
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly kind: ColumnKind;
  readonly indexed: boolean;
  readonly unique: boolean;
  /** What a new row starts with. */
  readonly defaultValue: string | null;
}

const column = (name: string, displayName: string, kind: ColumnKind, description = ''): Column => ({
  name,
  displayName,
  description,
  kind,
  indexed: false,
  unique: false,
  defaultValue: null,
});

/** A line of text, 255 characters at most. */
export const line = (name: string, displayName: string, description = ''): Column =>
  column(name, displayName, { kind: 'line' }, description);

/** Plain text of several lines. */
export const lines = (name: string, displayName: string, description = ''): Column =>
  column(name, displayName, { kind: 'lines' }, description);

/** A small whole number. */
export const number = (name: string, displayName: string, description = ''): Column =>
  column(name, displayName, { kind: 'number' }, description);

/** A calendar day. */
export const day = (name: string, displayName: string): Column => column(name, displayName, { kind: 'day' });

export const yesNo = (name: string, displayName: string): Column => column(name, displayName, { kind: 'yesNo' });

export const choice = (name: string, displayName: string, choices: readonly string[]): Column =>
  column(name, displayName, { kind: 'choice', choices });

/** The same column with an index: what queries may filter on. */
export const indexed = (of: Column): Column => ({ ...of, indexed: true });

/** The same column holding each value once; uniqueness needs an index. */
export const unique = (of: Column): Column => ({ ...of, indexed: true, unique: true });

function facet(kind: ColumnKind): ColumnDefinition {
  switch (kind.kind) {
    case 'line':
      return { text: { maxLength: 255 } };
    case 'lines':
      return { text: { allowMultipleLines: true, textType: 'plain', linesForEditing: 6 } };
    case 'number':
      return { number: { decimalPlaces: 'none' } };
    case 'day':
      return { dateTime: { format: 'dateOnly', displayAs: 'standard' } };
    case 'yesNo':
      return { boolean: {} };
    case 'choice':
      return { choice: { choices: [...kind.choices], allowTextEntry: false, displayAs: 'dropDownMenu' } };
  }
}

/** The column as the body of a request that creates it. */
export const columnDefinition = (of: Column): ColumnDefinition => ({
  name: of.name,
  displayName: of.displayName,
  ...(of.description === '' ? {} : { description: of.description }),
  ...(of.indexed ? { indexed: true } : {}),
  ...(of.unique ? { enforceUniqueValues: true } : {}),
  ...(of.defaultValue === null ? {} : { defaultValue: { value: of.defaultValue } }),
  ...facet(of.kind),
});
