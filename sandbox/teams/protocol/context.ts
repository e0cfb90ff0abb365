// The context an app is told about: who, where, in which theme and frame. Pure.
// teams-js still receives the flat names of its first version and turns them into the nested ones itself
// (Microsoft Teams JavaScript library 2.58, public/app).
import type { FrameContext } from './runtime';

export type Theme = 'default' | 'dark' | 'contrast';

/** The person a window is signed in as. */
export interface Person {
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
}

/** The team with its SharePoint site. */
export interface Team {
  readonly groupId: string;
  readonly internalId: string;
  readonly displayName: string;
  readonly siteId: string;
  readonly siteWebUrl: string;
  readonly siteDomain: string;
  readonly sitePath: string;
}

/** Where a tab sits: a channel, a channel's meeting, an ordinary meeting (chat), or the person's own apps (none). */
export interface Where {
  readonly team?: Team | undefined;
  readonly channel?: { readonly id: string; readonly displayName: string } | undefined;
  readonly chatId?: string | undefined;
  readonly meetingId?: string | undefined;
}

export interface ContextParts {
  readonly person: Person;
  readonly tenantId: string;
  readonly appId: string;
  readonly where: Where;
  readonly frameContext: FrameContext;
  readonly theme: Theme;
  readonly entityId: string;
  readonly subPageId: string | undefined;
  readonly sessionId: string;
}

/** The flat context; absent things are left out, as Teams does. */
export type LegacyContext = Readonly<Record<string, string | number | boolean>>;

/** Builds the answer to `getContext`. A personal app and an ordinary meeting carry no team, channel or site. */
export function legacyContext(parts: ContextParts): LegacyContext {
  const { person, where } = parts;
  return present({
    hostName: 'Teams',
    hostClientType: 'web',
    frameContext: parts.frameContext,
    appId: parts.appId,
    appSessionId: parts.sessionId,
    sessionId: parts.sessionId,
    locale: 'en-gb',
    theme: parts.theme,
    entityId: parts.entityId,
    subEntityId: parts.subPageId,
    isFullScreen: false,
    isMultiWindow: false,
    tid: parts.tenantId,
    userObjectId: person.id,
    userDisplayName: person.displayName,
    loginHint: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    chatId: where.chatId,
    meetingId: where.meetingId,
    ...teamContext(parts),
  });
}

function teamContext({ where, tenantId }: ContextParts): Record<string, string | number | undefined> {
  const { team, channel } = where;
  if (!team || !channel) return {};
  return {
    teamId: team.internalId,
    teamName: team.displayName,
    teamType: 0,
    groupId: team.groupId,
    channelId: channel.id,
    channelName: channel.displayName,
    channelType: 'Regular',
    hostTeamGroupId: team.groupId,
    hostTeamTenantId: tenantId,
    teamSiteUrl: team.siteWebUrl,
    teamSiteDomain: team.siteDomain,
    teamSitePath: team.sitePath,
    teamSiteId: team.siteId,
  };
}

function present(values: Record<string, string | number | boolean | undefined>): LegacyContext {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number | boolean] => entry[1] !== undefined),
  );
}
