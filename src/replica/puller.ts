// Looks for changes: follows each list's feed from a token taken before the first read, so that nothing falls between and history costs nothing.

import * as z from 'zod/mini';
import type { Environment } from '../base/environment';
import { ok, type Result } from '../base/result';
import { takingTurns } from '../base/turns';
import { type GraphFault, isNotUnderstood } from '../graph/faults';
import type { Changes, ListAccess, Row } from '../sharepoint/listAccess';
import { unplacedId } from '../sharepoint/lists';
import { type ListName, listNames } from '../sharepoint/records';
import type { Governor } from './governor';
import { note } from './journal';
import { forgetList } from './outbox';
import { dropItems, keepRow, keepRows, makeReady, type Ready } from './rows';
import { isApart, noteStatus } from './standing';
import type { LocalRow, Store, Tables } from './store';

export interface PullerParts {
  readonly store: Store;
  readonly access: ListAccess;
  readonly environment: Environment;
  readonly governor: Pick<Governor, 'stir'>;
  readonly place: {
    /** Of the home whose open assessments are followed. */
    readonly homeKey: string;
    readonly lists: Readonly<Record<ListName, string>>;
  };
  /** Whether this frame is closing: then nothing is written any more. */
  readonly stopped: () => boolean;
}

export interface Look {
  /** Whether something changed that other lists follow from: anything in the workings but an answer. */
  readonly stirred: boolean;
  /** What went wrong, by list, in this look or the last one at that list. */
  readonly faults: ReadonlyMap<ListName, GraphFault>;
}

export interface Puller {
  look(lists: readonly ListName[]): Promise<Look>;
  fetchAssessment(assessmentId: string): Promise<Result<boolean, GraphFault>>;
  fetchOne(list: ListName, key: string): Promise<Result<boolean, GraphFault>>;
}

/** How far a list is followed, kept as the note `list:{name}`. */
const feedShape = z.object({
  token: z.nullable(z.string()),
  /** Assessments whose rows were read since the token; for the assessments list also homes. */
  read: z.array(z.string()),
  /** The list it is the feed of; empty where an older version of this product did not note it. */
  listId: z._default(z.string(), ''),
  /** When the list was last compared as a whole, in milliseconds. */
  comparedAt: z._default(z.number(), 0),
});
type Feed = z.infer<typeof feedShape>;

/**
 * How often, in milliseconds, what is here is compared with the list itself: the feed has been seen to leave out removals
 * (Microsoft Graph SDK for TypeScript, issues 544 and 545).
 */
const compareEvery = 30 * 60_000;

/**
 * So often in a row a feed may say something that nobody can read (no JSON, or of another shape: Microsoft Graph SDK for TypeScript,
 * issues 544 and 545). Then its token is given up, or the list would never be followed again.
 */
const mostRiddles = 2;

const feedNote = (list: ListName): string => `list:${list}`;
/** Assessments asked for one by one, whether or not they are open here. */
const fetchedNote = 'list:fetched';

async function feedOf(tables: Tables, list: ListName): Promise<Feed> {
  const parsed = feedShape.safeParse(await tables.note(feedNote(list)));
  return parsed.success ? parsed.data : { token: null, read: [], listId: '', comparedAt: 0 };
}

/** Something came to light that the feed may not tell of: the next look compares the list as a whole. */
export async function doubt(tables: Tables, list: ListName): Promise<void> {
  await tables.putNote(feedNote(list), { ...(await feedOf(tables, list)), comparedAt: 0 } satisfies Feed);
}

/** Whether what is known is of a list that another one took the place of: councillors' lists may move to another site. */
const isMoved = ({ listId }: Feed, now: string): boolean => listId !== '' && listId !== now;

/** Lets go of lists that moved, before anything is sent: item ids of one list say nothing of another's. */
export async function forgetMoved(tables: Tables, listIds: Readonly<Record<ListName, string>>): Promise<void> {
  for (const list of listNames) {
    if (!isMoved(await feedOf(tables, list), listIds[list])) continue;
    await forgetList(tables, list);
    await tables.putNote(feedNote(list), undefined);
  }
}

async function fetchedOf(tables: Tables): Promise<readonly string[]> {
  const parsed = z.array(z.string()).safeParse(await tables.note(fetchedNote));
  return parsed.success ? parsed.data : [];
}

/** One list's news. A fresh start brings a token and no rows: they are read after it. */
type News =
  | { readonly kind: 'changes'; readonly changes: Changes; readonly feed: Feed }
  | { readonly kind: 'fresh'; readonly token: string };

const stirs = (ready: Ready): boolean =>
  ready.kind === 'unreadable' || !('kind' in ready.row.stored.record && ready.row.stored.record.kind === 'response');

/**
 * Whether a row is compared with the list. A comment that names an assessment nobody asked for came by the feed, and the feed says
 * when it goes: it may be one that has to be placed.
 */
const isFollowed = ({ list, assessmentId }: LocalRow, wanted: readonly string[]): boolean =>
  list !== 'comments' || assessmentId === '' || wanted.includes(assessmentId);

/** Puts the puller together; it looks only when asked, one look at a time. */
export function createPuller(parts: PullerParts): Puller {
  const { store, access, environment, governor, stopped } = parts;
  const { homeKey: home, lists: listIds } = parts.place;
  // Two looks at once would write each other's tokens over.
  const inTurn = takingTurns();

  /** How often in a row nobody could read what the feed said, by list, and from which token. */
  const riddles = new Map<ListName, { readonly token: string; readonly times: number }>();

  const write = async (work: (tables: Tables) => Promise<void>): Promise<void> => {
    if (!stopped()) await store.write(work);
  };

  async function newsOf(list: ListName): Promise<Result<News, GraphFault>> {
    const feed = await store.read((tables) => feedOf(tables, list));
    if (feed.token !== null && !isOfAnother(list, feed)) {
      const changes = await access.changes(list, feed.token);
      if (changes.ok) {
        riddles.delete(list);
        return ok({ kind: 'changes', changes: changes.value, feed });
      }
      if (!isAtItsEnd(list, feed.token, changes.error)) return changes;
    }
    const token = await access.latest(list);
    return token.ok ? ok({ kind: 'fresh', token: token.value }) : token;
  }

  /** Whether a feed cannot go on from its token, so that the list is read anew from a fresh one. */
  function isAtItsEnd(list: ListName, token: string, fault: GraphFault): boolean {
    // The link of a feed names its list: where that was deleted and made anew, only the new list's own link works.
    if (fault.kind === 'resync' || fault.kind === 'not-found') return true;
    if (!isNotUnderstood(fault)) return false;
    const before = riddles.get(list);
    const times = before?.token === token ? before.times + 1 : 1;
    riddles.set(list, { token, times });
    return times >= mostRiddles;
  }

  /** Another frame, opened before a list moved, may still write down how far it follows the old one. */
  const isOfAnother = (list: ListName, feed: Feed): boolean => isMoved(feed, listIds[list]);

  /** Follows one list's news, and says whether it stirs the others. */
  async function follow(list: ListName): Promise<Result<boolean, GraphFault>> {
    const news = await newsOf(list);
    if (!news.ok) return news;
    if (news.value.kind === 'fresh') return readWhole(list, news.value.token, 'fresh');
    const { changes, feed } = news.value;
    const ready = changes.rows.map((row) => makeReady(list, row));
    await write(async (tables) => {
      await keepRows(tables, list, ready);
      await dropItems(tables, list, changes.removed);
      // A doubt outlives a comparison that fails: until one is done, the list counts as never compared.
      const comparedAt = changes.doubtful ? 0 : (await feedOf(tables, list)).comparedAt;
      const next: Feed = { ...feed, token: changes.token, listId: listIds[list], comparedAt };
      await tables.putNote(feedNote(list), next);
    });
    if (ready.length > 0 || changes.removed.length > 0) governor.stir();
    if (changes.doubtful || environment.now().getTime() - feed.comparedAt > compareEvery)
      return readWhole(list, changes.token, 'compare');
    return ok(list === 'workings' && (changes.removed.length > 0 || ready.some(stirs)));
  }

  /**
   * Reads what is wanted of a list again, and lets go of rows that are no longer there.
   * @param why a fresh start; or a comparison, which says in the journal what the feed had not told
   */
  async function readWhole(
    list: ListName,
    token: string,
    why: 'fresh' | 'compare',
  ): Promise<Result<boolean, GraphFault>> {
    const { rows, wanted, feed } = await store.read(async (tables) => ({
      rows: await tables.rowsOf(list),
      wanted: await wantedOf(tables, list),
      feed: await feedOf(tables, list),
    }));
    const moved = isOfAnother(list, feed);
    // Item ids of one list say nothing of another's.
    const before = moved ? [] : rows.filter((row) => isFollowed(row, wanted));
    const reads = list === 'assessments' ? await readAssessments(wanted) : await readEach(list, wanted);
    if (!reads.ok) return reads;
    const known = new Set(reads.value.rows.map((row) => row.itemId));
    const loose = await readLoose(
      list,
      before.filter((row) => !known.has(row.itemId)),
    );
    if (!loose.ok) return loose;
    const ready = [...reads.value.rows, ...loose.value].map((row) => makeReady(list, row));
    const there = new Set([...reads.value.rows, ...loose.value].map((row) => row.itemId));
    const gone = before.map((row) => row.itemId).filter((itemId) => !there.has(itemId));
    let kept = 0;
    await write(async (tables) => {
      if (moved) await forgetList(tables, list);
      await dropItems(tables, list, gone);
      kept = await keepRows(tables, list, ready);
      const next: Feed = { token, read: reads.value.read, listId: listIds[list], comparedAt: comparedNow(why) };
      await tables.putNote(feedNote(list), next);
      const at = environment.now().toISOString();
      if (why === 'fresh') await note(tables, { what: 'fresh-start', at, list });
      else if (kept + gone.length > 0) await note(tables, { what: 'drift', at, list, kept, gone: gone.length });
    });
    return ok(why === 'fresh' || kept + gone.length > 0);
  }

  /** People who began together do not compare together. */
  const comparedNow = (why: 'fresh' | 'compare'): number =>
    environment.now().getTime() - (why === 'fresh' ? environment.randomBelow(compareEvery / 2) : 0);

  /** Whose rows are wanted of a list: open assessments, those asked for, and comments that name none. */
  const wantedOf = async (tables: Tables, list: ListName): Promise<readonly string[]> => {
    const open = (await tables.rowsOpenIn(home)).map((row) => row.key);
    const none = list === 'comments' ? [unplacedId] : [];
    return [...new Set([...open, ...(await fetchedOf(tables)), ...none])];
  };

  type Reading = Result<{ readonly rows: readonly Row[]; readonly read: string[] }, GraphFault>;

  async function readAssessments(wanted: readonly string[]): Promise<Reading> {
    const open = await access.openIn(home);
    if (!open.ok) return open;
    const others = await Promise.all(wanted.map((id) => access.byKey('assessments', id)));
    const rows = [...open.value];
    for (const other of others) {
      if (!other.ok) return other;
      if (other.value) rows.push(other.value);
    }
    return ok({ rows, read: [home] });
  }

  async function readEach(list: ListName, assessmentIds: readonly string[]): Promise<Reading> {
    const answers = await Promise.all(assessmentIds.map((id) => access.byAssessment(list, id)));
    const rows: Row[] = [];
    for (const answer of answers) {
      if (!answer.ok) return answer;
      rows.push(...answer.value);
    }
    return ok({ rows, read: [...assessmentIds] });
  }

  /** Rows of no assessment (people's public keys and the like) are asked for one by one. */
  async function readLoose(list: ListName, before: readonly LocalRow[]): Promise<Result<readonly Row[], GraphFault>> {
    const loose = before.filter((row) => row.assessmentId === '');
    const answers = await Promise.all(loose.map((row) => access.read(list, row.itemId)));
    const rows: Row[] = [];
    for (const answer of answers) {
      if (answer.ok) rows.push(answer.value);
      else if (answer.error.kind !== 'not-found') return answer;
    }
    return ok(rows);
  }

  /** Reads the rows of assessments that came into view since a list was last followed. */
  async function fillIn(list: ListName): Promise<Result<void, GraphFault>> {
    const { feed, wanted } = await store.read(async (tables) => ({
      feed: await feedOf(tables, list),
      wanted: await wantedOf(tables, list),
    }));
    if (feed.token === null) return ok(undefined);
    const missing = (list === 'assessments' ? [home] : wanted).filter((id) => !feed.read.includes(id));
    if (missing.length === 0) return ok(undefined);
    const reads = list === 'assessments' ? await readAssessments([]) : await readEach(list, missing);
    if (!reads.ok) return reads;
    const ready = reads.value.rows.map((row) => makeReady(list, row));
    await write(async (tables) => {
      await keepRows(tables, list, ready);
      await tables.putNote(feedNote(list), { ...feed, read: [...feed.read, ...missing] } satisfies Feed);
    });
    return ok(undefined);
  }

  const others = listNames.filter((list) => list !== 'assessments');
  const faults = new Map<ListName, GraphFault>();

  /** Follows a list where that is asked for, and reads what came into view; notes what went wrong. */
  async function attend(list: ListName, asked: boolean): Promise<boolean> {
    const followed = asked ? await follow(list) : ok(false);
    const filled = followed.ok ? await fillIn(list) : followed;
    if (!filled.ok) faults.set(list, filled.error);
    else if (asked) faults.delete(list);
    return followed.ok && followed.value;
  }

  async function lookNow(lists: readonly ListName[]): Promise<Look> {
    // The assessments come first: they say whose rows are wanted from the other lists.
    if (lists.includes('assessments')) await attend('assessments', true);
    const stirred = await Promise.all(others.map((list) => attend(list, lists.includes(list))));
    const heart = faults.has('assessments') || faults.has('workings') ? null : environment.now().toISOString();
    await write((tables) => noteStatus(tables, heart, faults));
    return { stirred: stirred.includes(true), faults: new Map(faults) };
  }

  async function fetchNow(assessmentId: string): Promise<Result<boolean, GraphFault>> {
    const known = await store.read(async (tables) => (await fetchedOf(tables)).includes(assessmentId));
    if (!known) {
      const found = await fetchKey('assessments', assessmentId);
      if (!found.ok || !found.value) return found;
      await write(async (tables) =>
        tables.putNote(fetchedNote, [...new Set([...(await fetchedOf(tables)), assessmentId])]),
      );
    }
    const reads = await Promise.all(others.map(readNow));
    for (const [at, list] of others.entries()) {
      const read = reads[at];
      if (read && !read.ok && !isApart(list, read.error)) return read;
    }
    return ok(true);
  }

  /** Makes sure that a list is followed and nothing wanted is missing. */
  async function readNow(list: ListName): Promise<Result<unknown, GraphFault>> {
    const feed = await store.read((tables) => feedOf(tables, list));
    return feed.token === null || isOfAnother(list, feed) ? follow(list) : fillIn(list);
  }

  async function fetchKey(list: ListName, key: string): Promise<Result<boolean, GraphFault>> {
    const found = await access.byKey(list, key);
    if (!found.ok) return found;
    const ready = found.value && makeReady(list, found.value);
    await write(async (tables) => {
      if (ready) await keepRow(tables, ready);
      else await tables.deleteRows(list, [key]);
    });
    return ok(found.value !== null);
  }

  return {
    look: (lists) => inTurn(() => lookNow(lists)),
    fetchAssessment: (assessmentId) => inTurn(() => fetchNow(assessmentId)),
    fetchOne: fetchKey,
  };
}
