// Where a tab's place is kept: in the query of the tab's own address, and only ids that never change, because hosts are not
// reliable in storing anything newer (TeamsJS issue 2169).
import * as z from 'zod/mini';

/** The place a tab was added for. */
export interface TabPlace {
  readonly siteId: string;
  readonly teamId: string;
  readonly channelId: string;
  /** What the channel was called when the tab was added. */
  readonly channelName: string;
}

const placeShape = z.pipe(
  z.object({
    site: z.string().check(z.minLength(1)),
    team: z.string().check(z.minLength(1)),
    channel: z.string().check(z.minLength(1)),
    name: z._default(z.string(), ''),
  }),
  z.transform(
    ({ site, team, channel, name }): TabPlace => ({
      siteId: site,
      teamId: team.toLowerCase(),
      channelId: channel,
      channelName: name,
    }),
  ),
);

/** The address of the tab's page for a place. `page` is the address of any page of the product. */
export function tabAddress(page: string, place: TabPlace): string {
  const url = new URL('tab.html', page);
  url.search = new URLSearchParams({
    site: place.siteId,
    team: place.teamId,
    channel: place.channelId,
    name: place.channelName,
  }).toString();
  return url.href;
}

/** The place in an address; null where there is none, or not all of it. */
export function readTabPlace(page: string): TabPlace | null {
  const parsed = placeShape.safeParse(Object.fromEntries(new URL(page).searchParams));
  return parsed.success ? parsed.data : null;
}
