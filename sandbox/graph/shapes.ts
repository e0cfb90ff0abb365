// Parts of Graph's answers that several resources use.
import { appPerson } from '../store/app';
import type { Item } from '../store/items';
import type { List } from '../store/lists';
import { pagesTemplate } from '../store/pages';
import type { Person } from '../store/people';
import { councilName, type SeedSite, siteDomain, sites, teamSite } from '../store/seed';
import type { Sandbox } from './types';

/** `{user: {...}}` for a person's id, as `createdBy` and `lastModifiedBy` have it; the app, where it wrote without a person. */
export function identityOf(people: ReadonlyMap<string, Person>, personId: string): object {
  if (personId === appPerson.id) {
    return {
      application: { id: personId, displayName: appPerson.displayName },
      user: { displayName: 'SharePoint App' },
    };
  }
  const person = people.get(personId);
  return { user: { email: person?.mail ?? '', id: personId, displayName: person?.displayName ?? '' } };
}

/** The eTag of an item or list, with its quote marks: send it back unchanged. */
export const eTagOf = (id: string, version: number): string => `"${id},${version}"`;

/** Where a site is seen: SharePoint's own paths, on the sandbox, whose pages answer them. */
const siteUrl = (sandbox: Sandbox, site: SeedSite): string => `${sandbox.origin()}${site.path}`;

const siteOf = (list: List): SeedSite => sites.find(({ id }) => id === list.siteId) ?? teamSite;

/** Where a list is seen. */
export const listUrl = (sandbox: Sandbox, list: List): string =>
  list.template === 'documentLibrary' || list.template === pagesTemplate
    ? `${siteUrl(sandbox, siteOf(list))}/${encodeURIComponent(list.name)}`
    : `${siteUrl(sandbox, siteOf(list))}/Lists/${encodeURIComponent(list.name)}`;

/** A site, as Graph's `site`. */
export const siteBody = (sandbox: Sandbox, site: SeedSite): Record<string, unknown> => ({
  id: site.id,
  name: site.name,
  displayName: site.displayName,
  description: `${councilName}: ${site.displayName}`,
  webUrl: siteUrl(sandbox, site),
  createdDateTime: '2024-03-04T09:12:31Z',
  lastModifiedDateTime: '2026-11-02T08:00:00Z',
  root: {},
  siteCollection: { hostname: siteDomain },
});

/** An item without its fields, as Graph's `listItem`. */
export const itemBody = (
  sandbox: Sandbox,
  people: ReadonlyMap<string, Person>,
  list: List,
  item: Item,
): Record<string, unknown> => ({
  '@odata.etag': eTagOf(item.uniqueId, item.version),
  id: String(item.id),
  eTag: eTagOf(item.uniqueId, item.version),
  createdDateTime: item.createdAt,
  lastModifiedDateTime: item.modifiedAt,
  webUrl: `${listUrl(sandbox, list)}/${item.id}_.000`,
  createdBy: identityOf(people, item.createdBy),
  lastModifiedBy: identityOf(people, item.modifiedBy),
  parentReference: { id: list.id, siteId: list.siteId },
  contentType: itemContentType,
});

export const itemContentType = { id: '0x0100A5D3C9F0E7B1244D8F', name: 'Item' } as const;
