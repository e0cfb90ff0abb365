// Which fault an answer means.
import { faultOf, faultOfSignIn, shapeOf } from '../../src/graph/errors';
import type { GraphCall } from '../../src/graph/graph';

const call: GraphCall = {
  method: 'POST',
  path: '/sites/h,1,2/lists/3/items/4?$expand=fields',
  scopes: ['Sites.ReadWrite.All'],
};
const fault = (status: number, code = '', message = '') =>
  faultOf(call, { status, headers: {}, body: { error: { code, message } } }, '2026-11-22T10:00:00Z');

test.each([
  [401, '', '', { kind: 'signed-out' }],
  [403, 'accessDenied', 'Access denied', { kind: 'no-access', to: '/sites/…/lists/…/items' }],
  [
    403,
    'accessDenied',
    'Either scp or roles claim need to be present in the token.',
    { kind: 'consent-missing', scopes: ['Sites.ReadWrite.All'] },
  ],
  [
    403,
    'Forbidden',
    "Missing role permissions on the request. API requires one of 'TeamsActivity.Send'. Roles on the request ''.",
    { kind: 'consent-missing', scopes: ['Sites.ReadWrite.All'] },
  ],
  [404, 'itemNotFound', '', { kind: 'not-found', what: '/sites/…/lists/…/items' }],
  [409, 'nameAlreadyExists', '', { kind: 'already-exists' }],
  [409, 'resourceModified', '', { kind: 'conflict' }],
  [412, '', '', { kind: 'conflict' }],
  [410, 'resyncRequired', '', { kind: 'resync' }],
  [413, '', '', { kind: 'too-large' }],
  [429, '', '', { kind: 'throttled', until: '2026-11-22T10:00:00Z' }],
  // SharePoint's own words for a unique value that is taken, with the statuses they have been seen with.
  [500, '', 'duplicate values were found in one or more fields in the list', { kind: 'already-exists' }],
  [400, '', 'One or more fields with unique constraints already has the provided value', { kind: 'already-exists' }],
  [400, 'invalidRequest', 'Field X is not recognized', { kind: 'unexpected', status: 400 }],
])('%i %s %s', (status, code, message, expected) => {
  expect(fault(status, code, message)).toMatchObject(expected);
});

test('an unexpected answer keeps the request id, wherever it stands', () => {
  const inBody = { error: { code: 'x', message: 'm', innerError: { 'request-id': 'body' } } };
  expect(faultOf(call, { status: 500, headers: {}, body: inBody }, '')).toMatchObject({
    requestId: 'body',
    message: 'm',
  });
  expect(faultOf(call, { status: 502, headers: { 'request-id': 'head' }, body: '<html>' }, '')).toMatchObject({
    requestId: 'head',
  });
});

test('the shape of an address holds no ids', () => {
  expect(shapeOf('http://h/graph/v1.0/sites/a/lists/b/items/delta?token=x')).toBe('/sites/…/lists/…/items/delta');
  expect(shapeOf('/teams/1/channels/19%3Aabc/messages')).toBe('/teams/…/channels/…/messages');
});

test('no token means no consent, unless something else is wrong', () => {
  expect(faultOfSignIn({ kind: 'interaction' }, ['A'])).toEqual({ kind: 'consent-missing', scopes: ['A'] });
  expect(faultOfSignIn({ kind: 'consent', scopes: ['B'] }, ['A'])).toEqual({ kind: 'consent-missing', scopes: ['B'] });
  expect(faultOfSignIn({ kind: 'offline' }, ['A'])).toEqual({ kind: 'offline' });
});
