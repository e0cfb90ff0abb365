// An item's fields: what may be written into each kind of column, and how they are read back.
import { z } from 'zod';
import type { Fields, FieldValue, Item } from '../store/items';
import type { Column } from '../store/lists';
import type { Person } from '../store/people';
import { invalidRequest } from './fault';
import { eTagOf } from './shapes';
import { siteDay } from './siteTime';

const longestLine = 255;
const longestText = 63_999;

const facets = z.looseObject({
  text: z.looseObject({ allowMultipleLines: z.boolean().optional(), maxLength: z.number().nullish() }).optional(),
  number: z.looseObject({ minimum: z.number().nullish(), maximum: z.number().nullish() }).optional(),
  choice: z
    .looseObject({
      choices: z.array(z.string()).optional(),
      allowTextEntry: z.boolean().optional(),
      displayAs: z.string().optional(),
    })
    .optional(),
  dateTime: z.looseObject({ format: z.string().optional() }).optional(),
  boolean: z.looseObject({}).optional(),
});
type Facets = z.infer<typeof facets>;

const bad = (column: Column, why: string) => invalidRequest(`Invalid value for field '${column.name}': ${why}`);

function acceptText(column: Column, facet: NonNullable<Facets['text']>, value: unknown): string {
  if (typeof value !== 'string') throw bad(column, 'a text was expected.');
  const most = facet.allowMultipleLines === true ? longestText : Math.min(facet.maxLength ?? longestLine, longestLine);
  if (value.length > most) throw bad(column, `a text field holds at most ${most} characters.`);
  return value;
}

function acceptNumber(column: Column, facet: NonNullable<Facets['number']>, value: unknown): number {
  if (typeof value !== 'number') throw bad(column, 'a number was expected.');
  const { minimum, maximum } = facet;
  if (typeof minimum === 'number' && value < minimum) throw bad(column, `the least is ${minimum}.`);
  if (typeof maximum === 'number' && value > maximum) throw bad(column, `the most is ${maximum}.`);
  return value;
}

function acceptChoice(column: Column, facet: NonNullable<Facets['choice']>, value: unknown, note: unknown): FieldValue {
  const known = (one: unknown): one is string =>
    typeof one === 'string' && (facet.allowTextEntry === true || (facet.choices ?? []).includes(one));
  if (facet.displayAs !== 'checkBoxes') {
    if (!known(value)) throw bad(column, 'this is not one of its choices.');
    return value;
  }
  // Several values travel only with their type named beside them.
  if (note !== 'Collection(Edm.String)' || !Array.isArray(value))
    throw bad(column, 'a Collection(Edm.String) was expected.');
  if (!value.every(known)) throw bad(column, 'not all are among its choices.');
  return value;
}

function acceptMoment(column: Column, facet: NonNullable<Facets['dateTime']>, value: unknown): string {
  const moment = typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(moment)) throw bad(column, 'an ISO date and time was expected.');
  const day = facet.format === 'dateTime' ? new Date(moment) : siteDay(new Date(moment));
  return `${day.toISOString().slice(0, 19)}Z`;
}

function accept(column: Column, value: unknown, note: unknown): FieldValue {
  const { text, number, choice, dateTime, boolean } = facets.parse(column);
  if (text !== undefined) return acceptText(column, text, value);
  if (number !== undefined) return acceptNumber(column, number, value);
  if (choice !== undefined) return acceptChoice(column, choice, value, note);
  if (dateTime !== undefined) return acceptMoment(column, dateTime, value);
  if (boolean !== undefined && typeof value === 'boolean') return value;
  throw bad(
    column,
    boolean === undefined ? 'this kind of column cannot be written here.' : 'true or false was expected.',
  );
}

/**
 * The fields an item has after writing `wanted` over `before`. Null or an empty text empties a column.
 * Throws Graph's 400 for unknown or read-only fields and for values the column cannot hold.
 */
export function writeFields(
  columns: readonly Column[],
  before: Fields,
  wanted: Readonly<Record<string, unknown>>,
): Fields {
  const after: Record<string, FieldValue> = { ...before };
  for (const [name, value] of Object.entries(wanted)) {
    if (name.includes('@')) continue;
    const column = columns.find((each) => each.name === name);
    if (column === undefined) throw invalidRequest(`Field '${name}' is not recognized`);
    if (column.readOnly) throw invalidRequest(`Field '${name}' is read-only`);
    if (value === null || value === '') delete after[name];
    else after[name] = accept(column, value, wanted[`${name}@odata.type`]);
  }
  return after;
}

const defaultOf = z.looseObject({ defaultValue: z.object({ value: z.string().nullish() }).nullish() });

/** What a new item starts with: the default values of its columns. */
export function defaultFields(columns: readonly Column[]): Fields {
  const start: Record<string, FieldValue> = {};
  for (const column of columns) {
    const value = defaultOf.parse(column).defaultValue?.value;
    if (typeof value !== 'string') continue;
    const { number, boolean } = facets.parse(column);
    start[column.name] = number !== undefined ? Number(value) : boolean !== undefined ? value === '1' : value;
  }
  return start;
}

/** Every field of an item that a read can give, hidden ones too, with those SharePoint adds itself. */
export function allFields(people: ReadonlyMap<string, Person>, item: Item): Record<string, FieldValue> {
  const title = item.fields.Title;
  const siteUser = (id: string): string => String(people.get(id)?.siteUserId ?? 1);
  return {
    ...item.fields,
    ...(title === undefined ? {} : { LinkTitle: title, LinkTitleNoMenu: title }),
    id: String(item.id),
    ContentType: 'Item',
    Created: item.createdAt,
    Modified: item.modifiedAt,
    AuthorLookupId: siteUser(item.createdBy),
    EditorLookupId: siteUser(item.modifiedBy),
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
  };
}

/** The `fields` member of an item: the selected ones, or all that are not hidden. */
export function readFields(
  people: ReadonlyMap<string, Person>,
  columns: readonly Column[],
  item: Item,
  select: readonly string[] | undefined,
): Record<string, unknown> {
  const all = allFields(people, item);
  const hidden = new Set(columns.filter((column) => column.hidden).map((column) => column.name));
  const wanted = select?.map((name) => name.toLowerCase());
  const shown = Object.entries(all).filter(([name]) =>
    wanted === undefined ? !hidden.has(name) : wanted.includes(name.toLowerCase()),
  );
  return { '@odata.etag': eTagOf(item.uniqueId, item.version), ...Object.fromEntries(shown) };
}
