// How single values lie in columns, both ways. Reading is forgiving about what SharePoint leaves out and strict about everything else.
import * as z from 'zod';
import type { Day } from '../../assessment';
import type { Person } from '../../base/person';
import { framework, keyAreaOf, type Level } from '../../framework';
import { londonDay } from '../../words/dates';
import { columnLimits, onOneLine, storable } from '../limits';

/** An empty cell is an absent one, so null empties it. */
const orNull = (text: string): string | null => (text === '' ? null : text);

/** Noon UTC is the same day everywhere in Europe, whatever a site's time zone does to it. */
const noon = (day: Day): string => `${day}T12:00:00Z`;

export const write = {
  line: (text: string): string | null => orNull(onOneLine(text)),
  lines: (text: string): string | null => orNull(storable(text)),
  /** For words that only help people who read the list: cut to what a line holds. */
  caption: (text: string): string | null =>
    orNull(
      onOneLine(text)
        .slice(0, columnLimits.line)
        .replace(/[\ud800-\udbff]$/, ''),
    ),
  /** Compact JSON. Unpaired surrogates and control characters are escaped by JSON itself. */
  json: (value: unknown): string => JSON.stringify(value),
  day: (day: Day | null): string | null => (day === null ? null : noon(day)),
  people: (people: readonly Person[]): string =>
    JSON.stringify(people.map(({ id, displayName }) => ({ id: id.toLowerCase(), displayName }))),
  names: (people: readonly Person[]): string | null =>
    write.lines(people.map((person) => person.displayName).join('; ')),
} as const;

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '');
const filled = z.string().min(1);

const parsedJson = z.string().transform((value, context) => {
  try {
    return JSON.parse(value) as unknown;
  } catch {
    context.issues.push({ code: 'custom', message: 'not JSON', input: value });
    return z.NEVER;
  }
});

export const person = z.object({ id: filled.transform((id) => id.toLowerCase()), displayName: z.string() });

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

export const calendarDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const read = {
  text,
  /** Text that must be there. */
  filled,
  id: filled.transform((id) => id.toLowerCase()),
  textOrNull: z
    .string()
    .nullish()
    .transform((value) => value || null),
  idOrNull: z
    .string()
    .nullish()
    .transform((value) => value?.toLowerCase() || null),
  yesNo: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  /** The day in Europe/London: a day chosen by hand in SharePoint is midnight of the site's time zone. */
  dayOrNull: z.iso
    .datetime({ offset: true, local: true })
    .nullish()
    .transform((moment) => (moment ? londonDay(new Date(moment)) : null)),
  levelOrNull: level.nullish().transform((value): Level | null => value ?? null),
  count: z
    .number()
    .int()
    .positive()
    .nullish()
    .transform((value) => value ?? 1),
  json: <T>(shape: z.ZodType<T>) => parsedJson.pipe(shape),
  jsonOr: <T>(shape: z.ZodType<T>, absent: T) =>
    z
      .string()
      .nullish()
      .transform((value) => value ?? JSON.stringify(absent))
      .pipe(parsedJson)
      .pipe(shape),
} as const;

/** The title of a key area, for people who read the list; its id where this framework does not know it. */
export const keyAreaTitle = (keyAreaId: string): string => keyAreaOf(framework, keyAreaId)?.title ?? keyAreaId;
