// Sends one change: asks what to do next, does it, and asks again with what was learnt.
import type { Person } from '../base/person';
import type { Result } from '../base/result';
import { type GraphFault, isPassing } from '../graph/faults';
import { encode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import { arrived, cameBack, claim, moveTo, stateAfter, update } from './outbox';
import { nextStep, type Step } from './plan';
import type { AnyRecord } from './replica';
import { keepRow, makeReady, type Ready } from './rows';
import type { Entry, LocalRow, Store, Tables } from './store';

/** How often a change is tried again at once when someone else was quicker. */
const mostRounds = 6;

export interface SendingParts {
  readonly store: Store;
  readonly access: ListAccess;
  readonly me: Person;
  /** Whether this frame is closing: then nothing is written any more, and the next frame finds out what arrived. */
  readonly stopped: () => boolean;
}

/** A change on its way, with SharePoint's row as known when it set out. */
export interface Job {
  readonly entry: Entry;
  readonly row: LocalRow | null;
  /** Whether the store already knows that a creation may go out. */
  readonly noted: boolean;
}

export type Outcome = { readonly kind: 'over' } | { readonly kind: 'again'; readonly fault: GraphFault };
type Progress = Outcome | { readonly kind: 'seen'; readonly row: LocalRow | null };
const over: Outcome = { kind: 'over' };

/** A row in the way that cannot be read here. */
const unreadableFault: GraphFault = {
  kind: 'unexpected',
  status: 0,
  message: 'SharePoint has this row in a form that cannot be read here',
  requestId: null,
};

/** Claims an entry and notes, before anything leaves the device, what a creation will carry. Null where it no longer waits. */
export async function setOut(tables: Tables, waiting: Entry, me: Person): Promise<Job | null> {
  const entry = await claim(tables, waiting);
  if (!entry) return null;
  const row = await tables.row(entry.list, entry.key);
  const step = nextStep(entry, row, false, me);
  const noted = step.do === 'create';
  if (noted) await tables.putEntry({ ...entry, sent: step.record });
  return { entry, row, noted };
}

/** Does one step after the other until the change arrived, or will not for now. */
export async function send(job: Job, parts: SendingParts): Promise<Outcome> {
  let { row, noted } = job;
  let looked = false;
  for (let round = 0; round < mostRounds; round += 1) {
    const step = nextStep(job.entry, row, looked, parts.me);
    const progress = await take(step, { ...job, noted }, parts);
    if (progress.kind !== 'seen') return progress;
    row = progress.row;
    looked = true;
    noted = false;
  }
  return giveBack(job.entry, { kind: 'conflict' }, parts);
}

async function take(step: Step, job: Job, parts: SendingParts): Promise<Progress> {
  const { entry } = job;
  const { access, store } = parts;
  const write = async (work: (tables: Tables) => Promise<unknown>): Promise<Outcome> => {
    if (!parts.stopped()) await store.write(work);
    return over;
  };
  switch (step.do) {
    case 'look':
      return look(entry, parts);
    case 'create':
      return create(step.record, job, parts);
    case 'change': {
      const fields = encode(entry.list, step.record, entry.key);
      return changed(await access.change(entry.list, step.row.itemId, step.row.eTag, fields), entry, parts);
    }
    case 'remove': {
      const removed = await access.remove(entry.list, step.row.itemId, step.row.eTag);
      if (removed.ok || removed.error.kind === 'not-found') return write((tables) => arrived(tables, entry, null));
      return changed(removed, entry, parts);
    }
    case 'nothing': {
      const row = entry.record ? await store.read((tables) => tables.row(entry.list, entry.key)) : null;
      return write((tables) => arrived(tables, entry, row && { kind: 'readable', row }));
    }
    case 'use-key':
      return write((tables) => moveTo(tables, entry, step.key));
    case 'ask':
      return write((tables) => ask(tables, entry, step));
    case 'gone':
      return write((tables) => cameBack(tables, entry, stateAfter({ kind: 'not-found', what: entry.key }, false), {}));
  }
}

/** Keeps both versions. Where more was written meanwhile, that is merged first: it may settle the matter, or be part of it. */
async function ask(tables: Tables, entry: Entry, step: Extract<Step, { do: 'ask' }>): Promise<void> {
  const entries = await tables.entriesOf(entry.list, entry.key);
  if (entries.some(({ seq }) => seq > entry.seq))
    return cameBack(tables, entry, { kind: 'waiting', because: null }, {});
  const { itemId, eTag, stored } = step.row;
  const base = { itemId, eTag, record: stored.record };
  await cameBack(
    tables,
    { ...entry, record: step.mine },
    { kind: 'two-versions', theirs: step.theirs },
    { base, sent: null },
  );
}

async function create(record: AnyRecord, job: Job, parts: SendingParts): Promise<Progress> {
  const { entry, noted } = job;
  const { access, store } = parts;
  if (!noted && !(await store.write((tables) => update(tables, entry, { sent: record })))) return over;
  const created = await access.create(entry.list, encode(entry.list, record, entry.key));
  if (created.ok || created.error.kind !== 'already-exists') return changed(created, entry, parts, record);
  return look(entry, parts);
}

/** Asks SharePoint for the row: by its id where that is known, else by its key. */
async function look(entry: Entry, parts: SendingParts): Promise<Progress> {
  const { access } = parts;
  const found = entry.base
    ? await access.read(entry.list, entry.base.itemId)
    : await access.byKey(entry.list, entry.key);
  if (found.ok) return seen(found.value, entry, parts);
  if (entry.base && found.error.kind === 'not-found') return lost(entry, parts);
  return giveBack(entry, found.error, parts);
}

/** SharePoint no longer has the row, so this device does not either; what was to be changed stays in the queue. */
async function lost(entry: Entry, { store, stopped }: SendingParts): Promise<Progress> {
  if (!stopped()) await store.write((tables) => tables.deleteRow(entry.list, entry.key));
  return { kind: 'seen', row: null };
}

async function seen(found: Row | null, entry: Entry, parts: SendingParts): Promise<Progress> {
  if (found === null) return { kind: 'seen', row: null };
  const ready = makeReady(entry.list, found);
  if (parts.stopped()) return over;
  await parts.store.write((tables) => keepRow(tables, ready));
  if (ready.kind === 'readable') return { kind: 'seen', row: ready.row };
  return giveBack(entry, unreadableFault, parts);
}

/** Judges the reply to a change. `carried` is what a creation carried: it may be there although the reply says otherwise. */
async function changed(
  reply: Result<Row | undefined, GraphFault> | Result<void, GraphFault>,
  entry: Entry,
  parts: SendingParts,
  carried: AnyRecord | null = null,
): Promise<Progress> {
  if (reply.ok) {
    const ready: Ready | null = reply.value ? makeReady(entry.list, reply.value) : null;
    if (!parts.stopped()) await parts.store.write((tables) => arrived(tables, entry, ready));
    return over;
  }
  if (reply.error.kind === 'conflict' && carried === null) return look(entry, parts);
  if (reply.error.kind === 'not-found' && carried === null) return lost(entry, parts);
  return giveBack(entry, reply.error, parts, carried);
}

/** Puts a change back in the queue: to wait, or parked. */
async function giveBack(
  entry: Entry,
  fault: GraphFault,
  { store, stopped }: SendingParts,
  carried: AnyRecord | null = null,
): Promise<Outcome> {
  if (stopped()) return over;
  // Signing in again happens elsewhere, and then everything goes on by itself.
  const passing = fault !== unreadableFault && (isPassing(fault) || fault.kind === 'signed-out');
  const more = carried ? { sent: carried } : {};
  await store.write((tables) => cameBack(tables, entry, stateAfter(fault, passing), more));
  return passing ? { kind: 'again', fault } : over;
}
