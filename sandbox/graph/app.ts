// Graph v1.0 as one application: the table of calls behind the pipeline.
import { Hono } from 'hono';
import { appFolderRoutes } from './appFolder';
import { batchRoute } from './batch';
import { columnRoutes } from './columns';
import { deltaRoutes } from './delta';
import { type Exchange, record } from './exchanges';
import { GraphFault } from './fault';
import { itemRoutes } from './items';
import { listRoutes } from './lists';
import { messageRoutes } from './messages';
import { allowOrigins, authenticate, identify, log, meter, needRight, needScope } from './pipeline';
import { siteRoutes } from './sites';
import { subscriptionRoutes } from './subscriptions';
import { teamRoutes } from './teams';
import type { GraphContext, GraphEnv, Route, Sandbox } from './types';
import { userRoutes } from './users';

const routes: readonly Route[] = [
  ...userRoutes,
  ...teamRoutes,
  ...messageRoutes,
  ...appFolderRoutes,
  ...siteRoutes,
  ...listRoutes,
  ...columnRoutes,
  // Before the items, whose address `items/:item` would take `items/delta` too.
  ...deltaRoutes,
  ...itemRoutes,
  ...subscriptionRoutes,
];

function failed(c: GraphContext, sandbox: Sandbox, error: Error): Response {
  const fault =
    error instanceof GraphFault ? error : new GraphFault(500, 'generalException', 'An unspecified error has occurred.');
  if (fault !== error) console.error(error);
  const body = fault.body(sandbox.now().toISOString(), c.get('requestId'), c.get('clientRequestId'));
  return c.json(body, fault.status, { ...fault.more.headers });
}

/** Graph under `/graph/v1.0`. `keepExchange` gets every exchange, batch parts one by one, where contract checks want them. */
export function graphApp(sandbox: Sandbox, keepExchange?: (exchange: Exchange) => void): Hono<GraphEnv> {
  const app = new Hono<GraphEnv>().basePath('/graph/v1.0');
  app.use(allowOrigins, identify(sandbox));
  if (keepExchange !== undefined) app.use(record(keepExchange));
  app.use(log(sandbox));
  app.use(authenticate(sandbox));
  for (const route of [...routes, batchRoute((request) => app.fetch(request))]) {
    app.on(route.method, route.path, meter(route), needScope(route), needRight(sandbox, route), (c) =>
      route.handle(c, sandbox),
    );
  }
  app.all('*', (c) => {
    const segment = new URL(c.req.url).pathname.split('/').at(-1) ?? '';
    throw new GraphFault(
      400,
      'BadRequest',
      `Resource not found for the segment '${segment}', or it does not take ${c.req.method}.`,
    );
  });
  app.onError((error, c) => failed(c, sandbox, error));
  return app;
}
