// Finding a tab by the names it goes by, and the link that leads back to it. Pure.
import { formatDeepLink } from './deepLink';
import { product } from './product';
import type { Room } from './rooms';
import type { SavedTab } from './shapes';

/** A tab by its id, or by the app's own id as deep links name it; such a link also finds the app's only tab. */
export function findTab(tabs: readonly SavedTab[], wanted: string): SavedTab | undefined {
  if (!wanted.startsWith('entity:')) return tabs.find((tab) => tab.id === wanted);
  return tabs.find((tab) => tab.entityId === wanted.slice('entity:'.length)) ?? tabs[0];
}

/** The deep link to a sub page (or, empty, to the start) of a tab; `origin` is this page's own. */
export function linkTo(tab: SavedTab, room: Room, subPageId: string, origin: string): string {
  const { channel, chatId } = room.where;
  const link = {
    appId: product.appId,
    entityId: tab.entityId,
    subPageId: subPageId || undefined,
    channelId: channel?.id,
    chatId,
  };
  return formatDeepLink(link, tab.name, tab.websiteUrl ?? tab.contentUrl, origin);
}
