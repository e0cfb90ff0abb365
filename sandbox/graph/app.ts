// Graph v1.0 as one application: the table of calls behind the pipeline.
import { Hono } from 'hono';
import { activityRoutes } from './activity';
import { appFolderRoutes } from './appFolder';
import { batchRoute } from './batch';
import { columnRoutes } from './columns';
import { deltaRoutes } from './delta';
import { type Exchange, record } from './exchanges';
import { ConnectionBroken, GraphFault } from './fault';
import { befall, misbehave } from './faults';
import { itemRoutes } from './items';
import { listRoutes } from './lists';
import { messageRoutes } from './messages';
import { pageRoutes } from './pages';
import { allowOrigins, authenticate, identify, log, meter, needRight, needScope } from './pipeline';
import { siteRoutes } from './sites';
import { subscriptionRoutes } from './subscriptions';
import { teamRoutes } from './teams';
import type { Connection, GraphContext, GraphEnv, Route, Sandbox } from './types';
import { userRoutes } from './users';

const routes: readonly Route[] = [
  ...activityRoutes,
  ...userRoutes,
  ...teamRoutes,
  ...messageRoutes,
  ...appFolderRoutes,
  ...siteRoutes,
  ...pageRoutes,
  ...listRoutes,
  ...columnRoutes,
  // Before the items, whose address `items/:item` would take `items/delta` too.
  ...deltaRoutes,
  ...itemRoutes,
  ...subscriptionRoutes,
];

function failed(c: GraphContext, sandbox: Sandbox, error: Error): Response {
  if (error instanceof ConnectionBroken) {
    c.env.connection.broken = true;
    return c.body(null);
  }
  const fault =
    error instanceof GraphFault ? error : new GraphFault(500, 'generalException', 'An unspecified error has occurred.');
  if (fault !== error) console.error(error);
  const body = fault.body(sandbox.now().toISOString(), c.get('requestId'), c.get('clientRequestId'));
  return c.json(body, fault.status, { ...fault.more.headers });
}

/** Answers a request; rejects with `ConnectionBroken` where a fault on request breaks the connection. */
export type Serve = (request: Request) => Promise<Response>;

/** Graph under `/graph/v1.0`. `keepExchange` gets every exchange, batch parts one by one, where contract checks want them. */
export function graphApp(sandbox: Sandbox, keepExchange?: (exchange: Exchange) => void): Serve {
  const app = new Hono<GraphEnv>().basePath('/graph/v1.0');
  app.use(allowOrigins, identify(sandbox));
  if (keepExchange !== undefined) app.use(record(keepExchange));
  app.use(log(sandbox));
  app.use(authenticate(sandbox), befall(sandbox));
  const inBatch = (request: Request, connection: Connection) => app.fetch(request, { connection, inBatch: true });
  for (const route of [...routes, batchRoute(inBatch)]) {
    const steps = [meter(sandbox, route), needScope(route), needRight(sandbox, route), misbehave(sandbox)] as const;
    app.on(route.method, route.path, ...steps, (c) => route.handle(c, sandbox));
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
  return async (request) => {
    const connection: Connection = { broken: false };
    const response = await app.fetch(request, { connection, inBatch: false });
    if (connection.broken) throw new ConnectionBroken();
    return response;
  };
}
