// The assessment's own key: made when it opens, wrapped to every facilitator, destroyed when it closes.
import { isFacilitatorsWork, isOwnWork, type PublicKey } from '../assessment';
import { samePerson } from '../base/person';
import { type Envelope, type KeyPair, unwrapKey, wrapKey } from '../sealing';
import { keys } from '../sharepoint/records';
import { type AssessmentView, ofKind } from './view';
import type { Workplace } from './workplace';

/** The assessment's key pair, where a facilitator wrapped it to me and I can open it here; else null. */
export async function assessmentKeyAtHand(work: Workplace, view: AssessmentView): Promise<KeyPair | null> {
  const { publicKey } = view.assessment;
  return publicKey ? pairOf(work, view, publicKey) : null;
}

/** Those of the assessment's key pairs, old ones included, that open any of these envelopes and that I can open here. */
export async function pairsFor(
  work: Workplace,
  view: AssessmentView,
  envelopes: readonly Envelope[],
): Promise<readonly KeyPair[]> {
  const wanted = view.chain.publicKeys.filter((known) => envelopes.some((envelope) => isSealedTo(envelope, known)));
  const pairs = await Promise.all(wanted.map((known) => pairOf(work, view, known)));
  return pairs.filter((pair) => pair !== null);
}

/** Whether an envelope names a key among those that open it. */
export const isSealedTo = (envelope: Envelope, { id }: Pick<PublicKey, 'id'>): boolean =>
  envelope.recipients.some(({ keyId }) => keyId === id);

async function pairOf(work: Workplace, view: AssessmentView, publicKey: PublicKey): Promise<KeyPair | null> {
  const { id } = view.assessment;
  const row = await work.replica.one('workings', keys.assessmentKey(id, publicKey.id, work.person.id));
  if (row?.record.kind !== 'assessment-key' || !isFacilitatorsWork(row, view.chain.held)) return null;
  for (const mine of await work.keyring.mine()) {
    const opened = await unwrapKey(row.record.envelope, mine, publicKey, {
      assessmentId: id,
      personId: work.person.id,
    });
    if (opened.ok) return opened.value;
  }
  return null;
}

/** Wraps an assessment's key to one person. */
export async function wrapTo(
  work: Workplace,
  assessmentId: string,
  pair: KeyPair,
  personId: string,
  recipient: PublicKey,
): Promise<void> {
  await work.replica.put('workings', keys.assessmentKey(assessmentId, pair.id, personId), {
    kind: 'assessment-key',
    assessmentId,
    keyId: pair.id,
    personId,
    envelope: await wrapKey(pair, recipient, { assessmentId, personId }),
  });
}

/**
 * Sees to the key of an assessment: publishes my own public key where I facilitate, and wraps the assessment's key to facilitators
 * who have none yet. Does nothing where nothing is missing, so it may run whenever something changes.
 * @param lookedFor people whose public key was asked for a moment ago; it may also come with the changes of the workings list
 */
export async function tendKeys(work: Workplace, view: AssessmentView, lookedFor: Set<string>): Promise<void> {
  if (view.role !== 'facilitator') return;
  await work.keyring.publish();
  const missing = await withoutKey(work, view);
  const pair = missing.length > 0 ? await assessmentKeyAtHand(work, view) : null;
  if (!pair) return;
  for (const personId of missing) {
    const recipient = await publicKeyOf(work, personId, lookedFor);
    if (recipient) await wrapTo(work, view.assessment.id, pair, personId, recipient);
  }
}

/** Facilitators for whom no facilitator has wrapped the key. */
async function withoutKey(work: Workplace, { assessment, chain }: AssessmentView): Promise<readonly string[]> {
  const held = ofKind(await work.replica.all('workings', assessment.id), 'assessment-key')
    .filter((row) => row.record.keyId === assessment.publicKey?.id && isFacilitatorsWork(row, chain.held))
    .map((row) => row.record.personId);
  return chain.facilitators.map((person) => person.id).filter((id) => !held.some((holder) => samePerson(holder, id)));
}

/** A person's public key, where it is known and theirs alone. */
async function publicKeyOf(work: Workplace, personId: string, lookedFor: Set<string>): Promise<PublicKey | null> {
  const key = keys.personKey(personId);
  if (!lookedFor.has(key) && (await work.replica.fetchOne('workings', key)).ok) lookedFor.add(key);
  const stored = await work.replica.one('workings', key);
  if (stored?.record.kind !== 'person-key' || !isOwnWork(stored, personId)) return null;
  return { id: stored.record.keyId, key: stored.record.publicKey };
}
