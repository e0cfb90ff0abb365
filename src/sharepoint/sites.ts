// From a channel to its SharePoint site, and which channels there are to choose from (Microsoft Graph: site, channel, driveItem).
import * as z from 'zod/mini';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece, query } from './odata';
import { allPages } from './pages';

export interface Site {
  readonly id: string;
  readonly displayName: string;
  readonly webUrl: string;
}

export interface Team {
  readonly id: string;
  readonly displayName: string;
}

export interface Channel {
  readonly id: string;
  readonly displayName: string;
  /** Standard channels share their team's site; private and shared ones have a site of their own. */
  readonly ownSite: boolean;
}

const site = z.pipe(
  z.object({ id: z.string(), displayName: z.nullish(z.string()), name: z.nullish(z.string()), webUrl: z.string() }),
  z.transform(
    (found): Site => ({ id: found.id, displayName: found.displayName ?? found.name ?? '', webUrl: found.webUrl }),
  ),
);

const readSite = (graph: Graph, path: string): Promise<Result<Site, GraphFault>> =>
  graph.send({ method: 'GET', path, scopes: scopes.readLists }, site);

/** A site by host name and server-relative path, as the host's context names it. */
export function siteByPath(graph: Graph, domain: string, path: string): Promise<Result<Site, GraphFault>> {
  const relative = path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => piece(decoded(part)))
    .join('/');
  return readSite(graph, relative === '' ? `/sites/${piece(domain)}` : `/sites/${piece(domain)}:/${relative}`);
}

/** Hosts give the path as it stands in an address, encoded or not. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const siteById = (graph: Graph, siteId: string): Promise<Result<Site, GraphFault>> =>
  readSite(graph, `/sites/${piece(siteId)}`);

/** The site of a team, which its standard channels share. */
export const siteOfTeam = (graph: Graph, teamId: string): Promise<Result<Site, GraphFault>> =>
  readSite(graph, `/groups/${piece(teamId)}/sites/root`);

/** The site of a private or shared channel: by way of its folder, for its address cannot be built. */
export async function siteOfChannel(
  graph: Graph,
  teamId: string,
  channelId: string,
): Promise<Result<Site, GraphFault>> {
  const folder = await graph.send(
    {
      method: 'GET',
      path: `/teams/${piece(teamId)}/channels/${piece(channelId)}/filesFolder`,
      scopes: scopes.readChannelFolder,
    },
    z.object({ parentReference: z.object({ driveId: z.string() }) }),
  );
  if (!folder.ok) return folder;
  const drive = await graph.send(
    {
      method: 'GET',
      path: `/drives/${piece(folder.value.parentReference.driveId)}${query({ $select: 'id,webUrl,sharePointIds' })}`,
      scopes: scopes.readChannelFolder,
    },
    z.object({ sharePointIds: z.nullish(z.object({ siteId: z.string() })) }),
  );
  if (!drive.ok) return drive;
  const siteId = drive.value.sharePointIds?.siteId;
  return siteId === undefined ? fail({ kind: 'not-found', what: '/drives' }) : await siteById(graph, siteId);
}

/** The teams the person belongs to. */
export async function joinedTeams(graph: Graph): Promise<Result<readonly Team[], GraphFault>> {
  const found = await allPages(
    graph,
    { method: 'GET', path: `/me/joinedTeams${query({ $select: 'id,displayName' })}`, scopes: scopes.readTeams },
    z.object({ id: z.string(), displayName: z.string() }),
  );
  return found.ok ? ok(found.value.members) : found;
}

const channel = z.pipe(
  z.object({ id: z.string(), displayName: z.string(), membershipType: z.nullish(z.string()) }),
  z.transform(
    (found): Channel => ({
      id: found.id,
      displayName: found.displayName,
      ownSite: found.membershipType === 'private' || found.membershipType === 'shared',
    }),
  ),
);

/** The channels of a team that the person can see. */
export async function channelsOf(graph: Graph, teamId: string): Promise<Result<readonly Channel[], GraphFault>> {
  const found = await allPages(
    graph,
    {
      method: 'GET',
      path: `/teams/${piece(teamId)}/channels${query({ $select: 'id,displayName,membershipType' })}`,
      scopes: scopes.readChannels,
    },
    channel,
  );
  return found.ok ? ok(found.value.members) : found;
}
