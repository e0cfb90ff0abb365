// Listens on this machine only: on 127.0.0.1, and on ::1 where there is one, since `localhost` may mean either.
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { createAdaptorServer, type Http2Bindings, type HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { ConnectionBroken } from './graph/fault';

type Fetch = (request: Request) => Response | Promise<Response>;

/** The port is already in use by another program. */
export class PortTaken extends Error {}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

/**
 * Breaks the connection off. A browser sends a call again by itself, a POST too, where a connection it used before ends
 * without a word (Chromium: `ShouldResendRequest`): so what comes first is a word that is no HTTP.
 */
async function answerOrBreakOff(
  fetch: Fetch,
  request: Request,
  { incoming }: HttpBindings | Http2Bindings,
): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    if (!(error instanceof ConnectionBroken)) throw error;
    const { socket } = incoming;
    socket.end('broken off\r\n\r\n', () => socket.destroy());
    return RESPONSE_ALREADY_SENT;
  }
}

/** A server, and how to close it with everything that is connected. */
interface Listening {
  readonly server: Server;
  readonly close: () => Promise<void>;
}

async function open(fetch: Fetch, host: string, port: number, attach: (server: Server) => void): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: (request, bindings) => answerOrBreakOff(fetch, request, bindings),
    overrideGlobalObjects: false,
  });
  if (!('closeAllConnections' in server)) throw new Error('A plain HTTP server was expected.');
  attach(server);
  // The server itself forgets a connection that has become a web socket.
  const sockets = new Set<Duplex>();
  server.on('upgrade', (_, socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen({ host, port, ipv6Only: host === '::1' });
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return { server, close };
}

const portOf = ({ server }: Listening): number => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
};

/**
 * Listens on `port` (0 = any free one); answers the port and how to stop. `attach` is given each server before it listens.
 * Throws `PortTaken` where the port is in use.
 */
export async function listen(
  fetch: Fetch,
  port: number,
  attach: (server: Server) => void,
): Promise<{ port: number; close: () => Promise<void> }> {
  const at = (host: string, wanted: number): Promise<Listening> => open(fetch, host, wanted, attach);
  try {
    const first = await at('127.0.0.1', port);
    const all = [first, ...(await openSixth(() => at('::1', portOf(first)), first))];
    return { port: portOf(first), close: async () => void (await Promise.all(all.map((each) => each.close()))) };
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') throw new PortTaken(`Port ${port} is in use.`);
    throw error;
  }
}

// Many machines have no ::1: then 127.0.0.1 is all there is. Where somebody else has the port there, it is not ours at all.
async function openSixth(openIt: () => Promise<Listening>, first: Listening): Promise<Listening[]> {
  try {
    return [await openIt()];
  } catch (error) {
    if (['EADDRNOTAVAIL', 'EAFNOSUPPORT', 'EINVAL'].includes(codeOf(error))) return [];
    await first.close();
    throw error;
  }
}
