// The row that claims and notes the results page, read and written past the queue: a claim must be SharePoint's own answer.
import { isFacilitator } from '../assessment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import { decode, encode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import { keys, type PageWorking } from '../sharepoint/records';

/** The row as it lies in SharePoint. */
export interface PageRow {
  readonly itemId: string;
  readonly eTag: string;
  readonly lastModifiedBy: Person | null;
  readonly lastModifiedAt: string;
  /** What it says; null where no facilitator wrote it last, or it says nothing that can be read. */
  readonly page: PageWorking | null;
}

/** The row of one assessment. */
export interface PageRows {
  read(): Promise<Result<PageRow | null, GraphFault>>;
  /** Fails with `already-exists` when somebody was quicker. */
  create(page: PageWorking): Promise<Result<PageRow, GraphFault>>;
  /** Fails with `conflict` when somebody changed it since it was read. */
  change(before: PageRow, page: PageWorking): Promise<Result<PageRow, GraphFault>>;
}

/** @param held everyone who is or was a facilitator of the assessment */
export function pageRows(access: ListAccess, assessmentId: string, held: readonly Person[]): PageRows {
  const key = keys.page(assessmentId);
  const read = (row: Row): PageRow => {
    const decoded = decode('workings', row);
    const said = decoded.ok && decoded.value.record.kind === 'page' ? decoded.value.record : null;
    return {
      itemId: row.itemId,
      eTag: row.eTag,
      lastModifiedBy: row.lastModifiedBy,
      lastModifiedAt: row.lastModifiedAt,
      page: isFacilitator(held, row.lastModifiedBy?.id ?? null) ? said : null,
    };
  };
  return {
    async read() {
      const found = await access.byKey('workings', key);
      return found.ok ? ok(found.value && read(found.value)) : found;
    },
    async create(page) {
      const made = await access.create('workings', encode('workings', page, key));
      return made.ok ? ok(read(made.value)) : fail(made.error);
    },
    async change(before, page) {
      const changed = await access.change('workings', before.itemId, before.eTag, encode('workings', page, key));
      return changed.ok ? ok(read(changed.value)) : fail(changed.error);
    },
  };
}
