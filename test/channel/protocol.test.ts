// The protocol as a model: five tabs and a worker at one event, with clocks that are wrong, devices that sleep or crash between any two
// steps, and replies that are lost before or after SharePoint or Teams did what was asked.
import fc from 'fast-check';
import type { Person } from '../../src/base/person';
import { decline, leaseMilliseconds, post, type StoredMessage, standingOf } from '../../src/channel';
import { messageStore } from '../../src/commands/messageStore';
import type { ListAccess } from '../../src/sharepoint/listAccess';
import { keys } from '../../src/sharepoint/records';
import { withSiteClock } from '../../src/sharepoint/siteClock';
import { FakeService, fates, type Turn } from './fakeService';

const message = { assessmentId: 'a', event: 'agreed', occasion: 'area:1', personId: null } as const;
const key = keys.message(message.assessmentId, message.event, message.occasion);

type Doing = 'watches' | 'presses' | 'presses-and-again' | 'declines' | 'speaks-unattended';

interface Actor {
  readonly name: string;
  readonly doing: Doing;
  /** How wrong its clock is, in seconds. */
  readonly skew: number;
}

/** What an actor's device is: its lists, its clocks. */
function deviceOf(service: FakeService, { name, skew }: Actor) {
  const now = () => new Date(service.time + skew * 1000);
  // The protocol uses three of the calls; another one would fail the test.
  const { access, clock } = withSiteClock(service.access(name) as ListAccess, { now });
  return { store: messageStore(access), clocks: { now, siteNow: clock.now }, now };
}

/** Everything one actor does, once. Counts the presses on *post again*. */
async function act(service: FakeService, actor: Actor, again: { presses: number }): Promise<void> {
  const { name, doing } = actor;
  if (doing === 'watches') return;
  const { store, clocks, now } = deviceOf(service, actor);
  const me: Person = { id: name, displayName: name };
  if (doing === 'declines') {
    await decline({ store, key, message, by: me });
    return;
  }
  const by = doing === 'speaks-unattended' ? null : me;
  const say = (attempt: string, pressedAgain: boolean) => {
    const owner = `${name} ${attempt}`;
    const send = service.send(name, owner, by?.id ?? 'unattended', now);
    return post({ store, key, message, by, again: pressedAgain, owner, clocks, send });
  };
  let last = await say('1', false);
  if (doing === 'presses') return;
  for (let look = 2; look < 5; look += 1) {
    await service.pause(name);
    const perhaps = last.ok && last.value.state === 'perhaps-posted';
    if (perhaps && doing === 'presses-and-again') again.presses += 1;
    last = await say(String(look), perhaps && doing === 'presses-and-again');
  }
}

/** How the message stands for somebody who comes when every lease is over. */
function standingAtTheEnd(service: FakeService): { state: string; stored: StoredMessage | null } {
  if (!service.row) return { state: 'none', stored: null };
  const { Body } = service.row.fields;
  const { message: stored, ...rest } = { message: JSON.parse(String(Body)), ...service.row };
  const later = new Date(service.time + leaseMilliseconds + 1000);
  return { state: standingOf(stored, rest.lastModifiedAt, later), stored: { message: stored, ...rest } };
}

const actors = (doings: readonly Doing[], worker: boolean) =>
  fc
    .tuple(
      fc.array(fc.record({ doing: fc.constantFrom(...doings), skew: fc.integer({ min: -7200, max: 7200 }) }), {
        minLength: 5,
        maxLength: 5,
      }),
      fc.integer({ min: -60, max: 60 }),
    )
    .map(([tabs, skew]): readonly Actor[] => [
      ...tabs.map((tab, index) => ({ ...tab, name: `tab${index}` })),
      ...(worker ? [{ name: 'worker', doing: 'speaks-unattended' as const, skew }] : []),
    ]);

const mostly = <T>(usual: T, now: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ weight, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: now });

/** One device goes on for a while; mostly quick and without trouble, so that it gets far. Now and then somebody sleeps past a lease. */
const stretch: fc.Arbitrary<readonly Turn[]> = fc
  .record({
    device: fc.constantFrom('tab0', 'tab1', 'tab2', 'tab3', 'tab4', 'worker'),
    turns: fc.array(
      fc.record({
        seconds: mostly(0, fc.constantFrom(1, 40, 59, 61, 119, 125, 4000), 8),
        fate: mostly('arrives', fc.constantFrom(...fates), 4),
        crash: mostly(false, fc.constant(true), 24),
      }),
      { minLength: 1, maxLength: 12 },
    ),
  })
  .map(({ device, turns }) => turns.map((turn) => ({ device, ...turn })));
const schedules = fc.array(stretch, { maxLength: 12 }).map((stretches) => stretches.flat());

const runs = { numRuns: 1500 };

async function play(cast: readonly Actor[], schedule: readonly Turn[]) {
  const service = new FakeService();
  const again = { presses: 0 };
  const acting = cast.map((actor) => act(service, actor, again));
  await service.run(schedule);
  // Those whose device crashed never end; any other failure is a fault of the protocol.
  await Promise.race([Promise.all(acting), new Promise((resolve) => setImmediate(resolve))]);
  return { service, again: again.presses, ...standingAtTheEnd(service) };
}

test('five tabs and a worker never say it twice by themselves, whatever is lost, late or crashes', async () => {
  await fc.assert(
    fc.asyncProperty(actors(['watches', 'presses'], true), schedules, async (cast, schedule) => {
      const { service, state } = await play(cast, schedule);
      const posts = service.posts.length;
      expect(posts).toBeLessThanOrEqual(1);
      // It ends said once, or as perhaps said, or waiting and surely not said.
      const ends: Readonly<Record<string, readonly number[]>> = {
        posted: [1],
        'perhaps-posted': [0, 1],
        ready: [0],
        refused: [0],
        none: [0],
      };
      expect(ends[state]).toContain(posts);
    }),
    runs,
  );
});

test('only those who pressed are named as the author; what nobody pressed for is said unattended', async () => {
  await fc.assert(
    fc.asyncProperty(actors(['watches', 'presses', 'declines'], true), schedules, async (cast, schedule) => {
      const { service, stored } = await play(cast, schedule);
      const pressed = cast.filter(({ doing }) => doing === 'presses').map(({ name }) => name);
      for (const { author } of service.posts) expect([...pressed, 'unattended']).toContain(author);
      const by = stored?.message.by?.id;
      if (stored?.message.state === 'posted') expect(by ?? 'unattended').toBe(service.posts[0]?.author);
    }),
    runs,
  );
});

test('each press on “post again” posts at most once more, and nobody who slept past the lease adds one', async () => {
  await fc.assert(
    fc.asyncProperty(actors(['presses', 'presses-and-again'], true), schedules, async (cast, schedule) => {
      const { service, again } = await play(cast, schedule);
      expect(service.posts.length).toBeLessThanOrEqual(1 + again);
      expect(service.posts.filter(({ claimed }) => !claimed)).toEqual([]);
    }),
    runs,
  );
});

test('once declined it is said by nobody, unless somebody had begun', async () => {
  await fc.assert(
    fc.asyncProperty(actors(['watches'], true), schedules, async (cast, schedule) => {
      const service = new FakeService();
      const decliner: Actor = { name: 'tab0', doing: 'declines', skew: 0 };
      const declining = act(service, decliner, { presses: 0 });
      await service.run([]);
      await declining;
      const acting = cast.map((actor) => act(service, actor, { presses: 0 }));
      await service.run(schedule);
      await Promise.race([Promise.all(acting), new Promise((resolve) => setImmediate(resolve))]);
      expect(service.posts).toEqual([]);
      expect(standingAtTheEnd(service).state).toBe('declined');
    }),
    { numRuns: 200 },
  );
});

test('without trouble it is said once, by the first who pressed', async () => {
  await fc.assert(
    fc.asyncProperty(actors(['presses'], false), schedules, async (cast, order) => {
      const schedule = order.map(({ device }) => ({ device, seconds: 0, fate: 'arrives' as const, crash: false }));
      const { service, state } = await play(cast, schedule);
      expect([service.posts.length, state]).toEqual([1, 'posted']);
    }),
    { numRuns: 200 },
  );
});

test('however long somebody sleeps between claiming and sending, what another was told may have been posted is not posted by the sleeper', async () => {
  const skew = fc.integer({ min: -7200, max: 7200 });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 400 }), skew, skew, async (sleep, his, hers) => {
      const sleeper: Actor = { name: 'tab0', doing: 'presses', skew: his };
      const other: Actor = { name: 'tab1', doing: 'presses-and-again', skew: hers };
      const turns = (device: string, count: number, seconds = 0): readonly Turn[] =>
        Array.from({ length: count }, (_, turn) => ({
          device,
          seconds: turn === 0 ? seconds : 0,
          fate: 'arrives' as const,
          crash: false,
        }));
      // He reads, claims, and sleeps. She looks, looks again after that, and goes as far as she may; then he wakes.
      const schedule = [...turns('tab0', 4), ...turns('tab1', 2), ...turns('tab1', 30, sleep), ...turns('tab0', 30)];
      const { service, again } = await play([sleeper, other], schedule);
      const leaves = sleep < 60;
      expect(again).toBe(sleep > leaseMilliseconds / 1000 ? 1 : 0);
      expect(service.posts).toEqual(
        again === 1 ? [{ author: 'tab1', claimed: true }] : leaves ? [{ author: 'tab0', claimed: true }] : [],
      );
    }),
    { numRuns: 300 },
  );
});
