// What Teams says about where we are, in the product's own words. Pure.
// Source of names: Microsoft Teams JavaScript library 2.58, app.Context; "Access context information for your tab".
import type { app } from '@microsoft/teams-js';
import type { Frame, HostContext, Theme } from '../base/host';

/** The parts of the library's context that are read here. */
export interface TeamsContext
  extends Pick<app.Context, 'user' | 'channel' | 'team' | 'chat' | 'meeting' | 'sharePointSite'> {
  readonly page: Pick<app.PageInfo, 'id' | 'subPageId'> & { readonly frameContext: string };
}

const frames: Readonly<Record<string, Frame>> = {
  settings: 'settings',
  remove: 'settings',
  sidePanel: 'sidePanel',
  meetingStage: 'meetingStage',
};

/** The frame for a TeamsJS frame context; all that are not special are content. */
export const frameOf = (frameContext: string): Frame => frames[frameContext] ?? 'content';

/** The theme for TeamsJS' name; `glass` (visionOS) is a dark one. */
export function themeOf(name: string): Theme {
  if (name === 'dark' || name === 'glass') return 'dark';
  return name === 'contrast' ? 'contrast' : 'default';
}

/** Maps the context of TeamsJS (v2 names). Empty texts count as absent: clients differ in which they send. */
export function hostContext(context: TeamsContext): HostContext {
  const { user, page, meeting, chat } = context;
  return {
    person: user?.id ? { id: user.id.toLowerCase(), displayName: nameOf(user) } : null,
    tenantId: user?.tenant?.id.toLowerCase() || null,
    frame: frameOf(page.frameContext),
    subPage: page.subPageId || null,
    channel: channelOf(context),
    meeting: meeting?.id ? { id: meeting.id, chatId: chat?.id || null } : null,
    site: siteOf(context.sharePointSite),
  };
}

const nameOf = (user: NonNullable<TeamsContext['user']>): string =>
  user.displayName || user.userPrincipalName || user.loginHint || user.id.toLowerCase();

// In private and shared channels team.groupId is empty or the wrong team's: the owner's group is right in every kind of channel.
function channelOf({ channel, team }: TeamsContext): HostContext['channel'] {
  const teamId = channel?.ownerGroupId || team?.groupId;
  if (!channel?.id || !teamId) return null;
  return {
    teamId: teamId.toLowerCase(),
    channelId: channel.id,
    teamName: team?.displayName ?? '',
    channelName: channel.displayName ?? '',
  };
}

function siteOf(site: TeamsContext['sharePointSite']): HostContext['site'] {
  if (site?.teamSiteDomain && site.teamSitePath) return { domain: site.teamSiteDomain, path: site.teamSitePath };
  if (!site?.teamSiteUrl || !URL.canParse(site.teamSiteUrl)) return null;
  const url = new URL(site.teamSiteUrl);
  return { domain: url.host, path: decodeURIComponent(url.pathname) };
}
