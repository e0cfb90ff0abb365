// Says one message unattended, by the same claimed row as the tab: to a channel by its workflow, to one person in their activity feed.
import type { Environment } from '../base/environment';
import { fail, ok, type Result } from '../base/result';
import { type MessageStore, post, type Send, type StoredMessage } from '../channel';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { type ActivityLine, tellPerson } from '../sharepoint/activityFeed';
import type { ChannelMessage } from '../sharepoint/records';
import type { SiteClock } from '../sharepoint/siteClock';
import type { Happening, Log, MessageMark } from './log';
import type { Pace } from './pace';
import type { Settings } from './settings';
import { postToWebhook } from './webhook';

/** What speaking takes, for all sites. */
export interface SpeakerParts {
  readonly graph: Graph;
  readonly fetch: typeof globalThis.fetch;
  readonly environment: Pick<Environment, 'now' | 'after' | 'newId'>;
  readonly webhooks: Settings['webhooks'];
  readonly pace: Pace;
  readonly log: Log;
  readonly dryRun: boolean;
}

/** A link that opens the tab in a channel at a sub page; empty for its beginning. */
export type LinkTo = (channelId: string, subPage: string, label: string) => string;

/** What is said, and where: a card in a channel, or a line for one person. */
export type Content =
  | { readonly kind: 'card'; readonly channelId: string; readonly card: object }
  | { readonly kind: 'line'; readonly personId: string; readonly line: ActivityLine };

/** A message, ready to be said. */
export interface Saying {
  readonly mark: MessageMark;
  readonly key: string;
  readonly message: Pick<ChannelMessage, 'assessmentId' | 'event' | 'occasion' | 'personId'>;
  readonly content: Content;
  /** Its row as it was read; null where there was none. */
  readonly known: StoredMessage | null;
}

/** Where rows of a site's messages are kept, and its clock. */
export interface SaidIn {
  readonly store: MessageStore;
  readonly clock: SiteClock;
}

export interface Speaker {
  say(saying: Saying, where: SaidIn): Promise<void>;
}

/** Refusals that the next run may well get over, once somebody mended something or some time has passed. The rest is for people. */
const worthAnotherRun: readonly string[] = [
  'throttled',
  'too-late',
  'offline',
  'signed-out',
  'consent-missing',
  'not-found',
  'no-access',
] satisfies readonly GraphFault['kind'][];

/** Nobody who was refused is tried a second time that day; a channel is, for its workflow may be mended meanwhile. */
const isForPeople = ({ known, message }: Saying): boolean =>
  known?.message.state === 'refused' &&
  (message.personId !== null
    ? !['throttled', 'too-late'].includes(known.message.reason)
    : !worthAnotherRun.includes(known.message.reason));

/** Speaks for one run. A workflow that is gone is tried once in it. */
export function createSpeaker(parts: SpeakerParts): Speaker {
  const { log, environment } = parts;
  const gone = new Set<string>();
  const unheard = new Set<string>();

  /** Where a message goes; null where there is no way, which is said once. */
  function wayOf(saying: Saying): ((leaveBy: Date) => Promise<Result<null, GraphFault>>) | null {
    const { content } = saying;
    if (content.kind === 'line') return (leaveBy) => tellPerson(parts.graph, content.personId, content.line, leaveBy);
    const { channelId, card } = content;
    const address = parts.webhooks.get(channelId);
    if (address === undefined) {
      if (!unheard.has(saying.key)) log({ event: 'no-webhook', ...saying.mark });
      unheard.add(saying.key);
      return null;
    }
    return gone.has(channelId) ? null : (leaveBy) => viaWorkflow(channelId, address, card, leaveBy);
  }

  async function viaWorkflow(
    channelId: string,
    address: string,
    card: object,
    leaveBy: Date,
  ): Promise<Result<null, GraphFault>> {
    const waits = (seconds: number): void => log({ event: 'waits', seconds });
    const posted = await postToWebhook({ ...parts, waits }, address, card, leaveBy);
    if (posted.ok) return posted;
    const { fault, status } = posted.error;
    if ((fault.kind === 'not-found' || fault.kind === 'no-access') && status !== null) {
      gone.add(channelId);
      log({ event: 'webhook-gone', channel: channelId, status });
    }
    return fail(fault);
  }

  return {
    async say(saying, { store, clock }) {
      if (isForPeople(saying)) return;
      const send = wayOf(saying);
      if (send === null) return;
      if (parts.dryRun) {
        log({ event: 'would-say', ...saying.mark });
        return;
      }
      await parts.pace.ease();
      let sent: Result<null, GraphFault> | null = null;
      const once: Send = async (leaveBy) => {
        sent = await send(leaveBy);
        return sent;
      };
      const said = await post({
        store: startingFrom(store, saying.known),
        key: saying.key,
        message: saying.message,
        by: null,
        again: false,
        owner: environment.newId(),
        clocks: { now: environment.now, siteNow: clock.now },
        send: once,
      });
      log(outcomeOf(saying.mark, said, sent));
    },
  };
}

/** What was read a moment ago need not be read again: whoever was quicker shows when the claim is written. */
function startingFrom(store: MessageStore, known: StoredMessage | null): MessageStore {
  let isFirst = true;
  return {
    ...store,
    read(key) {
      if (!isFirst) return store.read(key);
      isFirst = false;
      return Promise.resolve(ok(known));
    },
  };
}

/** @param sent what the way said; null where it was not even tried */
function outcomeOf(
  mark: MessageMark,
  said: Result<ChannelMessage, GraphFault>,
  sent: Result<null, GraphFault> | null,
): Happening {
  if (sent === null) {
    // Its row could not be claimed, or it was claimed too late to be sent; else somebody was quicker.
    if (!said.ok) return { event: 'put-off', fault: said.error.kind, ...mark };
    const { state, reason } = said.value;
    return state === 'ready' ? { event: 'put-off', fault: reason, ...mark } : { event: 'taken', ...mark };
  }
  // It went out, and its row could not say so: others read there that it may have been posted.
  if (!said.ok) return { event: 'perhaps-said', fault: said.error.kind, ...mark };
  const fault = sent.ok ? '' : faultInWords(sent.error);
  switch (said.value.state) {
    case 'posted':
      return { event: 'said', ...mark };
    case 'perhaps-posted':
    case 'posting':
      return { event: 'perhaps-said', fault, ...mark };
    case 'ready':
      return { event: 'put-off', fault, ...mark };
    case 'refused':
      return { event: isPassing(sent) ? 'put-off' : 'refused', fault, ...mark };
    case 'declined':
      return { event: 'taken', ...mark };
  }
}

const isPassing = (sent: Result<null, GraphFault>): boolean =>
  !sent.ok && (sent.error.kind === 'throttled' || sent.error.kind === 'too-late');

const faultInWords = (fault: GraphFault): string =>
  fault.kind === 'unexpected' ? `unexpected ${fault.status}` : fault.kind;
