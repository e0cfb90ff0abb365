// What a codec is: how one list's records become columns and come back.
import type * as z from 'zod/mini';
import type { Fields } from '../listAccess';

export interface Codec<T> {
  /** The newest form this product writes and reads. A row with a higher one is left alone. */
  readonly version: number;
  /** The columns of a record, null for an empty one; the row's key is given because it can differ from what the record says. */
  encode(record: T, key: string): Fields;
  /** From a row's columns to the record. The first piece of an issue's path is the column that is broken. */
  readonly decode: z.core.$ZodType<T, unknown>;
}
