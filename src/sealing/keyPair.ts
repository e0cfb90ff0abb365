// Key pairs of people and of assessments, as plain data that can be stored and wrapped.
import * as z from 'zod/mini';
import type { PublicKey } from '../assessment';
import { toBase64Url } from './bytes';
import { suite } from './suite';

/** What a stored or unwrapped key pair looks like. The halves are raw keys in base64url. */
export const keyPairSchema = z.object({
  id: z.string().check(z.minLength(1)),
  publicKey: z.string(),
  privateKey: z.string(),
});
export type KeyPair = Readonly<z.infer<typeof keyPairSchema>>;

/** Makes a key pair; `newId` gives its id. */
export async function newKeyPair(newId: () => string): Promise<KeyPair> {
  const pair = await suite.kem.generateKeyPair();
  return {
    id: newId(),
    publicKey: toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(pair.publicKey))),
    privateKey: toBase64Url(new Uint8Array(await suite.kem.serializePrivateKey(pair.privateKey))),
  };
}

/** The half of a key pair that everyone may know. */
export const publicHalf = (pair: KeyPair): PublicKey => ({ id: pair.id, key: pair.publicKey });
