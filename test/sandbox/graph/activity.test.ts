// The activity feed: who may tell whom what, and what the person then sees.
import { clientId } from '../../../sandbox/store/seed';
import { type Call, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya', ['TeamsActivity.Send']);
});
afterAll(() => sandbox.running.close());
beforeEach(() => sandbox.own('POST', '/reset'));

const link = 'https://teams.microsoft.com/l/entity/app/tab?context=%7B%7D';
const line = {
  topic: { source: 'text', value: 'Showing leadership 2026', webUrl: link },
  activityType: 'systemDefault',
  previewText: { content: 'Two key areas wait for you' },
  templateParameters: [{ name: 'systemDefaultText', value: 'Your answers are asked for' }],
};
const address = (slug: string) => `/users/${sandbox.idOf(slug)}/teamwork/sendActivityNotification`;
const feed = async (slug: string) =>
  JSON.parse((await sandbox.own('GET', `/teams/activities/${sandbox.idOf(slug)}`)).text);

test('a line reaches the one it is for, with its text and where it leads, and is new until it is read', async () => {
  expect((await priya('POST', address('tom'), line)).status).toBe(204);
  const [told] = await feed('tom');
  expect(told).toMatchObject({
    title: 'Your answers are asked for',
    preview: 'Two key areas wait for you',
    topic: 'Showing leadership 2026',
    webUrl: link,
    sentBy: sandbox.idOf('priya'),
    read: false,
  });
  expect(await feed('aisha')).toEqual([]);
  const read = (slug: string) => sandbox.own('PUT', `/teams/activities/${sandbox.idOf(slug)}/${told.id}/read`);
  expect((await read('aisha')).status).toBe(404);
  expect((await read('tom')).status).toBe(204);
  expect(await feed('tom')).toMatchObject([{ read: true }]);
});

test('the app tells without a person, where an administrator allowed it', async () => {
  expect((await (await sandbox.asApp())('POST', address('tom'), line)).status).toBe(204);
  expect(await feed('tom')).toMatchObject([{ sentBy: clientId }]);
  await sandbox.own('POST', '/app', { roles: ['Sites.Selected'] });
  const refused = await (await sandbox.asApp())('POST', address('tom'), line);
  expect(refused.status).toBe(403);
  expect(refused.body.error.message).toMatch(/Missing role permissions.*TeamsActivity\.Send/);
});

test.each([
  ['a kind the manifest does not know', { activityType: 'neverDeclared' }],
  ['a gap that is not filled', { templateParameters: [] }],
  ['a link that is none of Teams', { topic: { ...line.topic, webUrl: 'https://example.org/' } }],
  ['no link', { topic: { source: 'text', value: 'x' } }],
  ['no topic', { topic: undefined }],
])('a line with %s is refused', async (_, change) => {
  expect((await priya('POST', address('tom'), { ...line, ...change })).status).toBe(400);
  expect(await feed('tom')).toEqual([]);
});

test('nobody is told who has not the app, who is not there, or without the scope', async () => {
  expect((await priya('POST', address('margaret'), line)).status).toBe(403);
  expect((await priya('POST', '/users/nobody/teamwork/sendActivityNotification', line)).status).toBe(404);
  const without = await sandbox.as('priya', ['User.Read']);
  expect((await without('POST', address('tom'), line)).body.error.message).toMatch(/Missing scope permissions/);
});
