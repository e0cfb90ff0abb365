/**
 * Councillors' lists move to another site while devices have them: each notices, and what it kept of the old ones is not taken for the new.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */
import { membersSite, siteId } from '../../sandbox/store/seed';
import { readComments } from '../../src/commands/comments';
import { movedTo } from '../../src/commands/movedLists';
import { shareWithCouncillors } from '../../src/commands/share';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { listAccess } from '../../src/sharepoint/access';
import { siteById } from '../../src/sharepoint/sites';
import { must } from '../sharepoint/tenant';
import { agreed, area, type Council, newProfile, openCouncil, opened, seenBy } from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

async function move() {
  const owner = council.tenant.graphAs('priya');
  const site = must(await siteById(owner, siteId));
  const plan = must(await planSetUp(owner, site, { kind: 'there', siteId: membersSite.id }));
  return must(await setUp(owner, plan, () => undefined));
}

test('a device notices, and on starting again shares into the new lists and reads only what is there', async () => {
  const profile = newProfile();
  const priya = await council.arrive('priya', { profile });
  const id = await opened(priya);
  await agreed(priya, id, area, 3);
  must(await shareWithCouncillors(priya.work, id, { tellChannel: false }));
  const old = listAccess(council.tenant.graphAs('margaret'), council.place);
  must(await old.create('comments', { CommentText: 'in the old list' }));
  must(await priya.work.replica.refresh());
  expect((await readComments(priya.work, id)).placed).toHaveLength(1);
  expect(await movedTo(priya.work)).toBeNull();

  const place = await move();
  must(await priya.work.replica.refresh());
  expect(await movedTo(priya.work)).toContain(membersSite.id);
  priya.close();
  await priya.over();

  const again = await council.arrive('priya', { profile });
  expect(await movedTo(again.work)).toBeNull();
  expect(again.work.listUrls.results).toContain('/sites/members/');
  const view = await seenBy(again, id);
  expect(view.shared).toEqual([]);
  expect((await readComments(again.work, id)).placed).toEqual([]);
  must(await shareWithCouncillors(again.work, id, { tellChannel: false }));
  const margaret = listAccess(council.tenant.graphAs('margaret'), place);
  expect(must(await margaret.byAssessment('results', id))).toHaveLength(1);
  must(await margaret.create('comments', { CommentText: 'in the new list' }));
  must(await again.work.replica.refresh());
  expect((await readComments(again.work, id)).placed.map(({ record }) => record.text)).toEqual(['in the new list']);
  // What was there before is still there.
  expect(must(await old.byAssessment('results', id))).toHaveLength(1);
});
