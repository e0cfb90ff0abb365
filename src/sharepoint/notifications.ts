// Being told of changes in a list, where SharePoint does that (Microsoft Graph: subscriptions/socketIo). Half documented for lists: whatever it
// refuses, looking by itself is enough.
import * as z from 'zod/mini';
import type { Environment } from '../base/environment';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { openSocket, type Socket, type SocketEvents } from '../graph/socket';
import { piece } from './odata';
import { type Place, siteOf } from './place';
import type { ListName } from './records';

export interface Heard {
  readonly changed: () => void;
  /** Whether changes are being told of just now. */
  readonly live: (live: boolean) => void;
}

const subscription = z.object({ notificationUrl: z.url(), expirationDateTime: z.nullish(z.string()) });

/** A first call can be refused for a while (abraunegg/onedrive, issue 3802), and asking costs a unit. */
const askAgainAfter = 10 * 60_000;
/** A connection is renewed so many milliseconds before it would end. */
const renewBefore = 30_000;
/** Where nothing says how long it lasts. */
const usualLifetime = 10 * 60_000;

/** Listens to one list until told to stop. */
export function listenToList(
  graph: Graph,
  place: Place,
  environment: Pick<Environment, 'now' | 'after' | 'randomBelow'>,
  open: (url: string, events: SocketEvents) => Socket = openSocket,
): (list: ListName, heard: Heard) => () => void {
  return (list, heard) => {
    const path = `/sites/${piece(siteOf(place, list))}/lists/${piece(place.lists[list])}/subscriptions/socketIo`;
    let stopped = false;
    let socket: Socket | null = null;
    let cancel = () => {};

    const later = (milliseconds: number) => {
      cancel();
      cancel = environment.after(milliseconds, () => void begin());
    };

    async function begin(): Promise<void> {
      const found = await graph.send({ method: 'GET', path, scopes: scopes.hearOfChanges }, subscription);
      if (stopped) return;
      if (!found.ok) return later(askAgainAfter + environment.randomBelow(askAgainAfter));
      const before = socket;
      const ends = Date.parse(found.value.expirationDateTime ?? '') || environment.now().getTime() + usualLifetime;
      socket = open(found.value.notificationUrl, {
        open: () => heard.live(true),
        notification: heard.changed,
        lost() {
          heard.live(false);
          later(renewBefore + environment.randomBelow(renewBefore));
        },
      });
      before?.close();
      later(Math.max(renewBefore, ends - environment.now().getTime() - renewBefore));
    }

    void begin();
    return () => {
      stopped = true;
      cancel();
      socket?.close();
    };
  };
}
