// Tells over web sockets that something in a list changed, as `subscriptions/socketIo` promises: never what changed.
import { randomBytes, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import { Server as SocketServer } from 'socket.io';
import { isLoopback } from './loopback';

/**
 * The path of every address, to socket.io the name of a namespace. It is the same for all lists on purpose: a client that
 * calls `io(url)` twice for one origin and two namespaces gets one connection, and then the second token is never sent.
 */
const namespace = '/notifications';
const longestTimer = 2 ** 31 - 1;

/** An address given to somebody. `token` is what opens it, `expires` in milliseconds. */
interface Offer {
  readonly id: string;
  readonly token: string;
  readonly listId: string;
  readonly siteId: string;
  readonly expires: number;
}

export interface Sockets {
  /** A new address for a list's changes, relative to the origin: `io(origin + address, { transports: ['websocket'] })`. */
  offer(
    list: { readonly id: string; readonly siteId: string },
    lifetimeSeconds: number,
  ): { readonly id: string; readonly address: string; readonly expires: Date };
  /** Tells those who follow the list, `delay` milliseconds from now; whatever else changes until then is told with it. */
  changed(listId: string, delay: number): void;
  /** Takes all addresses back and ends their sockets. */
  forget(): void;
}

export interface ServedSockets extends Sockets {
  /** Serves sockets on a web server, beside what it does already. */
  readonly attach: (server: Server) => void;
  readonly close: () => void;
}

type Events = Record<string, never>;
interface Told {
  notification: (message: { readonly resource: string }) => void;
}

/** Web sockets only: the real service has no other transport. */
function socketServer(): SocketServer<Events, Told, Events, { offer: Offer }> {
  return new SocketServer({
    transports: ['websocket'],
    serveClient: false,
    allowRequest: ({ headers: { origin } }, done) => done(null, origin === undefined || isLoopback(origin)),
  });
}

/** Sockets that nobody can reach until they are attached to a server. */
export function createSockets(now: () => Date): ServedSockets {
  const offers = new Map<string, Offer>();
  const waiting = new Map<string, NodeJS.Timeout>();
  const following = socketServer().of(namespace);
  const isOver = ({ expires }: Offer): boolean => expires <= now().getTime();

  following.use((socket, next) => {
    const { token } = socket.handshake.query;
    const offer = typeof token === 'string' ? offers.get(token) : undefined;
    if (offer === undefined || isOver(offer)) return next(new Error('This address is not known, or no longer.'));
    socket.data.offer = offer;
    next();
  });
  following.on('connection', (socket) => {
    const left = socket.data.offer.expires - now().getTime();
    const timer = setTimeout(() => socket.disconnect(true), Math.min(left, longestTimer));
    socket.on('disconnect', () => clearTimeout(timer));
  });

  const tell = (listId: string): void => {
    waiting.delete(listId);
    for (const socket of following.sockets.values()) {
      const { offer } = socket.data;
      // The sandbox's clock may have been put forward since the timer was set.
      if (isOver(offer)) socket.disconnect(true);
      else if (offer.listId === listId)
        socket.emit('notification', { resource: `sites/${offer.siteId}/lists/${listId}` });
    }
  };
  const stopWaiting = (): void => {
    for (const timer of waiting.values()) clearTimeout(timer);
    waiting.clear();
  };
  return {
    offer({ id: listId, siteId }, lifetimeSeconds) {
      for (const old of offers.values()) if (isOver(old)) offers.delete(old.token);
      const expires = now().getTime() + lifetimeSeconds * 1000;
      const offer = { id: randomUUID(), token: randomBytes(32).toString('base64url'), listId, siteId, expires };
      offers.set(offer.token, offer);
      return { id: offer.id, address: `${namespace}?token=${offer.token}`, expires: new Date(expires) };
    },
    changed(listId, delay) {
      if (waiting.has(listId) || following.sockets.size === 0) return;
      waiting.set(
        listId,
        setTimeout(() => tell(listId), delay),
      );
    },
    forget() {
      stopWaiting();
      offers.clear();
      following.disconnectSockets(true);
    },
    attach: (server) => void following.server.attach(server),
    close() {
      stopWaiting();
      offers.clear();
    },
  };
}
