// The digest: one card a channel and day of what is due there, and nothing where there is nothing.
import { boardChannelId } from '../../sandbox/store/seed';
import { exitCodes } from '../../src/unattended/exitCode';
import { firstArea } from '../assessment/examples';
import { board, general, openWorkerCouncil, tellAll, type WorkerCouncil } from './council';

let council: WorkerCouncil;
beforeEach(async () => {
  council = await openWorkerCouncil();
  await council.arrange(general);
  await council.arrange(board);
});
afterEach(() => council.close());

const digest = (more: object = {}) => council.work({ command: 'digest', ...more });
const minutes = (count: number): void => council.pass(count * 60_000);

test('one card says what is due in all assessments of a channel, whoever ran it and however often; names of nobody', async () => {
  const first = await council.opened({ title: 'Corporate services' });
  await council.opened({ title: 'Adult social care' });
  await council.area(first, { phase: 'revealed' });
  await council.action(first);
  minutes(11);
  const [one, other] = await Promise.all([digest(), digest()]);
  await digest();
  expect([one.exitCode, other.exitCode]).toEqual([exitCodes.done, exitCodes.done]);
  expect([...one.events, ...other.events].filter((event) => event === 'said')).toHaveLength(1);
  const cards = await council.cards();
  expect(cards).toHaveLength(1);
  expect(cards[0]).toContain('Corporate services');
  expect(cards[0]).toContain('Action overdue');
  expect(cards[0]).toContain('3 of 3 people have yet to answer');
  // Of the second there is nothing to tell the channel.
  expect(cards[0]).not.toContain('Adult social care');
  expect(cards[0]).not.toMatch(/Aisha|Tom|Priya/);
  expect(await council.cards(boardChannelId)).toEqual([]);
});

test('each channel has its own', async () => {
  await council.action(await council.opened({ title: 'Corporate services' }));
  await council.action(await council.opened({ title: 'Highways', home: board }));
  await digest();
  expect(await council.cards()).toEqual([expect.stringContaining('Corporate services')]);
  expect(await council.cards(boardChannelId)).toEqual([expect.stringContaining('Highways')]);
});

test('what happened is news once, also where it was too fresh for the digest of the day; an action is named until it is done', async () => {
  const assessment = await council.opened();
  await council.action(assessment);
  await council.area(assessment, { phase: 'revealed' });
  // Somebody may still say it themselves: not yet.
  await digest();
  expect((await council.cards())[0]).not.toContain('Answers shown');
  minutes(24 * 60);
  await digest();
  expect((await council.cards())[0]).toContain('Answers shown');
  minutes(24 * 60);
  await digest();
  const [newest] = await council.cards();
  expect(newest).toContain('Action overdue');
  expect(newest).not.toContain('Answers shown');
  expect(await council.cards()).toHaveLength(3);
});

test('what was said by a message of its own is not said again', async () => {
  const assessment = await council.opened();
  await council.action(assessment);
  await council.work();
  expect(await council.cards()).toHaveLength(1);
  expect((await digest()).events).not.toContain('said');
});

test('a dry run names the digest and posts nothing; quiet hours keep it back', async () => {
  await council.action(await council.opened(), { keyAreaId: firstArea });
  const { happened } = await digest({ dryRun: true });
  expect(happened).toContainEqual(expect.objectContaining({ event: 'would-say', message: 'digest', assessment: null }));
  await council.arrange(general, { ...tellAll, quiet: { from: '00:00', to: '23:59', weekends: true } });
  expect((await digest()).events).not.toContain('said');
  expect([await council.cards(), await council.messages()]).toEqual([[], []]);
});

test('more assessments than a card holds fit into one all the same, and it says how many are left', async () => {
  for (let nth = 0; nth < 30; nth += 1)
    await council.action(await council.opened({ title: `${'Assessment '.repeat(15)}${nth}` }));
  await digest();
  const [card = ''] = await council.cards();
  expect(Buffer.byteLength(card)).toBeLessThan(28 * 1024);
  expect(card).toContain('10 more assessments');
});
