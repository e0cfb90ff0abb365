// The clock, ids and randomness of a machine that nobody looks at. Only entries pass it on.
import type { Environment } from './environment';

export const serverEnvironment: Environment = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  randomBelow(below) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    return random % below;
  },
  // It has no other way to tell than to try.
  online: () => true,
  visible: () => true,
  onChange: () => () => {},
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
