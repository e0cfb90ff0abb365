// Giving an answer: sealed on this device before it is written anywhere.
import { type Assessment, acceptsAnswers, isOwnWork, type ResponseContent } from '../assessment';
import { fail, ok, type Result } from '../base/result';
import { scopes } from '../graph/scopes';
import { openResponse, publicHalf, sealResponse } from '../sealing';
import { keys, type SealedResponse } from '../sharepoint/records';
import { stateOf } from './change';
import type { KeptWhere } from './keyring';
import type { Refusal } from './refusal';
import { readView } from './view';
import type { Workplace } from './workplace';

export type MyAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'answer'; readonly content: ResponseContent }
  /** Given on another device, and the key to it is not at hand here. It can be given anew. */
  | { readonly kind: 'sealed-elsewhere' }
  /** Somebody else changed the row in SharePoint, so it does not count until it is given again. */
  | { readonly kind: 'changed-by-other' };

/** The unique key of my answer's row, for `replica.saveState('workings', key)`. */
export const answerKey = (work: Workplace, assessmentId: string, keyAreaId: string): string =>
  keys.response(assessmentId, keyAreaId, work.person.id);

/** My own answer to a key area, opened. */
export async function readMyAnswer(work: Workplace, assessment: Assessment, keyAreaId: string): Promise<MyAnswer> {
  const stored = await work.replica.one('workings', answerKey(work, assessment.id, keyAreaId));
  if (stored?.record.kind !== 'response') return { kind: 'none' };
  if (!isOwnWork(stored, work.person.id)) return { kind: 'changed-by-other' };
  const content = await openMine(work, stored.record);
  return content ? { kind: 'answer', content } : { kind: 'sealed-elsewhere' };
}

/** Seals and saves my answer: here at once, in SharePoint soon. */
export async function saveAnswer(
  work: Workplace,
  { id }: Pick<Assessment, 'id'>,
  keyAreaId: string,
  content: ResponseContent,
): Promise<Result<void, Refusal>> {
  const view = await readView(work, id);
  if (!view) return fail({ kind: 'no-assessment' });
  const { assessment } = view;
  const { phase } = stateOf(view, keyAreaId);
  if (!acceptsAnswers(phase, assessment.phase)) return fail({ kind: 'wrong-phase', phase });
  // Its facilitators' word is still on its way here.
  if (!assessment.publicKey) return fail({ kind: 'no-assessment' });
  const [mine] = await work.keyring.mine();
  const place = {
    assessmentId: assessment.id,
    keyAreaId,
    personId: work.person.id,
    frameworkVersion: assessment.frameworkVersion,
  };
  const envelope = await sealResponse(content, { assessment: assessment.publicKey, author: publicHalf(mine) }, place);
  const record: SealedResponse = { kind: 'response', ...place, envelope };
  await work.replica.put('workings', answerKey(work, assessment.id, keyAreaId), record);
  return ok(undefined);
}

/** Asks for the permission to use my OneDrive's app folder, and looks there again. Must come from a click. */
export async function allowOneDrive(work: Workplace): Promise<KeptWhere> {
  await work.host.token(scopes.appFolder, 'ask');
  return work.keyring.lookAgain();
}

/** Where what opens my answers is kept: my OneDrive, or only this browser. */
export const keyKeptWhere = (work: Workplace): Promise<KeptWhere> => work.keyring.keptWhere();

/** An answer of mine, opened with whichever of my keys it was sealed to; null where none of them is at hand. */
export async function openMine(work: Workplace, record: SealedResponse): Promise<ResponseContent | null> {
  for (const pair of await work.keyring.mine()) {
    const opened = await openResponse(record.envelope, pair, record);
    if (opened.ok) return opened.value;
  }
  return null;
}
