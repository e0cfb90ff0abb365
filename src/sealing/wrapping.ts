// An assessment's key pair in an envelope for one facilitator.
import type { PublicKey } from '../assessment';
import { fail, type Result } from '../base/result';
import { type Binding, type Envelope, type OpenFault, open, seal } from './envelope';
import { type KeyPair, keyPairSchema, publicHalf } from './keyPair';

/** Which assessment's key, and for whom. */
export interface WrappingPlace {
  readonly assessmentId: string;
  /** The facilitator who may open it. */
  readonly personId: string;
}

const bindingOf = (place: WrappingPlace): Binding => ({
  purpose: 'assessment-key',
  assessmentId: place.assessmentId,
  keyAreaId: '',
  personId: place.personId,
  frameworkVersion: '',
});

/** Seals an assessment's key pair to a facilitator's public key. */
export const wrapKey = (pair: KeyPair, recipient: PublicKey, place: WrappingPlace): Promise<Envelope> =>
  seal(pair, [recipient], bindingOf(place));

/**
 * Opens a wrapped key pair and makes sure that it is the private half of `expected`, the public key that stands in the
 * assessment: anyone could have wrapped some other key.
 */
export async function unwrapKey(
  envelope: Envelope,
  holder: KeyPair,
  expected: PublicKey,
  place: WrappingPlace,
): Promise<Result<KeyPair, OpenFault>> {
  const opened = await open(envelope, holder, bindingOf(place), keyPairSchema);
  if (!opened.ok) return opened;
  const pair = opened.value;
  if (pair.id !== expected.id || pair.publicKey !== expected.key) return fail({ kind: 'tampered' });
  const probe = await wrapKey(pair, publicHalf(pair), place);
  const halvesMatch = await open(probe, pair, bindingOf(place), keyPairSchema);
  return halvesMatch.ok ? opened : fail({ kind: 'tampered' });
}
