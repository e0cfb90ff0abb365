// A page of a SharePoint site over Microsoft Graph: found by its name, made, changed, published (Microsoft Graph: sitePage).
import * as z from 'zod/mini';
import type { Person } from '../base/person';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph, GraphCall } from '../graph/graph';
import { scopes } from '../graph/scopes';
import type { ResultsPage } from '../report';
import { columnLimits, onOneLine } from './limits';
import { piece, query } from './odata';
import { pageHtml } from './pageHtml';
import { allPages } from './pages';
import { identity } from './rows';

/** A page as SharePoint holds it. */
export interface Page {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly eTag: string;
  readonly lastModifiedBy: Person;
  readonly lastModifiedAt: string;
}

/** Pages of one site. Nothing here is tried again by itself. */
export interface Pages {
  read(id: string): Promise<Result<Page, GraphFault>>;
  /** The page with this name (its file name), or null. */
  byName(name: string): Promise<Result<Page | null, GraphFault>>;
  /** Makes a draft that only its author sees. Where the name is taken, SharePoint refuses, or gives it another name. */
  create(name: string, page: ResultsPage): Promise<Result<Page, GraphFault>>;
  /** Changes the draft, unless somebody changed the page since it had this eTag. */
  change(id: string, eTag: string, page: ResultsPage): Promise<Result<void, GraphFault>>;
  publish(id: string): Promise<Result<void, GraphFault>>;
  remove(id: string): Promise<Result<void, GraphFault>>;
}

const sitePage = '#microsoft.graph.sitePage';

const page = z.pipe(
  z.object({
    id: z.string(),
    name: z.string(),
    webUrl: z.string(),
    eTag: z.string(),
    lastModifiedBy: identity,
    lastModifiedDateTime: z.string(),
  }),
  z.transform(
    (found): Page => ({
      id: found.id,
      name: found.name,
      url: found.webUrl,
      eTag: found.eTag,
      lastModifiedBy: found.lastModifiedBy,
      lastModifiedAt: found.lastModifiedDateTime,
    }),
  ),
);

/** What the page says, as Graph takes it: one section of text for each of the model's. Only text web parts: lists are not among those it takes. */
const bodyOf = ({ title, sections }: ResultsPage): object => ({
  '@odata.type': sitePage,
  title: onOneLine(title).slice(0, columnLimits.line),
  titleArea: { layout: 'plain', textAlignment: 'left', showPublishedDate: true },
  canvasLayout: {
    horizontalSections: sections.map((blocks, index) => ({
      id: String(index + 1),
      layout: 'oneColumn',
      emphasis: 'none',
      columns: [
        {
          id: '1',
          width: 12,
          webparts: [{ '@odata.type': '#microsoft.graph.textWebPart', innerHtml: pageHtml(blocks) }],
        },
      ],
    })),
  },
});

/** The pages of a site. */
export function sitePages(graph: Graph, siteId: string): Pages {
  const pages = `/sites/${piece(siteId)}/pages`;
  const cast = (id: string): string => `${pages}/${piece(id)}/microsoft.graph.sitePage`;
  const writing = (method: GraphCall['method'], path: string): GraphCall => ({
    method,
    path,
    scopes: scopes.writeLists,
  });
  const read = (id: string) => graph.send({ method: 'GET', path: cast(id), scopes: scopes.readLists }, page);
  const done = async (call: GraphCall): Promise<Result<void, GraphFault>> => {
    const sent = await graph.send(call, z.unknown());
    return sent.ok ? ok(undefined) : sent;
  };

  return {
    read,
    async byName(name) {
      // Filters and searches differ between what is documented and what answers; a site has few pages.
      const first = `${pages}${query({ $select: 'id,name' })}`;
      const member = z.object({ id: z.string(), name: z.nullish(z.string()) });
      const all = await allPages(graph, { method: 'GET', path: first, scopes: scopes.readLists }, member);
      if (!all.ok) return all;
      const found = all.value.members.find((each) => each.name?.toLowerCase() === name.toLowerCase());
      return found === undefined ? ok(null) : read(found.id);
    },
    create: (name, content) => graph.send({ ...writing('POST', pages), body: { ...bodyOf(content), name } }, page),
    change: (id, eTag, content) =>
      done({ ...writing('PATCH', cast(id)), headers: { 'If-Match': eTag }, body: bodyOf(content) }),
    publish: (id) => done(writing('POST', `${cast(id)}/publish`)),
    remove: (id) => done(writing('DELETE', `${pages}/${piece(id)}`)),
  };
}
