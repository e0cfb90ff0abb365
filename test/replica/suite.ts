// What every replica does, whatever lies behind it. Run against lists in memory and against the local Microsoft 365.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Person } from '../../src/base/person';
import type { Locks } from '../../src/replica/locks';
import { openReplica } from '../../src/replica/openReplica';
import type { Replica } from '../../src/replica/replica';
import type { ListAccess } from '../../src/sharepoint/listAccess';
import { homeKey, keys } from '../../src/sharepoint/records';
import { FakeEnvironment, fakeLocks, until, usual } from './fakes';
import { type Call, Faulty, offline, refused } from './faulty';
import { anAnswer, anArea, anAssessment, home, listIds, priya, tom } from './records';

/** A SharePoint to try the replica on. */
export interface World {
  accessFor(person: Person): Promise<ListAccess>;
  close(): Promise<void>;
}

/** One person's browser: what it keeps, its locks, its clock and its connection. Frames come and go. */
interface Browser {
  readonly person: Person;
  readonly lists: Faulty;
  readonly environment: FakeEnvironment;
  readonly open: (environment?: FakeEnvironment) => Promise<Replica>;
}

const area = 'engaging-councillors';
const areaKey = keys.area('a1', area);
const answerKey = keys.response('a1', area, priya.id);

/** Deletes what a browser kept; that waits for every connection to close. */
async function deleted(factory: IDBFactory): Promise<void> {
  for (const { name } of await factory.databases()) {
    await new Promise<void>((resolve, reject) => {
      const request = factory.deleteDatabase(name ?? '');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }
}

export function replicaSuite(name: string, openWorld: () => Promise<World>): void {
  describe(name, () => {
    let world: World;
    const opened: Replica[] = [];
    const databases: IDBFactory[] = [];
    const surprises: unknown[] = [];

    async function browserOf(person: Person, locks: Locks | null = fakeLocks()): Promise<Browser> {
      const database = { indexedDB: new IDBFactory(), IDBKeyRange };
      databases.push(database.indexedDB);
      const lists = new Faulty(await world.accessFor(person));
      const environment = new FakeEnvironment();
      const open = async (own = environment): Promise<Replica> => {
        const replica = await openReplica({
          place: { tenantId: 'tenant', siteId: 'site', homeKey: homeKey(home), lists: listIds },
          person,
          access: lists.access,
          environment: own,
          frames: { locks, line: null },
          ...usual,
          database,
          failed: (error) => surprises.push(error),
        });
        opened.push(replica);
        return replica;
      };
      return { person, lists, environment, open };
    }

    const inStep = (replica: Replica) => until('it is in step', () => replica.standing().kind === 'in-step');
    const sent = (replica: Replica) => until('everything is sent', async () => (await replica.unsent()).length === 0);
    const stateIs = (replica: Replica, key: string, kind: string, list: 'workings' | 'assessments' = 'workings') =>
      until(`${key} is ${kind}`, async () => (await replica.saveState(list, key)).kind === kind);
    const areaOf = async (replica: Replica) => (await replica.one('workings', areaKey))?.record;
    const rowsOf = async (person: Person) => {
      const found = await (await world.accessFor(person)).byAssessment('workings', 'a1');
      if (!found.ok) throw new Error(found.error.kind);
      return found.value;
    };

    /** A replica in step, with an open assessment and a key area in SharePoint. */
    async function started(browser: Browser): Promise<Replica> {
      const replica = await browser.open();
      await inStep(replica);
      await replica.put('assessments', 'a1', anAssessment('a1'));
      await replica.put('workings', areaKey, anArea('a1', area));
      await sent(replica);
      return replica;
    }

    beforeEach(async () => {
      world = await openWorld();
    });
    afterEach(async () => {
      for (const replica of opened.splice(0)) replica.close();
      await Promise.all(databases.splice(0).map(deleted));
      await world.close();
      expect(surprises.splice(0)).toEqual([]);
    });

    test('a record is readable at once, and in SharePoint soon', async () => {
      const replica = await (await browserOf(priya)).open();
      await replica.put('assessments', 'a1', anAssessment('a1'));
      expect((await replica.openHere()).map((row) => row.record.title)).toEqual(['Autumn assessment']);
      expect(await replica.confirmed('assessments', 'a1')).toEqual({ ok: true, value: undefined });
      const state = await replica.saveState('assessments', 'a1');
      expect(state).toEqual({ kind: 'saved', at: expect.stringContaining('20') });
      expect((await replica.one('assessments', 'a1'))?.createdBy?.id).toBe(priya.id);
    });

    test('another person sees it after looking, and a watcher is told', async () => {
      const hers = await started(await browserOf(priya));
      const his = await (await browserOf(tom)).open();
      await inStep(his);
      expect((await his.openHere()).map((row) => row.key)).toEqual(['a1']);
      expect(await areaOf(his)).toEqual(anArea('a1', area));
      const phases: string[] = [];
      const stop = his.watch(
        () => areaOf(his),
        (record) => phases.push(record?.kind === 'area' ? record.state.phase : 'none'),
        (error) => surprises.push(error),
      );
      await hers.put('workings', areaKey, anArea('a1', area, { phase: 'revealing' }));
      await sent(hers);
      expect(await his.refresh()).toEqual({ ok: true, value: undefined });
      await until('the watcher was told', () => phases.at(-1) === 'revealing');
      stop();
    });

    test('work done offline waits, and goes when the network is back', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      browser.lists.mishap = () => offline;
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'first'));
      await stateIs(replica, answerKey, 'waiting');
      expect(await replica.saveState('workings', answerKey)).toEqual({ kind: 'waiting', because: { kind: 'offline' } });
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'second'));
      expect(await replica.unsent()).toHaveLength(1);
      browser.lists.mishap = () => null;
      browser.environment.set({ online: true });
      expect(await replica.confirmed('workings', answerKey)).toMatchObject({ ok: true });
      const creations = browser.lists.count('create', 'workings');
      expect((await rowsOf(priya)).filter((row) => String(row.fields.Key).startsWith('response:'))).toHaveLength(1);
      expect((await replica.one('workings', answerKey))?.record).toEqual(anAnswer('a1', priya, 'second'));
      expect(creations).toBeLessThan(5);
    });

    test('a page closed in the middle of sending leaves the rest to the next one, once', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      let arrived = () => {};
      const underWay = new Promise<void>((resolve) => {
        arrived = resolve;
      });
      browser.lists.mishap = async (call: Call) => {
        if (call.what !== 'create') return null;
        arrived();
        return { kind: 'reply-lost' };
      };
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'mine'));
      await underWay;
      replica.close();
      browser.lists.mishap = () => null;
      const next = await browser.open();
      expect((await next.one('workings', answerKey))?.record).toEqual(anAnswer('a1', priya, 'mine'));
      expect(await next.confirmed('workings', answerKey)).toMatchObject({ ok: true });
      expect((await rowsOf(priya)).filter((row) => String(row.fields.Key).startsWith('response:'))).toHaveLength(1);
    });

    test('a creation whose reply was lost is not made twice, and what was written since follows it', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      browser.lists.mishap = (call) => (call.what === 'create' ? { kind: 'reply-lost' } : null);
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'first'));
      await stateIs(replica, answerKey, 'waiting');
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'second'));
      browser.lists.mishap = () => null;
      browser.environment.set({ online: true });
      expect(await replica.confirmed('workings', answerKey)).toMatchObject({ ok: true });
      const [row] = (await rowsOf(priya)).filter((each) => String(each.fields.Key).startsWith('response:'));
      expect(row?.fields.Body).toContain('second');
    });

    test('a change whose reply was lost counts as sent', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      let lost = 0;
      browser.lists.mishap = (call) => {
        if (call.what !== 'change' || lost > 0) return null;
        lost += 1;
        return { kind: 'reply-lost' };
      };
      await replica.put('workings', areaKey, anArea('a1', area, { reason: 'because' }));
      await stateIs(replica, areaKey, 'waiting');
      browser.environment.set({ online: true });
      expect(await replica.confirmed('workings', areaKey)).toMatchObject({ ok: true });
      expect(await areaOf(replica)).toEqual(anArea('a1', area, { reason: 'because' }));
    });

    test('two people change different parts of one record: both changes stay', async () => {
      const hers = await started(await browserOf(priya));
      const his = await (await browserOf(tom)).open();
      await inStep(his);
      await his.put('workings', areaKey, anArea('a1', area, { reason: 'his' }));
      await sent(his);
      await hers.put('workings', areaKey, anArea('a1', area, { phase: 'skipped' }));
      await sent(hers);
      expect(await areaOf(hers)).toEqual(anArea('a1', area, { phase: 'skipped', reason: 'his' }));
    });

    test('what was read some time ago does not undo what came since', async () => {
      const hers = await started(await browserOf(priya));
      const his = await (await browserOf(tom)).open();
      await inStep(his);
      const read = anArea('a1', area);
      await his.put('workings', areaKey, anArea('a1', area, { reason: 'his' }));
      await sent(his);
      await hers.refresh();
      await hers.put('workings', areaKey, anArea('a1', area, { phase: 'skipped' }), read);
      await sent(hers);
      expect(await areaOf(hers)).toEqual(anArea('a1', area, { phase: 'skipped', reason: 'his' }));
    });

    test.each(['mine', 'theirs'] as const)(
      'two people change the same part: both are kept until someone chooses %s',
      async (which) => {
        const browser = await browserOf(priya);
        const hers = await started(browser);
        const his = await (await browserOf(tom)).open();
        await inStep(his);
        await his.put('workings', areaKey, anArea('a1', area, { reason: 'his', phase: 'skipped' }));
        await sent(his);
        await hers.put('workings', areaKey, anArea('a1', area, { reason: 'hers' }));
        await stateIs(hers, areaKey, 'two-versions');
        expect(await hers.confirmed('workings', areaKey)).toEqual({ ok: false, error: { kind: 'conflict' } });
        hers.close();
        const again = await browser.open();
        expect(await again.saveState('workings', areaKey)).toEqual({
          kind: 'two-versions',
          mine: anArea('a1', area, { reason: 'hers', phase: 'skipped' }),
          theirs: anArea('a1', area, { reason: 'his', phase: 'skipped' }),
        });
        await again.choose('workings', areaKey, which);
        expect(await again.confirmed('workings', areaKey)).toMatchObject({ ok: true });
        const reason = which === 'mine' ? 'hers' : 'his';
        expect(await areaOf(again)).toEqual(anArea('a1', area, { reason, phase: 'skipped' }));
        await his.refresh();
        expect(await areaOf(his)).toEqual(anArea('a1', area, { reason, phase: 'skipped' }));
      },
    );

    test('what was written while a change was under way is sent after it', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      let go = () => {};
      const held = new Promise<void>((resolve) => {
        go = resolve;
      });
      browser.lists.mishap = async (call) => {
        if (call.what === 'change') await held;
        return null;
      };
      await replica.put('workings', areaKey, anArea('a1', area, { reason: 'one' }));
      await until('the change is under way', () => browser.lists.count('change') === 1);
      await replica.put('workings', areaKey, anArea('a1', area, { reason: 'two' }));
      await replica.put('workings', areaKey, anArea('a1', area, { reason: 'three' }));
      expect(await replica.unsent()).toHaveLength(2);
      go();
      await sent(replica);
      expect(browser.lists.count('change')).toBe(2);
      expect(await areaOf(replica)).toEqual(anArea('a1', area, { reason: 'three' }));
    });

    test('a change that is refused is parked and holds up nothing else', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      const noAccess = { kind: 'no-access', to: 'actions' } as const;
      browser.lists.mishap = (call) => (call.list === 'actions' ? refused(noAccess) : null);
      const action = {
        id: 'x1',
        assessmentId: 'a1',
        keyAreaId: area,
        text: 'Do',
        owner: null,
        due: null,
        status: 'open',
      } as const;
      await replica.put('actions', 'x1', action);
      await replica.put('workings', answerKey, anAnswer('a1', priya, 'mine'));
      expect(await replica.confirmed('workings', answerKey)).toMatchObject({ ok: true });
      expect(await replica.confirmed('actions', 'x1')).toEqual({ ok: false, error: noAccess });
      expect(await replica.saveState('actions', 'x1')).toEqual({ kind: 'parked', because: noAccess });
      browser.lists.mishap = () => null;
      await replica.retry();
      expect(await replica.confirmed('actions', 'x1')).toMatchObject({ ok: true });
    });

    test('a change of a row that someone removed is parked; it can be given up or made anew', async () => {
      const browser = await browserOf(priya);
      const hers = await started(browser);
      const his = await (await browserOf(tom)).open();
      await inStep(his);
      await his.remove('workings', areaKey);
      await sent(his);
      expect(await areaOf(his)).toBeUndefined();
      await hers.put('workings', areaKey, anArea('a1', area, { reason: 'hers' }));
      await stateIs(hers, areaKey, 'parked');
      expect(await areaOf(hers)).toEqual(anArea('a1', area, { reason: 'hers' }));
      await hers.retry();
      await sent(hers);
      await his.refresh();
      expect(await areaOf(his)).toEqual(anArea('a1', area, { reason: 'hers' }));
      await hers.remove('workings', areaKey);
      await sent(hers);
      await his.put('workings', areaKey, anArea('a1', area, { reason: 'too late' }));
      await stateIs(his, areaKey, 'parked');
      await his.discard('workings', areaKey);
      await his.refresh();
      expect(await areaOf(his)).toBeUndefined();
    });

    test('an answer whose key someone else took lies beside it, and is found under its own name', async () => {
      const browser = await browserOf(priya);
      const hers = await started(browser);
      const his = await (await browserOf(tom)).open();
      await inStep(his);
      await his.put('workings', answerKey, anAnswer('a1', priya, 'forged'));
      await sent(his);
      await hers.put('workings', answerKey, anAnswer('a1', priya, 'genuine'));
      expect(await hers.confirmed('workings', answerKey)).toMatchObject({ ok: true });
      expect((await hers.one('workings', answerKey))?.record).toEqual(anAnswer('a1', priya, 'genuine'));
      await his.refresh();
      const found = (await his.all('workings', 'a1')).filter((row) => row.record.kind === 'response');
      expect(found.map((row) => [row.key, row.createdBy?.id]).sort()).toEqual([
        [answerKey, tom.id],
        [`${answerKey}:2`, priya.id],
      ]);
      await hers.put('workings', answerKey, anAnswer('a1', priya, 'changed'));
      await sent(hers);
      await his.refresh();
      expect((await his.one('workings', `${answerKey}:2`))?.record).toEqual(anAnswer('a1', priya, 'changed'));
    });

    test('two frames of one browser share what is here, and only one of them looks and sends', async () => {
      const browser = await browserOf(priya);
      const first = await started(browser);
      const looking = browser.lists.count('latest');
      const second = await browser.open(new FakeEnvironment());
      expect(second.standing().kind).toBe('in-step');
      const seen: number[] = [];
      const stop = second.watch(
        () => second.all('workings', 'a1'),
        (rows) => seen.push(rows.length),
        (error) => surprises.push(error),
      );
      await first.put('workings', answerKey, anAnswer('a1', priya, 'mine'));
      await until('the other frame saw it', () => seen.at(-1) === 2);
      await second.put('workings', areaKey, anArea('a1', area, { reason: 'second' }));
      expect(await second.confirmed('workings', areaKey)).toMatchObject({ ok: true });
      expect(await first.confirmed('workings', areaKey)).toMatchObject({ ok: true });
      expect(await areaOf(first)).toEqual(anArea('a1', area, { reason: 'second' }));
      expect(browser.lists.count('change')).toBe(1);
      expect(browser.lists.count('latest')).toBe(looking);
      stop();
      first.close();
      await second.put('workings', areaKey, anArea('a1', area, { reason: 'after' }));
      expect(await second.confirmed('workings', areaKey)).toMatchObject({ ok: true });
    });

    test('without Web Locks every frame works alone, and nothing is made twice', async () => {
      const browser = await browserOf(priya, null);
      const first = await started(browser);
      const second = await browser.open(new FakeEnvironment());
      await Promise.all([
        first.put('workings', answerKey, anAnswer('a1', priya, 'mine')),
        second.put('workings', areaKey, anArea('a1', area, { reason: 'second' })),
      ]);
      await sent(first);
      await sent(second);
      expect(await rowsOf(priya)).toHaveLength(2);
    });

    test('a frame that cannot be seen does not look, and looks at once when it can', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      browser.environment.set({ visible: false });
      await replica.refresh();
      expect(browser.environment.nextTimer()).toBeNull();
      const before = browser.lists.calls.length;
      browser.environment.advance(3_600_000);
      expect(browser.lists.calls).toHaveLength(before);
      browser.environment.set({ visible: true });
      await until('it looks', () => browser.lists.calls.length > before);
      await until('it will look again', () => browser.environment.nextTimer() === 1_000);
    });

    test('between full looks only the list that matters is looked at', async () => {
      const browser = await browserOf(priya);
      const replica = await started(browser);
      await until('it will look again', () => browser.environment.nextTimer() !== null);
      browser.environment.advance(15_000);
      await until('it has caught up with the open assessment', () => browser.environment.nextTimer() === 1_000);
      await replica.refresh();
      browser.lists.calls.length = 0;
      browser.environment.advance(1_000);
      await until('it looked again', () => browser.environment.nextTimer() === 1_000);
      expect(browser.lists.calls).toEqual([{ what: 'changes', list: 'workings' }]);
    });

    test('nothing to show yet and out of date are told apart', async () => {
      const browser = await browserOf(priya);
      browser.lists.mishap = () => offline;
      const replica = await browser.open();
      expect(replica.standing().kind).toBe('loading');
      await until('it failed', () => replica.standing().kind === 'failed');
      expect(replica.standing()).toEqual({ kind: 'failed', because: { kind: 'offline' } });
      browser.lists.mishap = () => null;
      browser.environment.set({ online: true });
      await inStep(replica);
      browser.lists.mishap = () => offline;
      await replica.refresh();
      await until('it is behind', () => replica.standing().kind === 'behind');
    });

    test('an assessment that is not open here is read when asked for, with all that belongs to it', async () => {
      const hers = await started(await browserOf(priya));
      await hers.put('assessments', 'a1', anAssessment('a1', { phase: 'closed' }));
      await sent(hers);
      const his = await (await browserOf(tom)).open();
      expect(await his.fetchAssessment('a1')).toEqual({ ok: true, value: true });
      expect((await his.one('assessments', 'a1'))?.record.phase).toBe('closed');
      expect(await his.all('workings', 'a1')).toHaveLength(1);
      expect(await his.openHere()).toEqual([]);
      expect(await his.fetchAssessment('nowhere')).toEqual({ ok: true, value: false });
      expect(await his.fetchOne('workings', areaKey)).toEqual({ ok: true, value: true });
      expect(await his.fetchOne('workings', 'area:none:none')).toEqual({ ok: true, value: false });
    });

    test('notes stay on this device for this person; removing takes everything', async () => {
      const browser = await browserOf(priya);
      const replica = await browser.open();
      await replica.keep('choice', 'yes');
      replica.close();
      const again = await browser.open();
      expect(await again.kept('choice')).toBe('yes');
      browser.lists.mishap = () => offline;
      await again.put('workings', answerKey, anAnswer('a1', priya, 'mine'));
      await again.removeFromDevice();
      const afresh = await browser.open();
      expect(await afresh.kept('choice')).toBeNull();
      expect(await afresh.unsent()).toEqual([]);
    });
  });
}
