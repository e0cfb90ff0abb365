/**
 * Whatever goes wrong on the way: once it stops, both people and the lists say the same, and no change is lost or doubled.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import type { KeyAreaPhase, KeyAreaState } from '../../src/assessment';
import type { Person } from '../../src/base/person';
import type { GraphFault } from '../../src/graph/faults';
import { openReplica } from '../../src/replica/openReplica';
import type { Replica } from '../../src/replica/replica';
import { homeKey, keys } from '../../src/sharepoint/records';
import { FakeEnvironment, fakeLocks, until, usual } from './fakes';
import { type Call, Faulty, type Mishap, refused } from './faulty';
import { MemoryLists } from './memoryLists';
import { anArea, anAssessment, home, priya, tom } from './records';

const areas = ['one', 'two'];
const phases: readonly KeyAreaPhase[] = ['collecting', 'revealing', 'revealed', 'agreed', 'skipped'];

const mishaps = fc.constantFrom<Mishap>(
  null,
  null,
  { kind: 'reply-lost' },
  refused({ kind: 'offline' }),
  refused({ kind: 'unexpected', status: 503, message: '', requestId: null }),
  refused({ kind: 'throttled', until: '2026-11-22T10:00:05.000Z' } satisfies GraphFault),
  refused({ kind: 'conflict' }),
  refused({ kind: 'resync' }),
);

/** Only a feed's token grows too old, and only a change meets another. */
function fits(mishap: NonNullable<Mishap>, { what }: Call): boolean {
  if (mishap.kind !== 'refused') return true;
  if (mishap.fault.kind === 'resync') return what === 'changes';
  return mishap.fault.kind !== 'conflict' || what === 'change';
}

type Event =
  | { readonly do: 'write'; readonly who: 0 | 1; readonly area: number; readonly phase: number }
  | { readonly do: 'mishaps'; readonly who: 0 | 1; readonly next: readonly Mishap[] }
  | { readonly do: 'look' | 'reload' | 'wake'; readonly who: 0 | 1 };

const who = fc.constantFrom(0 as const, 1 as const);
const events = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), who, area: fc.nat(1), phase: fc.nat(4) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('mishaps' as const), who, next: fc.array(mishaps, { maxLength: 6 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'reload' as const, 'wake' as const), who }),
    },
  ),
  { minLength: 5, maxLength: 25 },
) satisfies fc.Arbitrary<Event[]>;

/** One person with a browser. Priya writes reasons, Tom writes phases: different parts of the same records. */
class Someone {
  readonly environment = new FakeEnvironment();
  readonly #database = { indexedDB: new IDBFactory(), IDBKeyRange };
  readonly #locks = fakeLocks();
  readonly lists: Faulty;
  #queue: Mishap[] = [];
  #count = 0;
  replica: Replica | null = null;
  readonly last = new Map<string, Partial<KeyAreaState>>();

  constructor(
    readonly person: Person,
    lists: MemoryLists,
    readonly surprises: unknown[],
  ) {
    this.lists = new Faulty(lists.accessFor(person));
    this.lists.mishap = (call) => {
      const next = this.#queue.shift() ?? null;
      return next && fits(next, call) ? next : null;
    };
  }

  async open(): Promise<Replica> {
    this.replica?.close();
    this.replica = await openReplica({
      place: { tenantId: 't', siteId: 's', homeKey: homeKey(home) },
      person: this.person,
      access: this.lists.access,
      environment: this.environment,
      frames: { locks: this.#locks, line: null },
      ...usual,
      database: this.#database,
      failed: (error) => this.surprises.push(error),
    });
    return this.replica;
  }

  async write(area: string, phase: KeyAreaPhase): Promise<void> {
    const replica = this.replica ?? (await this.open());
    const key = keys.area('a1', area);
    const read = (await replica.one('workings', key))?.record;
    if (read?.kind !== 'area') return;
    this.#count += 1;
    const change = this.person === priya ? { reason: `reason ${this.#count}` } : { phase };
    this.last.set(area, change);
    await replica.put('workings', key, { ...read, state: { ...read.state, ...change } }, read);
  }

  async take(event: Event): Promise<void> {
    const replica = this.replica ?? (await this.open());
    if (event.do === 'write') await this.write(areas[event.area] ?? 'one', phases[event.phase] ?? 'collecting');
    else if (event.do === 'mishaps') this.#queue.push(...event.next);
    else if (event.do === 'look') await replica.refresh();
    else if (event.do === 'reload') await this.open();
    else {
      this.environment.advance(10_000);
      this.environment.set({ online: true });
    }
  }

  async drained(): Promise<void> {
    const replica = this.replica ?? (await this.open());
    this.#queue = [];
    await until('everything is sent', async () => {
      this.environment.advance(60_000);
      return (await replica.unsent()).length === 0;
    });
  }
}

async function states(replica: Replica | null): Promise<Map<string, KeyAreaState>> {
  const found = new Map<string, KeyAreaState>();
  for (const { record } of (await replica?.all('workings', 'a1')) ?? []) {
    if (record.kind === 'area') found.set(record.state.keyAreaId, record.state);
  }
  return found;
}

async function play(schedule: readonly Event[], hers: Someone, his: Someone, lists: MemoryLists): Promise<void> {
  const first = await hers.open();
  await first.put('assessments', 'a1', anAssessment('a1'));
  for (const area of areas) await first.put('workings', keys.area('a1', area), anArea('a1', area));
  await hers.drained();
  const second = await his.open();
  await until('Tom has it', async () => (await second.all('workings', 'a1')).length === areas.length);

  for (const event of schedule) await [hers, his][event.who]?.take(event);
  for (const someone of [hers, his]) await someone.drained();
  for (const someone of [hers, his]) expect(await someone.replica?.refresh()).toMatchObject({ ok: true });

  expect(lists.rows('workings')).toHaveLength(areas.length);
  const agreed = await states(hers.replica);
  expect(await states(his.replica)).toEqual(agreed);
  for (const area of areas) {
    const { state } = anArea('a1', area);
    expect(agreed.get(area)).toEqual({ ...state, ...hers.last.get(area), ...his.last.get(area) });
  }
}

test('two people, random faults, reloads and delays: nothing is lost, nothing is doubled, all agree', async () => {
  await fc.assert(
    fc.asyncProperty(events, async (schedule) => {
      const lists = new MemoryLists();
      const surprises: unknown[] = [];
      const people = [new Someone(priya, lists, surprises), new Someone(tom, lists, surprises)] as const;
      try {
        await play(schedule, ...people, lists);
      } finally {
        for (const someone of people) await someone.replica?.removeFromDevice();
      }
      expect(surprises).toEqual([]);
    }),
    { numRuns: 40, interruptAfterTimeLimit: 30_000, markInterruptAsFailure: true },
  );
}, 60_000);
