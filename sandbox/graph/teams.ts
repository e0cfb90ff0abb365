// The team, its channels, and the way from a channel to its folder, drive and site.
import { allChannels, type Channel, findChannel } from '../store/messages';
import { driveId, siteCollectionId, siteWebUrl, teamId, teamName, tenantId, webId } from '../store/seed';
import { GraphFault, itemNotFound } from './fault';
import { pick, selectOf } from './query';
import { scopes } from './scopes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

const teamBody = (): Record<string, unknown> => ({
  id: teamId,
  createdDateTime: '2024-03-04T09:12:00Z',
  displayName: teamName,
  description: 'Everyone who buys, and everyone who is asked',
  internalId: '19:0c5b7de14a2f4f6c8d9b3e60a7715f24@thread.tacv2',
  webUrl: `https://teams.microsoft.com/l/team/${teamId}`,
  tenantId,
  isArchived: false,
  visibility: 'private',
});

const channelBody = (channel: Channel): Record<string, unknown> => ({
  id: channel.id,
  createdDateTime: '2024-03-04T09:12:31Z',
  displayName: channel.displayName,
  description: channel.description,
  membershipType: 'standard',
  webUrl: `https://teams.microsoft.com/l/channel/${encodeURIComponent(channel.id)}/${encodeURIComponent(channel.displayName)}`,
});

/** The channel a call names; throws Teams' 404 where it is not there (any more). */
export function channelHere(c: GraphContext, sandbox: Sandbox): Channel {
  const channel = findChannel(sandbox.database, c.req.param('channel') ?? '');
  if (channel === undefined) throw new GraphFault(404, 'NotFound', 'Channel does not exist.');
  return channel;
}

function joinedTeams(c: GraphContext, sandbox: Sandbox): Response {
  const inTeam = ['owner', 'member', 'visitor'].includes(c.get('person').role);
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#teams`,
    value: inTeam ? [pick(teamBody(), selectOf(c))] : [],
  });
}

function filesFolder(c: GraphContext, sandbox: Sandbox): Response {
  const channel = channelHere(c, sandbox);
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#teams('${teamId}')/channels('${encodeURIComponent(channel.id)}')/filesFolder/$entity`,
    id: `01NORTHBRIDGE${channel.id.slice(3, 19).toUpperCase()}`,
    name: channel.displayName,
    createdDateTime: '2024-03-04T09:12:31Z',
    webUrl: `${siteWebUrl}/Shared%20Documents/${encodeURIComponent(channel.displayName)}`,
    parentReference: { driveId, driveType: 'documentLibrary' },
    folder: { childCount: 0 },
  });
}

function readDrive(c: GraphContext, sandbox: Sandbox): Response {
  if (c.req.param('drive') !== driveId) throw itemNotFound('The resource could not be found.');
  const body = {
    id: driveId,
    driveType: 'documentLibrary',
    name: 'Documents',
    webUrl: `${siteWebUrl}/Shared%20Documents`,
    ...(selectOf(c)?.includes('sharePointIds') === true
      ? { sharePointIds: { siteId: siteCollectionId, siteUrl: siteWebUrl, webId, tenantId } }
      : {}),
  };
  return c.json({ '@odata.context': `${graphBase(sandbox)}/$metadata#drives/$entity`, ...pick(body, selectOf(c)) });
}

const inTeam = { need: { on: 'team', to: 'read' }, units: 0 } as const;
const one = (c: GraphContext, sandbox: Sandbox, kind: string, body: Record<string, unknown>): Response =>
  c.json({ '@odata.context': `${graphBase(sandbox)}/$metadata#${kind}/$entity`, ...pick(body, selectOf(c)) });

export const teamRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/me/joinedTeams',
    scopes: scopes.teams,
    need: { on: 'nothing' },
    units: 0,
    handle: joinedTeams,
  },
  {
    method: 'GET',
    path: '/teams/:team',
    scopes: scopes.teams,
    ...inTeam,
    handle: (c, sandbox) => one(c, sandbox, 'teams', teamBody()),
  },
  {
    method: 'GET',
    path: '/teams/:team/channels',
    scopes: scopes.channels,
    ...inTeam,
    handle: (c, sandbox) =>
      c.json({
        '@odata.context': `${graphBase(sandbox)}/$metadata#teams('${teamId}')/channels`,
        value: allChannels(sandbox.database).map((channel) => pick(channelBody(channel), selectOf(c))),
      }),
  },
  {
    method: 'GET',
    path: '/teams/:team/channels/:channel',
    scopes: scopes.channels,
    ...inTeam,
    handle: (c, sandbox) => one(c, sandbox, `teams('${teamId}')/channels`, channelBody(channelHere(c, sandbox))),
  },
  {
    method: 'GET',
    path: '/teams/:team/channels/:channel/filesFolder',
    scopes: scopes.channelFolder,
    need: { on: 'team', to: 'read' },
    units: 1,
    handle: filesFolder,
  },
  {
    method: 'GET',
    path: '/drives/:drive',
    scopes: scopes.drives,
    need: { on: 'site', right: 'read' },
    units: 1,
    handle: readDrive,
  },
];
