// What is agreed: by people, with a reason, after answers are shown; and what follows from it.
import { newAction, removeAction, saveAction } from '../../src/commands/actions';
import { agree, setTarget, takeStep } from '../../src/commands/agree';
import { showAnswers } from '../../src/commands/showAnswers';
import { must, personOf } from '../sharepoint/tenant';
import {
  agreed,
  answered,
  answerOf,
  area,
  type Council,
  openCouncil,
  opened,
  otherArea,
  seenBy,
  sent,
  thirdArea,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const wrongPhase = (phase: string) => ({ ok: false, error: { kind: 'wrong-phase', phase } });

test('a level is agreed after answers are shown, with a reason; a target comes after that, and may come later', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await opened(priya);
  await answered(tom, id, area, answerOf(2));
  const reason = 'Most of us see the same';
  expect(await agree(priya.work, id, area, { level: 2, reason })).toEqual(wrongPhase('collecting'));
  must(await showAnswers(priya.work, id, [area]));
  expect(await setTarget(priya.work, id, area, { kind: 'level', level: 4, by: null })).toEqual(wrongPhase('revealed'));
  expect(await agree(priya.work, id, area, { level: 2, reason: ' \n ' })).toEqual({
    ok: false,
    error: { kind: 'reason-missing' },
  });
  must(await agree(priya.work, id, area, { level: 2, reason: ` ${reason} ` }));
  await sent(priya);
  const summary = async () => (await seenBy(tom, id)).summary.keyAreas[0];
  expect(await summary()).toMatchObject({ now: { level: 2, reason }, target: null, distance: null });
  // The other facilitator goes on.
  must(await setTarget(tom.work, id, area, { kind: 'later', agreeBy: '2030-03-31' }));
  await sent(tom);
  await seenBy(priya, id);
  must(await setTarget(priya.work, id, area, { kind: 'level', level: 4, by: '2031-03-31' }));
  await sent(priya);
  expect(await summary()).toMatchObject({
    now: { level: 2 },
    target: { kind: 'level', level: 4, by: '2031-03-31' },
    distance: 2,
  });
});

test('a target and another reason given at the same moment on two devices both stay', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await opened(priya);
  await answered(tom, id, area, answerOf(2));
  await agreed(priya, id, area, 2);
  await seenBy(tom, id);
  await Promise.all([
    setTarget(tom.work, id, area, { kind: 'level', level: 3, by: null }),
    agree(priya.work, id, area, { level: 2, reason: 'Said better' }),
  ]);
  await sent(priya);
  await sent(tom);
  expect((await seenBy(priya, id)).summary.keyAreas[0]).toMatchObject({
    now: { reason: 'Said better' },
    targetLevel: { level: 3 },
  });
});

test('setting a key area aside needs a reason; skipping and taking it up again do not', async () => {
  const priya = await council.arrive('priya');
  const id = await opened(priya);
  const phaseOf = async (index: number) => (await seenBy(priya, id)).summary.keyAreas[index]?.phase;
  expect(await takeStep(priya.work, id, area, 'setAside', '  ')).toEqual({
    ok: false,
    error: { kind: 'reason-missing' },
  });
  expect(await phaseOf(0)).toBe('collecting');
  must(await takeStep(priya.work, id, area, 'setAside', 'We have no councillors'));
  must(await takeStep(priya.work, id, otherArea, 'skip', ''));
  expect(await takeStep(priya.work, id, thirdArea, 'resume', '')).toEqual(wrongPhase('collecting'));
  await sent(priya);
  const view = await seenBy(priya, id);
  expect(view.summary.keyAreas[0]).toMatchObject({ phase: 'does-not-apply', reason: 'We have no councillors' });
  expect(await phaseOf(1)).toBe('skipped');
  must(await takeStep(priya.work, id, otherArea, 'resume', ''));
  expect(await phaseOf(1)).toBe('collecting');
  expect(await showAnswers(priya.work, 'no-such-assessment', [area])).toEqual({
    ok: false,
    error: { kind: 'no-assessment' },
  });
});

test('actions are added, changed and taken away by anyone who works here', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await opened(priya);
  await seenBy(tom, id);
  const action = {
    ...newAction(tom.work, id, area),
    text: 'Brief the cabinet <b>quarterly</b>',
    owner: { kind: 'person', person: personOf('ben') },
    due: '2030-06-15',
  } as const;
  await saveAction(tom.work, action);
  await sent(tom);
  expect((await seenBy(priya, id)).actions).toEqual([action]);
  const done = { ...action, status: 'done', owner: { kind: 'post', post: 'Head of procurement' } } as const;
  await saveAction(priya.work, done);
  await sent(priya);
  expect((await seenBy(tom, id)).actions).toEqual([done]);
  await removeAction(tom.work, action.id);
  await sent(tom);
  expect((await seenBy(priya, id)).actions).toEqual([]);
});

test('two people changing one action keep both changes; where both changed the same, neither is lost in silence', async () => {
  const [priya, tom] = [await council.arrive('priya'), await council.arrive('tom')];
  const id = await opened(priya);
  const begun = { ...newAction(priya.work, id, area), text: 'Brief the cabinet' };
  await saveAction(priya.work, begun);
  await sent(priya);
  await seenBy(tom, id);
  await saveAction(tom.work, { ...begun, due: '2030-06-15' }, begun);
  await sent(tom);
  await seenBy(priya, id);
  await saveAction(priya.work, { ...begun, status: 'done' }, begun);
  await sent(priya);
  expect((await seenBy(tom, id)).actions).toEqual([{ ...begun, due: '2030-06-15', status: 'done' }]);
  await saveAction(priya.work, { ...begun, text: 'Brief all members' }, begun);
  await sent(priya);
  await seenBy(tom, id);
  await saveAction(tom.work, { ...begun, text: 'Brief nobody' }, begun);
  await expect(tom.work.replica.confirmed('actions', begun.id)).resolves.toEqual({
    ok: false,
    error: { kind: 'conflict' },
  });
  expect((await seenBy(priya, id)).actions[0]?.text).toBe('Brief all members');
});
