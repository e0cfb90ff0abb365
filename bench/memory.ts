// How much memory this process holds on to.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');

/** Megabytes in use once what nobody needs is cleared away. */
export function megabytesKept(): number {
  if (typeof collect === 'function') collect();
  return megabytesUsed();
}

/** Megabytes in use now, with what could be cleared away. */
export const megabytesUsed = (): number => process.memoryUsage().heapUsed / 2 ** 20;
