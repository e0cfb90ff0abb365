// Links that open the tab in Teams at a sub page. Pure.
// Source: Microsoft Teams platform documentation, "Create deep links to an application".

export interface DeepLink {
  readonly appId: string;
  /** The tab's own entity id. */
  readonly entityId: string;
  /** Where the link leads inside the tab; empty for its beginning. */
  readonly subPage: string;
  /** What Teams shows while it opens the tab. */
  readonly label: string;
  /** Where a client goes that cannot show the tab. */
  readonly webUrl: string;
  readonly channelId: string | null;
  readonly chatId: string | null;
}

/** The link's address. `base` is the origin of Teams. */
export function deepLink(link: DeepLink, base: string): string {
  const context = {
    ...(link.subPage === '' ? {} : { subEntityId: link.subPage }),
    ...place(link),
  };
  const query = [
    ['webUrl', link.webUrl],
    ['label', link.label],
    ['context', JSON.stringify(context)],
  ].map(([name, value]) => `${name}=${encode(value ?? '')}`);
  return `${base}/l/entity/${encode(link.appId)}/${encode(link.entityId)}?${query.join('&')}`;
}

/** Whether Teams itself can follow a link, without leaving for a browser. */
export const isDeepLink = (url: string, base: string): boolean =>
  URL.canParse(url) && new URL(url).origin === base && new URL(url).pathname.startsWith('/l/');

const place = ({ channelId, chatId }: DeepLink): Readonly<Record<string, string>> => {
  if (channelId !== null) return { channelId };
  return chatId === null ? {} : { chatId, contextType: 'chat' };
};

// Half a surrogate pair, as careless shortening leaves it, would make encodeURIComponent throw.
const encode = (text: string): string => encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
