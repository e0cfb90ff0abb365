// Parts of a measure that run in processes of their own, so that their work does not stop the clock of what is measured.
import { fork } from 'node:child_process';
import { once } from 'node:events';

export interface Beside {
  /** What the process said first: that it is ready. */
  readonly ready: unknown;
  tell(message: object): void;
  /** Ends the process. */
  end(): Promise<void>;
}

/** The role this process was started for; undefined where it is the one that measures. */
export const roleHere = (): string | undefined => /^--as=(.+)$/.exec(process.argv[2] ?? '')?.[1];

/** What this process was started with. */
export const ordersHere = (): unknown => JSON.parse(process.argv[3] ?? '');

/** Starts this program once more, in a role; resolves once it says that it is ready. */
export async function startBeside(role: string, orders: object): Promise<Beside> {
  const child = fork(process.argv[1] ?? '', [`--as=${role}`, JSON.stringify(orders)]);
  const [ready] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`The process for the ${role} ended before it was ready.`);
    }),
  ]);
  return {
    ready,
    tell: (message) => void child.send(message),
    async end() {
      if (child.exitCode !== null) return;
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
    },
  };
}
