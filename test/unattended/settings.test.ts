// What the worker must be told: each variable that is missing or wrong is named, and no secret is repeated.
import { readSettings, type Variables } from '../../src/unattended/settings';
import { must } from '../sharepoint/tenant';

const webhook = 'https://example.environment.api.powerplatform.com/workflows/1?sig=verysecret';
const whole: Variables = {
  AAD_APP_TENANT_ID: '3C1E5D7A-94b2-4e6f-a0c8-7d2b9f4e1c55',
  AAD_APP_CLIENT_ID: '0d8f4a36-2b57-4f0a-8e57-6c1f8d3c9a10',
  TEAMS_APP_ID: '5f2c9f7e-6a1d-4c7b-9d0e-3b8a41c0d6f2',
  TAB_ENDPOINT: 'https://leadership.council.example/',
  WORKER_SITES: 'https://council.sharepoint.com/sites/one\n https://council.sharepoint.com/sites/two',
  WORKER_WEBHOOKS: JSON.stringify({ '19:abc@thread.tacv2': webhook }),
  WORKER_CERTIFICATE: '/run/secrets/worker.pem',
};

const faultsOf = (changes: Variables): readonly string[] => {
  const read = readSettings({ ...whole, ...changes });
  return read.ok ? [] : read.error;
};

test('whole settings are read', () => {
  expect(must(readSettings({ ...whole, PATH: '/bin' }))).toEqual({
    tenantId: '3c1e5d7a-94b2-4e6f-a0c8-7d2b9f4e1c55',
    clientId: '0d8f4a36-2b57-4f0a-8e57-6c1f8d3c9a10',
    proof: { kind: 'certificate', file: '/run/secrets/worker.pem' },
    sites: [
      { domain: 'council.sharepoint.com', path: '/sites/one' },
      { domain: 'council.sharepoint.com', path: '/sites/two' },
    ],
    webhooks: new Map([['19:abc@thread.tacv2', webhook]]),
    teamsAppId: '5f2c9f7e-6a1d-4c7b-9d0e-3b8a41c0d6f2',
    tabAddress: 'https://leadership.council.example/tab.html',
  });
});

test('nothing at all names everything that is missing, each once', () => {
  const read = readSettings({});
  const names = read.ok ? [] : read.error.map((fault) => fault.split(':')[0]);
  expect(names).toEqual([
    'AAD_APP_TENANT_ID',
    'AAD_APP_CLIENT_ID',
    'TEAMS_APP_ID',
    'TAB_ENDPOINT',
    'WORKER_SITES',
    'WORKER_CERTIFICATE',
  ]);
  expect(read.ok ? '' : read.error.join('\n')).not.toMatch(/undefined|Invalid/);
});

test('an empty variable counts as missing', () => {
  expect(faultsOf({ TEAMS_APP_ID: '' })).toEqual([expect.stringMatching(/^TEAMS_APP_ID: is missing/)]);
});

test.each([
  ['AAD_APP_TENANT_ID', 'council'],
  ['WORKER_SITES', 'http://council.sharepoint.com/sites/one'],
  ['WORKER_SITES', 'procurement'],
  ['WORKER_WEBHOOKS', '{'],
  ['WORKER_WEBHOOKS', '{"General": "https://example.org"}'],
  ['WORKER_WEBHOOKS', '{"19:a": "http://example.org/?sig=verysecret"}'],
])('%s as %s is wrong, and its name says where', (name, value) => {
  const faults = faultsOf({ [name]: value });
  expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name}\\b.*: is not `))]);
  expect(faults.join()).not.toContain('verysecret');
});

test('a certificate comes before the identity of the machine, and that before a secret', () => {
  const proofOf = (changes: Variables) => must(readSettings({ ...whole, ...changes })).proof;
  const identity = { IDENTITY_ENDPOINT: 'http://localhost/token', IDENTITY_HEADER: 'x' };
  const all = { ...identity, WORKER_SECRET: 's' };
  expect(proofOf(all).kind).toBe('certificate');
  expect(proofOf({ ...all, WORKER_CERTIFICATE: '' })).toEqual({ kind: 'managed-identity', id: null });
  expect(proofOf({ ...all, WORKER_CERTIFICATE: '', WORKER_IDENTITY: 'i' })).toEqual({
    kind: 'managed-identity',
    id: 'i',
  });
  expect(proofOf({ WORKER_CERTIFICATE: '', WORKER_SECRET: 's' })).toEqual({ kind: 'secret', secret: 's' });
});

test('a channel needs no workflow, and one on this machine may do without https', () => {
  expect(must(readSettings({ ...whole, WORKER_WEBHOOKS: undefined })).webhooks.size).toBe(0);
  expect(faultsOf({ WORKER_WEBHOOKS: '{"19:a": "http://127.0.0.1:4430/workflows/1"}' })).toEqual([]);
});
