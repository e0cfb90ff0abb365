// The browser's own clock, ids, randomness, network and visibility. Only entries pass it on.
import type { Environment } from './environment';

export const browserEnvironment: Environment = {
  now: () => new Date(),
  newId: () => crypto.randomUUID(),
  randomBelow(below) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    return random % below;
  },
  online: () => navigator.onLine,
  visible: () => document.visibilityState === 'visible',
  onChange(listener) {
    window.addEventListener('online', listener);
    window.addEventListener('offline', listener);
    document.addEventListener('visibilitychange', listener);
    return () => {
      window.removeEventListener('online', listener);
      window.removeEventListener('offline', listener);
      document.removeEventListener('visibilitychange', listener);
    };
  },
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
