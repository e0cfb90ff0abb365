// The configuration page: what will be created is seen first, every step is seen, Save opens only when all is there, and a failure goes on where it stopped.
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fail, ok, type Result } from '../../../src/base/result';
import { checkConnection } from '../../../src/connection/check';
import { findSetUpChannels } from '../../../src/connection/findPlace';
import type { CheckReport, LinkReport, SetUpFailure, SetUpStep } from '../../../src/connection/report';
import { planSetUp, setUp } from '../../../src/connection/setUp';
import type { Place } from '../../../src/sharepoint/place';
import { Configuration } from '../../../src/ui/setup/Configuration';
import { readTabPlace } from '../../../src/ui/setup/tabAddress';
import { hostile, inChannel, planWith, StageHost, show, site } from './stage';

jest.mock('../../../src/connection/check', () => ({ checkConnection: jest.fn() }));
jest.mock('../../../src/connection/setUp', () => ({ planSetUp: jest.fn(), setUp: jest.fn() }));
jest.mock('../../../src/connection/findPlace', () => ({ findSetUpChannels: jest.fn() }));

const plan = jest.mocked(planSetUp);
const run = jest.mocked(setUp);
const page = 'https://product.example/configure.html';
const lists = { workings: 'w', assessments: 'a', responses: 'r', actions: 'x', results: 's', comments: 'c' };
const done: Place = { siteId: site.id, councillorsSiteId: null, lists };

const link = (id: LinkReport['link'], more: Partial<LinkReport> = {}): LinkReport => ({
  link: id,
  state: 'good',
  remedies: [],
  fault: null,
  details: [],
  ...more,
});

function checked(more: Partial<CheckReport> = {}): void {
  const links = [link('host'), link('sign-in'), link('consent'), link('channel'), link('site')];
  jest
    .mocked(checkConnection)
    .mockResolvedValue({ links, site, right: 'write', councillors: { results: 'write', comments: 'write' }, ...more });
}

/** A set-up whose steps the test tells, one after the other. */
function byHand() {
  let tell: (steps: readonly SetUpStep[]) => void = () => undefined;
  let end: (result: Result<Place, SetUpFailure>) => void = () => undefined;
  run.mockImplementationOnce((_graph, _plan, progress) => {
    tell = progress;
    return new Promise((resolve) => {
      end = resolve;
    });
  });
  return {
    tell: (steps: readonly SetUpStep[]) => act(async () => tell(steps)),
    end: (result: Result<Place, SetUpFailure>) => act(async () => end(result)),
  };
}

const rows = () => screen.getAllByRole('listitem').filter((item) => item.textContent?.includes('Procurement '));
const row = (name: string) => {
  const found = rows().find((item) => within(item).queryByText(name));
  if (!found) throw new Error(`There is no row ${name}`);
  return found;
};

beforeEach(() => {
  jest.resetAllMocks();
  checked();
});

test('what will be created is seen before anything happens, and Save is shut', async () => {
  plan.mockResolvedValue(ok(planWith(0)));
  const host = new StageHost();
  show(host, <Configuration page={page} />);
  await screen.findByRole('button', { name: 'Create the lists' });
  expect(row('Procurement results').textContent).toContain('Will be created');
  expect(rows().filter((item) => item.textContent?.includes('Will be created'))).toHaveLength(6);
  expect(host.ready).toBe(false);
  expect(run).not.toHaveBeenCalled();
  expect(host.asked).toEqual([]);
  expect(await host.save()).toEqual({ ok: false, error: expect.stringContaining('not ready') });
});

test('names that pretend to be markup show as text', async () => {
  plan.mockResolvedValue(ok(planWith(0)));
  show(new StageHost(), <Configuration page={page} />);
  expect(await screen.findByText(`Six lists will be created in the site “Procurement ${hostile}”:`)).toBeTruthy();
  expect(document.querySelector('img')).toBeNull();
});

test('creating asks for its permission, shows each step, and opens Save with a stable place', async () => {
  plan.mockResolvedValue(ok(planWith(0)));
  const course = byHand();
  const host = new StageHost();
  show(host, <Configuration page={page} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Create the lists' }));
  expect(host.asked).toEqual(['ask Sites.Manage.All']);
  const [first, ...rest] = planWith(0).steps;
  if (!first) throw new Error('There are no steps.');
  await course.tell([{ ...first, state: 'working' }, ...rest]);
  expect(row(first.displayName).textContent).toContain('Working on it');
  await course.tell([{ ...first, state: 'done' }, ...rest]);
  expect(screen.getByText('1 of 6 lists ready')).toBeTruthy();
  expect(host.ready).toBe(false);
  await course.tell(planWith(0, { state: 'done' }).steps);
  await course.end(ok(done));
  expect(await screen.findByText('Everything is ready')).toBeTruthy();
  expect(host.ready).toBe(true);
  const saved = await host.save();
  if (!saved.ok) throw new Error(saved.error);
  expect(saved.value.entityId).toBe('procurement-assessment');
  expect(readTabPlace(saved.value.contentUrl)).toEqual({
    siteId: 'site-1',
    teamId: 'team',
    channelId: '19:general@thread.tacv2',
    channelName: 'General',
  });
});

test('a step that fails says what to do, and trying again looks afresh and goes on', async () => {
  plan.mockResolvedValueOnce(ok(planWith(2)));
  const first = byHand();
  const host = new StageHost();
  show(host, <Configuration page={page} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Go on creating' }));
  await first.tell(planWith(3, { state: 'failed' }).steps);
  await first.end(fail({ list: 'actions', fault: { kind: 'throttled', until: '2026-11-22T10:40:00Z' } }));
  expect(await screen.findByText('“Procurement actions” could not be made ready.')).toBeTruthy();
  expect(screen.getByText('What is done stays. Try again goes on where it stopped.')).toBeTruthy();
  expect(host.ready).toBe(false);
  const second = byHand();
  plan.mockResolvedValueOnce(ok(planWith(3)));
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(run.mock.lastCall?.[1]).toEqual(planWith(3));
  await second.end(ok(done));
  await waitFor(() => expect(host.ready).toBe(true));
});

test('lists that are there already need no click', async () => {
  plan.mockResolvedValue(ok(planWith(6)));
  const host = new StageHost();
  show(host, <Configuration page={page} />);
  expect(await screen.findByText(/The lists are there already/)).toBeTruthy();
  await waitFor(() => expect(host.ready).toBe(true));
  expect(screen.queryByRole('button', { name: /Create|Repair/ })).toBeNull();
});

test('a list with missing columns is repaired, and the columns are named', async () => {
  plan.mockResolvedValue(ok(planWith(5, { state: 'incomplete', missingColumns: ['Reply', 'Kind'] })));
  show(new StageHost(), <Configuration page={page} />);
  expect(await screen.findByRole('button', { name: 'Repair the lists' })).toBeTruthy();
  expect(screen.getByText('Missing: “Reply”, “Kind”.')).toBeTruthy();
});

test('a foreign list of the same name is said to be left alone', async () => {
  plan.mockResolvedValue(ok(planWith(5, { foreign: true, displayName: 'Procurement comments (Showing leadership)' })));
  show(new StageHost(), <Configuration page={page} />);
  expect(await screen.findByText(/It is left alone/)).toBeTruthy();
});

test('who may not create lists is told who can', async () => {
  plan.mockResolvedValue(ok(planWith(0)));
  const course = byHand();
  const host = new StageHost();
  show(host, <Configuration page={page} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Create the lists' }));
  await course.end(fail({ list: 'workings', fault: { kind: 'no-access', to: '/sites/…/lists' } }));
  expect(await screen.findByText('You may not create lists in this site')).toBeTruthy();
  expect(screen.getByText(/An owner of the team/)).toBeTruthy();
  expect(host.ready).toBe(false);
});

test('a refused permission is named, can be allowed, and nothing was created meanwhile', async () => {
  plan.mockResolvedValue(ok(planWith(0)));
  const host = new StageHost();
  host.answer = fail({ kind: 'consent', scopes: ['Sites.Manage.All'] });
  show(host, <Configuration page={page} />);
  await userEvent.click(await screen.findByRole('button', { name: 'Create the lists' }));
  expect(await screen.findByText(/Sites\.Manage\.All/)).toBeTruthy();
  expect(run).not.toHaveBeenCalled();
  host.answer = ok('token');
  const course = byHand();
  await userEvent.click(screen.getByRole('button', { name: 'Allow' }));
  await course.end(ok(done));
  await waitFor(() => expect(host.ready).toBe(true));
});

test('with a broken connection nothing is planned, and the link says what to do', async () => {
  const broken = link('site', {
    state: 'broken',
    remedies: ['ask-owner-for-access'],
    fault: { kind: 'no-access', to: '/sites/…' },
  });
  checked({ links: [link('host'), link('sign-in'), link('consent'), link('channel'), broken], site: null });
  show(new StageHost(), <Configuration page={page} />);
  expect(await screen.findByText(/make you a member/)).toBeTruthy();
  expect(plan).not.toHaveBeenCalled();
  expect(screen.getByRole('button', { name: 'Run again' })).toBeTruthy();
});

describe('where no channel belongs', () => {
  const outside = { ...inChannel, channel: null, site: null, meeting: { id: 'm', chatId: 'c' } };
  const channels = [
    { teamId: 't1', teamName: hostile, channelId: 'c1', channelName: 'General', site },
    { teamId: 't1', teamName: hostile, channelId: 'c2', channelName: 'Board', site },
  ];

  test('a channel is chosen, and its place is what is saved', async () => {
    jest.mocked(findSetUpChannels).mockResolvedValue(ok(channels));
    const host = new StageHost(outside);
    show(host, <Configuration page={page} />);
    await userEvent.click(await screen.findByRole('radio', { name: `Board, ${hostile}` }));
    await userEvent.click(screen.getByRole('button', { name: 'Use this channel’s assessment' }));
    expect(await screen.findByText(/The assessment of Board will be used here/)).toBeTruthy();
    expect(host.ready).toBe(true);
    const saved = await host.save();
    expect(saved.ok && readTabPlace(saved.value.contentUrl)).toMatchObject({ channelId: 'c2', siteId: 'site-1' });
    await userEvent.click(screen.getByRole('button', { name: 'Choose another channel' }));
    expect(host.ready).toBe(false);
  });

  test('no channel to choose from and a search that failed are two things', async () => {
    const find = jest.mocked(findSetUpChannels);
    find.mockResolvedValueOnce(fail({ kind: 'offline' }));
    show(new StageHost(outside), <Configuration page={page} />);
    expect(await screen.findByText('Your teams could not be looked through.')).toBeTruthy();
    find.mockResolvedValueOnce(ok([]));
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('None of your channels has an assessment yet')).toBeTruthy();
  });
});

test('outside Teams it says where it belongs', async () => {
  show(new StageHost(inChannel, false), <Configuration page={page} />);
  expect(await screen.findByRole('heading', { name: 'Open this in Microsoft Teams' })).toBeTruthy();
});
