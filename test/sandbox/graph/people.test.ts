// People, pictures, the team with its channels, and the way from a channel to its site.
import { boardChannelId, generalChannelId, siteCollectionId, teamId } from '../../../sandbox/store/seed';
import { type Call, startForTest, type TestSandbox } from './client';

let sandbox: TestSandbox;
let priya: Call;

beforeAll(async () => {
  sandbox = await startForTest();
  priya = await sandbox.as('priya');
});
afterAll(() => sandbox.running.close());

test('the people of the council, with their roles, are listed', async () => {
  const { body } = await sandbox.own('GET', '/people');
  const roles = body.map((person) => person.role).sort();
  expect(roles).toEqual([
    'councillor',
    'councillor',
    'guest',
    'member',
    'member',
    'member',
    'member',
    'owner',
    'visitor',
  ]);
});

test('one sees all of oneself and the basic profile of others', async () => {
  expect((await priya('GET', '/me')).body).toMatchObject({
    displayName: 'Priya Shah',
    jobTitle: 'Head of procurement',
  });
  const tom = await priya('GET', `/users/${sandbox.idOf('tom')}`);
  expect(tom.body).toMatchObject({
    displayName: 'Tom Okafor',
    jobTitle: null,
    mail: 'tom.okafor@northbridge.gov.example',
  });
  const onlySelf = await sandbox.as('priya', ['User.Read']);
  expect((await onlySelf('GET', `/users/${sandbox.idOf('priya')}`)).status).toBe(200);
  expect((await onlySelf('GET', `/users/${sandbox.idOf('tom')}`)).status).toBe(403);
});

test.each([
  ['"displayName:kh"', ['Aisha Khan']],
  ['"displayName:CLLR"', ['Cllr Margaret Doyle', 'Cllr Sunil Rao']],
  ['"displayName:zzz" OR "mail:dan."', ['Dan Hughes']],
])('$search=%s finds by the beginnings of words', async (search, names) => {
  const found = await priya(
    'GET',
    `/users?$search=${encodeURIComponent(search)}&$select=id,displayName&$count=true`,
    undefined,
    {
      ConsistencyLevel: 'eventual',
    },
  );
  expect(found.body['@odata.count']).toBe(names.length);
  expect(found.body.value.map((person) => person.displayName)).toEqual(names);
});

test('a search needs its header and its form', async () => {
  expect((await priya('GET', '/users?$search="displayName:kh"')).status).toBe(400);
  expect((await priya('GET', '/users?$search=kh', undefined, { ConsistencyLevel: 'eventual' })).status).toBe(400);
  const { body } = await priya('GET', "/users?$filter=startswith(displayName,'Tom')");
  expect(body.value).toHaveLength(1);
});

test('most people have a picture, and those without are a 404', async () => {
  const mine = await priya('GET', '/me/photo/$value');
  expect([mine.status, mine.headers.get('Content-Type')]).toEqual([200, 'image/png']);
  expect((await priya('GET', `/users/${sandbox.idOf('dan')}/photo/$value`)).status).toBe(404);
});

test('the team is joined by those who belong to it', async () => {
  const teamsOf = async (slug: string) => (await (await sandbox.as(slug))('GET', '/me/joinedTeams')).body.value.length;
  expect(await teamsOf('ben')).toBe(1);
  expect(await teamsOf('dan')).toBe(0);
  expect((await (await sandbox.as('margaret'))('GET', `/teams/${teamId}`)).status).toBe(403);
});

test('from a channel one comes to its folder, drive and site', async () => {
  const channels = await priya('GET', `/teams/${teamId}/channels`);
  expect(channels.body.value.map((channel) => channel.id)).toEqual([generalChannelId, boardChannelId]);
  const channel = await priya('GET', `/teams/${teamId}/channels/${boardChannelId}`);
  expect(channel.body).toMatchObject({ displayName: 'Commercial board', membershipType: 'standard' });
  const folder = await priya('GET', `/teams/${teamId}/channels/${encodeURIComponent(boardChannelId)}/filesFolder`);
  const drive = await priya('GET', `/drives/${folder.body.parentReference.driveId}?$select=id,webUrl,sharePointIds`);
  expect(drive.body.sharePointIds.siteId).toBe(siteCollectionId);
  expect((await priya('GET', `/sites/${drive.body.sharePointIds.siteId}`)).status).toBe(200);
});
