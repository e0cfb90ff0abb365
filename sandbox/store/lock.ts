// One server at a time on a state directory: a lock file that names the process holding it.
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import path from 'node:path';

const hasCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another user answers EPERM: it runs.
    return hasCode(error, 'EPERM');
  }
};

const create = (file: string): boolean => {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
};

const holder = (file: string): number => {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return 0;
    throw error;
  }
};

/** Notes where the server that holds `directory` can be reached, for `npm run sandbox:reset`; answers how to take the note away. */
export function noteOrigin(directory: string, origin: string): () => void {
  if (directory === ':memory:') return () => undefined;
  const file = path.join(directory, 'server.origin');
  writeFileSync(file, origin);
  return () => rmSync(file, { force: true });
}

/**
 * Takes the lock of `directory` and answers how to give it back. A lock left by a process that no longer runs is taken over.
 * Throws with a message fit for the terminal when another sandbox holds it. `:memory:` needs no lock.
 */
export function lockDirectory(directory: string): () => void {
  if (directory === ':memory:') return () => undefined;
  mkdirSync(directory, { recursive: true });
  const file = path.join(directory, 'server.lock');
  if (!create(file)) {
    const pid = holder(file);
    if (pid > 0 && isRunning(pid)) {
      throw new Error(
        `Another sandbox (process ${pid}) is using ${directory}. Stop it first, or set SANDBOX_DIR to another folder.`,
      );
    }
    rmSync(file, { force: true });
    if (!create(file)) throw new Error(`Another sandbox has just started on ${directory}.`);
  }
  return () => rmSync(file, { force: true });
}
