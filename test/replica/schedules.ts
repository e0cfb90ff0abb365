// Random schedules of three devices, a SharePoint that misbehaves, and what must hold once it stops. Pure play: who runs it decides how often.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import { z } from 'zod';
import { siteId, teamId } from '../../sandbox/store/seed';
import type { Action } from '../../src/assessment';
import type { Environment } from '../../src/base/environment';
import type { Person } from '../../src/base/person';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { createGraph } from '../../src/graph/client';
import { openReplica } from '../../src/replica/openReplica';
import type { AnyRecord, Replica } from '../../src/replica/replica';
import type { SealedContents } from '../../src/replica/sealedMerge';
import { listAccess } from '../../src/sharepoint/access';
import type { ListAccess, Row } from '../../src/sharepoint/listAccess';
import type { Place } from '../../src/sharepoint/place';
import { homeKey, keys, type ListName, type SealedResponse } from '../../src/sharepoint/records';
import { siteOfTeam } from '../../src/sharepoint/sites';
import { must, personOf, startTenant, type Tenant } from '../sharepoint/tenant';
import { FakeEnvironment, fakeLocks, usual } from './fakes';
import { anAnswer, anAssessment } from './records';

/** Priya has two devices, so that one person's sealed answer is edited in two places; Tom has one. */
const devices = ['priya', 'tom', 'priya'] as const;
const who = fc.nat({ max: devices.length - 1 });

const faults = fc.constantFrom(
  { kind: 'drop-before' },
  { kind: 'drop-after' },
  { kind: 'drop-after' },
  { kind: 'expire-token' },
  { kind: 'status', status: 403, code: 'accessDenied', message: 'Access denied' },
  { kind: 'status', status: 404, code: 'itemNotFound', message: 'The specified item was not found' },
  { kind: 'status', status: 409, code: 'resourceModified', message: 'The resource has changed' },
  { kind: 'status', status: 412, code: 'resourceModified', message: 'ETag does not match' },
  { kind: 'status', status: 429, code: 'activityLimitReached', retryAfter: 7 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503, code: 'serviceNotAvailable', retryAfter: 3 },
  { kind: 'status', status: 504 },
  { kind: 'delta-gone', location: false },
  { kind: 'delta-error-object' },
  { kind: 'delta-not-json' },
  { kind: 'threshold' },
  { kind: 'repeat' },
);

type Field = 'text' | 'due' | 'level' | 'remark';
type Event =
  | { readonly do: 'write'; readonly who: number; readonly field: Field }
  | { readonly do: 'remove' | 'look' | 'reload' | 'close' | 'retry'; readonly who: number }
  | { readonly do: 'choose'; readonly who: number; readonly which: 'mine' | 'theirs' }
  | { readonly do: 'pass'; readonly milliseconds: number; readonly turns: number }
  | { readonly do: 'fault'; readonly seed: number; readonly happens: object; readonly probability: number };

/** What people and networks do, in any order. */
const schedules: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('write' as const),
        who,
        field: fc.constantFrom<Field>('text', 'due', 'level', 'remark'),
      }),
    },
    {
      weight: 6,
      arbitrary: fc.record({
        do: fc.constant('pass' as const),
        milliseconds: fc.constantFrom(0, 300, 1_000, 5_000, 60_000),
        turns: fc.nat({ max: 40 }),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constant('fault' as const),
        seed: fc.nat({ max: 1_000_000 }),
        happens: faults,
        probability: fc.constantFrom(0.2, 0.6, 1),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('look' as const, 'reload' as const, 'retry' as const), who }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('remove' as const, 'close' as const), who }) },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('choose' as const),
        who,
        which: fc.constantFrom('mine' as const, 'theirs' as const),
      }),
    },
  ),
  { minLength: 5, maxLength: 20 },
);

/** Envelopes that hold plain words: sealing has tests of its own, and here every word must be seen. */
const contents: SealedContents = {
  blank: { level: '', remark: '' },
  open: async (record) => saidIn(record),
  seal: async (record, said) =>
    'envelope' in record ? { ...record, envelope: { ...record.envelope, content: JSON.stringify(said) } } : null,
};
const said = z.object({ level: z.string(), remark: z.string() });
const saidIn = (record: AnyRecord) => ('envelope' in record ? said.parse(JSON.parse(record.envelope.content)) : null);

/** Everything that was ever typed: by whom, into what, and what stood there when it was typed. */
class Words {
  readonly #seen = new Map<string, string>();
  readonly #last = new Map<string, string>();
  /** Words that somebody chose against, with both sides before their eyes, or gave up with their change. */
  readonly givenUp = new Set<string>();
  #count = 0;

  /** A new word; days are numbers of days, for a column of days holds nothing else. */
  type(device: number, field: Field, before: string): string {
    this.#count += 1;
    const word = field === 'due' ? dayOf(this.#count) : `${field}-${device}-${this.#count}`;
    this.#seen.set(word, before);
    this.#last.set(`${device} ${field}`, word);
    return word;
  }

  /** What stood there when a word was written, where that was not known yet when it was typed. */
  saw(word: string, before: string): void {
    this.#seen.set(word, before);
  }

  /** The word typed last on each device into each field. */
  last(): readonly string[] {
    return [...this.#last.values()];
  }

  /** Whether whoever typed `word` had `before` before them, directly or through words of their own. */
  knew(word: string, before: string): boolean {
    for (let at: string | undefined = word; at !== undefined; at = this.#seen.get(at)) if (at === before) return true;
    return false;
  }
}

const dayOf = (count: number): string => new Date(Date.UTC(2027, 0, count)).toISOString().slice(0, 10);

/** Lets what is under way go on for a while. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((next) => setImmediate(next));
}

/** One device. The first one's browser keeps what it stores when the page is closed or loaded again; the others' pages stay open, for speed. */
class Device {
  readonly environment = new FakeEnvironment();
  readonly #database = { indexedDB: new IDBFactory(), IDBKeyRange };
  readonly #locks = fakeLocks();
  readonly #keeps: boolean;
  replica: Replica | null = null;

  constructor(
    readonly number: number,
    readonly person: Person,
    private readonly world: World,
    private readonly run: Run,
  ) {
    this.#keeps = number === 0;
  }

  async opened(): Promise<Replica> {
    this.replica ??= await openReplica({
      place: { tenantId: 't', siteId: 's', homeKey: homeKey(this.run.home) },
      person: this.person,
      access: this.world.accessOf(this.number, this.environment),
      environment: this.environment,
      frames: { locks: this.#locks, line: null },
      ...usual,
      sealed: contents,
      database: this.#keeps ? this.#database : null,
      failed: (error) => this.run.surprises.push(error),
    });
    return this.replica;
  }

  close(): void {
    if (!this.#keeps) return;
    this.replica?.close();
    this.replica = null;
  }

  /** Types into a field of the action, or of this person's own answer. */
  async write(field: Field): Promise<void> {
    const replica = await this.opened();
    const { words, actionId, answerKey } = this.run;
    if (field === 'text' || field === 'due') {
      const before = (await replica.one('actions', actionId))?.record;
      if (!before) return;
      const word = words.type(this.number, field, String(before[field] ?? ''));
      await replica.put('actions', actionId, { ...before, [field]: word } as Action, before);
      return;
    }
    if (this.person.id !== this.run.author.id) return;
    const word = words.type(this.number, field, '');
    for (let written = false; !written; ) {
      const here = (await replica.one('workings', answerKey))?.record ?? null;
      const before = here && saidIn(here);
      words.saw(word, before?.[field] ?? '');
      const record = this.run.answer(JSON.stringify({ level: '', remark: '', ...before, [field]: word }));
      // What another send brought in meanwhile is read first, as giving an answer does.
      written = await replica.replace('workings', answerKey, record, here);
    }
  }

  /** Removes the action, and with it the words of this device that are in it. */
  async remove(): Promise<void> {
    const replica = await this.opened();
    const { actionId, words } = this.run;
    for (const word of wordsIn((await replica.one('actions', actionId))?.record ?? null)) words.givenUp.add(word);
    await replica.remove('actions', actionId);
  }

  async choose(which: 'mine' | 'theirs'): Promise<void> {
    const replica = await this.opened();
    for (const { list, key, state } of await replica.unsent()) {
      if (state.kind !== 'two-versions') continue;
      const lost = which === 'mine' ? state.theirs : state.mine;
      for (const word of wordsIn(lost)) this.run.words.givenUp.add(word);
      await replica.choose(list, key, which);
    }
  }

  /** What was refused for good is given up, as a person would who sees why. */
  async discardParked(): Promise<void> {
    const replica = await this.opened();
    for (const { list, key, state } of await replica.unsent()) {
      if (state.kind !== 'parked') continue;
      for (const word of wordsIn((await replica.one(list, key))?.record ?? null)) this.run.words.givenUp.add(word);
      await replica.discard(list, key);
    }
  }
}

/** What was typed into a record. */
function wordsIn(record: AnyRecord | null): readonly string[] {
  if (record === null) return [];
  const sealed = saidIn(record);
  if (sealed) return Object.values(sealed);
  return 'due' in record ? [record.text, record.due ?? ''] : [];
}

const versionsShape = z.object({
  value: z.array(z.object({ fields: z.record(z.string(), z.unknown()) })),
});

/** A local Microsoft 365 with our lists in it; every schedule has an assessment and a channel of its own there. */
interface World {
  readonly tenant: Tenant;
  accessOf(device: number, environment: Environment): ListAccess;
  /** The lists without any fault in the way. */
  readonly plain: ListAccess;
  /** Resolves once nothing is under way: no call to Graph, and nothing that an answer set going. */
  quiet(): Promise<void>;
  /** All versions of a row, oldest first. */
  history(list: ListName, itemId: string): Promise<readonly Readonly<Record<string, unknown>>[]>;
  close(): Promise<void>;
}

/** Sets the lists up once, for as many schedules as wanted. */
async function openWorld(): Promise<World> {
  const tenant = await startTenant({ inProcess: true, wait: async () => undefined, recordExchanges: false });
  const graph = tenant.graphAs('priya');
  const site = must(await siteOfTeam(graph, teamId));
  const place: Place = must(await setUp(graph, must(await planSetUp(graph, site)), () => undefined));
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (slug: string): Promise<string> => {
    const scopes = ['Sites.ReadWrite.All'];
    const known = tokens.get(slug) ?? tenant.tokenFor(slug)(scopes).then(must);
    tokens.set(slug, known);
    return known;
  };
  let underWay = 0;
  const counted: typeof fetch = async (...asked) => {
    underWay += 1;
    try {
      return await tenant.fetch(...asked);
    } finally {
      underWay -= 1;
    }
  };
  return {
    tenant,
    async quiet() {
      for (let still = 0; still < 12; still = underWay === 0 ? still + 1 : 0) await turns(1);
    },
    plain: listAccess(graph, place),
    accessOf(device, environment) {
      const slug = devices[device] ?? 'priya';
      // Calls of one turn leave together at once, whatever the clock says; every real wait is the clock's.
      const after: Environment['after'] = (milliseconds, callback) => {
        if (milliseconds > 0) return environment.after(milliseconds, callback);
        const soon = setImmediate(callback);
        return () => clearImmediate(soon);
      };
      const token = async () => ({ ok: true as const, value: await tokenOf(slug) });
      return listAccess(
        createGraph({
          baseUrl: tenant.baseUrl,
          token,
          environment: { ...clockOf(environment), after },
          fetch: counted,
        }),
        place,
      );
    },
    async history(list, itemId) {
      const path = `/sites/${siteId}/lists/${place.lists[list]}/items/${itemId}/versions?$expand=fields`;
      const found = must(await graph.send({ method: 'GET', path, scopes: ['Sites.Read.All'] }, versionsShape));
      return found.value.map(({ fields }) => fields).reverse();
    },
    close: tenant.close,
  };
}

const clockOf = ({ now, newId, randomBelow, online, visible, onChange }: Environment) => ({
  now,
  newId,
  randomBelow,
  online,
  visible,
  onChange,
});

/** What one schedule works with. */
interface Run {
  readonly home: { readonly teamId: string; readonly channelId: string; readonly channelName: string };
  readonly author: Person;
  readonly actionId: string;
  readonly answerKey: string;
  readonly words: Words;
  readonly surprises: unknown[];
  answer(content: string): SealedResponse;
}

let runs = 0;

/** Plays one schedule, then lets everything come to rest, and checks what must hold. */
async function play(world: World, schedule: readonly Event[]): Promise<void> {
  runs += 1;
  const assessmentId = `a${runs}`;
  const author = personOf('priya');
  const run: Run = {
    home: { teamId: 'team', channelId: `channel-${runs}`, channelName: 'General' },
    author,
    actionId: `action-${runs}`,
    answerKey: keys.response(assessmentId, 'engaging-councillors', author.id),
    words: new Words(),
    surprises: [],
    answer: (content) => anAnswer(assessmentId, author, content),
  };
  const people = devices.map((slug, number) => new Device(number, personOf(slug), world, run));
  try {
    await begin(world, people, run, assessmentId);
    for (const event of schedule) await take(event, people, world);
    await world.tenant.control('DELETE', '/faults');
    await rest(world, people, true);
    // One after the other, as people do: whoever chooses meets what the one before chose.
    for (const device of [...people, ...people, ...people, ...people]) {
      if ((await (await device.opened()).unsent()).length === 0) continue;
      await device.discardParked();
      await device.choose('mine');
      await rest(world, people, false);
    }
    await check(people, run, world, assessmentId);
  } finally {
    await world.tenant.control('DELETE', '/faults');
    for (const device of people) await device.replica?.removeFromDevice();
  }
  expect(run.surprises).toEqual([]);
}

/** Everybody has the assessment and the action before anything goes wrong. */
async function begin(world: World, people: readonly Device[], run: Run, assessmentId: string): Promise<void> {
  const [first] = people;
  const replica = await first?.opened();
  const action: Action = {
    id: run.actionId,
    assessmentId,
    keyAreaId: 'engaging-councillors',
    text: 'as it was',
    owner: null,
    due: null,
    status: 'open',
  };
  await replica?.put('assessments', assessmentId, anAssessment(assessmentId, { home: run.home }));
  await replica?.put('actions', run.actionId, action);
  await rest(world, people, false);
}

async function take(event: Event, people: readonly Device[], world: World): Promise<void> {
  if (event.do === 'fault') {
    const rule = { happens: event.happens, count: 6, probability: event.probability };
    await world.tenant.control('POST', '/faults', { seed: event.seed, rules: [rule] });
    return;
  }
  if (event.do === 'pass') {
    for (const device of people) device.environment.advance(event.milliseconds);
    return turns(event.turns);
  }
  const device = people[event.who];
  if (!device) return;
  const replica = await device.opened();
  switch (event.do) {
    case 'write':
      return device.write(event.field);
    case 'choose':
      return device.choose(event.which);
    case 'remove':
      return device.remove();
    case 'look':
      // Looking may be held up by whatever goes wrong; nobody waits for it.
      void replica.refresh().catch(() => undefined);
      return turns(3);
    case 'retry':
      return replica.retry();
    case 'close':
      return device.close();
    case 'reload':
      device.close();
      await device.opened();
      return;
  }
}

/** Time goes on until nothing more is sent by itself. Parked changes are tried again where `mended`. */
async function rest(world: World, people: readonly Device[], mended: boolean): Promise<void> {
  for (const device of people) if (mended) await (await device.opened()).retry();
  for (let round = 0; ; round += 1) {
    if (round === 200) throw new Error('It never came to rest');
    let busy = 0;
    for (const device of people) {
      const replica = await device.opened();
      device.environment.advance(round % 4 === 3 ? 61_000 : 2_000);
      await world.quiet();
      const unsent = await replica.unsent();
      busy += unsent.filter(({ state }) => state.kind === 'saving' || state.kind === 'waiting').length;
    }
    if (busy === 0) break;
  }
  for (const device of people)
    expect(await settled(world, device, (await device.opened()).refresh())).toEqual({ ok: true, value: undefined });
}

/** Waits for something while the clock goes on, as far as nothing is under way. */
async function settled<T>(world: World, device: Device, work: Promise<T>): Promise<T> {
  let over = false;
  const done = work.finally(() => {
    over = true;
  });
  for (let round = 0; !over && round < 500; round += 1) {
    await world.quiet();
    device.environment.advance(1_000);
  }
  return done;
}

async function check(people: readonly Device[], run: Run, world: World, assessmentId: string): Promise<void> {
  const final: string[] = [];
  for (const list of ['assessments', 'actions', 'workings'] as const) {
    const rows = must(await world.plain.byAssessment(list, assessmentId));
    // No key twice.
    const rowKeys = rows.map((row) => String(row.fields[keyColumn[list]]).toLowerCase());
    expect(new Set(rowKeys).size).toBe(rowKeys.length);
    for (const row of rows) final.push(...(await checkHistory(world, list, row, run.words)));
    // Every device holds what the list holds.
    for (const device of people) {
      const replica = await device.opened();
      expect(await replica.unsent()).toEqual([]);
      const held = (await replica.all(list, assessmentId)).map((stored) => stored.key).sort();
      expect(held).toEqual([...rowKeys].sort());
    }
  }
  const [first, ...others] = await Promise.all(
    people.map(async (device) => {
      const replica = await device.opened();
      const action = (await replica.one('actions', run.actionId))?.record ?? null;
      const answer = (await replica.one('workings', run.answerKey))?.record ?? null;
      return [...wordsIn(action), ...wordsIn(answer)];
    }),
  );
  for (const other of others) expect(other).toEqual(first);
  // The word somebody typed last is there, was there until somebody who knew it wrote over it, or was chosen against.
  const there = new Set([...final, ...run.words.givenUp]);
  const removed = (await (await people[0]?.opened())?.one('actions', run.actionId)) === null;
  for (const word of run.words.last())
    if (!removed || !(word.startsWith('text') || word.startsWith('2027'))) expect(there).toContain(word);
}

const keyColumn = { assessments: 'AssessmentId', actions: 'ActionId', workings: 'Key' } as const;

/** All words a row ever held. A word in it gave way only to one whose author knew it, or who was asked and chose. */
async function checkHistory(world: World, list: ListName, row: Row, words: Words): Promise<readonly string[]> {
  const versions = await world.history(list, row.itemId);
  const found = versions.map((fields) => wordsOf(list, fields));
  found.forEach((now, index) => {
    const before = found[index - 1];
    if (!before) return;
    for (const [place, word] of now.entries()) {
      const earlier = before[place] ?? '';
      if (word === earlier || earlier === '' || words.givenUp.has(earlier)) continue;
      if (!words.knew(word, earlier))
        throw new Error(`${word} was written over ${earlier} by someone who had not seen it`);
    }
  });
  return found.flat();
}

/** The words in the columns of one version, each at its place. */
function wordsOf(list: ListName, fields: Readonly<Record<string, unknown>>): readonly string[] {
  if (list === 'actions') return [String(fields.ActionText ?? ''), String(fields.DueDate ?? '').slice(0, 10)];
  if (list !== 'workings') return [];
  const body = z.object({ kind: z.string(), envelope: z.optional(z.object({ content: z.string() })) });
  const working = body.safeParse(JSON.parse(String(fields.Body)));
  if (!working.success || !working.data.envelope) return [];
  const { level, remark } = said.parse(JSON.parse(working.data.envelope.content));
  return [level, remark];
}

const { SCHEDULES, SEED, PATH_OF_SEED } = process.env;

/** Declares the test that plays schedules: SCHEDULES of them, or half of what `npm test` plays. SEED and PATH_OF_SEED repeat a failure. */
export function playMany(): void {
  const numRuns = Number(SCHEDULES ?? 250);
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world.close());
  test(
    `${numRuns} schedules of three devices and every kind of fault`,
    () =>
      fc.assert(
        fc.asyncProperty(schedules, (schedule) => play(world, schedule)),
        {
          numRuns,
          ...(SEED === undefined ? {} : { seed: Number(SEED) }),
          ...(PATH_OF_SEED === undefined ? {} : { path: PATH_OF_SEED }),
        },
      ),
    Math.max(600_000, numRuns * 4_000),
  );
}
