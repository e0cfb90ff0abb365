// Sends one change: asks what to do next, does it, and asks again with what was learnt.
import type { Assessment } from '../assessment';
import { type Person, samePerson } from '../base/person';
import { unreachable } from '../base/result';
import { type GraphFault, isPassing } from '../graph/faults';
import { encode } from '../sharepoint/codecs';
import type { ListAccess, Row } from '../sharepoint/listAccess';
import type { Stored } from '../sharepoint/records';
import { arrived, cameBack, claim, goOut, moveTo, type Outgoing, stateAfter } from './outbox';
import { nextStep, type Step } from './plan';
import { doubt } from './puller';
import type { AnyRecord } from './replica';
import { keepRow, makeReady } from './rows';
import { mergeSealed, type SealedContents } from './sealedMerge';
import type { Entry, LocalRow, Store, Tables } from './store';

/** How often a change is tried again at once when someone else was quicker. */
const mostRounds = 6;

export interface SendingParts {
  readonly store: Store;
  readonly access: ListAccess;
  readonly me: Person;
  readonly sealed: SealedContents | null;
  readonly believes: Believes;
  /** Whether this frame is closing: then nothing is written any more, and the next frame finds out what arrived. */
  readonly stopped: () => boolean;
}

/** Whether whoever wrote an assessment's own row last has a say in it. */
export type Believes = (row: Stored<Assessment>) => Promise<boolean>;

/** A change on its way. */
export interface Job {
  readonly entry: Entry;
  readonly step: Step;
  /** Noted already where the step sends something. */
  readonly outgoing: Outgoing | null;
}

export type Outcome = { readonly kind: 'over' } | { readonly kind: 'again'; readonly fault: GraphFault };
/** Something was learnt of the row: there is more to do. */
type Progress = Outcome | { readonly kind: 'seen'; readonly entry: Entry; readonly row: LocalRow | null };
const over: Outcome = { kind: 'over' };

/** A row in the way that cannot be read here. */
const unreadableFault: GraphFault = {
  kind: 'unexpected',
  status: 0,
  message: 'SharePoint has this row in a form that cannot be read here',
  requestId: null,
};

/** Claims an entry and notes what goes out, if its first step sends something. Null where it no longer waits. */
export async function setOut(tables: Tables, waiting: Entry, me: Person): Promise<Job | null> {
  const entry = await claim(tables, waiting);
  if (!entry) return null;
  const step = nextStep(entry, await tables.row(entry.list, entry.key), false, me);
  const outgoing =
    sends(step) && !isToBeBelieved(step, entry) ? await goOut(tables, entry, step.record, rowOf(step)) : null;
  return { entry, step, outgoing };
}

type Sending = Extract<Step, { do: 'create' | 'change' }>;
const sends = (step: Step): step is Sending => step.do === 'create' || step.do === 'change';
const rowOf = (step: Sending): LocalRow | null => (step.do === 'change' ? step.row : null);

/** Does one step after the other until the change arrived, or will not for now. */
export async function send(job: Job, parts: SendingParts): Promise<Outcome> {
  let { entry, step, outgoing } = job;
  for (let round = 0; round < mostRounds; round += 1) {
    step = await believedWhereForged(await openedWhereSealed(step, entry, parts), entry, parts);
    const progress: Progress = await take(step, entry, outgoing, parts);
    if (progress.kind !== 'seen') return progress;
    entry = progress.entry;
    step = nextStep(entry, progress.row, true, parts.me);
    outgoing = null;
  }
  return giveBack(entry, { kind: 'conflict' }, parts);
}

/** What is in an assessment's own row is not merged in before it is known whether its writer has a say. */
const isToBeBelieved = (step: Step, entry: Entry): step is Extract<Step, { do: 'change' | 'ask' }> =>
  entry.list === 'assessments' && (step.do === 'change' || step.do === 'ask') && entry.base?.eTag !== step.row.eTag;

/** What somebody wrote who has no say in it is not merged in, or it would stand there under my name: mine takes its place. */
async function believedWhereForged(step: Step, entry: Entry, { believes }: SendingParts): Promise<Step> {
  if (!isToBeBelieved(step, entry) || entry.record === null) return step;
  const { row } = step;
  const theirs = row.stored.record;
  if (!('participants' in theirs) || (await believes({ ...row.stored, record: theirs }))) return step;
  return { do: 'change', record: entry.record, row };
}

/** Two versions of my own answer are compared by what they say, not by the envelopes they lie in. */
async function openedWhereSealed(step: Step, entry: Entry, { sealed, me }: SendingParts): Promise<Step> {
  if (step.do !== 'ask' || step.mine === null || !isMyAnswer(step.mine, step.row, me)) return step;
  const { row, mine } = step;
  if (!sealed) return step;
  const theirs = row.stored.record;
  const merge = await mergeSealed(sealed, { base: entry.base?.record ?? null, mine, theirs, tried: entry.tried });
  switch (merge.kind) {
    case 'merged':
      return { do: 'change', record: merge.record, row };
    case 'two-versions':
      return { do: 'ask', mine: merge.mine, theirs: merge.theirs, row };
    case 'shut':
      // What was given on another device, and cannot be seen here, was announced to be replaced (answer screen).
      return { do: 'change', record: mine, row };
    case 'unmerged':
      return step;
    default:
      return unreachable(merge);
  }
}

const isMyAnswer = (mine: AnyRecord, row: LocalRow, me: Person): boolean =>
  'kind' in mine &&
  mine.kind === 'response' &&
  row.stored.createdBy !== null &&
  samePerson(row.stored.createdBy.id, me.id);

async function take(step: Step, entry: Entry, outgoing: Outgoing | null, parts: SendingParts): Promise<Progress> {
  const { access, store } = parts;
  const write = async (work: (tables: Tables) => Promise<unknown>): Promise<Outcome> => {
    if (!parts.stopped()) await store.write(work);
    return over;
  };
  switch (step.do) {
    case 'look':
      return look(entry, parts);
    case 'create':
    case 'change':
      return carry(step, entry, outgoing, parts);
    case 'remove': {
      const removed = await access.remove(entry.list, step.row.itemId, step.row.eTag);
      if (removed.ok) return write((tables) => arrived(tables, entry, null));
      if (removed.error.kind === 'not-found')
        return write(async (tables) => {
          await arrived(tables, entry, null);
          await doubt(tables, entry.list);
        });
      return removed.error.kind === 'conflict' ? look(entry, parts) : giveBack(entry, removed.error, parts);
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
    { base, tried: [] },
  );
}

/** Sends a creation or a change. */
async function carry(step: Sending, before: Entry, noted: Outgoing | null, parts: SendingParts): Promise<Progress> {
  const { access, store } = parts;
  if (!noted && parts.stopped()) return over;
  const outgoing = noted ?? (await store.write((tables) => goOut(tables, before, step.record, rowOf(step))));
  if (!outgoing) return over;
  const { list, key } = outgoing.entry;
  const fields = encode(list, step.record, key);
  const reply =
    step.do === 'create'
      ? await access.create(list, fields)
      : await access.change(list, step.row.itemId, step.row.eTag, fields);
  if (!reply.ok) return refusedOrLost(step, reply.error, outgoing, parts);
  const ready = makeReady(list, reply.value);
  if (!parts.stopped()) await store.write((tables) => arrived(tables, outgoing.entry, ready));
  return over;
}

function refusedOrLost(
  step: Sending,
  fault: GraphFault,
  { entry, refused }: Outgoing,
  parts: SendingParts,
): Promise<Progress> {
  if (step.do === 'create' && fault.kind === 'already-exists') return look(refused, parts);
  if (step.do === 'change' && fault.kind === 'conflict') return look(refused, parts);
  if (step.do === 'change' && fault.kind === 'not-found') return lost(refused, parts);
  const unknown = isPassing(fault) && fault.kind !== 'conflict';
  return giveBack(unknown ? entry : refused, fault, parts);
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

/**
 * SharePoint no longer has the row, so this device does not either; what was to be changed stays in the queue. Where that was said in
 * error, the feed would never bring the row back.
 */
async function lost(entry: Entry, { store, stopped }: SendingParts): Promise<Progress> {
  if (stopped()) return over;
  await store.write(async (tables) => {
    await tables.deleteRows(entry.list, [entry.key]);
    await doubt(tables, entry.list);
  });
  return { kind: 'seen', entry, row: null };
}

async function seen(found: Row | null, entry: Entry, parts: SendingParts): Promise<Progress> {
  if (found === null) return { kind: 'seen', entry, row: null };
  const ready = makeReady(entry.list, found);
  if (parts.stopped()) return over;
  await parts.store.write((tables) => keepRow(tables, ready));
  if (ready.kind === 'readable') return { kind: 'seen', entry, row: ready.row };
  return giveBack(entry, unreadableFault, parts);
}

/** Puts a change back in the queue: to wait, or parked. */
async function giveBack(entry: Entry, fault: GraphFault, { store, stopped }: SendingParts): Promise<Outcome> {
  if (stopped()) return over;
  // Signing in again happens elsewhere, and then everything goes on by itself.
  const passing = fault !== unreadableFault && (isPassing(fault) || fault.kind === 'signed-out');
  await store.write((tables) => cameBack(tables, entry, stateAfter(fault, passing), {}));
  return passing ? { kind: 'again', fault } : over;
}
