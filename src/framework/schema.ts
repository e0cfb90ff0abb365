// The shape of any framework, and how a framework file is checked. A broken file is refused with the place named.
import * as z from 'zod/mini';
import { checked } from '../base/checked';
import type { Result } from '../base/result';

/** Maturity levels are ordinal: 1 is the lowest of five. They are never averaged. */
export const levels = [1, 2, 3, 4, 5] as const;
export type Level = (typeof levels)[number];

const id = z
  .string()
  .check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be a lower-case id such as engaging-councillors'), z.maxLength(60));
const words = z.string().check(z.trim(), z.minLength(1, 'must not be empty'));

const statements = z.object({
  id,
  heading: words,
  /** One descriptor per maturity level, lowest first. */
  descriptors: z.tuple([words, words, words, words, words], {
    error: 'needs one descriptor for each of the five levels',
  }),
});

const keyArea = z.object({
  id,
  title: words,
  summary: words,
  whatItIs: words,
  whyItIsImportant: words,
  statements: z.array(statements).check(z.minLength(1)),
});

const frameworkShape = z.object({
  id,
  version: z.string().check(z.regex(/^[0-9a-z.-]+$/)),
  title: words,
  attribution: z.object({ owner: words, notice: words, url: z.url() }),
  /** Lowest first. */
  levels: z.tuple([words, words, words, words, words], { error: 'needs the names of the five levels' }),
  theme: z.object({ id, title: words, keyAreas: z.array(keyArea).check(z.minLength(1)) }),
});

/** Ids must be unique, because every stored answer points at a key area by its id. */
const framework = frameworkShape.check((context) => {
  const seen = new Map<string, string>();
  const note = (value: string, path: (string | number)[]) => {
    const before = seen.get(value);
    if (before)
      context.issues.push({
        code: 'custom',
        message: `the id "${value}" is already used at ${before}`,
        path,
        input: value,
      });
    else seen.set(value, path.join('.'));
  };
  context.value.theme.keyAreas.forEach((area, index) => {
    note(area.id, ['theme', 'keyAreas', index, 'id']);
    area.statements.forEach((row, place) => {
      note(`${area.id}/${row.id}`, ['theme', 'keyAreas', index, 'statements', place, 'id']);
    });
  });
});

export type Framework = z.infer<typeof frameworkShape>;
export type KeyArea = Framework['theme']['keyAreas'][number];

/** Checks a framework file. On failure each fault names its place, such as `theme.keyAreas.2.statements.0.descriptors`. */
export function readFramework(data: unknown): Result<Framework, readonly string[]> {
  return checked(framework, data, 'the file');
}

/** The word for a level, such as "Mature". */
export const levelName = (of: Framework, level: Level): string => of.levels[level - 1] ?? String(level);

/** The first row of descriptors of a key area: its principle row. */
export function descriptorOf(area: KeyArea, level: Level): string {
  return area.statements[0]?.descriptors[level - 1] ?? '';
}

/** A key area by its id, or undefined where this framework version does not have it. */
export const keyAreaOf = (of: Framework, keyAreaId: string): KeyArea | undefined =>
  of.theme.keyAreas.find((area) => area.id === keyAreaId);
