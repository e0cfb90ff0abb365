// Nested app authentication: what MSAL gets for its requests in each state of consent.
import {
  type Authority,
  answerAuthentication,
  type Consent,
  namedScopes,
} from '../../../../sandbox/teams/protocol/naa';

const person = { id: 'oid', displayName: 'Zoë Ångström', userPrincipalName: 'zoe@northbridge.gov.example' };

/** An authority whose questions and tokens are watched. */
function authorityWith(part: Partial<Authority> = {}): Authority {
  const authority: Authority = {
    person,
    tenantId: 'tenant',
    consent: async () => ({ mode: 'all' }),
    ask: async () => true,
    token: async (scopes) => `token for ${scopes.join('+')}`,
    now: () => 1_795_392_000_000,
    ...part,
  };
  jest.spyOn(authority, 'ask');
  jest.spyOn(authority, 'token');
  return authority;
}

async function send(method: string, authority: Authority, scope = 'User.Read Sites.ReadWrite.All openid') {
  const request = {
    messageType: 'NestedAppAuthRequest',
    method,
    requestId: 'r1',
    tokenParams: { clientId: 'c', scope },
  };
  return JSON.parse(await answerAuthentication(JSON.stringify(request), authority));
}

const asking = (granted: readonly string[]) => async (): Promise<Consent> => ({ mode: 'ask', granted });

it('introduces the account at the start, as MSAL looks it up in its cache', async () => {
  expect(await send('GetInitContext', authorityWith())).toMatchObject({
    messageType: 'NestedAppAuthResponse',
    requestId: 'r1',
    success: true,
    initContext: { accountContext: { homeAccountId: 'oid.tenant', tenantId: 'tenant' } },
  });
});

it('gives a token with exactly the scopes asked for, and an identity that decodes', async () => {
  const answer = await send('GetToken', authorityWith());
  expect(answer).toMatchObject({
    success: true,
    token: { access_token: 'token for User.Read+Sites.ReadWrite.All', scope: 'User.Read Sites.ReadWrite.All' },
    account: { homeAccountId: 'oid.tenant', username: person.userPrincipalName, localAccountId: 'oid' },
  });
  const [, claims = ''] = answer.token.id_token.split('.');
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toMatchObject({
    oid: 'oid',
    tid: 'tenant',
    preferred_username: person.userPrincipalName,
    name: person.displayName,
  });
});

it('never asks behind someone’s back: a missing consent is an answer until a popup is wanted', async () => {
  const authority = authorityWith({ consent: asking(['User.Read']) });
  expect(await send('GetToken', authority)).toMatchObject({
    success: false,
    error: { status: 'USER_INTERACTION_REQUIRED' },
  });
  expect(authority.ask).not.toHaveBeenCalled();
  expect(authority.token).not.toHaveBeenCalled();
  expect(await send('GetTokenPopup', authority)).toMatchObject({ success: true });
  expect(authority.ask).toHaveBeenCalledWith(['Sites.ReadWrite.All']);
});

it('asks nothing when everything was accepted before', async () => {
  const authority = authorityWith({ consent: asking(['User.Read', 'Sites.ReadWrite.All']) });
  expect(await send('GetToken', authority)).toMatchObject({ success: true });
});

it('says USER_CANCEL when the person cancels', async () => {
  const authority = authorityWith({ consent: asking([]), ask: async () => false });
  expect(await send('GetTokenPopup', authority)).toMatchObject({ success: false, error: { status: 'USER_CANCEL' } });
  expect(authority.token).not.toHaveBeenCalled();
});

it('answers a failing token service instead of leaving MSAL waiting for ever', async () => {
  const authority = authorityWith({ token: () => Promise.reject(new Error('down')) });
  expect(await send('GetToken', authority)).toMatchObject({ success: false, error: { status: 'NO_NETWORK' } });
});

it.each(['', 'no json', '{}', '{"messageType":"NestedAppAuthRequest","method":"Other","requestId":"r"}'])(
  'answers %j with an error',
  async (json) => {
    expect(JSON.parse(await answerAuthentication(json, authorityWith()))).toMatchObject({
      success: false,
      error: { status: 'PERSISTENT_ERROR' },
    });
  },
);

it('reads scopes by their short names, once each, without those of sign-in', () => {
  expect(
    namedScopes('https://graph.microsoft.com/User.Read User.Read  openid profile offline_access .default'),
  ).toEqual(['User.Read']);
});
