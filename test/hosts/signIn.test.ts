// Tokens: silent requests never open anything, asking does only when needed, and nothing waits for ever.

import type { AccountInfo, AuthenticationResult } from '@azure/msal-browser';
import { InteractionRequiredAuthError } from '@azure/msal-browser';
import { createSignIn, type TokenClient } from '../../src/hosts/signIn';
import { stoppedClock } from './clock';

const id = 'a1f0c3d2-4b56-4e78-9a01-2c3d4e5f6071';
const account: AccountInfo = {
  homeAccountId: `${id}.t`,
  environment: 'login.microsoftonline.com',
  tenantId: 't',
  username: 'priya@council.example',
  localAccountId: id.toUpperCase(),
  name: 'Priya Shah',
};

const answer = (accessToken: string, holder = account): AuthenticationResult => ({
  authority: '',
  uniqueId: holder.localAccountId,
  tenantId: 't',
  scopes: [],
  account: holder,
  idToken: '',
  idTokenClaims: {},
  accessToken,
  fromCache: false,
  expiresOn: null,
  tokenType: 'Bearer',
  correlationId: '',
});

const consentRequired = () => new InteractionRequiredAuthError('consent_required', '', 'Consent is needed.');

function signingIn(client: Partial<TokenClient>, online = true) {
  const clock = stoppedClock();
  const asked: string[] = [];
  const msal: TokenClient = {
    getAllAccounts: client.getAllAccounts ?? (() => []),
    acquireTokenSilent: (request) => {
      asked.push('silent');
      return client.acquireTokenSilent?.(request) ?? Promise.resolve(answer('silent token'));
    },
    acquireTokenPopup: (request) => {
      asked.push('window');
      return client.acquireTokenPopup?.(request) ?? Promise.resolve(answer('window token'));
    },
  };
  const signIn = createSignIn({
    open: async () => msal,
    environment: { after: clock.after, online: () => online },
    expected: { id, loginHint: 'priya@council.example' },
  });
  return { signIn, clock, asked };
}

test('a token says whose it is', async () => {
  const { signIn } = signingIn({});
  expect(signIn.person()).toBeNull();
  expect(await signIn.token(['User.Read'], 'silent')).toEqual({ ok: true, value: 'silent token' });
  expect(signIn.person()).toEqual({ id, displayName: 'Priya Shah' });
});

test('requests for the same scopes share one call, others do not', async () => {
  const { signIn, asked } = signingIn({});
  await Promise.all([
    signIn.token(['A', 'B'], 'silent'),
    signIn.token(['B', 'A'], 'silent'),
    signIn.token(['A'], 'silent'),
  ]);
  expect(asked).toEqual(['silent', 'silent']);
  await signIn.token(['A'], 'silent');
  expect(asked).toHaveLength(3);
});

test('a silent request never opens a window, and names the scopes that want consent', async () => {
  const { signIn, asked } = signingIn({ acquireTokenSilent: () => Promise.reject(consentRequired()) });
  expect(await signIn.token(['Sites.Manage.All'], 'silent')).toEqual({
    ok: false,
    error: { kind: 'consent', scopes: ['Sites.Manage.All'] },
  });
  expect(asked).toEqual(['silent']);
});

test('asking opens a window only where silence is not enough', async () => {
  const enough = signingIn({});
  await enough.signIn.token(['A'], 'ask');
  expect(enough.asked).toEqual(['silent']);
  const needed = signingIn({ acquireTokenSilent: () => Promise.reject(consentRequired()) });
  expect(await needed.signIn.token(['A'], 'ask')).toEqual({ ok: true, value: 'window token' });
  expect(needed.asked).toEqual(['silent', 'window']);
});

test('a token for somebody else is refused', async () => {
  const other = { ...account, localAccountId: 'someone-else', username: 'tom@council.example' };
  const { signIn } = signingIn({ acquireTokenSilent: async () => answer('their token', other) });
  expect(await signIn.token(['A'], 'silent')).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
  expect(signIn.person()).toBeNull();
});

test('offline is said at once', async () => {
  const { signIn, asked } = signingIn({}, false);
  expect(await signIn.token(['A'], 'ask')).toEqual({ ok: false, error: { kind: 'offline' } });
  expect(asked).toEqual([]);
});

test('a host that never answers does not hold anybody up', async () => {
  const { signIn, clock } = signingIn({ acquireTokenSilent: () => new Promise(() => {}) });
  const token = signIn.token(['A'], 'silent');
  await untilWaiting(clock);
  clock.pass(20_000);
  expect(await token).toMatchObject({ ok: false, error: { kind: 'unavailable' } });
});

test('a sign-in that could not be loaded is loaded again next time', async () => {
  let attempts = 0;
  const signIn = createSignIn({
    open: () => Promise.reject(new Error(`attempt ${++attempts}`)),
    environment: { after: stoppedClock().after, online: () => true },
    expected: null,
  });
  await signIn.token(['A'], 'silent');
  expect(await signIn.token(['A'], 'silent')).toEqual({
    ok: false,
    error: { kind: 'unavailable', detail: 'attempt 2' },
  });
});

async function untilWaiting(clock: ReturnType<typeof stoppedClock>): Promise<void> {
  for (let turn = 0; turn < 20 && clock.waiting() === 0; turn++) await Promise.resolve();
}
