// Who posts a channel message, and that it is posted at most once. A message is a row with a unique key before it is a post;
// `posting` is written before the POST and never posted again by itself, whatever happens then.
import type { Person } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { ChannelMessage } from '../sharepoint/records';

/** A message as it lies in the store, with the version it was read at. */
export interface StoredMessage {
  readonly message: ChannelMessage;
  readonly itemId: string;
  readonly eTag: string;
  /** When SharePoint last changed the row. */
  readonly lastModifiedAt: string;
}

/** Where messages are kept. Every answer is SharePoint's own, never a queue's. */
export interface MessageStore {
  read(key: string): Promise<Result<StoredMessage | null, GraphFault>>;
  /** Fails with `already-exists` when somebody was quicker. */
  create(key: string, message: ChannelMessage): Promise<Result<StoredMessage, GraphFault>>;
  /** Fails with `conflict` when somebody changed it since it was read. */
  change(before: StoredMessage, message: ChannelMessage): Promise<Result<StoredMessage, GraphFault>>;
}

/** Sends a message to the channel, as a reply where `thread` names the first one. Gives the Teams message id. */
export type Send = (thread: string | null) => Promise<Result<string, GraphFault>>;

/** Long enough for any POST; a `posting` older than this has lost its owner. */
export const leaseMilliseconds = 120_000;

/** How a message stands for a reader: a `posting` whose owner is gone may have been posted. */
export function standingOf(message: ChannelMessage, lastModifiedAt: string | null, now: Date): ChannelMessage['state'] {
  if (message.state !== 'posting' || lastModifiedAt === null) return message.state;
  return now.getTime() - new Date(lastModifiedAt).getTime() > leaseMilliseconds ? 'perhaps-posted' : 'posting';
}

/**
 * Posts a message as the person who pressed the button. Claims it first; whoever finds it claimed or posted leaves it alone
 * and gets it as it stands. A refusal is kept with its reason; a lost reply leaves `perhaps-posted`, which only a person may post again.
 */
export async function post(options: {
  readonly store: MessageStore;
  readonly key: string;
  readonly message: Pick<ChannelMessage, 'assessmentId' | 'event' | 'occasion'>;
  readonly by: Person;
  /** A new random id for this attempt. */
  readonly owner: string;
  readonly thread: string | null;
  readonly now: Date;
  readonly send: Send;
}): Promise<Result<ChannelMessage, GraphFault>> {
  const claimed = await claim(options);
  if (!claimed.ok) return claimed;
  if (claimed.value.message.owner !== options.owner) return ok(claimed.value.message);
  const sent = await options.send(options.thread);
  const outcome = sent.ok
    ? { state: 'posted' as const, messageId: sent.value, reason: '' }
    : {
        state: mayHaveArrived(sent.error) ? ('perhaps-posted' as const) : ('refused' as const),
        messageId: null,
        reason: sent.error.kind,
      };
  const after: ChannelMessage = { ...claimed.value.message, ...outcome, owner: null };
  const written = await options.store.change(claimed.value, after);
  return written.ok ? ok(after) : fail(written.error);
}

async function claim(options: Parameters<typeof post>[0]): Promise<Result<StoredMessage, GraphFault>> {
  const { store, key, by, owner, now } = options;
  const claimedByMe: ChannelMessage = {
    kind: 'message',
    ...options.message,
    personId: null,
    state: 'posting',
    by,
    owner,
    messageId: null,
    reason: '',
  };
  const found = await store.read(key);
  if (!found.ok) return found;
  if (found.value === null) {
    const made = await store.create(key, claimedByMe);
    if (made.ok || made.error.kind !== 'already-exists') return made;
    return lookAgain(store, key);
  }
  const standing = standingOf(found.value.message, found.value.lastModifiedAt, now);
  if (standing === 'posted' || standing === 'posting') return ok(found.value);
  const taken = await store.change(found.value, claimedByMe);
  return taken.ok || taken.error.kind !== 'conflict' ? taken : lookAgain(store, key);
}

/** Somebody was quicker: their message, as it stands. */
async function lookAgain(store: MessageStore, key: string): Promise<Result<StoredMessage, GraphFault>> {
  const again = await store.read(key);
  if (!again.ok) return again;
  return again.value ? ok(again.value) : fail({ kind: 'not-found', what: key });
}

/** Whether the message may have reached the channel although the reply says otherwise or never came. */
const mayHaveArrived = (fault: GraphFault): boolean =>
  fault.kind === 'offline' ||
  (fault.kind === 'unexpected' && (fault.status >= 500 || fault.status === 0 || fault.status < 300));
