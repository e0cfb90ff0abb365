// The Teams page's own address: which person, place, tab, frame and theme a window shows, so that a reload shows the
// same and a test can go straight there. Pure.
import { z } from 'zod';

const roomKeys = ['general', 'board', 'meeting', 'chat-meeting'] as const;
const frames = ['channel', 'panel', 'stage', 'personal', 'activity'] as const;
const themes = ['default', 'dark', 'contrast'] as const;

export type RoomKey = (typeof roomKeys)[number];
export type Frame = (typeof frames)[number];

// An unknown value is the same as none: an address typed by hand still shows a page.
const shape = z.object({
  as: z.string().catch(''),
  in: z.enum(roomKeys).catch('general'),
  tab: z.string().min(1).catch('posts'),
  frame: z.enum(frames).catch('channel'),
  theme: z.enum(themes).catch('default'),
  sub: z.string().min(1).optional().catch(undefined),
});

/** `as` is a person's first name in lower case, or empty when the address names nobody. `tab` is `posts` or a tab's id. */
export type Address = Readonly<z.infer<typeof shape>>;

/** Reads an address; what is missing or unknown gets its default. A meeting's frames need a meeting. */
export function parseAddress(search: string): Address {
  return settle(shape.parse(Object.fromEntries(new URLSearchParams(search))));
}

/** The address after a change: a new place begins at its first tab, and a sub page belongs to the tab it was opened in. */
export function move(from: Address, change: Partial<Address>): Address {
  const elsewhere = change.in !== undefined && change.in !== from.in;
  const otherTab = elsewhere || (change.tab !== undefined && change.tab !== from.tab);
  return settle({
    ...from,
    ...(elsewhere ? { tab: 'posts', frame: 'channel' as const } : {}),
    ...(otherTab ? { sub: undefined } : {}),
    ...change,
  });
}

/** The query string of an address, in a fixed order. */
export function formatAddress(address: Address): string {
  const query = new URLSearchParams({
    as: address.as,
    in: address.in,
    tab: address.tab,
    frame: address.frame,
    theme: address.theme,
  });
  if (address.sub) query.set('sub', address.sub);
  return `?${query}`;
}

/** The frames a place offers: only a meeting has a side panel and a stage. `activity` shows the person's feed and no frame of the product. */
export function framesOf(room: RoomKey): readonly Frame[] {
  return room === 'meeting' || room === 'chat-meeting' ? frames : ['channel', 'personal', 'activity'];
}

/** A side panel or stage asked for in *General* is that of General's meeting; the other channel has none. */
function settle(address: Address): Address {
  if (framesOf(address.in).includes(address.frame)) return address;
  return address.in === 'general' ? { ...address, in: 'meeting' } : { ...address, frame: 'channel' };
}
