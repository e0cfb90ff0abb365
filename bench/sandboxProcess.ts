// The sandbox in a process of its own: its work must not stop the clock of the replicas that are measured.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import * as z from 'zod';
import { startSandbox } from '../sandbox/start';
import { type Clock, timeOf } from './clock';

const flag = '--sandbox';
const ready = z.object({ origin: z.string() });
const orders = z.object({ directory: z.string(), speed: z.number(), start: z.number() });

/** Whether this process was started to be the sandbox. */
export const isSandboxProcess = (): boolean => process.argv[2] === flag;

/** Runs the sandbox until whoever started it is gone. */
export async function beSandbox(): Promise<void> {
  const { directory, ...clock } = orders.parse(JSON.parse(process.argv[3] ?? ''));
  const sandbox = await startSandbox({ port: 0, directory, quiet: true, now: () => timeOf(clock) });
  process.send?.({ origin: sandbox.origin });
  await once(process, 'disconnect');
  await sandbox.close();
}

/** Starts the sandbox beside this process; it keeps its state in the folder. */
export async function startBeside(
  directory: string,
  clock: Clock,
): Promise<{ readonly origin: string; readonly end: () => Promise<void> }> {
  const child = fork(process.argv[1] ?? '', [flag, JSON.stringify({ directory, ...clock })]);
  const [message] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The sandbox did not start.');
    }),
  ]);
  return {
    origin: ready.parse(message).origin,
    async end() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
