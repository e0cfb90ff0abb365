// How single values lie in columns, both ways. Reading is forgiving about what SharePoint leaves out and strict about everything else.
import * as z from 'zod/mini';
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

const text = z.pipe(
  z.nullish(z.string()),
  z.transform((value) => value ?? ''),
);
const filled = z.string().check(z.minLength(1));

const parsedJson = z.pipe(
  z.string(),
  z.transform((value, context) => {
    try {
      return JSON.parse(value) as unknown;
    } catch {
      context.issues.push({ code: 'custom', message: 'not JSON', input: value });
      return z.NEVER;
    }
  }),
);

export const person = z.object({
  id: z.pipe(
    filled,
    z.transform((id) => id.toLowerCase()),
  ),
  displayName: z.string(),
});

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]);

export const calendarDay = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

export const read = {
  text,
  /** Text that must be there. */
  filled,
  id: z.pipe(
    filled,
    z.transform((id) => id.toLowerCase()),
  ),
  textOrNull: z.pipe(
    z.nullish(z.string()),
    z.transform((value) => value || null),
  ),
  idOrNull: z.pipe(
    z.nullish(z.string()),
    z.transform((value) => value?.toLowerCase() || null),
  ),
  yesNo: z.pipe(
    z.nullish(z.boolean()),
    z.transform((value) => value ?? false),
  ),
  /** The day in Europe/London: a day chosen by hand in SharePoint is midnight of the site's time zone. */
  dayOrNull: z.pipe(
    z.nullish(z.iso.datetime({ offset: true, local: true })),
    z.transform((moment) => (moment ? londonDay(new Date(moment)) : null)),
  ),
  levelOrNull: z.pipe(
    z.nullish(level),
    z.transform((value): Level | null => value ?? null),
  ),
  count: z.pipe(
    z.nullish(z.number().check(z.int(), z.positive())),
    z.transform((value) => value ?? 1),
  ),
  json: <T>(shape: z.core.$ZodType<T>) => z.pipe(parsedJson, shape),
  jsonOr: <T>(shape: z.core.$ZodType<T>, absent: T) =>
    z.pipe(
      z.pipe(
        z.pipe(
          z.nullish(z.string()),
          z.transform((value) => value ?? JSON.stringify(absent)),
        ),
        parsedJson,
      ),
      shape,
    ),
} as const;

/** The title of a key area, for people who read the list; its id where this framework does not know it. */
export const keyAreaTitle = (keyAreaId: string): string => keyAreaOf(framework, keyAreaId)?.title ?? keyAreaId;
