// A message is posted at most once, and nobody posts it again by accident.
import fc from 'fast-check';
import { fail, ok, type Result } from '../../src/base/result';
import { leaseMilliseconds, type MessageStore, post, type StoredMessage } from '../../src/channel';
import type { GraphFault } from '../../src/graph/faults';
import { priya, tom } from '../assessment/examples';

const start = new Date('2026-11-23T10:00:00Z');
const message = { assessmentId: 'a', event: 'shared', occasion: '1' } as const;

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

const posting = (store: MessageStore, send: () => Promise<Result<string, GraphFault>>, owner: string, now = start) =>
  post({ store, key: 'message:a:shared:1', message, by: priya, owner, thread: null, now, send });

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

test('a lost reply leaves “perhaps posted”, and only pressing again posts again', async () => {
  const { store, state } = memoryStore();
  await posting(store, async () => fail({ kind: 'offline' }), 'one');
  expect(state()).toBe('perhaps-posted');
  await posting(store, async () => ok('teams-id'), 'two');
  expect(state()).toBe('posted');
});

test('a refusal is kept with its reason, and another may post', async () => {
  const { store, state } = memoryStore();
  await posting(store, async () => fail({ kind: 'no-access', to: 'channel' }), 'one');
  expect(state()).toBe('refused');
  const send = jest.fn(async () => ok('teams-id'));
  await post({ store, key: 'k', message, by: tom, owner: 'two', thread: null, now: start, send });
  expect(state()).toBe('posted');
});

test('an owner that died while posting is not taken over before its lease is over', async () => {
  const { store, state } = memoryStore((call) => (call === 3 ? { kind: 'offline' } : null));
  await posting(store, async () => ok('teams-id'), 'dies');
  expect(state()).toBe('posting');
  const send = jest.fn(async () => ok('again'));
  await posting(store, send, 'eager');
  expect(send).not.toHaveBeenCalled();
  await posting(store, send, 'patient', new Date(start.getTime() + leaseMilliseconds + 1));
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
