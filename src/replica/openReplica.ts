// Puts the replica together: the store on this device, the sender and the puller, for one person and one site.
import type { Environment } from '../base/environment';
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { ListAccess } from '../sharepoint/listAccess';
import { type ListName, listNames, type RecordOf, type Stored } from '../sharepoint/records';
import { type DatabaseParts, openDatabaseStore } from './databaseStore';
import { createGovernor } from './governor';
import { journalOf } from './journal';
import { type Frames, whileHeld } from './locks';
import { openMemoryStore } from './memoryStore';
import { metered } from './metered';
import { choose, keepBoth, ownKey, queue, release, replace, saveStateOf, unsentIn } from './outbox';
import { type Listen, startPoller } from './poller';
import { createPuller, forgetMoved } from './puller';
import type { Replica, Standing, Unsent } from './replica';
import { keepRow, makeReady } from './rows';
import type { SealedContents } from './sealedMerge';
import { type Sender, startSender } from './sender';
import type { Believes } from './sending';
import { beginStatus, isApart, readStanding } from './standing';
import type { Store, Tables } from './store';
import { openRecords, recordAt, recordsIn, recordsOf } from './view';
import { watch } from './watching';

export interface ReplicaOptions {
  readonly place: {
    readonly tenantId: string;
    readonly siteId: string;
    /** Of the channel whose assessments are followed; see `homeKey`. */
    readonly homeKey: string;
    /** The id of each list: what is known of one says nothing of another that took its place. */
    readonly lists: Readonly<Record<ListName, string>>;
  };
  readonly person: Person;
  /** Null while the lists cannot be reached at all (nobody signed in, say): what is kept here can still be read and written. */
  readonly access: ListAccess | null;
  readonly environment: Environment;
  /** What joins this browser's frames. */
  readonly frames: Frames;
  /** The browser's IndexedDB; null where it has none. */
  readonly database: DatabaseParts | null;
  /** Resource units a minute that everybody's looking shares (see `usualShare`). */
  readonly share: number;
  /** Opens and seals my own answers, so that two edits of one can be merged; null where they stay shut. */
  readonly sealed: SealedContents | null;
  /** Whether an assessment's own row is believed: what nobody believes is never merged into a change from here. */
  readonly believes: Believes;
  /** Tells whenever the service asks for patience; see `Graph.onThrottled`. */
  readonly onThrottled: (listener: (until: string) => void) => () => void;
  /** Has the service tell of changes by itself; null where nobody does. */
  readonly listen: Listen | null;
  /** Told of what nobody expected, such as a database that fails in the middle of work. */
  readonly failed: (error: unknown) => void;
}

const offline: GraphFault = { kind: 'offline' };
const unreachable = async (): Promise<Result<never, GraphFault>> => fail(offline);

/** Stands in for lists that cannot be reached. */
const noAccess: ListAccess = {
  create: unreachable,
  change: unreachable,
  remove: unreachable,
  read: unreachable,
  versions: unreachable,
  byKey: unreachable,
  byAssessment: unreachable,
  openIn: unreachable,
  latest: unreachable,
  changes: unreachable,
};

/** The name of everything kept on this device for one person and one site. */
const nameOf = ({ place, person }: ReplicaOptions): string =>
  `showing-leadership/${place.tenantId}/${place.siteId}/${person.id}`.toLowerCase();

/** The durable store; or, where the browser refuses it, one that lasts as long as the page. */
async function openStore(name: string, database: DatabaseParts | null): Promise<Store> {
  if (!database) return openMemoryStore();
  try {
    return await openDatabaseStore(name, database);
  } catch {
    // Private windows and policies refuse storage in many ways. `durable` says so, and the screen tells the person.
    return openMemoryStore();
  }
}

/** Rows that could not be read before may be readable by this version of the product. */
async function readAgain(tables: Tables): Promise<void> {
  for (const { list, row } of await tables.unread()) await keepRow(tables, makeReady(list, row));
}

/** Opens the replica and starts keeping it in step. Resolves at once, with what this device has. */
export async function openReplica(options: ReplicaOptions): Promise<Replica> {
  const { place, person, environment, frames, failed } = options;
  const governor = createGovernor({ environment, share: options.share, home: place.homeKey });
  const access = metered(options.access ?? noAccess, governor);
  const name = nameOf(options);
  const store = await openStore(name, options.database);
  await store.write(async (tables) => {
    await beginStatus(tables);
    await readAgain(tables);
    await forgetMoved(tables, place.lists);
  });
  let stopped = false;
  let sender: Sender | null = null;
  const puller = createPuller({ store, access, environment, governor, place, stopped: () => stopped });
  const stopThrottling = options.onThrottled(governor.slowDown);
  const stopSending = whileHeld(
    frames,
    `${name}/sending`,
    environment,
    () => {
      const { sealed, believes } = options;
      const started = startSender({ store, access, environment, governor, me: person, sealed, believes, failed });
      sender = started;
      return started.stop;
    },
    failed,
  );
  const stopPolling = startPoller({
    store,
    puller,
    governor,
    environment,
    frames,
    lockName: `${name}/looking`,
    listen: options.listen,
    failed,
  });

  let standing: Standing = await store.read(readStanding);
  const standingListeners = new Set<() => void>();
  const stopStanding = watch(
    store.onNote,
    () => store.read(readStanding),
    (answer) => {
      standing = answer;
      for (const listener of standingListeners) listener();
    },
    failed,
  );

  const closing = new Set<() => void>();
  function stop(): void {
    if (stopped) return;
    stopped = true;
    stopPolling();
    stopSending();
    stopThrottling();
    stopStanding();
    for (const listener of closing) listener();
  }

  /** Reads under the key where a record of mine really lies. */
  const atOwnKey = <T>(list: ListName, key: string, work: (tables: Tables, key: string) => Promise<T>) =>
    store.read(async (tables) => work(tables, await ownKey(tables, list, key, person)));
  const changeAtOwnKey = (list: ListName, key: string, work: (tables: Tables, key: string) => Promise<void>) =>
    store.write(async (tables) => work(tables, await ownKey(tables, list, key, person)));
  const saveState = (list: ListName, key: string) =>
    atOwnKey(list, key, (tables, own) => saveStateOf(tables, list, own));

  return {
    durable: store.durable,
    // The store keeps a list's records under that list's name, so they are of that list's kind.
    all: async <L extends ListName>(list: L, assessmentId: string) =>
      (await store.read((tables) => recordsOf(tables, list, assessmentId))) as readonly Stored<RecordOf[L]>[],
    held: async <L extends ListName>(list: L) =>
      (await store.read((tables) => recordsIn(tables, list))) as readonly Stored<RecordOf[L]>[],
    one: async <L extends ListName>(list: L, key: string) =>
      (await atOwnKey(list, key, (tables, own) => recordAt(tables, list, own))) as Stored<RecordOf[L]> | null,
    openHere: async () =>
      (await store.read((tables) => openRecords(tables, place.homeKey))) as readonly Stored<RecordOf['assessments']>[],
    saveState,
    unsent: async () => (await store.read(unsentIn)) as readonly Unsent[],
    watch(query, next, failedQuery) {
      const stopWatching = watch(store.onChange, query, next, failedQuery);
      closing.add(stopWatching);
      return () => {
        closing.delete(stopWatching);
        stopWatching();
      };
    },

    put: (list, key, record, from) =>
      changeAtOwnKey(list, key, (tables, own) => queue(tables, list, own, record, from ?? null)),
    replace: (list, key, record, from) =>
      store.write(async (tables) => replace(tables, list, await ownKey(tables, list, key, person), record, from)),
    keepBoth: (list, key, mine, theirs) =>
      changeAtOwnKey(list, key, (tables, own) => keepBoth(tables, list, own, mine, theirs)),
    remove: (list, key) => store.write((tables) => queue(tables, list, key, null, null)),
    confirmed: (list, key) =>
      new Promise((resolve, reject) => {
        const end = (answer: Result<void, GraphFault>) => {
          stopWatching();
          closing.delete(close);
          resolve(answer);
        };
        const close = () => end(fail(offline));
        closing.add(close);
        const stopWatching = watch(
          store.onChange,
          () => saveState(list, key),
          (state) => {
            if (state.kind === 'saved') end(ok(undefined));
            else if (state.kind === 'parked') end(fail(state.because));
            else if (state.kind === 'two-versions') end(fail({ kind: 'conflict' }));
          },
          reject,
        );
      }),
    async retry() {
      await store.write(release);
      sender?.hurry();
    },
    discard: (list, key) =>
      changeAtOwnKey(list, key, async (tables, own) => {
        for (const entry of await tables.entriesOf(list, own)) await tables.deleteEntry(entry.seq);
      }),
    choose: (list, key, which) => changeAtOwnKey(list, key, (tables, own) => choose(tables, list, own, which)),

    async kept(note) {
      const value = await store.read((tables) => tables.note(`kept:${note}`));
      return typeof value === 'string' ? value : null;
    },
    keep: (note, text) => store.write((tables) => tables.putNote(`kept:${note}`, text ?? undefined)),

    standing: () => standing,
    onStanding(listener) {
      standingListeners.add(listener);
      return () => void standingListeners.delete(listener);
    },
    unreadable: () =>
      store.read(async (tables) => (await tables.unread()).map(({ list, itemId, fault }) => ({ list, itemId, fault }))),
    journal: () => store.read(journalOf),
    fetchAssessment: puller.fetchAssessment,
    fetchOne: puller.fetchOne,
    async refresh() {
      const { faults } = await puller.look(listNames);
      for (const [list, fault] of faults) if (!isApart(list, fault)) return fail(fault);
      return ok(undefined);
    },
    close() {
      stop();
      store.close();
    },
    async removeFromDevice() {
      stop();
      await store.destroy();
    },
  };
}
