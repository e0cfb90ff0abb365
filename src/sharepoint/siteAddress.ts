// A site's address as somebody copies it from a browser: of the site itself, or of anything in it. Pure.

export interface SiteAddress {
  readonly domain: string;
  readonly path: string;
}

/** Where a site's own address ends and that of something in it begins. */
const withinSite = /^(lists|sitepages|pages|siteassets|shared documents|forms|_layouts|_api)$|\.aspx$/i;

/** The site an address leads to; null where it is no address of anything. */
export function siteAddress(text: string): SiteAddress | null {
  const wanted = text.trim();
  const parsed = parse(/^https?:\/\//i.test(wanted) ? wanted : `https://${wanted}`);
  if (parsed === null || !parsed.hostname.includes('.')) return null;
  const pieces = parsed.pathname.split('/').filter((piece) => piece !== '');
  const end = pieces.findIndex((piece) => withinSite.test(decoded(piece)));
  return { domain: parsed.hostname, path: `/${(end === -1 ? pieces : pieces.slice(0, end)).join('/')}` };
}

function parse(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}
