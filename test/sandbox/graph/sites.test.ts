// Two sites with lists and rights of their own: what is in one is not in the other.
import { membersSite, siteDomain, teamSite } from '../../../sandbox/store/seed';
import { startForTest, type TestSandbox, tokenFor } from './client';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startForTest();
});
afterAll(() => sandbox.running.close());

const lists = (site: string) => `/sites/${site}/lists`;

test('each is found by its id and by its path, under the council’s host and the one a browser shows', async () => {
  const priya = await sandbox.as('priya');
  for (const { id, collectionId, path, displayName } of [teamSite, membersSite])
    for (const address of [id, collectionId, `${siteDomain}:${path}`, `127.0.0.1:${path}`])
      expect((await priya('GET', `/sites/${address}`)).body).toMatchObject({ id, displayName });
  expect((await priya('GET', `/sites/${siteDomain}:/sites/none`)).status).toBe(404);
});

test('lists of one name are apart, and an id leads nowhere in the other site', async () => {
  const priya = await sandbox.as('priya');
  const made = await Promise.all(
    [teamSite, membersSite].map(({ id }) => priya('POST', lists(id), { displayName: 'Procurement results' })),
  );
  expect(made.map(({ status }) => status)).toEqual([201, 201]);
  expect(made.map(({ body }) => body.webUrl.replace(/^http:..[^/]+/, ''))).toEqual([
    '/sites/procurement/Lists/Procurement%20results',
    '/sites/members/Lists/Procurement%20results',
  ]);
  expect((await priya('GET', `${lists(teamSite.id)}/${made[1]?.body.id}`)).status).toBe(404);
});

test('a role counts for one site, and its owner gives it', async () => {
  const as = async (slug: string) => ({ Authorization: `Bearer ${await tokenFor(sandbox.origin, slug)}` });
  const tom = await sandbox.as('tom');
  const path = `/site-role/${sandbox.idOf('tom')}`;
  const wish = { role: 'guest', siteId: membersSite.id };
  expect((await sandbox.own('PUT', path, wish, await as('tom'))).status).toBe(403);
  expect((await sandbox.own('PUT', path, wish, await as('priya'))).status).toBe(200);
  expect((await tom('GET', `/sites/${membersSite.id}`)).status).toBe(403);
  expect((await tom('GET', `/sites/${teamSite.id}`)).status).toBe(200);
});

describe('where only the members’ site has a list for councillors', () => {
  let other: TestSandbox;
  beforeAll(async () => {
    other = await startForTest();
  });
  afterAll(() => other.running.close());

  test('the right on it opens that site alone', async () => {
    const [priya, margaret] = [await other.as('priya'), await other.as('margaret')];
    await priya('POST', lists(membersSite.id), { displayName: 'Procurement results' });
    expect((await margaret('GET', `/sites/${teamSite.id}`)).status).toBe(403);
    expect((await margaret('GET', lists(membersSite.id))).body.value.map(({ displayName }) => displayName)).toEqual([
      'Site Pages',
      'Procurement results',
    ]);
  });
});
