// My own key pairs: made once, kept in my OneDrive's app folder so that another device of mine can open my answers, else only in this browser.
import * as z from 'zod';
import { isOwnWork } from '../assessment';
import type { Environment } from '../base/environment';
import type { Person } from '../base/person';
import type { Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Replica } from '../replica/replica';
import { type KeyPair, keyPairSchema, newKeyPair } from '../sealing';
import { keys } from '../sharepoint/records';

/** Where the private halves are kept. */
export type KeptWhere = 'one-drive' | 'this-browser';

/** A small file of my own that my other devices can read (the OneDrive app folder). Null text where there is none yet. */
export interface OwnFile {
  read(): Promise<Result<string | null, GraphFault>>;
  write(text: string): Promise<Result<void, GraphFault>>;
}

export interface Keyring {
  /** All my pairs; the first is the one new answers are sealed to. */
  mine(): Promise<readonly [KeyPair, ...KeyPair[]]>;
  keptWhere(): Promise<KeptWhere>;
}

const bunch = z.object({ version: z.literal(1), pairs: z.array(keyPairSchema) });
const noteName = 'my-keys';

/** Puts the keyring together; nothing is read or made before the first call. */
export function createKeyring(parts: {
  readonly replica: Replica;
  readonly ownFile: OwnFile;
  readonly environment: Environment;
  readonly person: Person;
}): Keyring {
  let gathered: Promise<{ pairs: readonly [KeyPair, ...KeyPair[]]; where: KeptWhere }> | null = null;
  const gather = () => {
    gathered ??= gatherKeys(parts).catch((error: unknown) => {
      gathered = null;
      throw error;
    });
    return gathered;
  };
  return {
    mine: async () => (await gather()).pairs,
    keptWhere: async () => (await gather()).where,
  };
}

async function gatherKeys(parts: Parameters<typeof createKeyring>[0]) {
  const { replica, ownFile, environment } = parts;
  const here = readBunch(await replica.kept(noteName));
  const file = await ownFile.read();
  const there = file.ok ? readBunch(file.value) : [];
  // OneDrive's come first: they are the ones my other devices have too.
  const known = [...there, ...here.filter((pair) => !there.some((other) => other.id === pair.id))];
  const [first, ...others] = known;
  const pairs: readonly [KeyPair, ...KeyPair[]] = first ? [first, ...others] : [await newKeyPair(environment.newId)];
  const text = JSON.stringify({ version: 1, pairs });
  await replica.keep(noteName, text);
  let where: KeptWhere = 'this-browser';
  // An app folder that could not be read is never written: what lies there may be another device's only copy.
  if (file.ok) where = there.length === pairs.length || (await ownFile.write(text)).ok ? 'one-drive' : 'this-browser';
  await publish(parts, pairs[0]);
  return { pairs, where };
}

/** Lets others know my public key. Somebody else's row under my name is not mine: writing mine over it restores it. */
async function publish({ replica, person }: Parameters<typeof createKeyring>[0], pair: KeyPair): Promise<void> {
  const key = keys.personKey(person.id);
  await replica.fetchOne('workings', key);
  const row = await replica.one('workings', key);
  const genuine = row?.record.kind === 'person-key' && isOwnWork(row, person.id) && row.record.keyId === pair.id;
  if (!genuine)
    await replica.put('workings', key, {
      kind: 'person-key',
      personId: person.id,
      keyId: pair.id,
      publicKey: pair.publicKey,
    });
}

function readBunch(text: string | null): readonly KeyPair[] {
  if (text === null) return [];
  try {
    const parsed = bunch.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.pairs : [];
  } catch {
    // A damaged file holds no usable pair; answers sealed to it can be given anew.
    return [];
  }
}
