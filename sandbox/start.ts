// Starts a sandbox: a Microsoft 365 on this machine. Used by the server program and by tests.
import { randomUUID } from 'node:crypto';
import type { Exchange } from './graph/exchanges';
import type { Sandbox } from './graph/types';
import { listen } from './listen';
import { originsApp } from './origins';
import { openDatabase } from './store/database';
import { lockDirectory, noteOrigin } from './store/lock';
import { seedWhereNew } from './store/reset';

export interface StartOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Where state is kept; `:memory:` = not kept. */
  readonly directory: string;
  /** The built product (dist/); left out where only Graph is wanted. */
  readonly productDirectory?: string;
  /** The built pages of the sandbox; left out where only Graph is wanted. */
  readonly pagesDirectory?: string;
  /** Says nothing on the terminal. */
  readonly quiet?: boolean;
  /** Keeps every exchange with Graph for contract checks: bodies, never tokens. */
  readonly recordExchanges?: boolean;
  /** The clock; the machine's own where left out. */
  readonly now?: () => Date;
}

export interface RunningSandbox {
  /** Where the sandbox and Graph are: `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** Where the product is: `http://localhost:PORT`. */
  readonly productOrigin: string;
  /** The exchanges recorded so far. */
  readonly exchanges: () => readonly Exchange[];
  readonly close: () => Promise<void>;
}

/** Starts one. Throws `PortTaken`, or an error with a message for the terminal where another sandbox uses the directory. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const unlock = lockDirectory(options.directory);
  try {
    return await start(options, unlock);
  } catch (error) {
    unlock();
    throw error;
  }
}

async function start(options: StartOptions, unlock: () => void): Promise<RunningSandbox> {
  const database = openDatabase(options.directory);
  let origin = '';
  const sandbox: Sandbox = {
    database,
    now: options.now ?? (() => new Date()),
    newId: randomUUID,
    origin: () => origin,
  };
  seedWhereNew(database, sandbox.now());
  const recorded: Exchange[] = [];
  const keep = (exchange: Exchange): void => void recorded.push(exchange);
  const folders = { product: options.productDirectory, pages: options.pagesDirectory };
  const fetch = originsApp(sandbox, folders, options.recordExchanges === true ? keep : undefined);
  const server = await listen(fetch, options.port).catch((error: unknown) => {
    database.close();
    throw error;
  });
  origin = `http://127.0.0.1:${server.port}`;
  const forgetOrigin = noteOrigin(options.directory, origin);
  const productOrigin = `http://localhost:${server.port}`;
  if (options.quiet !== true) console.log(`Microsoft 365 on this machine: ${origin} (the product: ${productOrigin})`);
  const close = async (): Promise<void> => {
    await server.close();
    database.close();
    forgetOrigin();
    unlock();
  };
  return { origin, productOrigin, exchanges: () => recorded, close };
}
