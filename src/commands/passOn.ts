// When nobody who facilitates can open the answers any more: a new key of the assessment, and everybody's own device that passes on to it
// what its person gave. Nobody types anything twice, and no row names anybody.
import { isFacilitatorsWork, type KeyAreaPhase, type PublicKey } from '../assessment';
import { samePerson } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { newKeyPair, openRecorded, publicHalf, sealRecorded, sealResponse } from '../sealing';
import { keys, type RecordedWorking, type SealedResponse, type Stored } from '../sharepoint/records';
import { openMine } from './answer';
import { assessmentKeyAtHand, isSealedTo, wrapTo } from './assessmentKey';
import { whileUnderWay } from './change';
import { graphRefusal, type Refusal } from './refusal';
import type { AssessmentView } from './view';
import type { Workplace } from './workplace';

/**
 * Makes a new key for an assessment, as the next link of the facilitators' chain: everybody's device then passes their answer on to it.
 * Does nothing where this device can open the answers. Needs the network: what others did meanwhile must be known.
 */
export async function askToPassOn(work: Workplace, assessmentId: string): Promise<Result<void, Refusal>> {
  const latest = await work.replica.refresh();
  const found = await whileUnderWay(work, assessmentId);
  if (!found.ok) return found;
  if (!latest.ok) return fail(graphRefusal(latest.error));
  if (await assessmentKeyAtHand(work, found.value)) return ok(undefined);
  const pair = await newKeyPair(work.environment.newId);
  const [mine] = await work.keyring.mine();
  await wrapTo(work, assessmentId, pair, work.person.id, publicHalf(mine));
  const { facilitators, nextSerial: serial } = found.value.chain;
  const key = keys.facilitators(assessmentId, serial);
  await work.replica.put('workings', key, {
    kind: 'facilitators',
    assessmentId,
    serial,
    facilitators,
    publicKey: publicHalf(pair),
  });
  return settled(work, key);
}

/** Another facilitator may have made the same link at the same moment: then theirs stands, and their device hands its key on. */
async function settled(work: Workplace, key: string): Promise<Result<void, Refusal>> {
  const written = await work.replica.confirmed('workings', key);
  if (written.ok) return ok(undefined);
  if (written.error.kind !== 'conflict') return fail(graphRefusal(written.error));
  await work.replica.discard('workings', key);
  return ok(undefined);
}

/** How many of the answers that count to a key area the newest key opens. */
export const passedOn = ({ assessment, sealed }: AssessmentView, keyAreaId: string): number =>
  sealed.filter(
    ({ record }) =>
      record.keyAreaId === keyAreaId &&
      assessment.publicKey !== null &&
      isSealedTo(record.envelope, assessment.publicKey),
  ).length;

/** Where a level is agreed or a key area set aside, nothing is opened any more. */
const worthwhile: readonly KeyAreaPhase[] = ['collecting', 'skipped', 'revealing', 'revealed'];

/**
 * Passes on my own answers, and what I recorded for others, to the newest key of the assessment. What I cannot open here is left alone.
 * Does nothing where nothing is sealed to an older key, so it may run whenever something changes.
 */
export async function passOnMine(work: Workplace, view: AssessmentView): Promise<void> {
  const { publicKey } = view.assessment;
  if (!publicKey) return;
  const phaseOf = (keyAreaId: string) =>
    view.states.find((state) => state.keyAreaId === keyAreaId)?.phase ?? 'collecting';
  const behind = ({ record }: Stored<SealedResponse | RecordedWorking>) =>
    !isSealedTo(record.envelope, publicKey) && worthwhile.includes(phaseOf(record.keyAreaId));
  for (const row of view.sealed.filter(({ record }) => samePerson(record.personId, work.person.id))) {
    if (behind(row)) await passOnAnswer(work, row, publicKey);
  }
  for (const row of view.recorded.filter((each) => isFacilitatorsWork(each, [work.person])))
    if (behind(row)) await passOnRecording(work, row, publicKey);
}

async function passOnAnswer(work: Workplace, { key, record }: Stored<SealedResponse>, to: PublicKey): Promise<void> {
  const content = await openMine(work, record);
  if (!content) return;
  const [mine] = await work.keyring.mine();
  const envelope = await sealResponse(content, { assessment: to, author: publicHalf(mine) }, record);
  // What was typed meanwhile is sealed to the newest key anyway.
  await work.replica.replace('workings', key, { ...record, envelope }, record);
}

async function passOnRecording(
  work: Workplace,
  { key, record }: Stored<RecordedWorking>,
  to: PublicKey,
): Promise<void> {
  const pairs = await work.keyring.mine();
  const pair = pairs.find((candidate) => isSealedTo(record.envelope, candidate));
  const content = pair && (await openRecorded(record.envelope, pair, record));
  if (!content?.ok) return;
  const envelope = await sealRecorded(content.value, { assessment: to, recorder: publicHalf(pairs[0]) }, record);
  await work.replica.put('workings', key, { ...record, envelope }, record);
}
