// The results page over the real calls: what was shared is what councillors read, one page, and nothing of it holds up the sharing.
import * as z from 'zod';
import { siteId } from '../../sandbox/store/seed';
import { agree } from '../../src/commands/agree';
import { tryItFirst } from '../../src/commands/openAssessment';
import { pageName } from '../../src/commands/publishPage';
import { pageStanding, publishResultsPage } from '../../src/commands/resultsPage';
import { shareWithCouncillors } from '../../src/commands/share';
import { encode } from '../../src/sharepoint/codecs';
import { keys } from '../../src/sharepoint/records';
import { sitePages } from '../../src/sharepoint/resultsPage';
import { must } from '../sharepoint/tenant';
import {
  agreed,
  answered,
  answerOf,
  area,
  type Council,
  type Device,
  openCouncil,
  opened,
  otherArea,
  seenBy,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(async () => {
  await council.tenant.control('DELETE', '/faults');
  await council.leave();
});
afterAll(() => council.end());

const page = z.object({
  id: z.string(),
  title: z.string(),
  webUrl: z.string(),
  publishingState: z.object({ level: z.string(), versionId: z.string() }),
  canvasLayout: z.object({
    horizontalSections: z.array(
      z.object({ columns: z.array(z.object({ webparts: z.array(z.object({ innerHtml: z.string() })) })) }),
    ),
  }),
});

const found = (slug: string, id: string) => sitePages(council.tenant.graphAs(slug), siteId).byName(pageName(id));

/** The page as somebody reads it in SharePoint; its HTML as one text. */
async function readAs(slug: string, id: string) {
  const there = must(await found(slug, id));
  if (there === null) return null;
  const path = `/sites/${siteId}/pages/${there.id}/microsoft.graph.sitePage?$expand=canvasLayout`;
  const call = { method: 'GET', path, scopes: ['Sites.Read.All'] } as const;
  const whole = must(await council.tenant.graphAs(slug).send(call, page));
  const html = whole.canvasLayout.horizontalSections
    .flatMap(({ columns }) => columns.flatMap(({ webparts }) => webparts.map(({ innerHtml }) => innerHtml)))
    .join('');
  return { ...whole, html };
}

async function shared(device: Device): Promise<string> {
  const id = await opened(device, { tellChannel: false });
  await answered(device, id, area, answerOf(2, { remark: 'Secret remark' }));
  await agreed(device, id, area, 2);
  must(await shareWithCouncillors(device.work, id, { tellChannel: false }));
  return id;
}

const standing = async (device: Device, id: string) => pageStanding(await seenBy(device, id), new Date());

test('a councillor reads what was shared on a published page, with questions to ask and ways on', async () => {
  const priya = await council.arrive('priya');
  const id = await shared(priya);
  expect(await standing(priya, id)).toEqual({ kind: 'none' });
  expect(must(await publishResultsPage(priya.work, id, null)).state).toBe('published');
  const read = await readAs('margaret', id);
  expect(read).toMatchObject({ publishingState: { level: 'published', versionId: '1.0' } });
  for (const words of [
    'This is officers’ own assessment; it has not been independently checked.',
    'Now Developing',
    'What would it take to get there?',
    '/Lists/Procurement%20results',
    '/Lists/Procurement%20comments/NewForm.aspx',
    `assessment/${id}/results`,
    'The wording of this framework is the Local Government Association’s',
  ])
    expect(decodeURIComponent(read?.html ?? '')).toContain(decodeURIComponent(words));
  expect(read?.html).not.toContain('Secret remark');
  expect(await standing(priya, id)).toEqual({ kind: 'published', url: read?.webUrl, behind: false });
});

test('five devices at once make one page; sharing again publishes the same one', async () => {
  const priya = await council.arrive('priya');
  const id = await shared(priya);
  const others = ['tom', 'priya', 'tom', 'priya'] as const;
  const devices = [priya, ...(await Promise.all(others.map((slug) => council.arrive(slug))))];
  await Promise.all(devices.map((device) => seenBy(device, id)));
  const states = await Promise.all(
    devices.map(async ({ work }) => must(await publishResultsPage(work, id, null)).state),
  );
  expect(states.filter((state) => state !== 'published' && state !== 'making')).toEqual([]);
  const made = await readAs('margaret', id);
  must(await agree(priya.work, id, area, { level: 3, reason: 'Thought again' }));
  // The page never runs ahead of the list.
  expect(await publishResultsPage(priya.work, id, null)).toEqual({ ok: false, error: { kind: 'share-first' } });
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  expect(await standing(priya, id)).toMatchObject({ kind: 'published', behind: true });
  must(await publishResultsPage(priya.work, id, null));
  const again = await readAs('margaret', id);
  expect(again?.id).toBe(made?.id);
  expect(again?.html).toContain('Thought again');
  expect(await standing(priya, id)).toMatchObject({ kind: 'published', behind: false });
});

test('a page somebody edited by hand is left as it is, with their name, until a facilitator says to replace it', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await shared(priya);
  must(await publishResultsPage(priya.work, id, null));
  const pages = sitePages(council.tenant.graphAs('ben'), siteId);
  const there = must(await found('ben', id));
  if (!there) throw new Error('no page');
  must(await pages.change(there.id, there.eTag, { title: 'Edited by hand', sections: [] }));
  must(await pages.publish(there.id));
  must(await publishResultsPage(priya.work, id, null));
  expect((await readAs('margaret', id))?.title).toBe('Edited by hand');
  await seenBy(tom, id);
  const stands = await standing(tom, id);
  expect(stands).toMatchObject({ kind: 'edited', edit: { by: { displayName: 'Ben Carter' } } });
  must(await publishResultsPage(tom.work, id, stands.kind === 'edited' ? stands.edit : null));
  expect((await readAs('margaret', id))?.title).not.toBe('Edited by hand');
});

test('a page that SharePoint refuses leaves the sharing alone, says why, and can be tried again', async () => {
  const priya = await council.arrive('priya');
  for (const [path, status, reason] of [
    ['/pages', 403, 'no-access'],
    ['/publish', 404, 'not-found'],
    ['/pages', 400, 'unexpected'],
  ] as const) {
    await council.tenant.control('POST', '/faults', {
      rules: [{ method: 'POST', path, happens: { kind: 'status', status, code: 'accessDenied', message: 'No.' } }],
    });
    const id = await shared(priya);
    expect((await seenBy(priya, id)).assessment.phase).toBe('shared');
    must(await publishResultsPage(priya.work, id, null));
    expect(await standing(priya, id)).toMatchObject({ kind: 'refused', reason });
    await council.tenant.control('DELETE', '/faults');
    must(await publishResultsPage(priya.work, id, null));
    expect((await standing(priya, id)).kind).toBe('published');
  }
});

test('practice, nothing shared yet, or nobody to decide: no page', async () => {
  const [priya, ben] = [await council.arrive('priya'), await council.arrive('ben')];
  const practice = must(await tryItFirst(priya.work, 'Practice', 'Northbridge Council'));
  await agreed(priya, practice, area, 3);
  expect(await publishResultsPage(priya.work, practice, null)).toEqual({ ok: false, error: { kind: 'practice' } });
  const id = await opened(priya);
  await agreed(priya, id, otherArea, 3);
  expect(await publishResultsPage(priya.work, id, null)).toEqual({ ok: false, error: { kind: 'share-first' } });
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  await seenBy(ben, id);
  expect(await publishResultsPage(ben.work, id, null)).toMatchObject({ ok: false, error: { kind: 'not-allowed' } });
  expect([await found('priya', practice), await found('priya', id)].map(must)).toEqual([null, null]);
});

test('a row that nobody facilitating wrote points the page nowhere', async () => {
  const priya = await council.arrive('priya');
  const id = await shared(priya);
  const graph = council.tenant.graphAs('ben');
  const home = must(await sitePages(graph, siteId).create('home.aspx', { title: 'Home', sections: [] }));
  must(await sitePages(graph, siteId).publish(home.id));
  const planted = {
    kind: 'page',
    assessmentId: id,
    state: 'published',
    owner: null,
    pageId: home.id,
    url: 'https://elsewhere.example/',
    lastSeen: '',
    sharedAt: null,
    edited: null,
    reason: '',
  } as const;
  must(await council.byHand('ben').create('workings', encode('workings', planted, keys.page(id))));
  expect(await standing(priya, id)).toEqual({ kind: 'none' });
  expect(must(await publishResultsPage(priya.work, id, null)).state).toBe('published');
  const title = {
    method: 'GET',
    path: `/sites/${siteId}/pages/${home.id}/microsoft.graph.sitePage`,
    scopes: ['Sites.Read.All'],
  } as const;
  expect(must(await graph.send(title, z.object({ title: z.string() }))).title).toBe('Home');
});
