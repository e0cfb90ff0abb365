// What an app is told about where it is. The product reads these names through teams-js.

import { generalChannelId, siteDomain, sitePath, teamId, tenantId } from '../../../../sandbox/store/seed';
import { type ContextParts, legacyContext } from '../../../../sandbox/teams/protocol/context';
import { rooms } from '../../../../sandbox/teams/rooms';

const parts = (part: Partial<ContextParts>): ContextParts => ({
  person: { id: 'person', displayName: 'Priya Shah', userPrincipalName: 'priya.shah@northbridge.gov.example' },
  tenantId,
  appId: 'app',
  where: {},
  frameContext: 'content',
  theme: 'dark',
  entityId: 'tab',
  subPageId: undefined,
  sessionId: 'session',
  ...part,
});

const ofTeam = ['teamId', 'groupId', 'channelId', 'hostTeamGroupId', 'teamSiteUrl', 'teamSiteDomain', 'teamSitePath'];

it('names person, tenant, theme and tab everywhere', () => {
  expect(legacyContext(parts({ subPageId: 'assessment/1' }))).toMatchObject({
    tid: tenantId,
    userObjectId: 'person',
    loginHint: 'priya.shah@northbridge.gov.example',
    theme: 'dark',
    entityId: 'tab',
    subEntityId: 'assessment/1',
    frameContext: 'content',
  });
});

it('names team, channel and site in a channel, and no meeting', () => {
  const context = legacyContext(parts({ where: rooms.general.where }));
  expect(context).toMatchObject({
    groupId: teamId,
    hostTeamGroupId: teamId,
    channelId: generalChannelId,
    channelName: 'General',
    channelType: 'Regular',
    teamSiteDomain: siteDomain,
    teamSitePath: sitePath,
  });
  expect(context).not.toHaveProperty('meetingId');
});

it('names the meeting and its channel in a meeting of a channel', () => {
  const context = legacyContext(parts({ where: rooms.meeting.where, frameContext: 'sidePanel' }));
  expect(context).toMatchObject({ groupId: teamId, channelId: generalChannelId, frameContext: 'sidePanel' });
  expect(context).toHaveProperty('meetingId');
});

it.each(['chat-meeting', undefined] as const)('names no team, channel or site in %s', (room) => {
  const context = legacyContext(parts({ where: room ? rooms[room].where : {} }));
  for (const name of ofTeam) expect(context).not.toHaveProperty(name);
  expect('chatId' in context).toBe(room !== undefined);
});

it('leaves out what is not there instead of sending it empty', () => {
  expect(Object.values(legacyContext(parts({})))).not.toContain(undefined);
});
