// What Teams says, in every kind of place, becomes what the product understands.
import { frameOf, hostContext, type TeamsContext, themeOf } from '../../src/hosts/teamsContext';

const inPersonalApp: TeamsContext = {
  page: { id: 'home', frameContext: 'content' },
  user: {
    id: 'A1F0C3D2-4B56-4E78-9A01-2C3D4E5F6071',
    displayName: 'Priya Shah',
    tenant: { id: '7F1C8A52-3B0E-4D6A-9E41-5C2D90B7A613' },
  },
};
const channel = { id: '19:Abc@thread.tacv2', displayName: 'General' };
const team = {
  internalId: '19:x@thread.tacv2',
  displayName: 'Procurement',
  groupId: 'AAAA0000-0000-4000-8000-000000000001',
};
const owner = 'BBBB0000-0000-4000-8000-000000000002';

test('ids of people and tenants are lower case', () => {
  expect(hostContext(inPersonalApp)).toEqual({
    person: { id: 'a1f0c3d2-4b56-4e78-9a01-2c3d4e5f6071', displayName: 'Priya Shah' },
    tenantId: '7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613',
    frame: 'content',
    subPage: null,
    channel: null,
    meeting: null,
    site: null,
  });
});

test.each<[string, Partial<TeamsContext>, string | undefined]>([
  ['a standard channel', { channel, team }, team.groupId.toLowerCase()],
  [
    'a private channel, whose team has no group',
    { channel: { ...channel, ownerGroupId: owner }, team: { ...team, groupId: '' } },
    owner.toLowerCase(),
  ],
  [
    'a shared channel, seen from another team',
    { channel: { ...channel, ownerGroupId: owner }, team },
    owner.toLowerCase(),
  ],
  ['a channel without any group', { channel }, undefined],
  ['a chat', { chat: { id: '19:meeting@thread.v2' } }, undefined],
])('the team of %s', (_, parts, teamId) => {
  expect(hostContext({ ...inPersonalApp, ...parts }).channel?.teamId).toBe(teamId);
});

test('a channel keeps the case of its id and may come without names', () => {
  const context = hostContext({ ...inPersonalApp, channel: { id: channel.id }, team: { ...team, displayName: '' } });
  expect(context.channel).toMatchObject({ channelId: channel.id, channelName: '', teamName: '' });
});

test('a meeting carries its chat, and a link its sub page', () => {
  const context = hostContext({
    ...inPersonalApp,
    page: { id: 'x', frameContext: 'sidePanel', subPageId: 'assessment/a1' },
    meeting: { id: 'm1' },
    chat: { id: '19:meeting@thread.v2' },
  });
  expect(context).toMatchObject({
    frame: 'sidePanel',
    subPage: 'assessment/a1',
    meeting: { id: 'm1', chatId: '19:meeting@thread.v2' },
  });
});

test('a person without a name is called by the address they sign in with, and nobody is null', () => {
  const named = hostContext({ ...inPersonalApp, user: { id: 'X', userPrincipalName: 'priya@council.example' } });
  expect(named.person).toEqual({ id: 'x', displayName: 'priya@council.example' });
  expect(hostContext({ ...inPersonalApp, user: { id: '' } }).person).toBeNull();
});

test.each<[TeamsContext['sharePointSite'] & object, unknown]>([
  [
    { teamSiteDomain: 'a.example', teamSitePath: '/sites/p' },
    { domain: 'a.example', path: '/sites/p' },
  ],
  [{ teamSiteUrl: 'https://a.example/sites/Pro%20c' }, { domain: 'a.example', path: '/sites/Pro c' }],
  [{ mySiteDomain: 'a-my.example' }, null],
  [{ teamSiteUrl: 'no address' }, null],
])('the site of %j', (sharePointSite, site) => {
  expect(hostContext({ ...inPersonalApp, sharePointSite }).site).toEqual(site);
});

test.each([
  ['content', 'content'],
  ['task', 'content'],
  ['settings', 'settings'],
  ['sidePanel', 'sidePanel'],
  ['meetingStage', 'meetingStage'],
  ['something new', 'content'],
])('frame %s is %s', (given, frame) => expect(frameOf(given)).toBe(frame));

test.each([
  ['default', 'default'],
  ['dark', 'dark'],
  ['contrast', 'contrast'],
  ['glass', 'dark'],
  ['something new', 'default'],
])('theme %s is %s', (given, theme) => expect(themeOf(given)).toBe(theme));
