// My own key pairs: made once, kept in my OneDrive's app folder so that another device of mine can open my answers, else only in this browser.
import * as z from 'zod/mini';
import { isOwnWork } from '../assessment';
import type { Environment } from '../base/environment';
import type { Person } from '../base/person';
import { fail, type Result } from '../base/result';
import { takingTurns } from '../base/turns';
import { type GraphFault, isPassing } from '../graph/faults';
import type { Replica } from '../replica/replica';
import { type KeyPair, keyPairSchema, newKeyPair } from '../sealing';
import { keys } from '../sharepoint/records';

/** Where the private halves are kept. `until-allowed`: only in this browser, because nobody has given the permission for OneDrive. */
export type KeptWhere = 'one-drive' | 'this-browser' | 'until-allowed';

/** A small file of my own that my other devices can read (the OneDrive app folder). Null text where there is none yet. */
export interface OwnFile {
  read(): Promise<Result<string | null, GraphFault>>;
  write(text: string): Promise<Result<void, GraphFault>>;
}

export interface Keyring {
  /** All my pairs; the first is the one new answers are sealed to. */
  mine(): Promise<readonly [KeyPair, ...KeyPair[]]>;
  /** Lets others know the public half of my first pair, so that they can hand me an assessment's key. Tried again where it failed. */
  publish(): Promise<void>;
  keptWhere(): Promise<KeptWhere>;
  /** Looks into OneDrive again, after the permission was given; what is kept here joins what lies there. */
  lookAgain(): Promise<KeptWhere>;
}

const bunch = z.object({ version: z.literal(1), pairs: z.array(keyPairSchema) });
const noteName = 'my-keys';

/** How long, in milliseconds, answering waits for OneDrive. After that it goes on with what is here; what OneDrive has joins later. */
const patience = 2_000;

/** Puts the keyring together; nothing is read or made before the first call. */
export function createKeyring(parts: {
  readonly replica: Replica;
  readonly ownFile: OwnFile;
  readonly environment: Environment;
  readonly person: Person;
}): Keyring {
  let gathered: Promise<Gathered> | null = null;
  const inTurn = takingTurns();
  const begin = (): Promise<Gathered> => {
    const whole = parts.ownFile.read().then((file) => inTurn(() => gatherKeys(parts, file)));
    const meanwhile = new Promise<void>((over) => {
      const cancel = parts.environment.after(patience, over);
      whole.then(cancel, cancel);
    }).then(() => inTurn(() => gatherKeys(parts, slow)));
    const first = Promise.race([whole, meanwhile]);
    const instead = (next: Promise<Gathered> | null) => () => {
      if (gathered === first) gathered = next;
    };
    whole.then(instead(whole), instead(null));
    first.catch(instead(null));
    return first;
  };
  const gather = (): Promise<Gathered> => {
    gathered ??= begin();
    return gathered;
  };
  let published = false;
  const lookAgain = async (): Promise<KeptWhere> => {
    gathered = null;
    published = false;
    return (await gather()).where;
  };
  return {
    mine: async () => (await gather()).pairs,
    async publish() {
      if (!published) published = await publish(parts, (await gather()).pairs[0]);
    },
    async keptWhere() {
      const { where, settled } = await gather();
      return settled ? where : lookAgain();
    },
    lookAgain,
  };
}

interface Gathered {
  readonly pairs: readonly [KeyPair, ...KeyPair[]];
  readonly where: KeptWhere;
  /** False while OneDrive was only out of reach: looking again may change it. */
  readonly settled: boolean;
}

/** OneDrive has not said yet what it has. */
const slow: Result<never, GraphFault> = fail({ kind: 'offline' });

async function gatherKeys(
  parts: Parameters<typeof createKeyring>[0],
  file: Result<string | null, GraphFault>,
): Promise<Gathered> {
  const { replica, ownFile, environment } = parts;
  const kept = await replica.kept(noteName);
  const here = readBunch(kept);
  const there = file.ok ? readBunch(file.value) : [];
  const mayWrite = file.ok && !isNewer(file.value);
  // OneDrive's come first: they are the ones my other devices have too.
  const known = [...there, ...here.filter((pair) => !there.some((other) => other.id === pair.id))];
  const [first, ...others] = known;
  const pairs: readonly [KeyPair, ...KeyPair[]] = first ? [first, ...others] : [await newKeyPair(environment.newId)];
  const text = JSON.stringify({ version: 1, pairs });
  // Only what is new: screens that look here are told of every note.
  if (text !== kept) await replica.keep(noteName, text);
  let where: KeptWhere = !file.ok && file.error.kind === 'consent-missing' ? 'until-allowed' : 'this-browser';
  // What could not be read is never written over: it may be another device's only copy.
  if (mayWrite) where = there.length === pairs.length || (await ownFile.write(text)).ok ? 'one-drive' : 'this-browser';
  return { pairs, where, settled: file.ok || !isPassing(file.error) };
}

/** False where SharePoint could not be asked. Somebody else's row under my name is not mine: writing mine over it restores it. */
async function publish({ replica, person }: Parameters<typeof createKeyring>[0], pair: KeyPair): Promise<boolean> {
  const key = keys.personKey(person.id);
  const asked = await replica.fetchOne('workings', key);
  if (!asked.ok) return false;
  const row = await replica.one('workings', key);
  const genuine = row?.record.kind === 'person-key' && isOwnWork(row, person.id) && row.record.keyId === pair.id;
  if (!genuine)
    await replica.put('workings', key, {
      kind: 'person-key',
      personId: person.id,
      keyId: pair.id,
      publicKey: pair.publicKey,
    });
  return true;
}

function readBunch(text: string | null): readonly KeyPair[] {
  const parsed = bunch.safeParse(fromJson(text));
  return parsed.success ? parsed.data.pairs : [];
}

/** Whether a newer version of the product wrote this. */
const isNewer = (text: string | null): boolean =>
  z.object({ version: z.number().check(z.gt(1)) }).safeParse(fromJson(text)).success;

function fromJson(text: string | null): unknown {
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    // A damaged file holds no usable pair; answers sealed to it can be given anew.
    return null;
  }
}
