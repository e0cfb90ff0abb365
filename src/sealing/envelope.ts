// Envelopes that only the right people can open. A random content key encrypts the content; HPKE seals that key to each recipient.
// Everything is bound to what the envelope is about, so that it cannot be passed off as another person's, key area's or assessment's.
import * as z from 'zod/mini';
import type { PublicKey } from '../assessment';
import { checked } from '../base/checked';
import { fail, type Result } from '../base/result';
import { type Bytes, fromBase64Url, pad, toBase64Url, unpad, utf8 } from './bytes';
import type { KeyPair } from './keyPair';
import { suite } from './suite';

/** An envelope as it lies in a list: opaque to everything but this folder. */
export const envelopeSchema = z.object({
  version: z.literal(1),
  /** The sealed content, base64url, padded so that its length tells little. */
  content: z.string(),
  /** The content key, sealed to each recipient key. */
  recipients: z.readonly(z.array(z.readonly(z.object({ keyId: z.string(), enc: z.string(), sealed: z.string() })))),
});
export type Envelope = Readonly<z.infer<typeof envelopeSchema>>;
type Recipient = Envelope['recipients'][number];

/** What an envelope is about. Opening needs the same, or fails as tampered. */
export interface Binding {
  readonly purpose: 'response' | 'recorded' | 'assessment-key';
  readonly assessmentId: string;
  /** Empty where no key area is concerned. */
  readonly keyAreaId: string;
  /** Whose answer it is, or whom a key is wrapped for; empty for a show of hands. */
  readonly personId: string;
  /** Empty where the framework does not matter. */
  readonly frameworkVersion: string;
}

export type OpenFault =
  /** It was not sealed to this key. */
  | { readonly kind: 'not-for-this-key' }
  /** Somebody changed it, or it belongs to another person, key area, assessment or version. */
  | { readonly kind: 'tampered' }
  /** It opens, and what is inside is not what was expected. */
  | { readonly kind: 'malformed'; readonly detail: string };

/** Each content key encrypts once, so that the nonce need not differ (NIST SP 800-38D: unique per key). */
const nonce = new Uint8Array(12);

const canonical = (bind: Binding): readonly string[] => [
  'showing-leadership/1',
  bind.purpose,
  bind.assessmentId.toLowerCase(),
  bind.keyAreaId.toLowerCase(),
  bind.personId.toLowerCase(),
  bind.frameworkVersion,
];

const keyData = (bind: Binding, keyId: string): Bytes => utf8(JSON.stringify([...canonical(bind), keyId]));

/** The content is bound to the sealed keys too: a change anywhere in the envelope shows to every recipient. */
const contentData = (bind: Binding, recipients: readonly Recipient[]): Bytes =>
  utf8(JSON.stringify([...canonical(bind), recipients.map(({ keyId, enc, sealed }) => [keyId, enc, sealed])]));

function bytesOf(text: string): Bytes {
  const bytes = fromBase64Url(text);
  if (!bytes.ok) throw new Error('This is not base64url');
  return bytes.value;
}

async function sealKey(contentKey: Bytes, recipient: PublicKey, bind: Binding): Promise<Recipient> {
  const recipientPublicKey = await suite.kem.deserializePublicKey(bytesOf(recipient.key));
  const { ct, enc } = await suite.seal({ recipientPublicKey }, contentKey, keyData(bind, recipient.id));
  return { keyId: recipient.id, enc: toBase64Url(new Uint8Array(enc)), sealed: toBase64Url(new Uint8Array(ct)) };
}

const aes = (contentKey: Bytes, usage: 'encrypt' | 'decrypt'): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', contentKey, 'AES-GCM', false, [usage]);

/** Seals content (anything JSON can carry) so that each recipient can open it alone. Rejects where a public key is none. */
export async function seal(content: unknown, recipients: readonly PublicKey[], bind: Binding): Promise<Envelope> {
  const contentKey = crypto.getRandomValues(new Uint8Array(32));
  const sealedKeys = await Promise.all(recipients.map((recipient) => sealKey(contentKey, recipient, bind)));
  const sealed = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: contentData(bind, sealedKeys) },
    await aes(contentKey, 'encrypt'),
    pad(utf8(JSON.stringify(content))),
  );
  return { version: 1, content: toBase64Url(new Uint8Array(sealed)), recipients: sealedKeys };
}

/** Private keys made ready, for as long as their pair is about: making one ready takes longer than all the rest of opening an envelope. */
const readyKeys = new WeakMap<KeyPair, Promise<CryptoKey>>();

function readyKey(pair: KeyPair): Promise<CryptoKey> {
  const ready = readyKeys.get(pair) ?? suite.kem.deserializePrivateKey(bytesOf(pair.privateKey));
  readyKeys.set(pair, ready);
  return ready;
}

/** Gives the padded content; throws where anything at all was changed, for WebCrypto tells no reason. */
async function decrypt(envelope: Envelope, mine: Recipient, pair: KeyPair, bind: Binding): Promise<Bytes> {
  const recipientKey = await readyKey(pair);
  const contentKey = await suite.open(
    { recipientKey, enc: bytesOf(mine.enc) },
    bytesOf(mine.sealed),
    keyData(bind, pair.id),
  );
  const padded = await crypto.subtle.decrypt(
    { name: 'AES-GCM', iv: nonce, additionalData: contentData(bind, envelope.recipients) },
    await aes(new Uint8Array(contentKey), 'decrypt'),
    bytesOf(envelope.content),
  );
  return new Uint8Array(padded);
}

function read<T>(padded: Bytes, shape: z.core.$ZodType<T>): Result<T, OpenFault> {
  const bytes = unpad(padded);
  if (!bytes.ok) return fail({ kind: 'malformed', detail: 'padding' });
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value));
  } catch (error) {
    return fail({ kind: 'malformed', detail: String(error) });
  }
  const found = checked(shape, content, 'the content');
  return found.ok ? found : fail({ kind: 'malformed', detail: found.error.join('; ') });
}

/** Opens an envelope with one of the keys it was sealed to, and checks that it is about `bind` and holds a `shape`. */
export async function open<T>(
  envelope: Envelope,
  pair: KeyPair,
  bind: Binding,
  shape: z.core.$ZodType<T>,
): Promise<Result<T, OpenFault>> {
  const mine = envelope.recipients.find(({ keyId }) => keyId === pair.id);
  if (!mine) return fail({ kind: 'not-for-this-key' });
  let padded: Bytes;
  try {
    padded = await decrypt(envelope, mine, pair, bind);
  } catch {
    // A wrong key, a changed byte and another binding all look the same from outside, by design of the ciphers.
    return fail({ kind: 'tampered' });
  }
  return read(padded, shape);
}
