// From where a host says we are to the site and its lists.
import type { Home } from '../assessment';
import type { HostContext } from '../base/host';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import type { Place } from '../sharepoint/place';
import type { ListName } from '../sharepoint/records';
import { listNames } from '../sharepoint/records';
import {
  type Channel,
  channelsOf,
  joinedTeams,
  type Site,
  siteById,
  siteByPath,
  siteOfChannel,
  siteOfTeam,
  type Team,
} from '../sharepoint/sites';
import { isWhole, placeOf, type Survey, survey } from './survey';

/** What a site holds of ours. */
export type FoundPlace =
  | { readonly kind: 'ready'; readonly place: Place; readonly listLinks: Readonly<Partial<Record<ListName, string>>> }
  | { readonly kind: 'not-set-up' }
  /** Some lists are there and others, or columns of them, are not: set-up repairs them. */
  | { readonly kind: 'incomplete'; readonly lists: readonly ListName[] };

/** A channel chosen where the host names none; the tab's own address says in which site its lists were found. */
export interface ChosenPlace extends Home {
  readonly siteId?: string;
}

/**
 * The site of the channel we are in, or of the one that was chosen.
 * @returns `not-found` where nobody names a channel
 */
export async function findSite(
  graph: Graph,
  context: Pick<HostContext, 'site' | 'channel'>,
  chosen: ChosenPlace | null,
): Promise<Result<Site, GraphFault>> {
  if (context.site) return await siteByPath(graph, context.site.domain, context.site.path);
  if (chosen?.siteId !== undefined) return await siteById(graph, chosen.siteId);
  const channel = context.channel ?? chosen;
  return channel ? await siteOf(graph, channel) : fail({ kind: 'not-found', what: '/teams/…/channels' });
}

/** Never guessed: what belongs into a private channel's site must not land in the team's. */
async function siteOf(
  graph: Graph,
  { teamId, channelId }: Pick<Home, 'teamId' | 'channelId'>,
): Promise<Result<Site, GraphFault>> {
  const channels = await channelsOf(graph, teamId);
  if (!channels.ok) return channels;
  const channel = channels.value.find(({ id }) => id === channelId);
  if (!channel) return fail({ kind: 'not-found', what: '/teams/…/channels' });
  return channel.ownSite ? await siteOfChannel(graph, teamId, channelId) : await siteOfTeam(graph, teamId);
}

/** Our lists in a site. */
export async function findPlace(graph: Graph, site: Pick<Site, 'id'>): Promise<Result<FoundPlace, GraphFault>> {
  const found = await survey(graph, site.id);
  return found.ok ? ok(placeIn(found.value)) : found;
}

function placeIn(found: Survey): FoundPlace {
  const place = placeOf(found);
  if (place) {
    const links = Object.fromEntries(listNames.map((name) => [name, found.ours[name]?.webUrl ?? '']));
    return { kind: 'ready', place, listLinks: links };
  }
  if (Object.keys(found.ours).length === 0) return { kind: 'not-set-up' };
  return { kind: 'incomplete', lists: listNames.filter((name) => !isWholeHere(found, name)) };
}

const isWholeHere = (found: Survey, name: ListName): boolean => {
  const list = found.ours[name];
  return list !== undefined && isWhole(list);
};

/** A channel in whose site our lists are, for choosing one in a meeting that has none. */
export interface SetUpChannel extends Home {
  readonly teamName: string;
  readonly site: Site;
}

/** The channels of my teams in whose site our lists are. Teams whose site I may not read are left out. */
export async function findSetUpChannels(graph: Graph): Promise<Result<readonly SetUpChannel[], GraphFault>> {
  const teams = await joinedTeams(graph);
  if (!teams.ok) return teams;
  const found = await Promise.all(teams.value.map((team) => channelsSetUpIn(graph, team)));
  const channels: SetUpChannel[] = [];
  for (const each of found) {
    if (!each.ok && !isClosed(each.error)) return each;
    if (each.ok) channels.push(...each.value);
  }
  return ok(channels);
}

const isClosed = (fault: GraphFault): boolean => fault.kind === 'no-access' || fault.kind === 'not-found';

async function channelsSetUpIn(graph: Graph, team: Team): Promise<Result<readonly SetUpChannel[], GraphFault>> {
  const [channels, teamSite] = await Promise.all([
    channelsOf(graph, team.id),
    readySite(graph, siteOfTeam(graph, team.id)),
  ]);
  if (!channels.ok) return channels;
  if (!teamSite.ok) return teamSite;
  const chosen: SetUpChannel[] = [];
  for (const channel of channels.value) {
    const site = channel.ownSite ? await readySite(graph, siteOfChannel(graph, team.id, channel.id)) : teamSite;
    if (!site.ok) return site;
    if (site.value) chosen.push(setUpChannel(team, channel, site.value));
  }
  return ok(chosen);
}

const setUpChannel = (team: Team, channel: Channel, site: Site): SetUpChannel => ({
  teamId: team.id,
  teamName: team.displayName,
  channelId: channel.id,
  channelName: channel.displayName,
  site,
});

/** The site, if all our lists are in it; null where they are not, or where this person may not look. */
async function readySite(
  graph: Graph,
  finding: Promise<Result<Site, GraphFault>>,
): Promise<Result<Site | null, GraphFault>> {
  const site = await finding;
  if (!site.ok) return isClosed(site.error) ? ok(null) : site;
  const place = await findPlace(graph, site.value);
  if (!place.ok) return isClosed(place.error) ? ok(null) : place;
  return ok(place.value.kind === 'ready' ? site.value : null);
}
