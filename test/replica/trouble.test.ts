/**
 * When the lists, the browser or another version of the product are not as one would wish.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { GraphFault } from '../../src/graph/faults';
import { openReplica, type ReplicaOptions } from '../../src/replica/openReplica';
import type { Listen } from '../../src/replica/poller';
import type { Replica } from '../../src/replica/replica';
import { encode } from '../../src/sharepoint/codecs';
import type { Fields } from '../../src/sharepoint/listAccess';
import { homeKey, keys } from '../../src/sharepoint/records';
import { must, personOf } from '../sharepoint/tenant';
import { FakeEnvironment, fakeLocks, until, usual } from './fakes';
import { Faulty, offline, refused } from './faulty';
import { MemoryLists } from './memoryLists';
import { anAnswer, anArea, anAssessment, home, listIds, priya, tom } from './records';

const areaKey = keys.area('a1', 'x');
const surprises: unknown[] = [];
let lists: MemoryLists;
let environment: FakeEnvironment;
let faulty: Faulty;
let database: ReplicaOptions['database'];
let replica: Replica;

async function open(more: Partial<ReplicaOptions> = {}): Promise<Replica> {
  replica = await openReplica({
    place: { tenantId: 'tenant', siteId: 'site', homeKey: homeKey(home), lists: listIds },
    person: priya,
    access: faulty.access,
    environment,
    frames: { locks: fakeLocks(), line: null },
    ...usual,
    database,
    failed: (error) => surprises.push(error),
    ...more,
  });
  return replica;
}

const inStep = () => until('it is in step', () => replica.standing().kind === 'in-step');
const itemOf = (key: string) => {
  const row = lists.rows('workings').find((each) => each.fields.Key === key);
  if (!row) throw new Error(`no ${key}`);
  return row;
};

beforeEach(async () => {
  lists = new MemoryLists();
  environment = new FakeEnvironment();
  faulty = new Faulty(lists.accessFor(priya));
  database = { indexedDB: new IDBFactory(), IDBKeyRange };
  await open();
  await inStep();
  await replica.put('assessments', 'a1', anAssessment('a1'));
  await replica.put('workings', areaKey, anArea('a1', 'x'));
  await until('all is sent', async () => (await replica.unsent()).length === 0);
});
afterEach(async () => {
  await replica.removeFromDevice();
  expect(surprises.splice(0)).toEqual([]);
});

test('a token that is too old leads to a fresh read: what is gone goes, unsent work stays', async () => {
  await replica.fetchOne('workings', 'none');
  await replica.put('workings', keys.area('a1', 'y'), anArea('a1', 'y'));
  await replica.confirmed('workings', keys.area('a1', 'y'));
  faulty.mishap = (call) => (['create', 'change'].includes(call.what) ? offline : null);
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'unsent' }));
  const theirs = lists.accessFor(tom);
  const gone = itemOf(keys.area('a1', 'y'));
  await theirs.remove('workings', gone.itemId, gone.eTag);
  lists.forgetTokens();
  expect(await replica.refresh()).toMatchObject({ ok: true });
  expect((await replica.all('workings', 'a1')).map((row) => row.record)).toEqual([
    anArea('a1', 'x', { reason: 'unsent' }),
  ]);
});

test('what the feed left out is found by comparing now and then, and the journal says so', async () => {
  const row = itemOf(areaKey);
  const tell = faulty.access.changes;
  // The feed tells nothing of this removal, as Microsoft's has been seen to do.
  await lists.accessFor(tom).remove('workings', row.itemId, row.eTag);
  Object.assign(faulty.access, {
    changes: async (...asked: Parameters<typeof tell>) => {
      const told = await tell(...asked);
      return told.ok ? { ...told, value: { ...told.value, removed: [] } } : told;
    },
  });
  await open();
  await replica.refresh();
  expect(await replica.all('workings', 'a1')).toHaveLength(1);
  environment.advance(31 * 60_000);
  await replica.refresh();
  expect(await replica.all('workings', 'a1')).toEqual([]);
  expect(await replica.journal()).toContainEqual({
    what: 'drift',
    at: environment.now().toISOString(),
    list: 'workings',
    kept: 0,
    gone: 1,
  });
});

test('a member of the feed that says nothing leads to comparing at once', async () => {
  const row = itemOf(areaKey);
  await lists.accessFor(tom).remove('workings', row.itemId, row.eTag);
  const tell = faulty.access.changes;
  Object.assign(faulty.access, {
    changes: async (...asked: Parameters<typeof tell>) => {
      const told = await tell(...asked);
      return told.ok
        ? { ...told, value: { ...told.value, removed: [], doubtful: told.value.removed.length > 0 } }
        : told;
    },
  });
  await open();
  await replica.refresh();
  expect(await replica.all('workings', 'a1')).toEqual([]);
});

test('where that comparing fails, the next look compares', async () => {
  const row = itemOf(areaKey);
  await lists.accessFor(tom).remove('workings', row.itemId, row.eTag);
  const tell = faulty.access.changes;
  Object.assign(faulty.access, {
    changes: async (...asked: Parameters<typeof tell>) => {
      const told = await tell(...asked);
      return told.ok
        ? { ...told, value: { ...told.value, removed: [], doubtful: told.value.removed.length > 0 } }
        : told;
    },
  });
  replica.close();
  faulty.mishap = ({ what, list }) => (what === 'byAssessment' && list === 'workings' ? offline : null);
  await open();
  expect(await replica.refresh()).toMatchObject({ ok: false });
  faulty.mishap = () => null;
  expect(await replica.refresh()).toMatchObject({ ok: true });
  expect(await replica.all('workings', 'a1')).toEqual([]);
});

test.each(['change', 'remove'] as const)(
  'a row said to be gone in error, when somebody wants to %s it, is back after the next look',
  async (what) => {
    // The feed has told of the row, and does so no more.
    await replica.refresh();
    faulty.mishap = (call) => (call.what === what ? refused({ kind: 'not-found', what: 'items' }) : null);
    if (what === 'change') await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'mine' }));
    else await replica.remove('workings', areaKey);
    await until('it gave up', async () => (await replica.unsent()).every(({ state }) => state.kind === 'parked'));
    faulty.mishap = () => null;
    await replica.discard('workings', areaKey);
    expect(await replica.all('workings', 'a1')).toEqual([]);
    expect(await replica.refresh()).toMatchObject({ ok: true });
    expect(await replica.all('workings', 'a1')).toHaveLength(1);
  },
);

describe('a feed that says what nobody can read', () => {
  const riddle = { kind: 'unexpected', status: 200, message: 'The reply was not understood', requestId: null } as const;
  const freshStarts = async () => (await replica.journal()).filter(({ what }) => what === 'fresh-start').length;
  async function removed(): Promise<void> {
    const row = itemOf(areaKey);
    await lists.accessFor(tom).remove('workings', row.itemId, row.eTag);
  }
  /** The feed of the workings fails so many times. */
  function failing(times: number, fault: GraphFault = riddle): void {
    let left = times;
    faulty.mishap = ({ what, list }) => {
      if (what !== 'changes' || list !== 'workings' || left === 0) return null;
      left -= 1;
      return refused(fault);
    };
  }

  test('once is a failed look, and the next one goes on from where it was', async () => {
    const before = [faulty.count('latest'), await freshStarts()];
    await removed();
    failing(1);
    expect(await replica.refresh()).toEqual({ ok: false, error: riddle });
    expect(await replica.all('workings', 'a1')).toHaveLength(1);
    expect(await replica.refresh()).toMatchObject({ ok: true });
    expect(await replica.all('workings', 'a1')).toEqual([]);
    // With an understood answer between them, two do not add up.
    for (let round = 0; round < 2; round += 1) {
      failing(1);
      expect(await replica.refresh()).toEqual({ ok: false, error: riddle });
      expect(await replica.refresh()).toMatchObject({ ok: true });
    }
    expect([faulty.count('latest'), await freshStarts()]).toEqual(before);
  });

  test('again and again does not stop the following: the list is compared as a whole from a new token, and the journal says so', async () => {
    const before = await freshStarts();
    await removed();
    failing(2);
    expect(await replica.refresh()).toMatchObject({ ok: false });
    expect(await replica.refresh()).toMatchObject({ ok: true });
    expect(await replica.all('workings', 'a1')).toEqual([]);
    expect(await freshStarts()).toBe(before + 1);
    expect((await replica.journal()).at(-1)).toMatchObject({ what: 'fresh-start', list: 'workings' });
    // From the new token it is followed as ever.
    await replica.put('workings', areaKey, anArea('a1', 'x'));
    await replica.confirmed('workings', areaKey);
    await removed();
    expect(await replica.refresh()).toMatchObject({ ok: true });
    expect(await replica.all('workings', 'a1')).toEqual([]);
  });

  test('a look that just fails gives up no token, however often', async () => {
    const before = faulty.count('latest');
    failing(4, { ...riddle, status: 500 });
    for (let look = 0; look < 4; look += 1) expect(await replica.refresh()).toMatchObject({ ok: false });
    expect(await replica.refresh()).toMatchObject({ ok: true });
    expect(faulty.count('latest')).toBe(before);
  });
});

test('being asked for patience slows everything down, also after a reload, and is in the journal', async () => {
  let tell = (_: string): void => undefined;
  replica.close();
  await open({
    onThrottled: (listener) => {
      tell = listener;
      return () => undefined;
    },
  });
  await inStep();
  const until_ = new Date(environment.now().getTime() + 30_000).toISOString();
  tell(until_);
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'waits' }));
  await until('it is in the journal', async () =>
    (await replica.journal()).some((entry) => entry.what === 'slowed-down' && entry.until === until_),
  );
  replica.close();
  await open();
  const asked = faulty.calls.length;
  environment.advance(29_000);
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'still waits' }));
  expect((await replica.saveState('workings', areaKey)).kind).toBe('saving');
  expect(faulty.calls).toHaveLength(asked);
  environment.advance(3_000);
  expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
});

test('where the service tells of changes, looking is a heartbeat, and what it tells of is looked for soon, each at a moment of their own', async () => {
  replica.close();
  let heard: Parameters<Listen>[1] = { changed: () => undefined, live: () => undefined };
  const listened: string[] = [];
  await open({
    listen: (list, told) => {
      listened.push(list);
      heard = told;
      return () => undefined;
    },
  });
  await until('it listens', () => listened.length > 0);
  expect(listened).toEqual(['workings']);
  // Half of the time over which two people's looks are spread: the chance here always says half.
  const spread = 48;
  heard.live(true);
  await until('it looks for what nobody told of', () => environment.nextTimer() === spread);
  environment.advance(spread);
  await until('looking is a heartbeat', () => environment.nextTimer() === 10_000);
  const asked = faulty.calls.length;
  const theirs = lists.accessFor(tom);
  const row = itemOf(areaKey);
  await theirs.change('workings', row.itemId, row.eTag, { ...row.fields, Body: row.fields.Body ?? null });
  heard.changed();
  await until('its look waits its turn', () => environment.nextTimer() === spread);
  environment.advance(spread - 1);
  expect(faulty.calls).toHaveLength(asked);
  environment.advance(1);
  await until('it looked', () => faulty.calls.length > asked);
  heard.live(false);
  environment.advance(10_000);
  await until('it looks by itself again', () => (environment.nextTimer() ?? 10_000) < 10_000);
});

test('a row broken by hand is kept out and named, and is back once it is mended', async () => {
  const { itemId, eTag, fields } = itemOf(areaKey);
  const theirs = lists.accessFor(tom);
  const broken = await theirs.change('workings', itemId, eTag, { Body: 'oh' });
  await replica.refresh();
  expect(await replica.one('workings', areaKey)).toBeNull();
  expect(await replica.unreadable()).toEqual([{ list: 'workings', itemId, fault: { kind: 'broken', column: 'Body' } }]);
  expect(replica.standing().kind).toBe('in-step');
  if (!broken.ok) throw new Error(broken.error.kind);
  await theirs.change('workings', itemId, broken.value.eTag, { Body: fields.Body ?? null });
  await replica.refresh();
  expect((await replica.one('workings', areaKey))?.record).toEqual(anArea('a1', 'x'));
  expect(await replica.unreadable()).toEqual([]);
});

test('a newer version’s row stops sending, and nothing written here is lost', async () => {
  const { itemId, eTag } = itemOf(areaKey);
  await lists.accessFor(tom).change('workings', itemId, eTag, { RecordVersion: 99 });
  await replica.refresh();
  await until('it says so', () => replica.standing().kind === 'newer-version');
  const changes = lists.rows('workings').length;
  const key = keys.response('a1', 'x', priya.id);
  await replica.put('workings', key, anAnswer('a1', priya, 'mine'));
  expect(await replica.saveState('workings', key)).toMatchObject({ kind: 'parked' });
  expect(await replica.confirmed('workings', key)).toMatchObject({ ok: false });
  expect(lists.rows('workings')).toHaveLength(changes);
  // Nor does it ask itself again and again whether it may send.
  expect(environment.nextTimer()).toBeGreaterThan(1);
  expect((await replica.one('workings', key))?.record).toEqual(anAnswer('a1', priya, 'mine'));
});

test('a reply that was overtaken by a newer one changes nothing', async () => {
  let go = () => {};
  const held = new Promise<void>((resolve) => {
    go = resolve;
  });
  const old = itemOf(areaKey);
  const slow = { ...lists.accessFor(priya) };
  slow.changes = async (list, token) => {
    const changes = await lists.accessFor(priya).changes(list, token);
    if (list !== 'workings' || !changes.ok) return changes;
    await held;
    return { ok: true, value: { ...changes.value, rows: [old] } };
  };
  replica.close();
  await open({ access: slow });
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'new' }));
  await replica.confirmed('workings', areaKey);
  const looked = replica.refresh();
  go();
  await looked;
  expect((await replica.one('workings', areaKey))?.record).toEqual(anArea('a1', 'x', { reason: 'new' }));
});

test('a service that asks for patience is left alone until then', async () => {
  const until_ = new Date(environment.now().getTime() + 30_000).toISOString();
  let tries = 0;
  faulty.mishap = ({ what }) => {
    if (what !== 'change') return null;
    tries += 1;
    return tries === 1 ? refused({ kind: 'throttled', until: until_ }) : null;
  };
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'new' }));
  await until('it waits', async () => (await replica.saveState('workings', areaKey)).kind === 'waiting');
  environment.set({ online: true });
  await replica.retry();
  environment.advance(29_000);
  await replica.refresh();
  expect(tries).toBe(1);
  environment.advance(3_000);
  expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
});

test('one record the service cannot take does not hold up another', async () => {
  const sick = { kind: 'unexpected', status: 500, message: '', requestId: null } as const;
  faulty.mishap = ({ list }) => (list === 'actions' ? refused(sick) : null);
  await replica.put('actions', 'x1', {
    id: 'x1',
    assessmentId: 'a1',
    keyAreaId: 'x',
    text: 'Do',
    owner: null,
    due: null,
    status: 'open',
  });
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'new' }));
  expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
  expect(await replica.saveState('actions', 'x1')).toEqual({ kind: 'waiting', because: sick });
});

test('a list that is closed to this person leaves the others in step', async () => {
  replica.close();
  faulty.mishap = ({ list }) => (list === 'comments' ? refused({ kind: 'no-access', to: 'comments' }) : null);
  database = { indexedDB: new IDBFactory(), IDBKeyRange };
  await open();
  await until('it says so', () => replica.standing().kind === 'apart');
  expect(replica.standing()).toMatchObject({ kind: 'apart', because: { kind: 'no-access', to: 'comments' } });
  expect(await replica.refresh()).toEqual({ ok: true, value: undefined });
  expect(await replica.fetchAssessment('a1')).toEqual({ ok: true, value: true });
  expect(await replica.openHere()).toHaveLength(1);
  await until('it goes on at its usual pace', () => {
    environment.advance(0);
    return environment.nextTimer() === 1_000;
  });
});

test('officers are behind, not apart, where a list of their own is closed to them, or nothing comes through', async () => {
  faulty.mishap = ({ list }) => (list === 'actions' ? refused({ kind: 'no-access', to: 'actions' }) : null);
  await replica.refresh();
  await until('it is behind', () => replica.standing().kind === 'behind');
  faulty.mishap = ({ list }) => (list === 'comments' ? offline : null);
  await replica.refresh();
  await until('it says why', () => {
    const standing = replica.standing();
    return standing.kind === 'behind' && standing.because.kind === 'offline';
  });
});

describe('comments of councillors', () => {
  const margaret = personOf('margaret');
  const write = async (assessmentId: string | null, text: string, more: Fields = {}) => {
    const { RecordVersion: _, ...fields } = encode(
      'comments',
      { assessmentId, keyAreaId: null, title: '', kind: 'question', text, reply: '' },
      '',
    );
    const made = await lists.accessFor(margaret).create('comments', { ...fields, ...more });
    return must(made).itemId;
  };
  const seen = async () => (await replica.held('comments')).map(({ record }) => record.text).sort();
  const elsewhere = async () => {
    replica.close();
    database = { indexedDB: new IDBFactory(), IDBKeyRange };
    await open();
    await inStep();
  };

  test('one that names no assessment is found on a device that was not there, and so is one of an open assessment', async () => {
    await write(null, 'unplaced');
    await write('a1', 'placed');
    await write('past', 'of another assessment');
    await elsewhere();
    expect(await seen()).toEqual(['placed', 'unplaced']);
  });

  test('one that names nothing at all, or what nobody knows, is found by the feed and stays', async () => {
    await write(null, 'emptied by hand', { AssessmentId: null });
    await write('nonsense', 'unknown');
    await replica.refresh();
    expect(await seen()).toEqual(['emptied by hand', 'unknown']);
    environment.advance(31 * 60_000);
    await replica.refresh();
    expect(await seen()).toEqual(['emptied by hand', 'unknown']);
    expect((await replica.journal()).filter(({ what }) => what === 'drift')).toEqual([]);
  });

  test('once it is placed, it stands with its assessment only', async () => {
    const key = await write(null, 'to place');
    await replica.refresh();
    const before = (await replica.one('comments', key))?.record;
    if (!before) throw new Error('It is not here');
    await replica.put('comments', key, { ...before, assessmentId: 'a1' }, before);
    expect(await replica.confirmed('comments', key)).toEqual({ ok: true, value: undefined });
    expect((await replica.all('comments', 'a1')).map((row) => row.createdBy)).toEqual([margaret]);
    expect(await replica.all('comments', '')).toEqual([]);
  });

  test('a reply that no column holds is parked for its length, is kept, and goes once it is shorter', async () => {
    const key = await write('a1', 'why?');
    await replica.refresh();
    const before = (await replica.one('comments', key))?.record;
    if (!before) throw new Error('It is not here');
    const calls = faulty.count('change', 'comments');
    await replica.put('comments', key, { ...before, reply: 'x'.repeat(64_000) }, before);
    expect(await replica.confirmed('comments', key)).toEqual({ ok: false, error: { kind: 'too-large' } });
    expect(faulty.count('change', 'comments')).toBe(calls);
    expect((await replica.one('comments', key))?.record.reply).toHaveLength(64_000);
    await replica.put('comments', key, { ...before, reply: 'x'.repeat(63_000) });
    expect(await replica.confirmed('comments', key)).toEqual({ ok: true, value: undefined });
  });

  test('where another list took the place of one, nothing of the old one stays, and a reply that was not sent is kept', async () => {
    const key = await write('a1', 'in the old list');
    const [row] = lists.rows('comments');
    must(await lists.accessFor(margaret).change('comments', key, row?.eTag ?? '', { Title: 'changed once' }));
    await replica.refresh();
    const before = (await replica.one('comments', key))?.record;
    if (!before) throw new Error('It is not here');
    faulty.mishap = ({ what }) => (what === 'change' ? offline : null);
    await replica.put('comments', key, { ...before, reply: 'not sent' }, before);
    await until('it waits', async () => (await replica.saveState('comments', key)).kind === 'waiting');
    replica.close();
    // The same item id in the list that is now in its place, and an older version of it: another councillor's.
    lists = new MemoryLists();
    let last = '';
    while (Number(last) < Number(key)) last = await write('a1', `in the new list as ${Number(last) + 1}`);
    expect(last).toBe(key);
    faulty = new Faulty(lists.accessFor(priya));
    await lists.accessFor(priya).create('assessments', encode('assessments', anAssessment('a1'), 'a1'));
    await open({
      place: { tenantId: 'tenant', siteId: 'site', homeKey: homeKey(home), lists: { ...listIds, comments: 'c2' } },
    });
    await until('the new list is here', async () => (await seen()).includes(`in the new list as ${key}`));
    const left = [
      { key: `${key} moved`, record: { reply: 'not sent' }, state: { kind: 'parked', because: { kind: 'not-found' } } },
    ];
    expect(await replica.unsent()).toMatchObject(left);
    await replica.retry();
    await replica.refresh();
    expect(await replica.unsent()).toMatchObject(left);
    expect(lists.rows('comments').map(({ fields }) => fields.Reply)).toEqual(lists.rows('comments').map(() => null));
  });
});

test('where the browser refuses storage, everything works as long as the page is open', async () => {
  replica.close();
  const refusing = new IDBFactory();
  refusing.open = () => {
    throw new DOMException('The operation is insecure', 'SecurityError');
  };
  for (const none of [null, { indexedDB: refusing, IDBKeyRange }]) {
    await open({ database: none });
    expect(replica.durable).toBe(false);
    await inStep();
    expect((await replica.openHere()).map((row) => row.key)).toEqual(['a1']);
    await replica.put('workings', areaKey, anArea('a1', 'x', { reason: String(none === null) }));
    expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
    await replica.remove('workings', areaKey);
    await replica.confirmed('workings', areaKey);
    expect(await replica.all('workings', 'a1')).toEqual([]);
    await replica.put('workings', areaKey, anArea('a1', 'x'));
    await replica.confirmed('workings', areaKey);
    replica.close();
  }
  await open();
});

test('without any lists to reach, work is kept until there are', async () => {
  replica.close();
  await open({ access: null });
  await replica.put('workings', areaKey, anArea('a1', 'x', { reason: 'kept' }));
  await until('it waits', async () => (await replica.saveState('workings', areaKey)).kind === 'waiting');
  replica.close();
  await open();
  expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
});
