// A workflow's address: takes a card as an object and posts it as the flow's bot, and misbehaves on request.
import { boardChannelId, generalChannelId } from '../../sandbox/store/seed';
import { type Answer, type Call, messages, send, startForTest, type TestSandbox } from './graph/client';

let sandbox: TestSandbox;
let priya: Call;

beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.running.close());
beforeEach(async () => {
  await sandbox.own('POST', '/reset');
  priya = await sandbox.as('priya');
});

const card = { type: 'AdaptiveCard', version: '1.5', body: [] };
const withCard = (content: unknown) => ({
  type: 'message',
  attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
});

async function addressOf(channelId = generalChannelId): Promise<string> {
  return JSON.parse((await sandbox.own('GET', '/workflows')).text)[channelId];
}
const post = async (body: unknown, address?: string): Promise<Answer> =>
  send(sandbox.origin, 'POST', address ?? (await addressOf()), body);
const posted = async () => (await priya('GET', messages)).body.value;

test('a card is accepted and stands in its channel, by the flow and by nobody', async () => {
  expect(await post(withCard(card))).toMatchObject({ status: 202, text: '' });
  expect(await posted()).toMatchObject([
    {
      from: { user: null, application: { displayName: 'Workflows' } },
      attachments: [{ content: JSON.stringify(card) }],
    },
  ]);
});

test.each([
  ['a card as text', withCard(JSON.stringify(card)), 400],
  ['no card', { type: 'message', attachments: [] }, 400],
  ['a body of another kind', { text: 'hello' }, 400],
  ['no JSON', '{', 400],
  ['more than 28 KB', withCard({ ...card, body: ['x'.repeat(28_700)] }), 413],
])('%s is refused', async (_, body, status) => {
  expect((await post(body)).status).toBe(status);
  expect(await posted()).toEqual([]);
});

test('who does not hold the address of this very channel may not post', async () => {
  const swapped = (await addressOf(boardChannelId)).replace(
    /sig=.*/,
    `sig=${new URL(await addressOf()).searchParams.get('sig')}`,
  );
  expect((await post(withCard(card), swapped)).status).toBe(401);
});

test('a card for a channel that is gone is accepted and goes nowhere, as the flow fails later', async () => {
  const address = await addressOf();
  await sandbox.own('PUT', `/channels/${encodeURIComponent(generalChannelId)}`, { deleted: true });
  expect((await post(withCard(card), address)).status).toBe(202);
  await sandbox.own('PUT', `/channels/${encodeURIComponent(generalChannelId)}`, { deleted: false });
  expect(await posted()).toEqual([]);
});

test.each([400, 404, 410, 429, 500])('it answers %i on request, and posts nothing', async (status) => {
  const happens = { kind: 'status', status, ...(status === 429 ? { retryAfter: 7 } : {}) };
  await sandbox.own('POST', '/faults', { rules: [{ path: '/workflows/', count: 1, happens }] });
  const answer = await post(withCard(card));
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Retry-After')).toBe(status === 429 ? '7' : null);
  expect(await posted()).toEqual([]);
  expect((await post(withCard(card))).status).toBe(202);
});

test('it hangs on request, and loses the answer although it posted', async () => {
  await sandbox.own('POST', '/faults', { rules: [{ path: '/workflows/', count: 1, happens: { kind: 'hang' } }] });
  const giveUp = new AbortController();
  const body = JSON.stringify(withCard(card));
  const hanging = fetch(await addressOf(), { method: 'POST', body, signal: giveUp.signal });
  const struck = async (): Promise<number> => (await sandbox.own('GET', '/faults')).body.rules[0]?.struck ?? 0;
  while ((await struck()) === 0);
  giveUp.abort();
  await expect(hanging).rejects.toThrow(/abort/i);
  await sandbox.own('DELETE', '/faults');
  await sandbox.own('POST', '/faults', { rules: [{ path: '/workflows/', count: 1, happens: { kind: 'drop-after' } }] });
  await expect(post(withCard(card))).rejects.toThrow(/fetch failed/);
  expect(await posted()).toHaveLength(1);
});
