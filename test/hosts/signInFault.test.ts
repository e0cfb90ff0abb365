// Why there is no token: MSAL's own errors, as the product tells them apart.
import { BrowserAuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser';
import { signInFault } from '../../src/hosts/signInFault';

const scopes = ['Sites.ReadWrite.All'];

test.each([
  ['the host wants the person', new InteractionRequiredAuthError('login_required', ''), { kind: 'interaction' }],
  ['no account yet', new BrowserAuthError('no_account_error', ''), { kind: 'interaction' }],
  ['consent by its own code', new InteractionRequiredAuthError('consent_required', ''), { kind: 'consent', scopes }],
  [
    'consent below another code',
    new InteractionRequiredAuthError('invalid_grant', '', 'x', 'consent_required'),
    { kind: 'consent', scopes },
  ],
  [
    'consent by an administrator',
    new ServerError('invalid_grant', '', 'AADSTS90094: admin'),
    { kind: 'consent', scopes },
  ],
  ['window closed', new BrowserAuthError('user_cancelled', ''), { kind: 'cancelled' }],
  ['cancelled in the host', new ClientAuthError('user_canceled', ''), { kind: 'cancelled' }],
  ['consent declined', new ServerError('access_denied', '', 'AADSTS65004: declined'), { kind: 'cancelled' }],
  ['no network', new ClientAuthError('no_network_connectivity', ''), { kind: 'offline' }],
  ['window blocked', new BrowserAuthError('popup_window_error', ''), { kind: 'unavailable' }],
  ['a server that will not', new ServerError('server_error', '', 'AADSTS50011'), { kind: 'unavailable' }],
])('%s', (_, error, fault) => expect(signInFault(error, scopes)).toMatchObject(fault));

test('a fault of our own is not taken for one of signing in', () => {
  expect(() => signInFault(new RangeError('ours'), scopes)).toThrow(RangeError);
});
