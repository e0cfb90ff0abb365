// A list and a channel whose every exchange travels in steps that a test lets happen one by one: late, lost on the way there or back, or
// never, because the device that waits for it crashed. Time goes on between steps; every device's own clock is wrong by its own hours.
import { fail, ok, type Result } from '../../src/base/result';
import type { Send } from '../../src/channel';
import type { GraphFault } from '../../src/graph/faults';
import type { Fields, ListAccess, Row } from '../../src/sharepoint/listAccess';

/** What becomes of one exchange. */
export const fates = ['arrives', 'lost-there', 'lost-back', 'busy', 'busy-but-done', 'no-right'] as const;
export type Fate = (typeof fates)[number];

/** One choice of a schedule: whose exchange goes on, after how many seconds, how it ends, and whether its device crashes then. */
export interface Turn {
  readonly device: string;
  readonly seconds: number;
  readonly fate: Fate;
  readonly crash: boolean;
}

interface Waiting {
  readonly device: string;
  readonly go: (fate: Fate) => void;
}

const quietTurn: Turn = { device: '', seconds: 0, fate: 'arrives', crash: false };

/** The longest that anything is under way: then a device gives it up, and it arrives nowhere. */
const patience = 60_000;

const happens = (fate: Fate): boolean => fate === 'arrives' || fate === 'lost-back' || fate === 'busy-but-done';

function faultOf(fate: Exclude<Fate, 'arrives'>): GraphFault {
  switch (fate) {
    case 'lost-there':
    case 'lost-back':
      return { kind: 'offline' };
    case 'busy':
      return { kind: 'throttled', until: '' };
    case 'busy-but-done':
      return { kind: 'throttled', until: '', perhapsDone: true };
    case 'no-right':
      return { kind: 'no-access', to: '/teams' };
  }
}

export class FakeService {
  /** True time, which is SharePoint's. */
  time = Date.parse('2026-11-24T09:00:00Z');
  row: Row | null = null;
  /** Each post, oldest first: who is named as its author, and whether the message was still claimed for it when it arrived. */
  readonly posts: { readonly author: string; readonly claimed: boolean }[] = [];
  /** For whom the message was claimed last. */
  private owner: unknown = null;
  private waiting: Waiting[] = [];
  private readonly crashed = new Set<string>();
  private version = 0;

  /** Lets everything happen, by the schedule as far as it goes and without trouble after that. */
  async run(turns: readonly Turn[]): Promise<void> {
    await settle();
    for (let turn = 0; this.waiting.length > 0; turn += 1) {
      const { device, seconds, fate, crash } = turns[turn] ?? quietTurn;
      const own = this.waiting.findIndex((waiting) => waiting.device === device);
      const [next] = this.waiting.splice(Math.max(0, own), 1);
      if (!next) return;
      this.time += seconds * 1000;
      // What left before the crash goes on; the device hears of nothing any more.
      if (crash) this.crashed.add(next.device);
      next.go(fate);
      this.waiting = this.waiting.filter(({ device }) => !this.crashed.has(device));
      await settle();
    }
  }

  /** Waits for its turn; never ends on a device that crashed. */
  private turn(device: string): Promise<Fate> {
    return new Promise((go) => {
      if (!this.crashed.has(device)) this.waiting.push({ device, go });
    });
  }

  /** A while in which a device does nothing. */
  async pause(device: string): Promise<void> {
    await this.turn(device);
  }

  private async exchange<T>(device: string, work: () => Result<T, GraphFault>): Promise<Result<T, GraphFault>> {
    const left = this.time;
    const fate = await this.turn(device);
    const inTime = this.time - left < patience;
    const answer = inTime && happens(fate) ? work() : fail({ kind: 'offline' } as const);
    await this.turn(device);
    if (this.crashed.has(device)) return new Promise(() => undefined);
    if (!inTime) return answer;
    return fate === 'arrives' ? answer : fail(faultOf(fate));
  }

  /** The workings list as a device reaches it, with one row at most. */
  access(device: string): Pick<ListAccess, 'byKey' | 'create' | 'change'> {
    return {
      byKey: () => this.exchange(device, () => ok(this.row)),
      create: (_, fields) =>
        this.exchange(device, () => (this.row ? fail({ kind: 'already-exists' }) : ok(this.keep(fields)))),
      change: (_, __, eTag, fields) =>
        this.exchange(device, () => (this.row?.eTag === eTag ? ok(this.keep(fields)) : fail({ kind: 'conflict' }))),
    };
  }

  private keep(fields: Fields): Row {
    this.version += 1;
    // SharePoint tells whole seconds.
    const at = `${new Date(this.time).toISOString().slice(0, 19)}Z`;
    const nobody = { createdBy: null, lastModifiedBy: null, createdAt: at };
    const { owner } = JSON.parse(String(fields.Body));
    if (owner !== null) this.owner = owner;
    this.row = { ...nobody, itemId: '1', eTag: String(this.version), lastModifiedAt: at, fields };
    return this.row;
  }

  /** As the Graph client sends: the token first, which may take long; then it leaves, if it still may. */
  send(device: string, owner: string, author: string, now: () => Date): Send {
    return async (leaveBy) => {
      const token = await this.turn(device);
      if (token === 'lost-there') return fail({ kind: 'signed-out' });
      if (now() >= leaveBy) return fail({ kind: 'too-late' });
      return this.exchange(device, () => {
        this.posts.push({ author, claimed: this.owner === owner });
        return ok(String(this.posts.length));
      });
    };
  }
}

/** Lets everything happen that waits for nothing outside. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
