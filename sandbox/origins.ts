// The sandbox's two origins on one port: 127.0.0.1 is Microsoft 365, localhost is the product's web host.
import { existsSync } from 'node:fs';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { sandboxApi } from './api';
import { entraApp } from './entra';
import { graphApp } from './graph/app';
import { download } from './graph/appFolder';
import type { Exchange } from './graph/exchanges';
import { ConnectionBroken } from './graph/fault';
import type { Sandbox } from './graph/types';
import type { SandboxDatabase } from './store/database';
import { appId, clientId, sites, tenantId } from './store/seed';
import { teamsApi } from './teams/api';
import { workflowsApp } from './workflows';

export interface Folders {
  /** The built product, served at `http://localhost:PORT`. */
  readonly product: string | undefined;
  /** The built pages of the sandbox itself. */
  readonly pages: string | undefined;
}

/** The product's configuration on this machine: only hosts and ids differ from a real tenant's. */
const productConfig = (sandbox: Sandbox): object => ({
  graph: `${sandbox.origin()}/graph/v1.0`,
  clientId,
  authority: `https://login.microsoftonline.com/${tenantId}`,
  teamsOrigins: [sandbox.origin()],
  appId,
  browserSignIn: false,
  teamsDeepLinks: sandbox.origin(),
});

const notBuilt = (what: string): Response => new Response(`${what} has not been built yet.`, { status: 404 });

/** Files of a folder; names with a hash in them never change, everything else is asked for anew. */
function files(app: Hono, folder: string | undefined, what: string): void {
  if (folder === undefined || !existsSync(folder)) {
    app.get('*', () => notBuilt(what));
    return;
  }
  const cached = (path: string): string =>
    /\.[0-9a-f]{8}\.\w+$/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  app.use('*', serveStatic({ root: folder, onFound: (path, c) => c.header('Cache-Control', cached(path)) }));
}

function productApp(sandbox: Sandbox, folder: string | undefined): Hono {
  const app = new Hono();
  app.get('/config.json', (c) => c.json(productConfig(sandbox), 200, { 'Cache-Control': 'no-cache' }));
  files(app, folder, 'The product');
  return app;
}

function pagesApp(folder: string | undefined): Hono {
  const app = new Hono();
  if (folder !== undefined && existsSync(folder)) {
    const page = (name: string) =>
      serveStatic({
        root: folder,
        rewriteRequestPath: () => `/${name}.html`,
        onFound: (_, c) => c.header('Cache-Control', 'no-cache'),
      });
    app.get('/', page('teams'));
    app.get('/l/entity/*', page('teams'));
    app.get('/sharepoint', page('sharepoint'));
    // The sites' own addresses and links into them, as Graph gives them in webUrl.
    for (const { path } of sites) for (const below of [path, `${path}/*`]) app.get(below, page('sharepoint'));
  }
  files(app, folder, 'The sandbox page');
  return app;
}

/** Answers every request by the host it was sent to; hosts that are not this machine are refused. */
export function originsApp(
  sandbox: Sandbox,
  folders: Folders,
  keepExchange?: (exchange: Exchange) => void,
): (request: Request) => Response | Promise<Response> {
  const graph = graphApp(sandbox, keepExchange);
  const product = productApp(sandbox, folders.product);
  const own = ownApp(sandbox, sandbox.database, folders.pages);
  return (request) => {
    const { hostname, pathname } = new URL(request.url);
    if (hostname === 'localhost') return product.fetch(request);
    // A page that points its own name at this machine gets no further.
    if (hostname !== '127.0.0.1') return new Response('Unknown host.', { status: 421 });
    return pathname.startsWith('/graph/') ? graph(request) : own.fetch(request);
  };
}

function ownApp(sandbox: Sandbox, database: SandboxDatabase, pages: string | undefined): Hono {
  const app = new Hono();
  app.onError((error, c) => {
    if (error instanceof ConnectionBroken) throw error;
    console.error(error);
    return c.text('The sandbox failed.', 500);
  });
  app.get('/download/:file', (c) => {
    const answer = download(sandbox, c.req.param('file'));
    answer.headers.set('Access-Control-Allow-Origin', '*');
    return answer;
  });
  app.options('/download/:file', (c) =>
    c.body(null, 204, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'Authorization, *' }),
  );
  app.route('/', entraApp(sandbox));
  app.route('/', workflowsApp(sandbox));
  app.route('/sandbox/teams', teamsApi(database));
  app.route('/sandbox', sandboxApi(sandbox));
  app.route('/', pagesApp(pages));
  return app;
}
