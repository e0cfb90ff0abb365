// The SharePoint page's own address: who looks, at which site and list, at which item, in which theme. Pure.
// SharePoint's own paths, as Graph gives them in webUrl, lead to the same page.
import { z } from 'zod';
import { membersSite, sites, teamSite } from '../store/seed';

// An unknown value is the same as none: an address typed by hand still shows a page.
const shape = z.object({
  as: z.string().catch(''),
  /** The end of the site's address. */
  site: z.enum([teamSite.name, membersSite.name]).catch(teamSite.name),
  list: z.string().min(1).optional().catch(undefined),
  /** An item's id, or `new` for the form of a new one; in the library of pages, a page's file name. */
  item: z.string().min(1).optional().catch(undefined),
  theme: z.enum(['default', 'dark', 'contrast']).catch('default'),
});

export type SharePointAddress = Readonly<z.infer<typeof shape>>;

function pageInLibrary(path: string): { readonly list?: string; readonly item?: string } {
  const found = /\/SitePages(?:\/([^/]+))?$/.exec(path);
  return found ? { list: 'SitePages', ...(found[1] ? { item: decodeURIComponent(found[1]) } : {}) } : {};
}

function itemInList(path: string): { readonly list?: string; readonly item?: string } {
  const found = /\/Lists\/([^/]+)(?:\/(?:(\d+)_\.000|(NewForm\.aspx)))?/i.exec(path);
  if (!found) return {};
  const item = found[3] === undefined ? found[2] : 'new';
  return { list: decodeURIComponent(found[1] ?? ''), ...(item === undefined ? {} : { item }) };
}

/** Reads the page's address. In a path of SharePoint's own the list is named by the end of its address, not by its id. */
export function parseAddress(path: string, search: string): SharePointAddress {
  const site = sites.find((each) => path === each.path || path.startsWith(`${each.path}/`))?.name;
  return shape.parse({
    ...(site ? { site } : {}),
    ...pageInLibrary(path),
    ...itemInList(path),
    ...Object.fromEntries(new URLSearchParams(search)),
  });
}

/** Writes it, in a fixed order and without what is absent. */
export function formatAddress(address: SharePointAddress): string {
  const query = new URLSearchParams({ as: address.as });
  if (address.site !== teamSite.name) query.set('site', address.site);
  if (address.list) query.set('list', address.list);
  if (address.item) query.set('item', address.item);
  if (address.theme !== 'default') query.set('theme', address.theme);
  return `?${query}`;
}
