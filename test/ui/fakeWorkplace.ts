// A workplace without a network: a replica in memory, a clock that stands until told, a host that answers at once. Sealing is real.
import type { Assessment } from '../../src/assessment';
import type { Environment } from '../../src/base/environment';
import type { Host, HostContext, SignInFault, Theme } from '../../src/base/host';
import type { Person } from '../../src/base/person';
import { fail, ok, type Result } from '../../src/base/result';
import { createOwnRows } from '../../src/commands/ownRows';
import type { Workplace } from '../../src/commands/workplace';
import { framework } from '../../src/framework';
import type { GraphFault } from '../../src/graph/faults';
import type { Replica, SaveState, Standing, Unsent } from '../../src/replica/replica';
import { watch } from '../../src/replica/watching';
import { type KeyPair, newKeyPair, publicHalf } from '../../src/sealing';
import type { ListAccess } from '../../src/sharepoint/listAccess';
import type { ListName, RecordOf, Stored } from '../../src/sharepoint/records';

export const priya: Person = { id: '11111111-1111-4111-8111-111111111111', displayName: 'Priya Shah' };
export const tom: Person = { id: '22222222-2222-4222-8222-222222222222', displayName: 'Tom Okafor' };
export const aisha: Person = { id: '33333333-3333-4333-8333-333333333333', displayName: 'Aisha Khan' };

export const home = { teamId: 'team', channelId: '19:general@thread.tacv2', channelName: 'General' };

/** A clock that is moved by hand, and ids that count. */
export class FakeEnvironment implements Environment {
  private moment = new Date('2026-11-22T10:32:00Z').getTime();
  private timers: { at: number; callback: () => void }[] = [];
  private count = 0;
  private isOnline = true;
  private readonly listeners = new Set<() => void>();

  now(): Date {
    return new Date(this.moment);
  }

  // Handed on by itself, as the browser's own is.
  newId = (): string => {
    this.count += 1;
    return `00000000-0000-4000-8000-${String(this.count).padStart(12, '0')}`;
  };

  randomBelow(): number {
    return 0;
  }

  online(): boolean {
    return this.isOnline;
  }

  visible(): boolean {
    return true;
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Loses the network, or has it back. In dom tests call it within `act`. */
  setOnline(online: boolean): void {
    this.isOnline = online;
    for (const listener of [...this.listeners]) listener();
  }

  after(milliseconds: number, callback: () => void): () => void {
    const timer = { at: this.moment + milliseconds, callback };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  }

  /** Moves the clock and fires what is due. In dom tests call it within `act`. */
  advance(milliseconds: number): void {
    this.moment += milliseconds;
    const due = this.timers.filter((timer) => timer.at <= this.moment);
    this.timers = this.timers.filter((timer) => timer.at > this.moment);
    for (const timer of due) timer.callback();
  }
}

type AnyStored = Stored<RecordOf[ListName]>;
const unknownRow = (key: string) => ({
  key,
  createdBy: null,
  lastModifiedBy: null,
  createdAt: null,
  lastModifiedAt: null,
});
const place = (list: ListName, key: string): string => `${list} ${key}`;

/** Rows in memory. Writes count as the person's own, and as saved unless `writes` says otherwise. */
export class FakeReplica implements Replica {
  durable = true;
  private readonly rows = new Map<string, { list: ListName; stored: AnyStored }>();
  private readonly states = new Map<string, SaveState>();
  private readonly notes = new Map<string, string>();
  /** What SharePoint has of records with an unsent change. */
  private readonly others = new Map<string, AnyStored>();
  private readonly watchers = new Set<() => void>();
  private readonly standingListeners = new Set<() => void>();
  private now: Standing = { kind: 'in-step', at: '2026-11-22T10:32:00Z' };
  /** What becomes of new writes. */
  writes: SaveState = { kind: 'saved', at: '2026-11-22T10:32:00Z' };
  /** What a fetch by link answers; the assessment is put beforehand where it should be found. */
  fetched: Result<boolean, GraphFault> = ok(false);
  readonly retried: string[] = [];

  constructor(private readonly person: Person) {}

  async all<L extends ListName>(list: L, assessmentId: string) {
    return [...this.rows.values()]
      .filter((row) => row.list === list && assessmentOf(list, row.stored.record) === assessmentId)
      .map((row) => row.stored as Stored<RecordOf[L]>);
  }

  async held<L extends ListName>(list: L) {
    return [...this.rows.values()].filter((row) => row.list === list).map((row) => row.stored as Stored<RecordOf[L]>);
  }

  async one<L extends ListName>(list: L, key: string) {
    return (this.rows.get(place(list, key))?.stored as Stored<RecordOf[L]> | undefined) ?? null;
  }

  async openHere() {
    const open = ['open', 'shared', 'cleared'];
    return [...this.rows.values()]
      .filter((row) => row.list === 'assessments')
      .map((row) => row.stored as Stored<Assessment>)
      .filter((stored) => open.includes(stored.record.phase));
  }

  async saveState(list: ListName, key: string) {
    return this.states.get(place(list, key)) ?? ({ kind: 'saved', at: null } as const);
  }

  async unsent() {
    return [...this.states.entries()].flatMap(([at, state]): Unsent[] => {
      const [list = '', key = ''] = at.split(/ (.*)/);
      const known = this.rows.get(at)?.stored ?? null;
      if (state.kind === 'saved') return [];
      const other = this.others.get(at) ?? null;
      const there = state.kind === 'two-versions' ? { ...(other ?? unknownRow(key)), record: state.theirs } : other;
      const record = state.kind === 'two-versions' ? state.mine : (known?.record ?? null);
      // Rows lie under their list's name, so they are of that list's kind.
      return [{ list, key, state, record, before: other?.record ?? null, there } as Unsent];
    });
  }

  watch<T>(query: () => Promise<T>, next: (answer: T) => void, failed: (error: unknown) => void) {
    const onChange = (listener: () => void) => {
      this.watchers.add(listener);
      return () => void this.watchers.delete(listener);
    };
    return watch(onChange, query, next, failed);
  }

  async put<L extends ListName>(list: L, key: string, record: RecordOf[L]) {
    this.putAs(this.person, list, key, record);
    this.setSaveState(list, key, this.writes);
  }

  async replace<L extends ListName>(list: L, key: string, record: RecordOf[L], from: RecordOf[L] | null) {
    if (((await this.one(list, key))?.record ?? null) !== from) return false;
    await this.put(list, key, record);
    return true;
  }

  async keepBoth<L extends ListName>(list: L, key: string, mine: RecordOf[L], theirs: RecordOf[L]) {
    await this.put(list, key, mine);
    this.setSaveState(list, key, { kind: 'two-versions', mine, theirs });
  }

  async journal() {
    return [];
  }

  /** A row as if somebody had written it in SharePoint. */
  putAs<L extends ListName>(by: Person, list: L, key: string, record: RecordOf[L], changedBy = by): void {
    const at = '2026-11-22T10:00:00Z';
    const stored: AnyStored = {
      key,
      record,
      createdBy: by,
      lastModifiedBy: changedBy,
      createdAt: at,
      lastModifiedAt: at,
    };
    this.rows.set(place(list, key), { list, stored });
    this.tell();
  }

  setSaveState(list: ListName, key: string, state: SaveState): void {
    this.states.set(place(list, key), state);
    this.tell();
  }

  /** What SharePoint has of a record, beside the unsent change that lies over it here. */
  setThere<L extends ListName>(list: L, key: string, record: RecordOf[L], by: Person): void {
    const at = '2026-11-22T10:20:00Z';
    const row = { key, record, createdBy: by, lastModifiedBy: by, createdAt: at, lastModifiedAt: at };
    this.others.set(place(list, key), row);
  }

  async remove(list: ListName, key: string) {
    this.rows.delete(place(list, key));
    this.tell();
  }

  async confirmed() {
    return ok(undefined);
  }

  async retry() {
    this.retried.push('retry');
  }

  async discard(list: ListName, key: string) {
    this.states.delete(place(list, key));
    this.tell();
  }

  readonly chosen: string[] = [];

  async choose(list: ListName, key: string, which: 'mine' | 'theirs') {
    this.chosen.push(which);
    await this.discard(list, key);
  }

  async kept(name: string) {
    return this.notes.get(name) ?? null;
  }

  async keep(name: string, text: string | null) {
    if (text === null) this.notes.delete(name);
    else this.notes.set(name, text);
    this.tell();
  }

  standing(): Standing {
    return this.now;
  }

  setStanding(standing: Standing): void {
    this.now = standing;
    for (const listener of this.standingListeners) listener();
  }

  onStanding(listener: () => void) {
    this.standingListeners.add(listener);
    return () => {
      this.standingListeners.delete(listener);
    };
  }

  async unreadable() {
    return [];
  }

  async fetchAssessment() {
    return this.fetched;
  }

  async fetchOne(_list: ListName, _key: string): Promise<Result<boolean, GraphFault>> {
    return ok(true);
  }

  async refresh() {
    return ok(undefined);
  }

  close(): void {
    this.watchers.clear();
  }

  async removeFromDevice() {
    this.rows.clear();
  }

  private tell(): void {
    for (const look of this.watchers) look();
  }
}

function assessmentOf(list: ListName, record: RecordOf[ListName]): string | null {
  if ('assessmentId' in record) return record.assessmentId;
  return list === 'assessments' && 'id' in record ? record.id : null;
}

/** A host that grants every token, and notes what it was asked. */
export class FakeHost implements Host {
  readonly kind = 'teams';
  readonly pickPeople = null;
  readonly shareToStage = null;
  readonly configuration = null;
  readonly opened: string[] = [];
  readonly asked: string[] = [];
  answer: Result<string, SignInFault> = ok('token');
  subPage: string | null = null;

  constructor(private readonly person: Person) {}

  context(): HostContext {
    return {
      person: this.person,
      tenantId: 'tenant',
      frame: 'content',
      subPage: this.subPage,
      channel: { ...home, teamName: 'Procurement and commercial' },
      meeting: null,
      site: { domain: 'northbridge.sharepoint.example', path: '/sites/procurement' },
    };
  }

  theme(): Theme {
    return 'default';
  }

  onThemeChange() {
    return () => undefined;
  }

  async token(scopes: readonly string[], how: 'silent' | 'ask') {
    this.asked.push(`${how} ${scopes.join(' ')}`);
    return this.answer;
  }

  linkTo(subPage: string): string {
    return `https://teams.example/l/entity/app/tab?sub=${encodeURIComponent(subPage)}`;
  }

  async open(url: string) {
    this.opened.push(url);
  }

  notifyReady(): void {}
}

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

export interface FakeWorkplace extends Workplace {
  readonly environment: FakeEnvironment;
  readonly replica: FakeReplica;
  readonly host: FakeHost;
  readonly access: Writable<ListAccess>;
  readonly adminConsentLink: string;
}

const offline = async (): Promise<Result<never, GraphFault>> => fail({ kind: 'offline' });

/** Lists that cannot be reached; a test answers what it is about. */
const fakeAccess = (): Writable<ListAccess> => ({
  create: offline,
  change: offline,
  remove: offline,
  read: offline,
  versions: offline,
  byKey: offline,
  byAssessment: offline,
  openIn: offline,
  latest: offline,
  changes: offline,
});

/** A workplace of one person, by default Priya. */
export async function fakeWorkplace(person: Person = priya): Promise<FakeWorkplace> {
  const pair = await newKeyPair(() => `key-of-${person.id}`);
  const replica = new FakeReplica(person);
  const access = fakeAccess();
  const environment = new FakeEnvironment();
  return {
    host: new FakeHost(person),
    environment,
    siteClock: environment,
    graph: { send: offline, sendThenRead: offline, onThrottled: () => () => undefined },
    replica,
    access,
    ownRows: createOwnRows({ replica, access, person }),
    keyring: {
      mine: async () => [pair],
      publish: async () => undefined,
      keptWhere: async () => 'one-drive',
      lookAgain: async () => 'one-drive',
    },
    framework,
    person,
    home,
    place: {
      siteId: 'site',
      councillorsSiteId: null,
      lists: { assessments: 'a', workings: 'w', responses: 'r', actions: 'c', results: 's', comments: 'm' },
    },
    siteUrl: 'https://northbridge.sharepoint.example/sites/procurement',
    listUrls: {},
    adminConsentLink: 'https://login.example/adminconsent',
  };
}

/** The assessment's own pair, where a test opens answers. */
export const assessmentPair = (): Promise<KeyPair> => newKeyPair(() => 'assessment-key');

/** An open assessment created by Priya, who facilitates; Priya, Tom and Aisha are asked. */
export function openAssessmentOf(pair: KeyPair, more: Partial<Assessment> = {}): Assessment {
  return {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    title: 'Autumn 2026',
    organisation: 'Northbridge Council',
    home,
    phase: 'open',
    practice: false,
    dueDate: '2026-12-04',
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    keyAreaIds: framework.theme.keyAreas.map((area) => area.id),
    facilitators: [priya],
    participants: [priya, tom, aisha].map((person) => ({ ...person, takingPart: true })),
    showNames: false,
    publicKey: publicHalf(pair),
    previousId: null,
    earlier: [],
    tellChannel: false,
    openedAt: '2026-11-20T09:00:00Z',
    sharedAt: null,
    ...more,
  };
}

/** Puts an assessment into the replica as its creator's work. */
export function putAssessment(work: FakeWorkplace, assessment: Assessment, by: Person = priya): void {
  work.replica.putAs(by, 'assessments', assessment.id, assessment);
  work.replica.putAs(by, 'workings', `facilitators:${assessment.id}:1`, {
    kind: 'facilitators',
    assessmentId: assessment.id,
    serial: 1,
    facilitators: assessment.facilitators,
    publicKey: assessment.publicKey,
  });
}
