// The assessment's own key: made when it opens, wrapped to every facilitator, destroyed when it closes.
import { type Assessment, isOwnWork } from '../assessment';
import { samePerson } from '../base/person';
import { type KeyPair, unwrapKey, wrapKey } from '../sealing';
import { keys } from '../sharepoint/records';
import { type AssessmentView, ofKind, readView } from './view';
import type { Workplace } from './workplace';

/** The assessment's key pair, where it was wrapped to me and I can open it here; else null. */
export async function assessmentKeyAtHand(work: Workplace, assessment: Assessment): Promise<KeyPair | null> {
  if (!assessment.publicKey) return null;
  const row = await work.replica.one(
    'workings',
    keys.assessmentKey(assessment.id, assessment.publicKey.id, work.person.id),
  );
  if (row?.record.kind !== 'assessment-key') return null;
  const place = { assessmentId: assessment.id, personId: work.person.id };
  for (const mine of await work.keyring.mine()) {
    const opened = await unwrapKey(row.record.envelope, mine, assessment.publicKey, place);
    if (opened.ok) return opened.value;
  }
  return null;
}

/** Wraps the key to one facilitator whose public key is known and genuine. False where it is not (yet). */
export async function wrapFor(
  work: Workplace,
  assessment: Pick<Assessment, 'id'>,
  pair: KeyPair,
  personId: string,
): Promise<boolean> {
  const personKey = keys.personKey(personId);
  const stored = await work.replica.one('workings', personKey);
  if (stored?.record.kind !== 'person-key' || !isOwnWork(stored, personId)) return false;
  const recipient = { id: stored.record.keyId, key: stored.record.publicKey };
  const envelope = await wrapKey(pair, recipient, { assessmentId: assessment.id, personId });
  await work.replica.put('workings', keys.assessmentKey(assessment.id, pair.id, personId), {
    kind: 'assessment-key',
    assessmentId: assessment.id,
    keyId: pair.id,
    personId,
    envelope,
  });
  return true;
}

/** Facilitators (by id) for whom the key is already wrapped. */
async function holders(work: Workplace, assessment: Assessment): Promise<readonly string[]> {
  const rows = ofKind(await work.replica.all('workings', assessment.id), 'assessment-key');
  return rows.filter((row) => row.record.keyId === assessment.publicKey?.id).map((row) => row.record.personId);
}

/**
 * Sees to the key of an open assessment: publishes my own public key where I facilitate, and wraps the assessment's key to
 * facilitators who have none yet. Does nothing where nothing is missing, so it may run whenever something changes.
 */
export async function tendKeys(work: Workplace, assessmentId: string): Promise<void> {
  const view = await readView(work, assessmentId);
  if (view?.role !== 'facilitator' || view.assessment.phase === 'closed') return;
  await work.keyring.mine();
  const missing = await withoutKey(work, view);
  if (missing.length === 0) return;
  const pair = await assessmentKeyAtHand(work, view.assessment);
  if (!pair) return;
  for (const personId of missing) {
    await work.replica.fetchOne('workings', keys.personKey(personId));
    await wrapFor(work, view.assessment, pair, personId);
  }
}

async function withoutKey(work: Workplace, view: AssessmentView): Promise<readonly string[]> {
  const held = await holders(work, view.assessment);
  return view.chain.facilitators
    .map((person) => person.id)
    .filter((id) => !held.some((holder) => samePerson(holder, id)));
}
