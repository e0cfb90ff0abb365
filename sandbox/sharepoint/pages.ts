// Pages of a site as this page reads and writes them: Graph with the person's token.
import { z } from 'zod';
import type { PersonGraph } from '../pages/graph';
import type { SiteList } from './site';

const textPart = z.looseObject({ '@odata.type': z.string(), innerHtml: z.string().optional() });
const section = z.looseObject({
  columns: z.array(z.looseObject({ webparts: z.array(textPart).optional() })).optional(),
});
const summary = z.object({
  id: z.string(),
  name: z.string(),
  title: z.string(),
  lastModifiedDateTime: z.string(),
  lastModifiedBy: z.object({ user: z.object({ displayName: z.string().nullish() }).optional() }),
  publishingState: z.object({ level: z.string(), versionId: z.string() }),
});
const page = summary.extend({
  eTag: z.string(),
  canvasLayout: z.looseObject({ horizontalSections: z.array(section).optional() }).optional(),
});
export type PageSummary = Readonly<z.infer<typeof summary>>;
export type SitePage = Readonly<z.infer<typeof page>>;

const pages = (library: SiteList): string => `/sites/${library.parentReference.siteId}/pages`;
const cast = (library: SiteList, id: string): string => `${pages(library)}/${id}/microsoft.graph.sitePage`;

/** Whether a list is the library that pages are files of. */
export const isPagesLibrary = (list: SiteList): boolean => list.list?.template === 'webPageLibrary';

/** The pages the person may read. */
export const readPages = (graph: PersonGraph, library: SiteList): Promise<readonly PageSummary[]> =>
  graph.list(pages(library), summary);

/** One page with what it says. */
export const readPage = (graph: PersonGraph, library: SiteList, id: string): Promise<SitePage> =>
  graph.get(`${cast(library, id)}?$expand=canvasLayout`, page);

/** The HTML of the page's texts, in order. */
export const textsOf = ({ canvasLayout }: SitePage): readonly string[] =>
  (canvasLayout?.horizontalSections ?? []).flatMap(({ columns = [] }) =>
    columns.flatMap(({ webparts = [] }) => webparts.flatMap(({ innerHtml }) => innerHtml ?? [])),
  );

/** The layout with other texts in the same places. */
function withTexts(page: SitePage, texts: readonly string[]): SitePage['canvasLayout'] {
  let place = 0;
  return {
    ...page.canvasLayout,
    horizontalSections: (page.canvasLayout?.horizontalSections ?? []).map((one) => ({
      ...one,
      columns: (one.columns ?? []).map((column) => ({
        ...column,
        webparts: (column.webparts ?? []).map((part) =>
          part.innerHtml === undefined ? part : { ...part, innerHtml: texts[place++] ?? part.innerHtml },
        ),
      })),
    })),
  };
}

/** Saves and publishes, as SharePoint's *Republish* does. Refused with 412 when somebody changed the page since it was read. */
export async function republish(
  graph: PersonGraph,
  library: SiteList,
  before: SitePage,
  change: { readonly title: string; readonly texts: readonly string[] },
): Promise<void> {
  const body = {
    '@odata.type': '#microsoft.graph.sitePage',
    title: change.title,
    canvasLayout: withTexts(before, change.texts),
  };
  await graph.send('PATCH', cast(library, before.id), body, { 'if-match': before.eTag });
  await graph.send('POST', `${cast(library, before.id)}/publish`);
}

export const removePage = (graph: PersonGraph, library: SiteList, id: string): Promise<void> =>
  graph.send('DELETE', `${pages(library)}/${id}`);
