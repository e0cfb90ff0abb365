// Somebody who has the product open: the real start, the real replica, the real way to Graph; only the page is missing.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { siteDomain, sitePath, tenantId } from '../sandbox/store/seed';
import type { Host } from '../src/base/host';
import type { Person } from '../src/base/person';
import { startWork } from '../src/commands/start';
import type { Workplace } from '../src/commands/workplace';
import { framework } from '../src/framework';
import { createGraph } from '../src/graph/client';
import { general } from '../test/scale/yearsOfPast';
import { type BenchEnvironment, type Clock, environmentOn } from './clock';
import type { Reach, Token } from './reach';

/** One exchange over the network, as the page sees it. Moments are of `performance.now()`. */
export interface Exchanged {
  readonly sentAt: number;
  readonly arrivedAt: number;
  readonly asked: string;
  readonly answered: string;
}

export interface Participant {
  readonly clock: Clock;
  readonly person: Person;
  readonly work: Workplace;
  readonly environment: BenchEnvironment;
  /** Told of every exchange, before the product is. */
  listen(listener: (exchanged: Exchanged) => void): void;
  /** Closes the page. */
  leave(): void;
}

export interface Arrival {
  /** Whether what is kept lies in IndexedDB (the measured ones), or in memory, as where a browser refuses storage. */
  readonly keeps: 'indexed-database' | 'memory';
  /** Whether the page can be seen, and so looks for changes by itself. */
  readonly visible: boolean;
  readonly listen?: (exchanged: Exchanged) => void;
}

/** Somebody opens the product. */
export async function arrive(to: Reach, person: Person, { keeps, visible, listen }: Arrival): Promise<Participant> {
  const environment = environmentOn(to.clock, { online: true, visible });
  const listeners = new Set(listen ? [listen] : []);
  let here = true;
  const token = to.tokenFor(person);
  const graph = createGraph({
    baseUrl: to.baseUrl,
    token,
    environment,
    async fetch(input, init) {
      if (!here || !environment.online()) throw new TypeError('fetch failed');
      const sentAt = performance.now();
      const answer = await fetch(input, init);
      const answered = await answer.text();
      const exchanged = { sentAt, arrivedAt: performance.now(), asked: String(init?.body ?? ''), answered };
      for (const listener of listeners) listener(exchanged);
      return new Response(answered === '' ? null : answered, { status: answer.status, headers: answer.headers });
    },
  });
  const started = await startWork({
    host: hostOf(person, token),
    graph,
    environment,
    framework,
    chosen: null,
    frames: { locks: null, line: null },
    share: null,
    database: keeps === 'indexed-database' ? { indexedDB: new IDBFactory(), IDBKeyRange } : null,
    failed: (error) => {
      if (here) console.error(error);
    },
  });
  if (started.kind !== 'ready') throw new Error(`${person.displayName} cannot start: ${JSON.stringify(started)}`);
  const work = started.workplace;
  return {
    clock: to.clock,
    person,
    work,
    environment,
    listen: (listener) => void listeners.add(listener),
    leave() {
      here = false;
      work.replica.close();
      environment.stop();
    },
  };
}

function hostOf(person: Person, token: Token): Host {
  return {
    kind: 'teams',
    context: () => ({
      person,
      tenantId,
      frame: 'content',
      subPage: null,
      channel: { ...general, teamName: 'Procurement' },
      meeting: null,
      site: { domain: siteDomain, path: sitePath },
    }),
    theme: () => 'default',
    onThemeChange: () => () => undefined,
    token,
    linkTo: (subPage) => `https://teams.example/${encodeURIComponent(subPage)}`,
    open: async () => undefined,
    notifyReady: () => undefined,
    pickPeople: null,
    shareToStage: null,
    configuration: null,
  };
}

/** Waits until what a participant knows satisfies a condition; fails after two minutes. */
function until(participant: Participant, what: string, holds: () => Promise<boolean>): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => end(() => reject(new Error(`Waited in vain until ${what}`))), 120_000);
    const end = (then: () => void) => {
      clearTimeout(giveUp);
      queueMicrotask(() => stop());
      then();
    };
    const stop = participant.work.replica.watch(
      holds,
      (value) => value && end(resolve),
      (error) => end(() => reject(error)),
    );
  });
}

/** Waits until SharePoint has everything that was written. */
export const sent = (participant: Participant): Promise<void> =>
  until(participant, 'everything is sent', async () => (await participant.work.replica.unsent()).length === 0);
