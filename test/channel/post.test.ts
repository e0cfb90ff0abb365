// A message is posted at most once, and nobody posts it again by accident.
import fc from 'fast-check';
import { fail, ok, type Result } from '../../src/base/result';
import {
  decline,
  leaseMilliseconds,
  type MessageStore,
  type Posting,
  post,
  type StoredMessage,
} from '../../src/channel';
import type { GraphFault } from '../../src/graph/faults';
import { priya, tom } from '../assessment/examples';

const start = new Date('2026-11-23T10:00:00Z');
const message = { assessmentId: 'a', event: 'shared', occasion: '1', personId: null } as const;

/** One row with an eTag, as SharePoint would hold it. */
function memoryStore(failing: (call: number) => GraphFault | null = () => null) {
  let row: StoredMessage | null = null;
  let version = 0;
  let calls = 0;
  const guarded = <T>(act: () => Result<T, GraphFault>): Promise<Result<T, GraphFault>> => {
    calls += 1;
    const fault = failing(calls);
    return Promise.resolve(fault ? fail(fault) : act());
  };
  const keep = (next: StoredMessage['message']): StoredMessage => {
    version += 1;
    row = { message: next, itemId: '1', eTag: `"x,${version}"`, lastModifiedAt: start.toISOString() };
    return row;
  };
  const store: MessageStore = {
    read: () => guarded(() => ok(row)),
    create: (_key, next) => guarded(() => (row ? fail({ kind: 'already-exists' }) : ok(keep(next)))),
    change: (before, next) =>
      guarded(() => (row?.eTag === before.eTag ? ok(keep(next)) : fail<GraphFault>({ kind: 'conflict' }))),
  };
  return { store, state: () => row?.message.state ?? null };
}

const at = (now: Date) => ({ now: () => now, siteNow: () => now });

const posting = (
  store: MessageStore,
  send: () => Promise<Result<string | null, GraphFault>>,
  owner: string,
  more: Partial<Posting> = {},
) =>
  post({ store, key: 'message:a:shared:1', message, by: priya, again: false, owner, clocks: at(start), send, ...more });

test('a message is claimed, sent and marked as posted', async () => {
  const { store, state } = memoryStore();
  const done = await posting(store, async () => ok('teams-id'), 'one');
  expect(done).toMatchObject({ ok: true, value: { state: 'posted', messageId: 'teams-id', by: priya } });
  expect(state()).toBe('posted');
});

test('pressed twice, or in five tabs at once, it is sent once', async () => {
  const { store } = memoryStore();
  const send = jest.fn(async () => ok('teams-id'));
  await Promise.all(['1', '2', '3', '4', '5'].map((owner) => posting(store, send, owner)));
  await posting(store, send, 'later');
  expect(send).toHaveBeenCalledTimes(1);
});

test.each([
  { kind: 'offline' },
  { kind: 'throttled', until: '', perhapsDone: true },
  { kind: 'unexpected', status: 500, message: '', requestId: null },
  { kind: 'unexpected', status: 200, message: 'not understood', requestId: null },
] as const)(
  'after $kind it may have been posted: only “post again” posts it again, and nothing unattended',
  async (fault) => {
    const { store, state } = memoryStore();
    await posting(store, async () => fail(fault), 'one');
    const send = jest.fn(async () => ok('teams-id'));
    await posting(store, send, 'two');
    await posting(store, send, 'worker', { by: null, again: true });
    expect([state(), send.mock.calls.length]).toEqual(['perhaps-posted', 0]);
    await posting(store, send, 'three', { again: true });
    expect([state(), send.mock.calls.length]).toEqual(['posted', 1]);
  },
);

test.each([
  ['throttled', { kind: 'throttled', until: '' }],
  ['no-access', { kind: 'no-access', to: 'channel' }],
  ['not-found', { kind: 'not-found', what: 'channel' }],
  ['too-large', { kind: 'too-large' }],
  ['consent-missing', { kind: 'consent-missing', scopes: [] }],
  ['signed-out', { kind: 'signed-out' }],
] as const)(
  'after %s it was surely not posted: it waits with the reason, also for the worker',
  async (reason, fault) => {
    const { store } = memoryStore();
    expect(await posting(store, async () => fail(fault), 'one')).toMatchObject({ value: { state: 'refused', reason } });
    const done = await posting(store, async () => ok(null), 'worker', { by: null });
    expect(done).toMatchObject({ value: { state: 'posted', by: null, reason: '', messageId: null } });
  },
);

test('what is declined is posted by nobody but who says “post again”; what was begun cannot be declined', async () => {
  const { store, state } = memoryStore();
  await decline({ store, key: 'k', message, by: priya });
  const send = jest.fn(async () => ok('teams-id'));
  await posting(store, send, 'two', { by: null });
  await posting(store, send, 'three');
  expect([state(), send.mock.calls.length]).toEqual(['declined', 0]);
  await posting(store, send, 'four', { again: true });
  await decline({ store, key: 'k', message, by: priya });
  expect(state()).toBe('posted');
});

test('a claim whose reply was lost is found again, and the message posted once', async () => {
  const made = memoryStore();
  const create: MessageStore['create'] = async (key, next) => {
    await made.store.create(key, next);
    return fail({ kind: 'offline' });
  };
  const send = jest.fn(async () => ok('teams-id'));
  await posting({ ...made.store, create }, send, 'one');
  expect([made.state(), send.mock.calls.length]).toEqual(['posted', 1]);
});

test('whoever wakes after the time to send is over sends nothing, and the message waits', async () => {
  const { store } = memoryStore();
  const times = [start, new Date(start.getTime() + 60_000)];
  const clocks = { now: () => times.shift() ?? start, siteNow: () => start };
  const send = jest.fn(async () => ok('teams-id'));
  const slept = await posting(store, send, 'one', { clocks });
  expect(slept).toMatchObject({ value: { state: 'ready', reason: 'too-late' } });
  expect(send).not.toHaveBeenCalled();
});

test('a refusal is kept with its reason, and another may post', async () => {
  const { store, state } = memoryStore();
  await posting(store, async () => fail({ kind: 'no-access', to: 'channel' }), 'one');
  expect(state()).toBe('refused');
  const send = jest.fn(async () => ok('teams-id'));
  await posting(store, send, 'two', { by: tom });
  expect(state()).toBe('posted');
});

test('an owner that died while posting is not taken over before its lease is over', async () => {
  const { store, state } = memoryStore((call) => (call === 3 || call === 4 ? { kind: 'offline' } : null));
  await posting(store, async () => ok('teams-id'), 'dies');
  expect(state()).toBe('posting');
  const send = jest.fn(async () => ok('again'));
  await posting(store, send, 'eager', { again: true });
  expect(send).not.toHaveBeenCalled();
  const later = { clocks: at(new Date(start.getTime() + leaseMilliseconds + 1)) };
  expect(await posting(store, send, 'patient', later)).toMatchObject({ value: { state: 'perhaps-posted' } });
  expect(send).not.toHaveBeenCalled();
  await posting(store, send, 'sure', { ...later, again: true });
  expect(send).toHaveBeenCalledTimes(1);
});

test('nothing is sent unless the claim was confirmed, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.boolean(), { maxLength: 12 }),
      fc.integer({ min: 1, max: 4 }),
      async (faults, tabs) => {
        const { store, state } = memoryStore((call) => (faults[call - 1] ? { kind: 'offline' } : null));
        let sent = 0;
        const send = async () => {
          sent += 1;
          expect(state()).toBe('posting');
          return ok('teams-id');
        };
        await Promise.all(Array.from({ length: tabs }, (_, tab) => posting(store, send, String(tab))));
        expect(sent).toBeLessThanOrEqual(1);
      },
    ),
  );
});
