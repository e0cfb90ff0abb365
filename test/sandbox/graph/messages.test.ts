// Channel messages: posting, replying, what Teams refuses, and a channel that is gone.
import { generalChannelId } from '../../../sandbox/store/seed';
import { type Call, messages, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya');
});
afterAll(() => sandbox.running.close());

const cardType = 'application/vnd.microsoft.card.adaptive';
const card = (text: string, version = '1.5') =>
  JSON.stringify({ type: 'AdaptiveCard', version, body: [{ type: 'TextBlock', text }] });
const withCard = (content: unknown, placed = 'c1', id = 'c1') => ({
  body: { contentType: 'html', content: `<attachment id="${placed}"></attachment>` },
  attachments: [{ id, contentType: cardType, contentUrl: null, content, name: null, thumbnailUrl: null }],
});

test('a card and its reply are read as they were posted, by the person who posted them', async () => {
  const posted = await priya('POST', messages, { ...withCard(card('hello')), subject: 'Results' });
  expect(posted.status).toBe(201);
  expect(posted.body).toMatchObject({
    subject: 'Results',
    from: { user: { id: sandbox.idOf('priya'), displayName: 'Priya Shah' } },
    attachments: [{ content: card('hello') }],
  });
  const tom = await sandbox.as('tom');
  const reply = await tom('POST', `${messages}/${posted.body.id}/replies`, { body: { content: 'Thanks' } });
  expect(reply.body).toMatchObject({ replyToId: posted.body.id, from: { user: { displayName: 'Tom Okafor' } } });
  expect(reply.body.id).not.toBe(posted.body.id);
  const { body } = await priya('GET', `${messages}?$expand=replies`);
  expect(body.value).toMatchObject([{ id: posted.body.id, replies: [{ body: { content: 'Thanks' } }] }]);
  expect((await priya('GET', `${messages}/${posted.body.id}/replies`)).body.value).toHaveLength(1);
  expect((await tom('POST', `${messages}/${reply.body.id}/replies`, { body: { content: 'x' } })).status).toBe(404);
});

test('messages of the same moment have ids of their own, newest first, page by page', async () => {
  await sandbox.own('POST', '/reset');
  const posted = await Promise.all(['1', '2', '3'].map((content) => priya('POST', messages, { body: { content } })));
  expect(new Set(posted.map((answer) => answer.body.id)).size).toBe(3);
  const first = await priya('GET', `${messages}?$top=2`);
  const rest = await priya('GET', first.body['@odata.nextLink'] ?? '');
  const seen = [...first.body.value, ...rest.body.value].map((message) => message.id);
  expect(seen).toEqual(
    posted
      .map((answer) => answer.body.id)
      .sort()
      .reverse(),
  );
});

test.each([
  ['the card as an object', withCard({ type: 'AdaptiveCard', version: '1.5' })],
  ['a card that is no JSON', withCard('{')],
  ['a card that is none', withCard('{"type":"Other"}')],
  ['a card too new', withCard(card('x', '1.6'))],
  ['an id the text does not place', withCard(card('x'), 'c1', 'c2')],
  ['a place without attachment', { body: { contentType: 'html', content: '<attachment id="c1"></attachment>' } }],
  ['no content', { body: { contentType: 'html', content: '' } }],
  ['no body', { subject: 'x' }],
])('a message with %s is refused', async (_, message) => {
  expect((await priya('POST', messages, message)).status).toBe(400);
});

test('a message over 28 KB is refused as too large', async () => {
  const sized = (length: number) => withCard(card('é'.repeat(length / 2)));
  expect((await priya('POST', messages, sized(26_000))).status).toBe(201);
  expect((await priya('POST', messages, sized(28_700))).status).toBe(413);
});

test('a deleted channel is not found, and is there again when restored', async () => {
  const address = `/channels/${encodeURIComponent(generalChannelId)}`;
  await sandbox.own('PUT', address, { deleted: true });
  expect((await priya('POST', messages, { body: { content: 'x' } })).status).toBe(404);
  expect((await priya('GET', messages.replace('/messages', ''))).status).toBe(404);
  await sandbox.own('PUT', address, { deleted: false });
  expect((await priya('POST', messages, { body: { content: 'x' } })).status).toBe(201);
});

test('where only owners may post, members may not; in an archived channel nobody may', async () => {
  const address = `/channels/${encodeURIComponent(generalChannelId)}`;
  const ben = await sandbox.as('ben');
  const message = { body: { content: 'x' } };
  await sandbox.own('PUT', address, { posting: 'owners' });
  expect([(await priya('POST', messages, message)).status, (await ben('POST', messages, message)).status]).toEqual([
    201, 403,
  ]);
  await sandbox.own('PUT', address, { posting: 'archived' });
  expect((await priya('POST', messages, message)).status).toBe(403);
  await sandbox.own('PUT', address, { posting: 'everyone' });
  expect((await ben('POST', messages, message)).status).toBe(201);
});
