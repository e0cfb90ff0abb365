// What a list's columns mean for a page: which are shown, which can be written, and how a value reads and is typed. Pure.
// Source of the shapes: Microsoft Graph v1.0, columnDefinition.
import { z } from 'zod';

export const column = z.object({
  name: z.string(),
  displayName: z.string(),
  hidden: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  required: z.boolean().optional(),
  text: z.object({ allowMultipleLines: z.boolean().optional(), maxLength: z.number().nullish() }).optional(),
  choice: z.object({ choices: z.array(z.string()).optional() }).optional(),
  number: z.object({}).optional(),
  dateTime: z.object({ format: z.string().nullish() }).optional(),
  boolean: z.object({}).optional(),
});
export type Column = Readonly<z.infer<typeof column>>;

/** Values of an item by internal column name. */
export type Fields = Readonly<Record<string, unknown>>;

export type Kind = 'line' | 'text' | 'choice' | 'number' | 'date' | 'dateTime' | 'boolean';

/** How a column's value is typed. */
export function kindOf(one: Column): Kind {
  if (one.choice) return 'choice';
  if (one.number) return 'number';
  if (one.boolean) return 'boolean';
  if (one.dateTime) return one.dateTime.format === 'dateTime' ? 'dateTime' : 'date';
  return one.text?.allowMultipleLines ? 'text' : 'line';
}

/** The columns people of a list fill in themselves, in the list's order. */
export const ownColumns = (columns: readonly Column[]): readonly Column[] =>
  columns.filter((one) => !one.hidden && !one.readOnly && one.name !== 'Attachments' && one.name !== 'ContentType');

const dayInWords = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' });
const momentInWords = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/London',
});

/** A value as a cell shows it; an empty one is an empty text. */
export function valueInWords(one: Column, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  const kind = kindOf(one);
  if (kind === 'boolean') return value === true ? 'Yes' : 'No';
  if ((kind === 'date' || kind === 'dateTime') && typeof value === 'string') return dateInWords(value, kind);
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** An ISO time as a date, or as a date with the time of day; what is no time stays as it is. */
export function dateInWords(iso: string, kind: 'date' | 'dateTime'): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  return (kind === 'date' ? dayInWords : momentInWords).format(time);
}

// An input of the type `date` holds year-month-day, which is how Sweden writes it. SharePoint gives midnight of the site's
// own time zone, so the day is read there.
const dayOfInput = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/London' });

/** A value as the form's input holds it. */
export function inputOf(one: Column, value: unknown): string {
  if (value === undefined || value === null) return '';
  switch (kindOf(one)) {
    case 'boolean':
      return value === true ? 'true' : '';
    case 'date':
      return dayOfInput.format(new Date(String(value)));
    case 'dateTime':
      return String(value).slice(0, 16);
    default:
      return String(value);
  }
}

/** What is sent for an input's text; null empties the column. A date is noon UTC, so that it is the same day everywhere. */
function valueOfInput(one: Column, text: string): unknown {
  const kind = kindOf(one);
  if (kind === 'boolean') return text === 'true';
  if (text === '') return null;
  switch (kind) {
    case 'number':
      return Number(text);
    case 'date':
      return `${text}T12:00:00Z`;
    case 'dateTime':
      return `${text}:00Z`;
    default:
      return text;
  }
}

/** The fields that differ from what the item holds, ready to be sent. */
export function changedFields(
  columns: readonly Column[],
  before: Fields,
  inputs: Readonly<Record<string, string>>,
): Fields {
  return Object.fromEntries(
    columns
      .filter((one) => (inputs[one.name] ?? '') !== inputOf(one, before[one.name]))
      .map((one) => [one.name, valueOfInput(one, inputs[one.name] ?? '')]),
  );
}
