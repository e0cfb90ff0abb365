// Teams' deep links to a tab: `/l/entity/<app>/<entity>?webUrl=…&label=…&context={"subEntityId":…,"channelId":…}`.
// Pure. Source: Microsoft Teams platform documentation, "Deep link to an application".
import { z } from 'zod';

const contextShape = z.object({
  subEntityId: z.string().optional(),
  channelId: z.string().optional(),
  chatId: z.string().optional(),
});

/** Where a deep link leads. `channelId` or `chatId` may be absent: then it leads to the tab nearest at hand. */
export interface DeepLink {
  readonly appId: string;
  readonly entityId: string;
  readonly subPageId: string | undefined;
  readonly channelId: string | undefined;
  readonly chatId: string | undefined;
}

const teamsOrigin = 'https://teams.microsoft.com';

/** Reads a deep link of this host or of Teams itself; undefined for every other address. */
export function parseDeepLink(url: string, origin: string): DeepLink | undefined {
  if (!URL.canParse(url, origin)) return undefined;
  const parsed = new URL(url, origin);
  if (parsed.origin !== origin && parsed.origin !== teamsOrigin) return undefined;
  const [, l, entity, appId, entityId] = parsed.pathname.split('/');
  if (l !== 'l' || entity !== 'entity' || !appId || !entityId) return undefined;
  const context = contextShape.safeParse(parseJson(parsed.searchParams.get('context') ?? '{}'));
  const { subEntityId, channelId, chatId } = context.success ? context.data : {};
  return { appId, entityId: decodeURIComponent(entityId), subPageId: subEntityId || undefined, channelId, chatId };
}

/** The deep link to a sub page of a tab, as *copy link* gives it. */
export function formatDeepLink(link: DeepLink, label: string, webUrl: string, origin: string): string {
  const url = new URL(`/l/entity/${encodeURIComponent(link.appId)}/${encodeURIComponent(link.entityId)}`, origin);
  url.searchParams.set('webUrl', webUrl);
  url.searchParams.set('label', label);
  const { subPageId, channelId, chatId } = link;
  url.searchParams.set('context', JSON.stringify({ subEntityId: subPageId, channelId, chatId }));
  return url.href;
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    // A damaged context still leaves a link to the tab itself.
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}
