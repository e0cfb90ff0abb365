// A limit to waiting for programs that may never answer.
import type { Environment } from '../base/environment';

/** What `within` gives when the time is over. */
export const late = Symbol('late');

/** The promise's value, or `late` after so many milliseconds. What comes after that is ignored; a rejection in time is passed on. */
export function within<T>(
  promise: Promise<T>,
  milliseconds: number,
  after: Environment['after'],
): Promise<T | typeof late> {
  return new Promise((resolve, reject) => {
    const cancel = after(milliseconds, () => resolve(late));
    promise.then(resolve, reject).finally(cancel);
  });
}
