// From records to rows and back, for every list. The one edge at which what SharePoint says becomes trusted.
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import { actions } from './codecs/actions';
import { assessments } from './codecs/assessments';
import type { Codec } from './codecs/codec';
import { comments } from './codecs/comments';
import { responses } from './codecs/responses';
import { results } from './codecs/results';
import { workings } from './codecs/workings';
import type { Fields, Row } from './listAccess';
import { definitionOf } from './lists';
import type { ListName, RecordOf, Stored } from './records';

const codecs: { readonly [L in ListName]: Codec<RecordOf[L]> } = {
  assessments,
  workings,
  responses,
  actions,
  results,
  comments,
};

/** Why a row cannot be read. A newer version means that somebody uses a newer product: read-only, and reload. */
export type DecodeFault =
  | { readonly kind: 'newer-version'; readonly version: number }
  | { readonly kind: 'broken'; readonly column: string };

const versionColumn = 'RecordVersion';
const version = z.nullish(z.number());

/** The columns of a record; a null empties its column. Columns that are not named here are left as they are. */
export const encode = <L extends ListName>(list: L, record: RecordOf[L], key: string): Fields => ({
  ...codecs[list].encode(record, key),
  [versionColumn]: codecs[list].version,
});

/** The record of a row, with its key and what SharePoint says of it. Rows made by hand have no version and are read as the first. */
export function decode<L extends ListName>(list: L, row: Row): Result<Stored<RecordOf[L]>, DecodeFault> {
  const codec: Codec<RecordOf[L]> = codecs[list];
  const found = version.safeParse(row.fields[versionColumn]);
  if (!found.success) return fail({ kind: 'broken', column: versionColumn });
  if ((found.data ?? 1) > codec.version) return fail({ kind: 'newer-version', version: found.data ?? 1 });
  const key = keyOf(list, row);
  if (key === null) return fail({ kind: 'broken', column: definitionOf(list).keyColumn ?? 'ID' });
  const record = z.safeParse(codec.decode, row.fields);
  if (!record.success) return fail({ kind: 'broken', column: String(record.error.issues[0]?.path[0] ?? '') });
  return ok({
    key,
    record: record.data,
    createdBy: row.createdBy,
    lastModifiedBy: row.lastModifiedBy,
    createdAt: row.createdAt,
    lastModifiedAt: row.lastModifiedAt,
  });
}

/** The unique key of a row, lower case; its item id where SharePoint's own form makes the rows. Null where the column is empty. */
function keyOf(list: ListName, row: Row): string | null {
  const column = definitionOf(list).keyColumn;
  if (column === null) return row.itemId;
  const key = row.fields[column];
  return typeof key === 'string' && key !== '' ? key.toLowerCase() : null;
}
