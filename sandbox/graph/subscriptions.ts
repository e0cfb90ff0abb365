// Being told of changes over a web socket: not offered here, and answered as the real service may answer too.
import { GraphFault } from './fault';
import { scopes } from './scopes';
import type { Route } from './types';

export const subscriptionRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/sites/:site/lists/:list/subscriptions/socketIo',
    scopes: scopes.sockets,
    need: { on: 'list', right: 'read' },
    units: 1,
    handle: () => {
      throw new GraphFault(400, 'notSupported', 'Operation not supported');
    },
  },
];
