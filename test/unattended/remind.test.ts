// Reminders by the worker, against the sandbox: whom they reach, that they reach them once, and what becomes of them when things go wrong.
import { generalChannelId } from '../../sandbox/store/seed';
import { exitCodes } from '../../src/unattended/exitCode';
import { firstArea } from '../assessment/examples';
import { personOf } from '../sharepoint/tenant';
import { board, general, openWorkerCouncil, tellAll, type WorkerCouncil } from './council';

let council: WorkerCouncil;
beforeEach(async () => {
  council = await openWorkerCouncil();
  await council.arrange(general);
});
afterEach(() => council.close());

const workflow = (happens: object, count = 1) => ({ path: '/workflows/', count, happens });

test('who has not answered is told, alone and by name of nobody; who has is not; an overdue action goes to the channel', async () => {
  const assessment = await council.opened();
  await council.answered(assessment, 'tom');
  await council.action(assessment);
  const { exitCode, events } = await council.work();
  expect(exitCode).toBe(exitCodes.done);
  expect(events.filter((event) => event === 'said')).toHaveLength(3);
  const [told] = await council.feed('aisha');
  expect(told?.title).toContain(assessment.title);
  expect(decodeURIComponent(told?.webUrl ?? '')).toContain(`assessment/${assessment.id}`);
  expect(await council.feed('tom')).toEqual([]);
  const cards = await council.cards();
  expect(cards).toHaveLength(1);
  expect(cards[0]).toContain('Brief the cabinet');
  expect(cards[0]).not.toContain('Aisha');
  expect(await council.messages()).toEqual(
    expect.arrayContaining([expect.objectContaining({ event: 'overdue', state: 'posted', by: null, messageId: null })]),
  );
});

test('run twice at once, and again: one reminder a person a day, and the next day another', async () => {
  await council.action(await council.opened());
  const [first, second] = await Promise.all([council.work(), council.work()]);
  await council.work();
  for (const slug of ['priya', 'tom', 'aisha']) expect(await council.feed(slug)).toHaveLength(1);
  expect(await council.cards()).toHaveLength(1);
  const events = [...first.events, ...second.events];
  expect(events.filter((event) => event === 'said')).toHaveLength(4);
  expect(new Set([first.exitCode, second.exitCode])).toEqual(new Set([exitCodes.done]));
  council.pass(24 * 3600_000);
  await Promise.all([council.work(), council.work(), council.work()]);
  for (const slug of ['priya', 'tom', 'aisha']) expect(await council.feed(slug)).toHaveLength(2);
  expect(await council.cards()).toHaveLength(1);
});

test('somebody two assessments wait for is reminded once a day, also by two workers at once', async () => {
  await council.opened();
  await council.opened();
  await Promise.all([council.work(), council.work()]);
  await council.work();
  for (const slug of ['priya', 'tom', 'aisha']) expect(await council.feed(slug)).toHaveLength(1);
  council.pass(24 * 3600_000);
  await council.work();
  for (const slug of ['priya', 'tom', 'aisha']) expect(await council.feed(slug)).toHaveLength(2);
});

test('whoever does an overdue action is told alone, where the officers want that', async () => {
  await council.arrange(general, { ...tellAll, tell: { overdue: true }, actionsTo: 'owners' });
  await council.action(await council.opened(), { owner: { kind: 'person', person: personOf('tom') } });
  await Promise.all([council.work(), council.work()]);
  const lines = await council.feed('tom');
  expect(lines.map(({ title }) => title)).toEqual(['Action overdue: Engaging councillors']);
  expect(lines[0]?.preview).toContain('Brief the cabinet');
  expect([await council.feed('aisha'), await council.cards()]).toEqual([[], []]);
});

test('a dry run says what it would do, and writes and posts nothing', async () => {
  await council.action(await council.opened());
  const before = await council.messages();
  const { exitCode, events } = await council.work({ dryRun: true });
  expect(exitCode).toBe(exitCodes.done);
  expect(events.filter((event) => event === 'would-say')).toHaveLength(4);
  expect(events).not.toContain('said');
  expect(await council.messages()).toEqual(before);
  expect([await council.feed('tom'), await council.cards()]).toEqual([[], []]);
});

test('nothing that officers typed, and nobody’s name or id, is in the log', async () => {
  const assessment = await council.opened();
  await council.action(assessment);
  const text = JSON.stringify((await council.work()).happened);
  for (const secret of [assessment.title, 'Brief the cabinet', 'Aisha', personOf('aisha').id, 'sig='])
    expect(text).not.toContain(secret);
});

test('nothing is said in quiet hours, in a pre-election period, nor of an event that is off', async () => {
  await council.action(await council.opened());
  const allDay = { from: '00:00', to: '23:59', weekends: true };
  const always = { name: 'Local elections', from: council.day(-1), to: council.day(1) };
  await council.arrange(general, { ...tellAll, tell: {} });
  expect((await council.work()).events).not.toContain('said');
  await council.arrange(general, { ...tellAll, preElection: [always] });
  expect((await council.work()).events.filter((event) => event === 'said')).toHaveLength(3);
  expect(await council.cards()).toEqual([]);
  await council.arrange(general, { ...tellAll, quiet: allDay });
  await council.action(await council.opened());
  expect((await council.work()).events).not.toContain('said');
});

test('each channel goes by its own arrangements and its own workflow; one without a workflow is left to people', async () => {
  await council.action(await council.opened());
  await council.action(await council.opened({ home: board }));
  await council.arrange(board, { ...tellAll, tell: { overdue: true } });
  const workflows = (await council.tenant.control('GET', '/workflows')) as Record<string, string>;
  const onlyBoard = new Map([[board.channelId, workflows[board.channelId] ?? '']]);
  const { exitCode, events } = await council.work({ settings: { webhooks: onlyBoard } });
  expect(exitCode).toBe(exitCodes.done);
  expect(events).toContain('no-webhook');
  expect(await council.cards(generalChannelId)).toEqual([]);
  expect(await council.cards(board.channelId)).toHaveLength(1);
});

test('practice, what is closed, and what somebody other than a facilitator wrote by hand bring nobody anything', async () => {
  await council.opened({ practice: true });
  await council.opened({ phase: 'closed' });
  const real = await council.opened({ phase: 'draft', openedAt: null });
  // Tom, no facilitator, opens it by hand.
  await council.write('tom', 'assessments', real.id, { ...real, phase: 'open', openedAt: '2026-11-20T09:00:00Z' });
  await council.area(real, { keyAreaId: firstArea });
  expect((await council.work()).events).not.toContain('said');
});

describe('a workflow', () => {
  const onlyAction = async () => {
    await council.arrange(general, { ...tellAll, tell: { overdue: true } });
    await council.action(await council.opened());
  };
  const stateOf = async () => (await council.messages()).map(({ state, reason }) => `${state} ${reason}`.trim());

  test('that answers 400 leaves the message refused with the reason, for people; it is not tried again', async () => {
    await onlyAction();
    await council.faults(workflow({ kind: 'status', status: 400 }));
    const { exitCode, happened } = await council.work();
    expect(exitCode).toBe(exitCodes.somebody);
    expect(happened).toContainEqual(expect.objectContaining({ event: 'refused', fault: 'unexpected 400' }));
    expect(await stateOf()).toEqual(['refused unexpected']);
    expect((await council.work()).exitCode).toBe(exitCodes.done);
    expect(await council.cards()).toEqual([]);
  });

  test('that answers 429 is waited for and then takes the card, once', async () => {
    await onlyAction();
    await council.faults(workflow({ kind: 'status', status: 429, retryAfter: 1 }, 2));
    const { exitCode, events } = await council.work();
    expect(exitCode).toBe(exitCodes.done);
    expect(events.filter((event) => event === 'waits')).toHaveLength(2);
    expect(await council.cards()).toHaveLength(1);
  });

  test('that answers 429 for longer is left to the next run, which says it', async () => {
    await onlyAction();
    await council.faults(workflow({ kind: 'status', status: 429, retryAfter: 600 }));
    expect((await council.work()).exitCode).toBe(exitCodes.again);
    expect(await stateOf()).toEqual(['refused throttled']);
    expect((await council.work()).exitCode).toBe(exitCodes.done);
    expect(await council.cards()).toHaveLength(1);
  });

  test.each([
    ['answers 500', { kind: 'status', status: 500 }, 0],
    ['hangs', { kind: 'hang' }, 0],
    ['breaks off after it took the card', { kind: 'drop-after' }, 1],
  ])('that %s may have posted it: only a person may post it again', async (_, happens, cards) => {
    await onlyAction();
    await council.faults(workflow(happens));
    const { exitCode, events } = await council.work();
    expect(exitCode).toBe(exitCodes.somebody);
    expect(events).toContain('perhaps-said');
    expect(await council.messages()).toMatchObject([{ state: 'perhaps-posted' }]);
    await council.work();
    council.pass(3_600_000);
    await council.work();
    expect(await council.cards()).toHaveLength(cards);
  });

  test.each([404, 410, 401])(
    'that is gone (%i) is said once a run, and speaks again once it is mended',
    async (status) => {
      await onlyAction();
      await council.action(await council.opened());
      await council.faults(workflow({ kind: 'status', status }));
      const { exitCode, happened } = await council.work();
      expect(exitCode).toBe(exitCodes.somebody);
      expect(happened.filter(({ event }) => event === 'webhook-gone')).toEqual([
        { event: 'webhook-gone', channel: generalChannelId, status },
      ]);
      // The second message was not even tried.
      expect(await council.cards()).toEqual([]);
      await council.faults();
      expect((await council.work()).exitCode).toBe(exitCodes.done);
      expect(await council.cards()).toHaveLength(2);
    },
  );
});

test('a person without the app is refused for the day, and everybody else is told', async () => {
  const people = ['priya', 'margaret', 'tom'].map((slug) => ({ ...personOf(slug), takingPart: true }));
  await council.opened({ participants: people });
  const { exitCode, events } = await council.work();
  expect(exitCode).toBe(exitCodes.somebody);
  expect(events.filter((event) => event === 'said')).toHaveLength(2);
  expect((await council.work()).exitCode).toBe(exitCodes.done);
});

test('a site that was not granted is said, with the exit code of those who can mend it, and nothing is written', async () => {
  await council.opened();
  await council.grant('none');
  const { exitCode, happened } = await council.work();
  expect(exitCode).toBe(exitCodes.somebody);
  expect(happened).toContainEqual({ event: 'site-failed', site: '/sites/procurement', fault: 'no-access' });
  await council.grant('read');
  expect((await council.work()).events).not.toContain('said');
  expect(await council.messages()).toEqual([]);
  await council.grant('write');
  expect((await council.work()).exitCode).toBe(exitCodes.done);
});

test('a secret that was changed is a sign-in that failed, and no site is asked', async () => {
  await council.opened();
  const { exitCode, events } = await council.work({ settings: { proof: { kind: 'secret', secret: 'old' } } });
  expect(exitCode).toBe(exitCodes.signIn);
  expect(events).toEqual(['started', 'sign-in-failed', 'finished']);
});
