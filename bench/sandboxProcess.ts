// The sandbox in a process of its own.
import { once } from 'node:events';
import * as z from 'zod';
import { startSandbox } from '../sandbox/start';
import { ordersHere, startBeside } from './beside';
import { type Clock, clockShape, timeOf } from './clock';

const ready = z.object({ origin: z.string() });
const orders = z.object({ directory: z.string(), clock: clockShape });

/** Runs the sandbox until whoever started it is gone. */
export async function beSandbox(): Promise<void> {
  const { directory, clock } = orders.parse(ordersHere());
  const sandbox = await startSandbox({ port: 0, directory, quiet: true, now: () => timeOf(clock) });
  process.send?.({ origin: sandbox.origin });
  await once(process, 'disconnect');
  await sandbox.close();
}

/** Starts the sandbox; it keeps its state in the folder. */
export async function sandboxBeside(
  directory: string,
  clock: Clock,
): Promise<{ readonly origin: string; readonly end: () => Promise<void> }> {
  const beside = await startBeside('sandbox', { directory, clock });
  return { origin: ready.parse(beside.ready).origin, end: beside.end };
}
