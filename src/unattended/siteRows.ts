// The rows of one site as the worker holds them: read with few calls, and kept in step by asking only for what changed since.
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { decode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import type { Place } from '../sharepoint/place';
import { homeKey, keys, type ListName, type RecordOf, type Stored } from '../sharepoint/records';
import { wholeList, workingsUnder } from '../sharepoint/wholeList';

/** A row with its record, and where it lies. */
export interface ReadRow<L extends ListName = ListName> {
  readonly itemId: string;
  readonly eTag: string;
  readonly stored: Stored<RecordOf[L]>;
}

/** What is read of every site; what only some messages need is read when one of them is said. */
const followed = ['assessments', 'workings', 'actions', 'comments'] as const satisfies readonly ListName[];
type Followed = (typeof followed)[number];

/** Up to so many assessments are asked for one by one, in a batch or two; beyond that the lists are read from end to end. */
const fewAssessments = 12;

export interface SiteRows {
  /** Reads everything, or what changed since the last time. */
  read(): Promise<Result<void, GraphFault>>;
  of<L extends Followed>(list: L): readonly ReadRow<L>[];
  /** How many rows are held. */
  count(): number;
}

export interface SiteRowsParts {
  readonly graph: Graph;
  readonly access: ListAccess;
  readonly place: Place;
  /** Whether it will be read again and again: then all lists are read whole, and followed. */
  readonly following: boolean;
  /** Told of a row that cannot be read. */
  readonly unreadable: (list: ListName, itemId: string) => void;
}

type Tables = { readonly [L in Followed]: Map<string, ReadRow<L>> };

const emptyTables = (): Tables => ({
  assessments: new Map(),
  workings: new Map(),
  actions: new Map(),
  comments: new Map(),
});

/** Nothing is read yet. */
export function createSiteRows(parts: SiteRowsParts): SiteRows {
  const { graph, access, place } = parts;
  let tables = emptyTables();
  let tokens: ReadonlyMap<Followed, string> | null = null;

  function keep<L extends Followed>(list: L, rows: readonly Row[]): void {
    for (const row of rows) {
      const decoded = decode(list, row);
      if (decoded.ok) tables[list].set(row.itemId, { itemId: row.itemId, eTag: row.eTag, stored: decoded.value });
      else {
        tables[list].delete(row.itemId);
        parts.unreadable(list, row.itemId);
      }
    }
  }

  const whole = async (list: Followed): Promise<Result<void, GraphFault>> =>
    kept(list, await wholeList(graph, place, list));

  function kept(list: Followed, rows: Result<readonly Row[], GraphFault>): Result<void, GraphFault> {
    if (!rows.ok) return rows;
    keep(list, rows.value);
    return ok(undefined);
  }

  const alive = () => [...tables.assessments.values()].filter(({ stored }) => mayHaveNews(stored.record));

  async function readOnce(): Promise<Result<void, GraphFault>> {
    const first = await whole('assessments');
    if (!first.ok) return first;
    const ids = alive().map(({ stored }) => stored.record.id);
    if (ids.length > fewAssessments || parts.following)
      return allOf(followed.filter((list) => list !== 'assessments').map(whole));
    const homes = new Set(alive().map(({ stored }) => homeKey(stored.record.home)));
    return allOf([
      ...ids.flatMap((id) =>
        (['workings', 'actions', 'comments'] as const).map(async (list) =>
          kept(list, await access.byAssessment(list, id)),
        ),
      ),
      ...[...homes].flatMap((home) =>
        [keys.arrangements(home), digestsOf(home)].map(async (start) =>
          kept('workings', await workingsUnder(graph, place, start)),
        ),
      ),
    ]);
  }

  /** The tokens first, so that nothing falls between them and the rows. */
  async function readAnew(): Promise<Result<void, GraphFault>> {
    const found = new Map<Followed, string>();
    for (const list of followed) {
      const token = await access.latest(list);
      if (!token.ok) return token;
      found.set(list, token.value);
    }
    tables = emptyTables();
    const read = await readOnce();
    if (read.ok) tokens = found;
    return read;
  }

  async function readChanges(before: ReadonlyMap<Followed, string>): Promise<Result<void, GraphFault>> {
    const asked = await Promise.all(
      followed.map(async (list) => ({ list, changes: await access.changes(list, before.get(list) ?? '') })),
    );
    const after = new Map(before);
    for (const { list, changes } of asked) {
      if (!changes.ok) return changes;
      // What the feed left out cannot be guessed.
      if (changes.value.doubtful) return fail({ kind: 'resync' });
      keep(list, changes.value.rows);
      for (const itemId of changes.value.removed) tables[list].delete(itemId);
      after.set(list, changes.value.token);
    }
    tokens = after;
    return ok(undefined);
  }

  return {
    async read() {
      if (!parts.following) {
        tables = emptyTables();
        return readOnce();
      }
      if (tokens === null) return readAnew();
      const changed = await readChanges(tokens);
      return !changed.ok && changed.error.kind === 'resync' ? readAnew() : changed;
    },
    of: (list) => [...tables[list].values()],
    count: () => followed.reduce((sum, list) => sum + tables[list].size, 0),
  };
}

/** What the keys of a home's digests begin with. */
export const digestsOf = (home: string): string => `${keys.message('', 'digest', home)}:`;

/** Practice, drafts, and what is closed or cancelled say nothing. */
export const mayHaveNews = ({ practice, phase }: RecordOf['assessments']): boolean =>
  !practice && (phase === 'open' || phase === 'shared' || phase === 'cleared');

async function allOf(work: readonly Promise<Result<void, GraphFault>>[]): Promise<Result<void, GraphFault>> {
  for (const result of await Promise.all(work)) if (!result.ok) return result;
  return ok(undefined);
}
