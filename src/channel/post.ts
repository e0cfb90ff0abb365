// Who says a message, and that it is said at most once. A message is a row with a unique key before it is a post; `posting` is written
// before the POST and never posted again by itself, whatever happens then.
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

/**
 * Sends a message where it goes, once; gives its id where there is one. Nothing may leave after `leaveBy` (this device's clock), however
 * long it took to get ready: by then somebody may have been told that the message may have been posted.
 */
export type Send = (leaveBy: Date) => Promise<Result<string | null, GraphFault>>;

/** Two clocks, because two machines never agree. */
export interface Clocks {
  /** This device's own. */
  now(): Date;
  /** A moment that SharePoint's clock has surely reached (see src/sharepoint/siteClock.ts). */
  siteNow(): Date;
}

/** A `posting` older than this has lost its owner. */
export const leaseMilliseconds = 120_000;
/** Whoever claimed a message sends it within this time or not at all; the rest of the lease is for the message to arrive. */
const leaveWithin = 60_000;

/** How a message stands for a reader: a `posting` whose owner is gone may have been posted. */
export function standingOf(
  message: ChannelMessage,
  lastModifiedAt: string | null,
  siteNow: Date,
): ChannelMessage['state'] {
  if (message.state !== 'posting' || lastModifiedAt === null) return message.state;
  return siteNow.getTime() - new Date(lastModifiedAt).getTime() > leaseMilliseconds ? 'perhaps-posted' : 'posting';
}

export interface Posting {
  readonly store: MessageStore;
  readonly key: string;
  readonly message: Pick<ChannelMessage, 'assessmentId' | 'event' | 'occasion' | 'personId'>;
  /** Who pressed the button that said so; null where nobody did, and it is said unattended. */
  readonly by: Person | null;
  /** Whether that button said *post again*: only then what may have been posted, or was declined, is posted. */
  readonly again: boolean;
  /** A new random id for this attempt. */
  readonly owner: string;
  readonly clocks: Clocks;
  readonly send: Send;
}

/**
 * Says a message. Claims it first; whoever finds it claimed, said or declined leaves it alone and gets it as it stands. A refusal is kept
 * with its reason and anybody may try again; a lost reply leaves `perhaps-posted`, which only a person may post again.
 */
export async function post(posting: Posting): Promise<Result<ChannelMessage, GraphFault>> {
  const { owner, clocks, send } = posting;
  const began = clocks.now();
  const claimed = await claim(posting);
  if (!claimed.ok) return claimed;
  if (claimed.value.message.owner !== owner) return ok(asItStands(claimed.value, clocks));
  // Counted from before the claim left: SharePoint's clock and this one need not agree, only run alike.
  const leaveBy = new Date(began.getTime() + leaveWithin);
  const now = clocks.now();
  const inTime = began <= now && now < leaveBy;
  const sent = inTime ? await send(leaveBy) : fail({ kind: 'too-late' } as const);
  return conclude(posting, claimed.value, { ...claimed.value.message, ...outcomeOf(sent), owner: null });
}

/** Notes that whoever took the step chose not to have it told. What was begun is left alone. */
export async function decline(
  options: Pick<Posting, 'store' | 'key' | 'message'> & { readonly by: Person },
): Promise<Result<ChannelMessage, GraphFault>> {
  const { store, key, by } = options;
  const declined: ChannelMessage = { ...blank(options.message), state: 'declined', by };
  const found = await store.read(key);
  if (!found.ok) return found;
  if (found.value && !isWaiting(found.value.message.state)) return ok(found.value.message);
  const written = found.value ? await store.change(found.value, declined) : await store.create(key, declined);
  return written.ok ? ok(declined) : written;
}

const blank = (message: Posting['message']): ChannelMessage => ({
  kind: 'message',
  ...message,
  state: 'ready',
  by: null,
  owner: null,
  messageId: null,
  reason: '',
});

/** Whether a message was surely not said, and waits for whoever says it. */
const isWaiting = (state: ChannelMessage['state']): boolean => state === 'ready' || state === 'refused';

/** Who may take a message from where it stands. Nobody takes what is being said or was said. */
function mayTake(standing: ChannelMessage['state'], { by, again }: Posting): boolean {
  if (standing === 'posting' || standing === 'posted') return false;
  return isWaiting(standing) || (by !== null && again);
}

async function claim(posting: Posting): Promise<Result<StoredMessage, GraphFault>> {
  const { store, key, by, owner, clocks } = posting;
  const mine: ChannelMessage = { ...blank(posting.message), state: 'posting', by, owner };
  const found = await store.read(key);
  if (!found.ok) return found;
  if (found.value === null) return madeOrFound(posting, await store.create(key, mine));
  const standing = standingOf(found.value.message, found.value.lastModifiedAt, clocks.siteNow());
  if (!mayTake(standing, posting)) return ok(found.value);
  return madeOrFound(posting, await store.change(found.value, mine));
}

/** The claim; where somebody was quicker, theirs; and where the reply was lost, whatever SharePoint has: it may be mine. */
async function madeOrFound(
  { store, key }: Posting,
  written: Result<StoredMessage, GraphFault>,
): Promise<Result<StoredMessage, GraphFault>> {
  if (written.ok) return written;
  const { kind } = written.error;
  if (kind !== 'already-exists' && kind !== 'conflict' && !mayHaveArrived(written.error)) return written;
  const again = await store.read(key);
  if (!again.ok) return again;
  return again.value ? ok(again.value) : written;
}

/** Writes what became of it, once more where that was lost on the way. Where somebody took the message over meanwhile, theirs stands. */
async function conclude(
  posting: Posting,
  claimed: StoredMessage,
  after: ChannelMessage,
): Promise<Result<ChannelMessage, GraphFault>> {
  const write = async (before: StoredMessage) => madeOrFound(posting, await posting.store.change(before, after));
  const first = await write(claimed);
  const written = first.ok && first.value.message.owner === posting.owner ? await write(first.value) : first;
  return written.ok ? ok(asItStands(written.value, posting.clocks)) : written;
}

const asItStands = ({ message, lastModifiedAt }: StoredMessage, clocks: Clocks): ChannelMessage => ({
  ...message,
  state: standingOf(message, lastModifiedAt, clocks.siteNow()),
});

function outcomeOf(sent: Result<string | null, GraphFault>): Pick<ChannelMessage, 'state' | 'messageId' | 'reason'> {
  if (sent.ok) return { state: 'posted', messageId: sent.value, reason: '' };
  const { kind } = sent.error;
  if (kind === 'too-late') return { state: 'ready', messageId: null, reason: kind };
  return { state: mayHaveArrived(sent.error) ? 'perhaps-posted' : 'refused', messageId: null, reason: kind };
}

/** Whether a change may have been made although the reply says otherwise or never came. */
const mayHaveArrived = (fault: GraphFault): boolean =>
  fault.kind === 'offline' ||
  (fault.kind === 'throttled' && fault.perhapsDone === true) ||
  (fault.kind === 'unexpected' &&
    (fault.status >= 500 || fault.status === 408 || fault.status === 0 || fault.status < 300));
