// The simulated page of the .dom tests: jsdom, with the parts of a browser that it lacks and the product uses. jsdom
// lays nothing out, so its ResizeObserver never reports.
import { webcrypto } from 'node:crypto';
import { TestEnvironment } from 'jest-environment-jsdom';

class SilentResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

export default class DomEnvironment extends TestEnvironment {
  /** @override */
  async setup() {
    await super.setup();
    // Bytes made by Node's own functions must be of the page's own type, or WebCrypto refuses them.
    Object.assign(this.global, { ArrayBuffer, Uint8Array, TextEncoder, TextDecoder, structuredClone });
    Object.assign(this.global, { ResizeObserver: SilentResizeObserver });
    Object.defineProperty(this.global, 'crypto', { value: webcrypto, configurable: true });
  }
}
