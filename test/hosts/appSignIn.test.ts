// Signing in as the app through MSAL itself, against the sandbox's token endpoint.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { clientId, siteDomain, sitePath, tenantId } from '../../sandbox/store/seed';
import { createGraph } from '../../src/graph/client';
import { createAppSignIn } from '../../src/hosts/appSignIn';
import { siteByPath } from '../../src/sharepoint/sites';
import type { Proof } from '../../src/unattended/settings';
import { makeCertificate } from '../sandbox/certificate';
import { environment, must, startTenant, type Tenant } from '../sharepoint/tenant';
import { microsoftAt } from '../unattended/microsoft';

let tenant: Tenant;
const folder = mkdtempSync(path.join(tmpdir(), 'worker-'));
beforeAll(async () => {
  tenant = await startTenant({ inProcess: true });
});
afterEach(() => tenant.control('POST', '/reset'));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await tenant.close();
});

const asked: string[] = [];
const network = (): typeof fetch => {
  const there = microsoftAt(tenant);
  return (input, init) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return there(input, init);
  };
};
const signInBy = (proof: Proof) => createAppSignIn({ tenantId, clientId, proof }, network());

function fileOf(...parts: readonly string[]): string {
  const file = path.join(folder, `${parts.length}.pem`);
  writeFileSync(file, parts.join('\n'));
  return file;
}

const later = new Date('2040-01-01T00:00:00Z');

test('a certificate signs in for Graph, and its token is kept', async () => {
  const { certificate, privateKey } = makeCertificate(later);
  await tenant.control('POST', '/app', { certificate, secret: null });
  const signIn = must(signInBy({ kind: 'certificate', file: fileOf(certificate, privateKey) }));
  expect(signIn.certificateEnds).toEqual(later);
  const graph = createGraph({
    baseUrl: 'https://graph.microsoft.com/v1.0',
    token: signIn.token,
    environment,
    fetch: network(),
  });
  asked.length = 0;
  expect(must(await siteByPath(graph, siteDomain, sitePath)).displayName).not.toBe('');
  expect(must(await siteByPath(graph, siteDomain, sitePath)).displayName).not.toBe('');
  expect(asked.filter((url) => url.includes('/oauth2/v2.0/token'))).toHaveLength(1);
});

test('a certificate that is not registered is refused in words an operator can look up', async () => {
  const { certificate, privateKey } = makeCertificate(later);
  await tenant.control('POST', '/app', { certificate: makeCertificate(later).certificate, secret: null });
  const signIn = must(signInBy({ kind: 'certificate', file: fileOf(certificate, privateKey) }));
  expect(await signIn.token()).toMatchObject({ ok: false, error: { detail: expect.stringContaining('AADSTS700027') } });
});

test('a file that is missing, or holds only half of it, is told before anybody is asked', () => {
  const { certificate, privateKey } = makeCertificate(later);
  asked.length = 0;
  for (const file of [path.join(folder, 'none.pem'), fileOf(certificate), fileOf(privateKey, '')])
    expect(signInBy({ kind: 'certificate', file })).toMatchObject({
      ok: false,
      error: expect.stringMatching(/^WORKER_CERTIFICATE: /),
    });
  expect(asked).toEqual([]);
});

test('the identity of the machine is exchanged for that of the app', async () => {
  process.env.IDENTITY_ENDPOINT = 'http://127.0.0.1/sandbox/identity';
  process.env.IDENTITY_HEADER = 'sandbox';
  try {
    const signIn = must(signInBy({ kind: 'managed-identity', id: null }));
    expect(must(await signIn.token())).not.toBe('');
  } finally {
    delete process.env.IDENTITY_ENDPOINT;
    delete process.env.IDENTITY_HEADER;
  }
});

test('a secret signs in too, a wrong one does not, and no network is no refusal', async () => {
  expect(must(await must(signInBy({ kind: 'secret', secret: 'sandbox-secret' })).token())).not.toBe('');
  const wrong = await must(signInBy({ kind: 'secret', secret: 'other' })).token();
  expect(wrong).toMatchObject({
    ok: false,
    error: { kind: 'unavailable', detail: expect.stringContaining('AADSTS7000215') },
  });
  const cut: typeof fetch = async () => {
    throw new TypeError('fetch failed');
  };
  const offline = must(createAppSignIn({ tenantId, clientId, proof: { kind: 'secret', secret: 's' } }, cut));
  expect(await offline.token()).toMatchObject({ ok: false, error: { kind: 'offline' } });
});
