/**
 * What waits leaves in full batches, at the pace, and one change that hangs does not hold up the others.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { teamId } from '../../sandbox/store/seed';
import type { Action } from '../../src/assessment';
import type { Environment } from '../../src/base/environment';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { createGraph } from '../../src/graph/client';
import { openReplica } from '../../src/replica/openReplica';
import type { Replica } from '../../src/replica/replica';
import { listAccess } from '../../src/sharepoint/access';
import type { ListAccess } from '../../src/sharepoint/listAccess';
import { homeKey } from '../../src/sharepoint/records';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { must, startTenant } from '../sharepoint/tenant';
import { FakeEnvironment, fakeLocks, until, usual } from './fakes';
import { Faulty, offline } from './faulty';
import { MemoryLists } from './memoryLists';
import { home, priya } from './records';

const environment = new FakeEnvironment();
const surprises: unknown[] = [];
let replica: Replica;

beforeEach(() => environment.set({ visible: false }));
afterEach(async () => {
  await replica.removeFromDevice();
  expect(surprises.splice(0)).toEqual([]);
});

const open = async (access: ListAccess): Promise<void> => {
  replica = await openReplica({
    place: { tenantId: 'tenant', siteId: 'site', homeKey: homeKey(home) },
    person: priya,
    access,
    environment,
    frames: { locks: fakeLocks(), line: null },
    ...usual,
    database: { indexedDB: new IDBFactory(), IDBKeyRange },
    failed: (error) => surprises.push(error),
  });
};

const action = (id: string, text: string): Action => ({
  id,
  assessmentId: 'a1',
  keyAreaId: 'x',
  text,
  owner: null,
  due: null,
  status: 'open',
});
const ids = (from: number, count: number) => Array.from({ length: count }, (_, index) => `x${from + index}`);

async function write(which: readonly string[], text: string): Promise<void> {
  for (const id of which) await replica.put('actions', id, action(id, text));
}

/** Lets time pass, while nothing is under way, until everything is sent but so many changes. */
async function sent(underWay = (): boolean => false, allBut = 0): Promise<void> {
  while ((await replica.unsent()).length > allBut) {
    for (let still = 0; still < 10; still = underWay() ? 0 : still + 1) await new Promise((next) => setImmediate(next));
    environment.advance(500);
  }
}

/** Resource units of a batch; a change is paid for with the read that depends on it. */
const costOf = (batch: string): number =>
  2 * (batch.match(/"method":"POST"/g) ?? []).length + 3 * (batch.match(/"method":"PATCH"/g) ?? []).length;

/** Calls of one turn leave at once, whatever the clock says; every real wait is the clock's. */
const after: Environment['after'] = (milliseconds, callback) => {
  if (milliseconds > 0) return environment.after(milliseconds, callback);
  const soon = setImmediate(callback);
  return () => clearImmediate(soon);
};

test('a hundred changes made without a network leave in a handful of requests once it is back', async () => {
  const tenant = await startTenant({ inProcess: true, wait: async () => undefined, recordExchanges: false });
  const graph = tenant.graphAs('priya');
  const site = must(await siteOfTeam(graph, teamId));
  const place = must(await setUp(graph, must(await planSetUp(graph, site)), () => undefined));
  let [away, requests, answered] = [false, 0, 0];
  const left: { readonly at: number; readonly cost: number }[] = [];
  const counted: typeof fetch = async (input, init) => {
    if (away) throw new TypeError('fetch failed');
    requests += 1;
    left.push({ at: environment.now().getTime(), cost: costOf(String(init?.body)) });
    return tenant.fetch(input, init).finally(() => {
      answered += 1;
    });
  };
  const underWay = () => answered < requests;
  const { now, newId, randomBelow, online, visible, onChange } = environment;
  const hers = createGraph({
    baseUrl: tenant.baseUrl,
    token: tenant.tokenFor('priya'),
    environment: { now, newId, randomBelow, online, visible, onChange, after },
    fetch: counted,
  });
  await open(listAccess(hers, place));
  await write(ids(0, 50), 'as it was');
  await sent(underWay);
  away = true;
  await write(ids(0, 50), 'changed');
  await write(ids(50, 50), 'new');
  environment.advance(60_000);
  await until('all of it waits', async () =>
    (await replica.unsent()).every(({ state }) => state.kind === 'waiting' || state.kind === 'saving'),
  );
  expect(await replica.unsent()).toHaveLength(100);
  away = false;
  const [before, since] = [requests, environment.now().getTime()];
  environment.set({ online: true });
  await sent(underWay);
  // Five batches of twenty, and a further one for the reads of each that has changes.
  expect(requests - before).toBeLessThanOrEqual(10);
  // Sixty units are saved up, a batch's; the rest comes back at 400 a minute.
  let units = 0;
  for (const { at, cost } of left.filter((each) => each.at >= since)) {
    units += cost;
    expect(units).toBeLessThanOrEqual(60 + (400 * (at - since)) / 60_000);
  }
  expect(units).toBe(250);
  const rows = must(await listAccess(graph, place).byAssessment('actions', 'a1'));
  expect(rows.map(({ fields }) => fields.ActionText).sort()).toEqual([
    ...Array(50).fill('changed'),
    ...Array(50).fill('new'),
  ]);
  await tenant.close();
}, 30_000);

describe('with lists in memory', () => {
  const lists = new MemoryLists();
  const faulty = new Faulty(lists.accessFor(priya));

  test('one that hangs holds up nothing else: what is left goes with the room there is', async () => {
    await open(faulty.access);
    faulty.mishap = () => offline;
    await write(ids(0, 60), 'waits');
    environment.advance(60_000);
    await until('all of it was tried or waits', async () =>
      (await replica.unsent()).every(({ state }) => state.kind === 'waiting' || state.kind === 'saving'),
    );
    let letGo = (): void => undefined;
    const hung = new Promise<null>((resolve) => {
      letGo = () => resolve(null);
    });
    let created = 0;
    faulty.mishap = ({ what }) => {
      if (what !== 'create') return null;
      created += 1;
      return created === 1 ? hung : null;
    };
    environment.advance(60_000);
    environment.set({ online: true });
    await sent(() => false, 1);
    expect(lists.rows('actions')).toHaveLength(59);
    letGo();
    await sent();
    expect(lists.rows('actions')).toHaveLength(60);
  }, 30_000);
});
