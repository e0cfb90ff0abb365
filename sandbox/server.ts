// The program behind `npm start`: runs the sandbox until it is told to stop.
// PORT (default 4430), SANDBOX_DIR (default .sandbox).
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { PortTaken } from './listen';
import { type RunningSandbox, type StartOptions, startSandbox } from './start';

// Built to build/sandbox/server, three folders below the root of the repository.
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const usualPort = 4430;

function wantedPort(): number {
  const text = process.env.PORT ?? '';
  if (text === '') return usualPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new Error(`PORT is "${text}", which is no port number.`);
}

const options = (port: number): StartOptions => ({
  port,
  directory: process.env.SANDBOX_DIR || path.join(root, '.sandbox'),
  productDirectory: path.join(root, 'dist'),
  pagesDirectory: path.join(root, 'build/sandbox/pages'),
  quiet: true,
});

async function startOnFreePort(port: number): Promise<RunningSandbox> {
  try {
    return await startSandbox(options(port));
  } catch (error) {
    if (!(error instanceof PortTaken) || port >= 65_535) throw error;
    console.log(`Port ${port} is in use by another program; trying ${port + 1}.`);
    return startOnFreePort(port + 1);
  }
}

try {
  const sandbox = await startOnFreePort(wantedPort());
  console.log(`Ready: ${sandbox.origin}`);
  const stop = (): void => {
    sandbox.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
