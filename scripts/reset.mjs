// `npm run sandbox:reset`: a clean Microsoft 365. A server that runs is told; else its files are deleted, and only its own.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './common.mjs';

/** Everything the sandbox writes into its folder. */
const files = ['sandbox.db', 'sandbox.db-wal', 'sandbox.db-shm', 'server.lock', 'server.origin'];

/** @param {string} lock its lock file @returns {boolean} whether the process that wrote it still runs */
function serverRuns(lock) {
  if (!existsSync(lock)) return false;
  try {
    return process.kill(Number(readFileSync(lock, 'utf8')), 0);
  } catch (error) {
    // A process of another user answers EPERM: it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** @param {string} folder where the sandbox keeps its state @returns {Promise<number>} the exit code */
async function reset(folder) {
  if (!serverRuns(path.join(folder, 'server.lock'))) {
    for (const file of files) rmSync(path.join(folder, file), { force: true });
    console.log(`The sandbox in ${folder} is clean.`);
    return 0;
  }
  const origin = readFileSync(path.join(folder, 'server.origin'), 'utf8').trim();
  const answer = await fetch(`${origin}/sandbox/reset`, { method: 'POST' });
  console.log(
    answer.ok ? `The sandbox running at ${origin} is clean.` : `${origin} answered ${answer.status}: not reset.`,
  );
  return answer.ok ? 0 : 1;
}

process.exitCode = await reset(path.resolve(root, process.env.SANDBOX_DIR ?? '.sandbox'));
