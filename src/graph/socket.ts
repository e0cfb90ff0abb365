// A connection over which Microsoft 365 says that something changed (Microsoft Graph: Get websocket endpoint). Its library loads only when needed.

/** An open connection, or one that is being opened. */
export interface Socket {
  close(): void;
}

export interface SocketEvents {
  readonly open: () => void;
  /** Something changed; nothing says what. */
  readonly notification: () => void;
  /** The connection could not be made, or ended; it does not come back by itself. */
  readonly lost: () => void;
}

/** Opens the connection that a subscription names. */
export function openSocket(url: string, events: SocketEvents): Socket {
  let closed = false;
  let disconnect = () => {};
  const lost = () => {
    if (closed) return;
    closed = true;
    disconnect();
    events.lost();
  };
  import(/* webpackChunkName: "socket" */ 'socket.io-client').then(({ io }) => {
    if (closed) return;
    // A new connection needs a new address, so that the library's own attempts are of no use.
    const socket = io(url, { transports: ['websocket'], reconnection: false, forceNew: true });
    disconnect = () => socket.disconnect();
    socket.on('connect', events.open);
    socket.on('notification', events.notification);
    socket.on('connect_error', lost);
    socket.on('disconnect', lost);
  }, lost);
  return {
    close() {
      closed = true;
      disconnect();
    },
  };
}
