// Being told of changes over a web socket: an address for a list, where the sandbox listens and the setting allows it.
import { readSettings } from '../store/settings';
import { GraphFault } from './fault';
import { scopes } from './scopes';
import { type GraphContext, graphBase, type Route, type Sandbox } from './types';

/** Refused in the words of the real service, which does not offer it for every list, and not always at once. */
function socketAddress(c: GraphContext, sandbox: Sandbox): Response {
  const { sockets, socketLifetimeSeconds } = readSettings(sandbox.database);
  if (sandbox.sockets === undefined || sockets === 'off')
    throw new GraphFault(400, 'notSupported', 'Operation not supported');
  const { id, address, expires } = sandbox.sockets.offer(c.get('list'), socketLifetimeSeconds);
  return c.json({
    '@odata.context': `${graphBase(sandbox)}/$metadata#subscriptions/$entity`,
    id,
    notificationUrl: `${sandbox.origin()}${address}`,
    expirationDateTime: expires.toISOString(),
  });
}

export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sites/:site/lists/:list/subscriptions/socketIo',
    scopes: scopes.sockets,
    need: { on: 'list', right: 'read' },
    units: 1,
    handle: socketAddress,
  },
];
