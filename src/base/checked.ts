// Data from outside against its shape, where people will read what is wrong with it.
import * as z from 'zod/mini';
import { fail, ok, type Result } from './result';

// The small zod says nothing but "Invalid input" of itself. A message that a shape has of its own goes first.
const english = { error: z.locales.en().localeError };

/** The data, or its faults, each with its place, such as `value.0.id: …`; `whole` stands for the place of the data itself. */
export function checked<T>(shape: z.core.$ZodType<T>, data: unknown, whole: string): Result<T, readonly string[]> {
  const parsed = z.safeParse(shape, data, english);
  return parsed.success
    ? ok(parsed.data)
    : fail(parsed.error.issues.map((issue) => `${issue.path.join('.') || whole}: ${issue.message}`));
}
