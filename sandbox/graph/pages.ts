// Pages of the site: made as a checked-out draft, changed, published, deleted (Microsoft Graph: sitePage).
// Who may change pages sees the newest draft; everybody else what was published last.
import { z } from 'zod';
import { inTransaction } from '../store/database';
import { allPages, deletePage, findPage, type Page, type PageContent, savePage } from '../store/pages';
import { peopleById } from '../store/people';
import { covers } from '../store/rights';
import { canvas, checkCanvas } from './canvas';
import { GraphFault, invalidRequest, itemNotFound } from './fault';
import { bodyOf, expandOf, linkTo, option, pick, selectOf, topOf } from './query';
import { scopes } from './scopes';
import { eTagOf, identityOf, listUrl } from './shapes';
import { type GraphContext, graphBase, type Route, type Sandbox, stampOf } from './types';

const sitePage = '#microsoft.graph.sitePage';
const usualPage = 200;

const mayWrite = (c: GraphContext): boolean => covers(c.get('listRight'), 'edit');

/** What this person sees of a page; undefined for a draft that was never published. */
const seenContent = (c: GraphContext, page: Page): PageContent | undefined =>
  mayWrite(c) ? page.draft : (page.published ?? undefined);

const publishing = (people: ReturnType<typeof peopleById>, page: Page): object => ({
  level: page.checkedOutBy !== null ? 'checkout' : page.minor === 0 ? 'published' : 'draft',
  versionId: `${page.major}.${page.minor}`,
  ...(page.checkedOutBy === null ? {} : { checkedOutBy: identityOf(people, page.checkedOutBy) }),
});

function pageBody(c: GraphContext, sandbox: Sandbox, page: Page, content: PageContent): Record<string, unknown> {
  const people = peopleById(sandbox.database);
  const { canvasLayout, title, ...more } = content;
  const eTag = eTagOf(`{${page.id.toUpperCase()}}`, page.version);
  const body = {
    '@odata.type': sitePage,
    '@odata.etag': eTag,
    id: page.id,
    eTag,
    name: page.name,
    title,
    webUrl: `${listUrl(sandbox, c.get('list'))}/${encodeURIComponent(page.name)}`,
    createdDateTime: page.createdAt,
    lastModifiedDateTime: page.modifiedAt,
    createdBy: identityOf(people, page.createdBy),
    lastModifiedBy: identityOf(people, page.modifiedBy),
    parentReference: { siteId: c.get('list').siteId },
    publishingState: publishing(people, page),
    ...more,
  };
  const wanted = expandOf(c).has('canvasLayout') && canvasLayout !== undefined ? { canvasLayout } : {};
  return { ...pick(body, selectOf(c)), ...wanted };
}

const one = (c: GraphContext, sandbox: Sandbox, page: Page, content: PageContent): Record<string, unknown> => ({
  '@odata.context': `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(c.get('list').siteId)}')/pages/$entity`,
  ...pageBody(c, sandbox, page, content),
});

function pageHere(c: GraphContext, sandbox: Sandbox): Page {
  const page = findPage(sandbox.database, c.get('list').id, c.req.param('page') ?? '');
  if (page === undefined || seenContent(c, page) === undefined) throw itemNotFound('Page not found.');
  return page;
}

/** In the order of ids, which is none that helps: pages are found by going through them. */
function readPages(c: GraphContext, sandbox: Sandbox): Response {
  const from = Number(option(c, 'skiptoken') ?? 0);
  if (!Number.isInteger(from) || from < 0) throw invalidRequest('The specified skip token is invalid.');
  const top = topOf(c, usualPage, usualPage);
  const all = allPages(sandbox.database, c.get('list').id).flatMap((page) => {
    const content = seenContent(c, page);
    return content === undefined ? [] : [pageBody(c, sandbox, page, content)];
  });
  const next = from + top;
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#sites('${encodeURIComponent(c.get('list').siteId)}')/pages`,
    value: all.slice(from, next),
    ...(all.length > next
      ? { '@odata.nextLink': linkTo(c, graphBase(sandbox), { $skiptoken: String(next), skiptoken: undefined }) }
      : {}),
  });
}

function readPage(c: GraphContext, sandbox: Sandbox): Response {
  const page = pageHere(c, sandbox);
  return c.json(one(c, sandbox, page, seenContent(c, page) ?? page.draft));
}

const written = {
  title: z.string().min(1).max(255),
  description: z.string().nullish(),
  pageLayout: z.enum(['article', 'home']).optional(),
  promotionKind: z.enum(['page', 'newsPost']).optional(),
  showComments: z.boolean().optional(),
  showRecommendedPages: z.boolean().optional(),
  titleArea: z
    .looseObject({
      layout: z.enum(['imageAndTitle', 'plain', 'colorBlock', 'overlap']).optional(),
      textAlignment: z.enum(['left', 'center']).optional(),
    })
    .optional(),
  canvasLayout: canvas.optional(),
};
// Compulsory: without it Graph takes the body for that of another kind of page.
const kind = { '@odata.type': z.literal(sitePage) };
const newPage = z.strictObject({ ...kind, name: z.string().regex(/^[^\\/:*?"<>|#%]+\.aspx$/i), ...written });
const pageChange = z.strictObject({ ...kind, ...written }).partial({ title: true });

async function createPage(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const { '@odata.type': _, name, ...content } = await bodyOf(c, newPage);
  checkCanvas(content.canvasLayout ?? {});
  const { database } = sandbox;
  const listId = c.get('list').id;
  const [by, at] = [c.get('person').id, stampOf(sandbox)];
  const page = inTransaction(database, () => {
    if (allPages(database, listId).some((other) => other.name.toLowerCase() === name.toLowerCase()))
      throw new GraphFault(409, 'nameAlreadyExists', `A file with the name SitePages/${name} already exists.`);
    return savePage(database, {
      listId,
      id: sandbox.newId(),
      name,
      draft: { pageLayout: 'article', promotionKind: 'page', ...content },
      published: null,
      major: 0,
      minor: 1,
      version: 1,
      checkedOutBy: by,
      createdBy: by,
      createdAt: at,
      modifiedBy: by,
      modifiedAt: at,
    });
  });
  return c.json(one(c, sandbox, page, page.draft), 201);
}

/** A page that somebody else has open for editing is theirs until they are done. */
function refuseOthersCheckout(c: GraphContext, page: Page): void {
  if (page.checkedOutBy !== null && page.checkedOutBy !== c.get('person').id)
    throw new GraphFault(423, 'resourceLocked', 'The page is checked out by another user.');
}

function refuseStale(c: GraphContext, page: Page): void {
  const wanted = c.req.header('If-Match');
  const current = eTagOf(`{${page.id.toUpperCase()}}`, page.version);
  if (wanted !== undefined && wanted !== '*' && wanted !== current)
    throw new GraphFault(412, 'resourceModified', "ETag does not match current item's value");
}

const touched = (c: GraphContext, sandbox: Sandbox, page: Page): Page => ({
  ...page,
  version: page.version + 1,
  modifiedBy: c.get('person').id,
  modifiedAt: stampOf(sandbox),
});

async function changePage(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const { '@odata.type': _, ...change } = await bodyOf(c, pageChange);
  checkCanvas(change.canvasLayout ?? {});
  const before = pageHere(c, sandbox);
  refuseOthersCheckout(c, before);
  refuseStale(c, before);
  const draft = { ...before.draft, ...change, title: change.title ?? before.draft.title };
  const page = { ...touched(c, sandbox, before), draft, minor: before.minor + 1, checkedOutBy: c.get('person').id };
  return c.json(one(c, sandbox, savePage(sandbox.database, page), draft));
}

function publishPage(c: GraphContext, sandbox: Sandbox): Response {
  const before = pageHere(c, sandbox);
  refuseOthersCheckout(c, before);
  const { draft: published, major } = before;
  savePage(sandbox.database, {
    ...touched(c, sandbox, before),
    published,
    major: major + 1,
    minor: 0,
    checkedOutBy: null,
  });
  return c.body(null, 204);
}

function removePage(c: GraphContext, sandbox: Sandbox): Response {
  const page = pageHere(c, sandbox);
  refuseOthersCheckout(c, page);
  deletePage(sandbox.database, page);
  return c.body(null, 204);
}

const all = '/sites/:site/pages';
const cast = `${all}/:page/microsoft.graph.sitePage`;
const read = { scopes: scopes.sitesRead, need: { on: 'pages', right: 'read' } } as const;
const write = { scopes: scopes.sitesWrite, need: { on: 'pages', right: 'edit' }, units: 2 } as const;

export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: all, ...read, units: 2, handle: readPages },
  { method: 'POST', path: all, ...write, handle: createPage },
  { method: 'GET', path: cast, ...read, units: 1, handle: readPage },
  { method: 'PATCH', path: cast, ...write, handle: changePage },
  { method: 'POST', path: `${cast}/publish`, ...write, scopes: scopes.publish, handle: publishPage },
  { method: 'DELETE', path: `${all}/:page`, ...write, handle: removePage },
];
