// SharePoint's lists in memory: unique keys that ignore case, eTags, a feed of changes with tombstones, and authorship.
import type { Person } from '../../src/base/person';
import { fail, ok } from '../../src/base/result';
import type { Fields, ListAccess, Row } from '../../src/sharepoint/listAccess';
import { definitionOf } from '../../src/sharepoint/lists';
import type { ListName } from '../../src/sharepoint/records';

interface Item {
  readonly row: Row;
  readonly version: number;
  /** Everything it was before, newest first. */
  readonly earlier: readonly Row[];
}

export class MemoryLists {
  readonly #items = new Map<ListName, Map<string, Item>>();
  readonly #log: { readonly list: ListName; readonly itemId: string }[] = [];
  #lastId = 0;
  /** Tokens below this number are too old. */
  #oldestToken = 0;

  #of(list: ListName): Map<string, Item> {
    const items = this.#items.get(list) ?? new Map<string, Item>();
    this.#items.set(list, items);
    return items;
  }

  rows(list: ListName): readonly Row[] {
    return [...this.#of(list).values()].map((item) => item.row);
  }

  /** From now on every token that was given is too old. */
  forgetTokens(): void {
    this.#oldestToken = this.#log.length + 1;
    this.#log.push({ list: 'assessments', itemId: 'none' });
  }

  #keep(list: ListName, itemId: string, by: Person, fields: Fields): Row {
    const before = this.#of(list).get(itemId);
    const version = (before?.version ?? 0) + 1;
    const at = new Date(Date.UTC(2026, 10, 22, 10, 0, this.#log.length)).toISOString();
    const row: Row = {
      itemId,
      eTag: `"00000000-0000-4000-8000-${itemId.padStart(12, '0')},${version}"`,
      createdBy: before?.row.createdBy ?? by,
      lastModifiedBy: by,
      createdAt: before?.row.createdAt ?? at,
      lastModifiedAt: at,
      fields: { ...before?.row.fields, ...fields },
    };
    const earlier = before ? [before.row, ...before.earlier] : [];
    this.#of(list).set(itemId, { row, version, earlier });
    this.#log.push({ list, itemId });
    return row;
  }

  #keyTaken(list: ListName, fields: Fields, except: string): boolean {
    const column = definitionOf(list).keyColumn;
    if (column === null) return false;
    const key = String(fields[column]).toLowerCase();
    return this.rows(list).some((row) => row.itemId !== except && String(row.fields[column]).toLowerCase() === key);
  }

  /** The lists as one person reaches them. */
  accessFor(person: Person): ListAccess {
    const where = (list: ListName, column: string, value: string) =>
      this.rows(list).filter((row) => String(row.fields[column]).toLowerCase() === value.toLowerCase());
    return {
      create: async (list, fields) => {
        if (this.#keyTaken(list, fields, '')) return fail({ kind: 'already-exists' });
        this.#lastId += 1;
        return ok(this.#keep(list, String(this.#lastId), person, fields));
      },
      change: async (list, itemId, eTag, fields) => {
        const item = this.#of(list).get(itemId);
        if (!item) return fail({ kind: 'not-found', what: itemId });
        if (item.row.eTag !== eTag) return fail({ kind: 'conflict' });
        return ok(this.#keep(list, itemId, person, fields));
      },
      remove: async (list, itemId, eTag) => {
        const item = this.#of(list).get(itemId);
        if (!item) return fail({ kind: 'not-found', what: itemId });
        if (item.row.eTag !== eTag) return fail({ kind: 'conflict' });
        this.#of(list).delete(itemId);
        this.#log.push({ list, itemId });
        return ok(undefined);
      },
      read: async (list, itemId) => {
        const item = this.#of(list).get(itemId);
        return item ? ok(item.row) : fail({ kind: 'not-found', what: itemId });
      },
      versions: async (list, itemId) => {
        const item = this.#of(list).get(itemId);
        return item ? ok([item.row, ...item.earlier]) : fail({ kind: 'not-found', what: itemId });
      },
      byKey: async (list, key) => {
        const column = definitionOf(list).keyColumn;
        if (column === null) return ok(this.#of(list).get(key)?.row ?? null);
        return ok(where(list, column, key)[0] ?? null);
      },
      byAssessment: async (list, id) => ok(where(list, 'AssessmentId', id)),
      openIn: async (home) => ok(where('assessments', 'OpenIn', home)),
      latest: async () => ok(String(this.#log.length)),
      changes: async (list, token) => {
        if (Number(token) < this.#oldestToken) return fail({ kind: 'resync' });
        const touched = this.#log.slice(Number(token)).filter((entry) => entry.list === list);
        const ids = [...new Set(touched.map((entry) => entry.itemId))];
        const rows = ids.flatMap((id) => this.#of(list).get(id)?.row ?? []);
        const removed = ids.filter((id) => !this.#of(list).has(id));
        return ok({ rows, removed, token: String(this.#log.length), doubtful: false });
      },
    };
  }
}
