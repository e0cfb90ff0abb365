// A plain browser: it takes its looks from the system, knows no place, and signs in only where the configuration allows.

import { createBrowserHost } from '../../src/hosts/browser';
import type { Config } from '../../src/hosts/config';
import { stoppedClock } from './clock';

const config: Config = {
  graph: 'https://graph.microsoft.com/v1.0',
  clientId: '2a6f4e0d-81c3-4b57-a9d2-6e3f17c05b84',
  authority: 'https://login.microsoftonline.com/7F1C8A52-3B0E-4D6A-9E41-5C2D90B7A613',
  teamsOrigins: [],
  appId: 'c94d2b7e-5f16-4a83-b0e9-1d7c58a23f60',
  browserSignIn: false,
  teamsDeepLinks: 'https://teams.microsoft.com',
};

/** Media features that hold, and who listens for changes of them. */
let holding: string[] = [];
const listeners = new Set<() => void>();

beforeEach(() => {
  holding = [];
  listeners.clear();
  const matchMedia = (query: string) => ({
    matches: holding.includes(query),
    addEventListener: (_: string, listener: () => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: () => void) => listeners.delete(listener),
  });
  Object.defineProperty(window, 'matchMedia', { value: matchMedia, configurable: true });
});

const host = () =>
  createBrowserHost(config, {
    now: () => new Date(0),
    newId: () => 'id',
    randomBelow: () => 0,
    online: () => true,
    visible: () => true,
    onChange: () => () => undefined,
    after: stoppedClock().after,
  });

test('it knows the tenant and nothing else', () => {
  expect(host().context()).toEqual({
    person: null,
    tenantId: '7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
    frame: 'browser',
    subPage: null,
    channel: null,
    meeting: null,
    site: null,
  });
});

test('the system’s look is followed until nobody listens; forced colours go before dark', () => {
  const browser = host();
  const heard: string[] = [];
  const stop = browser.onThemeChange((theme) => heard.push(theme));
  expect(browser.theme()).toBe('default');
  holding = ['(prefers-color-scheme: dark)'];
  for (const listener of listeners) listener();
  expect(heard).toContain('dark');
  holding = ['(prefers-color-scheme: dark)', '(forced-colors: active)'];
  expect(browser.theme()).toBe('contrast');
  stop();
  expect(listeners.size).toBe(0);
});

test('without leave to sign in there is no token, and it says why', async () => {
  expect(await host().token(['User.Read'], 'ask')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
});

test('a link leads to this page at the sub page', () => {
  window.history.replaceState(null, '', '/app/tab.html?site=s#/framework');
  expect(host().linkTo('assessment/a1', 'label')).toBe('http://localhost/app/tab.html?site=s#/assessment/a1');
});
