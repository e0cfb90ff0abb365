// Starts a sandbox: a Microsoft 365 on this machine. Used by the server program and by tests.
import type { Exchange } from './graph/exchanges';
import { listen } from './listen';
import { type OpenOptions, openSandbox } from './open';
import { createSockets } from './sockets';
import { lockDirectory, noteOrigin } from './store/lock';

export interface StartOptions extends OpenOptions {
  /** 0 = any free port. */
  readonly port: number;
  /** Says nothing on the terminal. */
  readonly quiet?: boolean;
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
  let origin = '';
  const sockets = createSockets(options.now ?? (() => new Date()));
  const sandbox = openSandbox(options, { origin: () => origin, sockets });
  const server = await listen(sandbox.answer, options.port, sockets.attach).catch((error: unknown) => {
    sandbox.close();
    throw error;
  });
  origin = `http://127.0.0.1:${server.port}`;
  const forgetOrigin = noteOrigin(options.directory, origin);
  const productOrigin = `http://localhost:${server.port}`;
  if (options.quiet !== true) console.log(`Microsoft 365 on this machine: ${origin} (the product: ${productOrigin})`);
  const close = async (): Promise<void> => {
    sockets.close();
    await server.close();
    sandbox.close();
    forgetOrigin();
    unlock();
  };
  return { origin, productOrigin, exchanges: sandbox.exchanges, close };
}
