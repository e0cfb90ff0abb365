// Signing in without a person: what the token endpoint takes and refuses, and what Graph lets such a token do.
import { X509Certificate } from 'node:crypto';
import { importPKCS8, SignJWT } from 'jose';
import { clientId, siteId, teamId, tenantId } from '../../sandbox/store/seed';
import { makeCertificate, type TestCertificate } from './certificate';
import {
  type Answer,
  askToken,
  type Call,
  makeList,
  messages,
  send,
  site,
  startForTest,
  type TestSandbox,
} from './graph/client';

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.running.close());
beforeEach(() => sandbox.own('POST', '/reset'));

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const ask = (parameters: Readonly<Record<string, string>>, tenant?: string): Promise<Answer> =>
  askToken(sandbox.origin, parameters, tenant);

async function asApp(
  parameters: Readonly<Record<string, string>> = { client_secret: 'sandbox-secret' },
): Promise<Call> {
  const { body } = await ask(parameters);
  return (method, path, payload, headers = {}) =>
    send(sandbox.origin, method, `/graph/v1.0${path}`, payload, {
      Authorization: `Bearer ${body.access_token}`,
      ...headers,
    });
}

const audience = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;

/** What a sign-in library sends: signed with the certificate's key, naming the certificate by its thumbprint. */
async function assertionOf({ certificate, privateKey }: TestCertificate, to = audience): Promise<string> {
  const thumbprint = Buffer.from(new X509Certificate(certificate).fingerprint256.replaceAll(':', ''), 'hex');
  return new SignJWT({})
    .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint.toString('base64url') })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(to)
    .setExpirationTime('5m')
    .sign(await importPKCS8(privateKey, 'PS256'));
}

const later = new Date('2040-01-01T00:00:00Z');

test('a certificate that is registered signs in, and its token is good for Graph', async () => {
  const mine = makeCertificate(later);
  await sandbox.own('POST', '/app', { certificate: mine.certificate, secret: null });
  const app = await asApp({ client_assertion_type: assertionType, client_assertion: await assertionOf(mine) });
  expect((await app('GET', site)).status).toBe(200);
});

test('another certificate, another audience and a secret that was taken away are refused as Entra refuses them', async () => {
  const mine = makeCertificate(later);
  await sandbox.own('POST', '/app', { certificate: mine.certificate, secret: null });
  for (const assertion of [
    await assertionOf(makeCertificate(later)),
    await assertionOf(mine, 'https://elsewhere.example/token'),
    'no.assertion.atall',
  ]) {
    const answer = await ask({ client_assertion_type: assertionType, client_assertion: assertion });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  }
  expect((await ask({ client_secret: 'sandbox-secret' })).text).toContain('AADSTS7000215');
});

test.each([
  ['another tenant', {}, 'unknown', 'invalid_request'],
  ['another app', { client_id: teamId }, tenantId, 'unauthorized_client'],
  ['another kind of grant', { grant_type: 'password' }, tenantId, 'unsupported_grant_type'],
  ['single scopes', { scope: 'https://graph.microsoft.com/Sites.Selected' }, tenantId, 'invalid_scope'],
])('a wish for %s is refused', async (_, parameters, tenant, error) => {
  const answer = await ask({ client_secret: 'sandbox-secret', ...parameters }, tenant);
  expect(answer.status).toBe(400);
  expect(answer.body.error).toBe(error);
});

test("the platform's managed identity speaks for the app only while it may", async () => {
  const identity = (resource: string) =>
    send(sandbox.origin, 'GET', `/sandbox/identity?api-version=2019-08-01&resource=${resource}`, undefined, {
      'X-IDENTITY-HEADER': 'sandbox',
    });
  const { body } = await identity('api://AzureADTokenExchange');
  const parameters = { client_assertion_type: assertionType, client_assertion: body.access_token };
  expect((await (await asApp(parameters))('GET', site)).status).toBe(200);
  const elsewhere = await identity('https://vault.azure.net');
  expect((await ask({ ...parameters, client_assertion: elsewhere.body.access_token })).status).toBe(401);
  await sandbox.own('POST', '/app', { identityId: null });
  expect((await ask(parameters)).status).toBe(401);
  expect((await identity('api://AzureADTokenExchange')).status).toBe(400);
});

test('with Sites.Selected the app reads and writes the sites it was granted, as far as it was, and no other', async () => {
  const list = await makeList(await sandbox.as('priya'), 'Workings');
  const app = await asApp();
  const made = await app('POST', `${list}/items`, { fields: { Title: 'x' } });
  expect(made.status).toBe(201);
  expect(JSON.parse(made.text)).toMatchObject({
    createdBy: { application: { id: clientId }, user: { displayName: 'SharePoint App' } },
  });
  const grant = (right: string) => sandbox.own('PUT', `/site-grants/${siteId}`, { right });
  await grant('read');
  expect((await app('GET', `${list}/items`)).status).toBe(200);
  expect((await app('POST', `${list}/items`, { fields: { Title: 'y' } })).status).toBe(403);
  await grant('none');
  for (const path of [site, `${site}/lists`, `${list}/items`, `${list}/items/delta?token=latest`])
    expect([path, (await app('GET', path)).status]).toEqual([path, 403]);
});

test('without the role there is nothing, and what only a person may do no role allows', async () => {
  const app = await asApp();
  expect((await app('POST', messages, { body: { content: 'x' } })).status).toBe(403);
  expect((await app('GET', '/me')).status).toBe(403);
  expect((await app('POST', `${site}/lists`, { displayName: 'Mine' })).status).toBe(403);
  await sandbox.own('POST', '/app', { roles: [] });
  expect((await (await asApp())('GET', site)).status).toBe(403);
});
