// Opens a sandbox in this process: everything but a port. Tests that make many calls use it as it is.
import { randomUUID } from 'node:crypto';
import { setTimeout as passTime } from 'node:timers/promises';
import { createFaultBook } from './faults/book';
import type { Exchange } from './graph/exchanges';
import type { Sandbox } from './graph/types';
import { originsApp } from './origins';
import type { Sockets } from './sockets';
import { openDatabase, type SandboxDatabase } from './store/database';
import { resetDatabase, seedWhereNew } from './store/reset';
import { changeSettings, readSettings, type Settings } from './store/settings';
import { createUsage } from './usage';

export interface OpenOptions {
  /** Where state is kept; `:memory:` = not kept. */
  readonly directory: string;
  /** The built product (dist/); left out where only Graph is wanted. */
  readonly productDirectory?: string;
  /** The built pages of the sandbox; left out where only Graph is wanted. */
  readonly pagesDirectory?: string;
  /** Keeps every exchange with Graph for contract checks: bodies, never tokens. */
  readonly recordExchanges?: boolean;
  /** The clock; the machine's own where left out. */
  readonly now?: () => Date;
  /** How delays on request are waited for, in milliseconds; by the machine's own clock where left out. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  /** Settings to begin with, also after a reset; all others as usual. */
  readonly settings?: Partial<Settings>;
}

export interface OpenedSandbox {
  /**
   * Answers a call as the network would: the sandbox under `origin`, Graph under `/graph/v1.0` there. Rejects with a
   * TypeError where a fault on request breaks the connection. Redirects are for the caller to follow.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The same for a request as it stands. */
  readonly answer: (request: Request) => Response | Promise<Response>;
  /** Where the sandbox and Graph are. */
  readonly origin: () => string;
  readonly database: SandboxDatabase;
  /** The exchanges recorded so far. */
  readonly exchanges: () => readonly Exchange[];
  readonly close: () => void;
}

/** Rejects when the caller gives up waiting. */
const givenUp = ({ signal }: Request): Promise<never> =>
  new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    else signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

/** How those come in who come over the network. */
export interface Network {
  readonly origin: () => string;
  readonly sockets: Sockets;
}

/** Opens one; without a network it cannot tell of changes over web sockets, and says so when asked. */
export function openSandbox(options: OpenOptions, network?: Network): OpenedSandbox {
  const origin = network?.origin ?? (() => 'http://127.0.0.1');
  const database = openDatabase(options.directory);
  const now = options.now ?? (() => new Date());
  const sandbox: Sandbox = {
    database,
    now,
    newId: randomUUID,
    origin,
    wait: options.wait ?? ((milliseconds) => passTime(milliseconds)),
    faults: createFaultBook(),
    usage: createUsage(now, () => readSettings(database).tenantSize),
    sockets: network?.sockets,
    changed(listId) {
      const { sockets, socketDelayMilliseconds } = readSettings(database);
      if (sockets === 'on') network?.sockets.changed(listId, socketDelayMilliseconds);
    },
    reset() {
      resetDatabase(database, now());
      changeSettings(database, options.settings ?? {});
      sandbox.faults.clear();
      sandbox.usage.clear();
      network?.sockets.forget();
    },
  };
  seedWhereNew(database, now());
  changeSettings(database, options.settings ?? {});
  const recorded: Exchange[] = [];
  const keep = (exchange: Exchange): void => void recorded.push(exchange);
  const folders = { product: options.productDirectory, pages: options.pagesDirectory };
  const answer = originsApp(sandbox, folders, options.recordExchanges === true ? keep : undefined);
  return {
    fetch(input, init) {
      const request = new Request(input, init);
      return Promise.race([answer(request), givenUp(request)]);
    },
    answer,
    origin,
    database,
    exchanges: () => recorded,
    close: () => database.close(),
  };
}
