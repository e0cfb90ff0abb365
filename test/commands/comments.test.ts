/**
 * Councillors' comments, in the members' site: placed by the preset or by an officer, answered, and nothing of them lost.
 * Dexie leaves itself on the global object, and jest's clean-up of globals follows everything it holds, without end:
 * @jest-environment-options {"globalsCleanup": "off"}
 */

import { membersSite, siteId } from '../../sandbox/store/seed';
import { isUnknown, placeComment, readComments, replyTo } from '../../src/commands/comments';
import { openAssessment } from '../../src/commands/openAssessment';
import { shareWithCouncillors } from '../../src/commands/share';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { listAccess } from '../../src/sharepoint/access';
import type { Fields, ListAccess } from '../../src/sharepoint/listAccess';
import type { Place } from '../../src/sharepoint/place';
import { siteById } from '../../src/sharepoint/sites';
import { must, personOf } from '../sharepoint/tenant';
import {
  agreed,
  area,
  type Council,
  type Device,
  draftOf,
  newProfile,
  openCouncil,
  opened,
  seenBy,
  sent,
  until,
} from './people';

let council: Council;
let place: Place;
let margaret: ListAccess;
beforeAll(async () => {
  council = await openCouncil();
  const owner = council.tenant.graphAs('priya');
  const site = must(await siteById(owner, siteId));
  const plan = must(await planSetUp(owner, site, { kind: 'there', siteId: membersSite.id }));
  place = must(await setUp(owner, plan, () => undefined));
  margaret = listAccess(council.tenant.graphAs('margaret'), place);
});
afterEach(() => council.leave());
afterAll(() => council.end());

const hostile = '<img src=x onerror=alert(1)> **bold** [x](javascript:alert(1)) {{DATE(2026-01-01)}} “quotes” 😀 مرحبا';
const areaTitle = 'Engaging councillors';

/** SharePoint's New form: it sends what was filled in, and nothing of what is preset. */
const ask = async (fields: Fields): Promise<string> => must(await margaret.create('comments', fields)).itemId;

/** An assessment that Priya has shared, with Tom's device beside hers. */
async function shared() {
  const priya = await council.arrive('priya', { profile: newProfile() });
  const id = await opened(priya);
  await agreed(priya, id, area, 3);
  expect(must(await shareWithCouncillors(priya.work, id, { tellChannel: false }))).toEqual({ notPreset: null });
  const tom = await council.arrive('tom', { profile: newProfile() });
  await seenBy(tom, id);
  return { id, priya, tom };
}

async function commentsOn(device: Device, id: string) {
  must(await device.work.replica.refresh());
  return readComments(device.work, id);
}

async function commentOn(device: Device, id: string, itemId: string) {
  const found = (await commentsOn(device, id)).placed.find(({ key }) => key === itemId);
  if (!found) throw new Error(`${device.work.person.displayName} does not see ${itemId}`);
  return found;
}

const becomesApart = ({ work: { replica } }: Device) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (replica.standing().kind === 'apart') resolve();
    };
    replica.onStanding(look);
    look();
  });

const inSharePoint = async (itemId: string) => must(await margaret.read('comments', itemId));

test('what a councillor asks after sharing names the assessment by itself, and loses nothing', async () => {
  const { id, priya } = await shared();
  const long = `${hostile}\n${'long '.repeat(12_000)}`;
  const itemId = await ask({ Title: 'Pipeline', Kind: 'Question', KeyArea: areaTitle, CommentText: long });
  const comment = await commentOn(priya, id, itemId);
  expect(comment.createdBy).toEqual(personOf('margaret'));
  expect(comment.record).toEqual({
    assessmentId: id,
    keyAreaId: area,
    title: 'Pipeline',
    kind: 'question',
    text: long,
    reply: '',
  });
  must(await replyTo(priya.work, id, comment, hostile, ''));
  await sent(priya);
  expect((await inSharePoint(itemId)).fields).toMatchObject({ Title: 'Pipeline', CommentText: long, Reply: hostile });
  // Asking again is another item; the councillor reads the reply in the first.
  const again = await ask({ Title: 'Again', Kind: 'Question', CommentText: 'And when?' });
  expect((await commentsOn(priya, id)).placed.map(({ key }) => key)).toEqual([itemId, again]);
});

test('no right to change columns stops no sharing, and the reason is given', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  await agreed(priya, id, area, 3);
  await council.tenant.control('POST', '/faults', {
    rules: [{ method: 'PATCH', path: '/columns/', happens: { kind: 'status', status: 403, code: 'accessDenied' } }],
  });
  const result = await shareWithCouncillors(priya.work, id, { tellChannel: false });
  await council.tenant.control('DELETE', '/faults');
  expect(result).toMatchObject({ ok: true, value: { notPreset: { kind: 'no-access' } } });
  expect((await seenBy(priya, id)).assessment.phase).toBe('shared');
});

test('one that names no assessment, or one that is nowhere, is offered and placed; another council’s is left alone', async () => {
  const { id, tom, priya } = await shared();
  const other = await opened(priya);
  await seenBy(tom, other);
  const nameless = await ask({ CommentText: 'to be placed', AssessmentId: null });
  const nowhere = await ask({ CommentText: 'names nothing known', AssessmentId: 'nonsense' });
  const elsewhere = await ask({ CommentText: 'of the other one', AssessmentId: other });
  const { others } = await commentsOn(tom, id);
  expect(others.map(({ key }) => key)).toEqual(expect.arrayContaining([nowhere]));
  expect(others.map(({ key }) => key)).not.toContain(elsewhere);
  expect(must(await isUnknown(tom.work, 'nonsense'))).toBe(true);
  expect(must(await isUnknown(tom.work, other))).toBe(false);
  // SharePoint's preset filled in what was left empty.
  expect((await commentsOn(tom, id)).placed.map(({ key }) => key)).toContain(nameless);
  const found = others.find(({ key }) => key === nowhere);
  if (!found) throw new Error('It is not offered');
  must(await placeComment(tom.work, id, found));
  await sent(tom);
  expect((await inSharePoint(nowhere)).fields.AssessmentId).toBe(id);
  expect((await commentOn(priya, id, nowhere)).record.text).toBe('names nothing known');
});

test('the councillor’s change and an officer’s reply at the same time end in one item', async () => {
  const { id, priya } = await shared();
  const itemId = await ask({ Kind: 'Question', CommentText: 'Wht?' });
  const comment = await commentOn(priya, id, itemId);
  const row = await inSharePoint(itemId);
  must(await margaret.change('comments', itemId, row.eTag, { CommentText: 'What?' }));
  must(await replyTo(priya.work, id, comment, 'This.', ''));
  await sent(priya);
  expect((await inSharePoint(itemId)).fields).toMatchObject({ CommentText: 'What?', Reply: 'This.' });
});

test('two officers who reply at once: the same words are one reply, different ones stay twice until someone chooses', async () => {
  const { id, priya, tom } = await shared();
  const itemId = await ask({ Kind: 'Question', CommentText: 'Who?' });
  const [hers, his] = [await commentOn(priya, id, itemId), await commentOn(tom, id, itemId)];
  must(await replyTo(priya.work, id, hers, 'Priya says.', ''));
  await sent(priya);
  must(await replyTo(tom.work, id, his, 'Tom says.', ''));
  const state = await until(
    tom,
    'there are two versions',
    () => tom.work.replica.saveState('comments', itemId),
    ({ kind }) => kind === 'two-versions',
  );
  expect(state).toMatchObject({ mine: { reply: 'Tom says.' }, theirs: { reply: 'Priya says.' } });
  expect((await inSharePoint(itemId)).fields.Reply).toBe('Priya says.');
  await tom.work.replica.choose('comments', itemId, 'mine');
  await sent(tom);
  expect((await inSharePoint(itemId)).fields.Reply).toBe('Tom says.');

  const second = await ask({ Kind: 'Question', CommentText: 'Where?' });
  const both = [await commentOn(priya, id, second), await commentOn(tom, id, second)] as const;
  for (const [at, { work }] of [priya, tom].entries()) must(await replyTo(work, id, both[at] ?? both[0], 'Here.', ''));
  await sent(priya);
  await sent(tom);
  expect((await inSharePoint(second)).fields.Reply).toBe('Here.');
});

test('who only looks on can neither reply nor place', async () => {
  const { id } = await shared();
  const itemId = await ask({ Kind: 'Question', CommentText: 'Who may?' });
  const vera = await council.arrive('vera');
  await seenBy(vera, id);
  const comment = await commentOn(vera, id, itemId);
  const refused = { ok: false, error: { kind: 'not-allowed', needs: 'participant' } };
  expect(await replyTo(vera.work, id, comment, 'I do.', '')).toEqual(refused);
  expect(await placeComment(vera.work, id, comment)).toEqual(refused);
  expect(await vera.work.replica.unsent()).toEqual([]);
});

test('an officer whom the members’ site lets in nowhere works on, and a reply waits with the reason', async () => {
  const { id, tom } = await shared();
  const itemId = await ask({ Kind: 'Question', CommentText: 'Hello?' });
  const comment = await commentOn(tom, id, itemId);
  await council.tenant.control('POST', '/faults', {
    rules: [
      {
        user: 'tom',
        path: `/lists/${place.lists.comments}/`,
        happens: { kind: 'status', status: 403, code: 'accessDenied' },
      },
    ],
  });
  must(await replyTo(tom.work, id, comment, 'Here I am.', ''));
  expect(await tom.work.replica.confirmed('comments', itemId)).toMatchObject({
    ok: false,
    error: { kind: 'no-access' },
  });
  expect(await tom.work.replica.refresh()).toEqual({ ok: true, value: undefined });
  await becomesApart(tom);
  const another = must(await openAssessment(tom.work, draftOf()));
  must(await tom.work.replica.confirmed('assessments', another));
  expect((await seenBy(tom, another)).role).toBe('facilitator');
  await council.tenant.control('DELETE', '/faults');
  await tom.work.replica.retry();
  await sent(tom);
  expect((await inSharePoint(itemId)).fields.Reply).toBe('Here I am.');
});
