// Where a deep link leads in the small Teams, seen from where the window is. Pure.
import type { Address } from './address';
import { type DeepLink, parseDeepLink } from './deepLink';
import { product } from './product';
import { roomOf, rooms } from './rooms';

/**
 * What following a link changes: the place, the tab (`entity:` and the app's own id of it) and the sub page. Undefined for
 * what is no deep link to the product. `origin` is this page's own.
 */
export function linkTarget(url: string, address: Address, origin: string): Partial<Address> | undefined {
  const link = parseDeepLink(url, origin);
  if (!link || link.appId !== product.appId) return undefined;
  const tab = `entity:${link.entityId}`;
  if (link.entityId === product.personalEntityId) return { frame: 'personal', tab, sub: link.subPageId };
  const place = stays(link, address) ? address.in : (roomOf(link.channelId, link.chatId) ?? address.in);
  const frame = place === address.in && !['personal', 'activity'].includes(address.frame) ? address.frame : 'channel';
  return { in: place, frame, tab, sub: link.subPageId };
}

/** A meeting of the channel that a link names is as good a place for it as the channel itself. */
const stays = (link: DeepLink, address: Address): boolean =>
  link.channelId !== undefined && rooms[address.in].where.channel?.id === link.channelId;
