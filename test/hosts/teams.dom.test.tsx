// The real Teams library against the sandbox's side of its protocol, in a page whose parent is a stand-in for Teams.

import { legacyContext } from '../../sandbox/teams/protocol/context';
import { type Host as Around, answer, type TabConfig } from '../../sandbox/teams/protocol/handle';
import { parseRequest, replyTo } from '../../sandbox/teams/protocol/messages';
import type { FrameContext } from '../../sandbox/teams/protocol/runtime';
import type { Environment } from '../../src/base/environment';
import type { Host } from '../../src/base/host';
import { fail, ok } from '../../src/base/result';
import type { Config } from '../../src/hosts/config';
import { stoppedClock } from './clock';

const origin = 'http://127.0.0.1:4430';
const config: Config = {
  graph: `${origin}/graph/v1.0`,
  clientId: '2a6f4e0d-81c3-4b57-a9d2-6e3f17c05b84',
  authority: 'https://login.microsoftonline.com/7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
  teamsOrigins: [origin],
  appId: 'c94d2b7e-5f16-4a83-b0e9-1d7c58a23f60',
  browserSignIn: false,
  teamsDeepLinks: origin,
};
const where = {
  team: {
    groupId: '5D0E97B3-6C24-4F1B-8A75-93E2B41C6D08',
    internalId: '19:team@thread.tacv2',
    displayName: 'Procurement',
    siteId: 's',
    siteWebUrl: 'https://council.sharepoint.example/sites/p',
    siteDomain: 'council.sharepoint.example',
    sitePath: '/sites/p',
  },
  channel: { id: '19:general@thread.tacv2', displayName: 'General' },
  meetingId: 'meeting-1',
};

/** What the stand-in for Teams saw and can do. */
interface Teams {
  readonly heard: string[];
  readonly followed: string[];
  readonly saved: TabConfig[];
  readonly failures: string[];
  readonly staged: string[];
  readonly valid: boolean[];
  picks: (() => ReturnType<Around['selectPeople']>) | null;
  send(func: string, ...args: unknown[]): void;
}

const ownParent = window.parent;

// The library keeps its state in the module, so that every test takes a fresh one; on import it asks for its list of origins.
beforeEach(() => {
  jest.resetModules();
  // jsdom does not have it yet.
  Object.defineProperty(window, 'reportError', { value: jest.fn(), configurable: true });
  Object.defineProperty(window, 'fetch', { value: () => Promise.reject(new Error('no network')), configurable: true });
});
afterEach(() => {
  Object.defineProperty(window, 'parent', { value: ownParent, configurable: true });
  jest.restoreAllMocks();
});

function teamsAround(frameContext: FrameContext, silent = false): Teams {
  const teams: Teams = { heard: [], followed: [], saved: [], failures: [], staged: [], valid: [], picks: null, send };
  const parent = { postMessage: (message: unknown) => void hear(message) };
  Object.defineProperty(window, 'parent', { value: parent, configurable: true });

  function say(data: unknown): void {
    window.dispatchEvent(Object.assign(new Event('message'), { data, origin, source: parent }));
  }
  function send(func: string, ...args: unknown[]): void {
    say({ func, args });
  }
  async function hear(message: unknown): Promise<void> {
    const asked = parseRequest(message);
    if (!asked || silent) return;
    teams.heard.push(asked.func);
    const reply = await answer(asked, around, window.location.origin);
    if (reply !== undefined && reply !== 'unknown') say(replyTo(asked, reply));
  }
  const around: Around = {
    frameContext,
    context: () =>
      legacyContext({
        person: {
          id: 'A1F0C3D2-4B56-4E78-9A01-2C3D4E5F6071',
          displayName: 'Priya Shah',
          userPrincipalName: 'priya@x.example',
        },
        tenantId: '7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
        appId: config.appId,
        where,
        frameContext,
        theme: 'dark',
        entityId: 'procurement-assessment',
        subPageId: 'assessment/a1',
        sessionId: 'session',
      }),
    started: () => {},
    failed: () => {},
    config: () => undefined,
    setConfig: async (saved) => void teams.saved.push(saved),
    setValidity: (valid) => void teams.valid.push(valid),
    saved: (failure) => void teams.failures.push(failure ?? 'saved'),
    selectPeople: () => teams.picks?.() ?? Promise.resolve(undefined),
    meeting: () => ({
      details: { id: 'm', title: 't', type: 'x', joinUrl: '', scheduledStartTime: '', scheduledEndTime: '' },
      conversation: { id: 'c' },
      organizer: { id: 'o', tenantId: 't' },
    }),
    staged: () => undefined,
    stage: async (url) => void (url !== undefined && teams.staged.push(url)),
    openLink: (url) => teams.followed.push(url) > 0,
    shareLink: () => {},
    authenticate: async () => '',
  };
  return teams;
}

const environment = (after: Environment['after'] = stoppedClock().after): Environment => ({
  now: () => new Date(0),
  newId: () => 'id',
  randomBelow: () => 0,
  online: () => true,
  visible: () => true,
  onChange: () => () => {},
  after,
});

async function connected(frameContext: FrameContext): Promise<{ host: Host; teams: Teams }> {
  const teams = teamsAround(frameContext);
  const { connectTeams } = await import('../../src/hosts/teams');
  const host = await connectTeams(config, environment());
  if (!host) throw new Error('Teams did not answer.');
  return { host, teams };
}

/** Lets everything that is already on its way arrive. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('a tab knows who, where and in which theme', async () => {
  const { host } = await connected('content');
  expect(host.kind).toBe('teams');
  expect(host.theme()).toBe('dark');
  expect(host.context()).toEqual({
    person: { id: 'a1f0c3d2-4b56-4e78-9a01-2c3d4e5f6071', displayName: 'Priya Shah' },
    tenantId: '7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
    frame: 'content',
    subPage: 'assessment/a1',
    channel: {
      teamId: '5d0e97b3-6c24-4f1b-8a75-93e2b41c6d08',
      channelId: '19:general@thread.tacv2',
      teamName: 'Procurement',
      channelName: 'General',
    },
    meeting: { id: 'meeting-1', chatId: null },
    site: { domain: 'council.sharepoint.example', path: '/sites/p' },
  });
});

test('a page of its own is outside Teams at once', async () => {
  const { connectTeams } = await import('../../src/hosts/teams');
  expect(await connectTeams(config, environment())).toBeNull();
});

test('a frame that is not Teams is given up after ten seconds', async () => {
  teamsAround('content', true);
  const clock = stoppedClock();
  const { connectTeams } = await import('../../src/hosts/teams');
  const host = connectTeams(config, environment(clock.after));
  clock.pass(10_000);
  expect(await host).toBeNull();
});

test('listeners hear of a theme until they stop', async () => {
  const { host, teams } = await connected('content');
  const heard: string[] = [];
  const stop = host.onThemeChange((theme) => heard.push(theme));
  teams.send('themeChange', 'contrast');
  await settled();
  stop();
  teams.send('themeChange', 'default');
  await settled();
  expect(heard).toEqual(['contrast']);
  expect(host.theme()).toBe('default');
});

test('Teams follows its own links, a new window all others, and nothing that is no web address', async () => {
  const { host, teams } = await connected('content');
  const open = jest.spyOn(window, 'open').mockReturnValue(null);
  const link = host.linkTo('assessment/a1', 'An assessment');
  await host.open(link);
  await host.open('https://council.sharepoint.example/sites/p');
  expect(teams.followed).toEqual([link]);
  expect(open.mock.calls).toEqual([['https://council.sharepoint.example/sites/p', '_blank', 'noopener,noreferrer']]);
  await expect(host.open('javascript:alert(1)')).rejects.toThrow('Not a web address');
  expect(open).toHaveBeenCalledTimes(1);
});

test('Teams takes its own picture away once something can be seen', async () => {
  const { host, teams } = await connected('content');
  host.notifyReady();
  await settled();
  expect(teams.heard).toEqual(expect.arrayContaining(['appInitialization.appLoaded', 'appInitialization.success']));
});

test.each<[FrameContext, { picker: boolean; stage: boolean; configuration: boolean }]>([
  ['content', { picker: true, stage: false, configuration: false }],
  ['settings', { picker: true, stage: false, configuration: true }],
  ['sidePanel', { picker: false, stage: true, configuration: false }],
  ['meetingStage', { picker: false, stage: false, configuration: false }],
])('what the host offers in %s', async (frame, offered) => {
  const { host } = await connected(frame);
  expect({
    picker: host.pickPeople !== null,
    stage: host.shareToStage !== null,
    configuration: host.configuration !== null,
  }).toEqual(offered);
});

test('picked people come with lower-case ids; a closed picker is no failure', async () => {
  const { host, teams } = await connected('content');
  teams.picks = async () => [{ objectId: 'ABC', displayName: '', email: 'tom@x.example' }];
  expect(await host.pickPeople?.([])).toEqual([{ id: 'abc', displayName: 'tom@x.example' }]);
  teams.picks = async () => undefined;
  expect(await host.pickPeople?.([])).toBeNull();
});

test('the stage shows this page at the sub page', async () => {
  const { host, teams } = await connected('sidePanel');
  expect(await host.shareToStage?.('assessment/a1')).toEqual({ ok: true, value: undefined });
  expect(teams.staged).toEqual([`${window.location.origin}/#/assessment/a1`]);
});

test('saving a tab keeps what the page decided, and says why not', async () => {
  const { host, teams } = await connected('settings');
  const page = host.configuration;
  page?.setReady(true);
  page?.onSave(async () => ok({ entityId: 'e', name: 'Procurement', contentUrl: 'https://p.example/tab.html?site=s' }));
  teams.send('settings.save', {});
  await settled();
  page?.onSave(async () => fail('The lists are not there yet.'));
  teams.send('settings.save', {});
  await settled();
  expect(teams.valid).toEqual([true]);
  expect(teams.saved).toEqual([
    {
      entityId: 'e',
      suggestedDisplayName: 'Procurement',
      contentUrl: 'https://p.example/tab.html?site=s',
      websiteUrl: 'https://p.example/tab.html?site=s',
    },
  ]);
  expect(teams.failures).toEqual(['saved', 'The lists are not there yet.']);
});
