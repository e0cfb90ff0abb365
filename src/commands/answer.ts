// Giving an answer: sealed on this device before it is written anywhere.
import {
  type AnswerParts,
  type Assessment,
  acceptsAnswers,
  acceptsLateAnswers,
  answerOfParts,
  isOwnWork,
  type OwnAnswerStanding,
  partsOf,
  type ResponseContent,
  standingOfOwn,
  voiceName,
} from '../assessment';
import { samePerson } from '../base/person';
import { fail, ok, type Result } from '../base/result';
import { scopes } from '../graph/scopes';
import { mergeRecords } from '../replica/merge';
import { openResponse, publicHalf, sealResponse } from '../sealing';
import { storable } from '../sharepoint/limits';
import { keys, type SealedResponse, type Stored, type Working } from '../sharepoint/records';
import { stateOf } from './change';
import type { KeptWhere } from './keyring';
import type { Refusal } from './refusal';
import { type AssessmentView, readView } from './view';
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

/**
 * Seals and saves my answer: here at once, in SharePoint soon.
 * @param from what the form began with: what another frame or device of mine wrote since is merged, and what both changed is kept twice.
 * Without it, what is here now counts as that.
 */
export async function saveAnswer(
  work: Workplace,
  { id }: Pick<Assessment, 'id'>,
  keyAreaId: string,
  content: ResponseContent,
  from: AnswerParts | null = null,
): Promise<Result<void, Refusal>> {
  const view = await readView(work, id);
  if (!view) return fail({ kind: 'no-assessment' });
  const { phase } = stateOf(view, keyAreaId);
  if (!acceptsAnswers(phase, view.assessment.phase)) return fail({ kind: 'wrong-phase', phase });
  return sealMine(work, view, keyAreaId, content, from);
}

/** Gives my answer once the others' are shown: once, and openly, for facilitators' devices add it to them. Mine alone may say so. */
export async function addLateAnswer(
  work: Workplace,
  { id }: Pick<Assessment, 'id'>,
  keyAreaId: string,
  content: ResponseContent,
): Promise<Result<void, Refusal>> {
  const view = await readView(work, id);
  if (!view) return fail({ kind: 'no-assessment' });
  const { phase } = stateOf(view, keyAreaId);
  if (!view.asked) return fail({ kind: 'not-allowed', needs: 'participant' });
  if (!acceptsLateAnswers(phase, view.assessment.phase)) return fail({ kind: 'wrong-phase', phase });
  if (standingOfMine(work, view, keyAreaId, { kind: 'none' }) !== 'late') return fail({ kind: 'answered-already' });
  return sealMine(work, view, keyAreaId, content, null);
}

/** How my answer to a key area stands, given what could be read of it here. */
export function standingOfMine(
  { person }: Pick<Workplace, 'person'>,
  view: Pick<AssessmentView, 'assessment' | 'states' | 'sealed' | 'opened' | 'responses'>,
  keyAreaId: string,
  mine: MyAnswer,
): OwnAnswerStanding {
  const opened = view.opened.get(keyAreaId) ?? [];
  return standingOfOwn({
    phase: view.states.find((state) => state.keyAreaId === keyAreaId)?.phase ?? 'collecting',
    assessment: view.assessment.phase,
    answered: view.sealed.some(
      ({ record }) => record.keyAreaId === keyAreaId && samePerson(record.personId, person.id),
    ),
    opened: opened.includes(voiceName({ personId: person.id, own: true })),
    changed: mine.kind === 'answer' && isShownDifferently(view.responses, keyAreaId, mine.content, opened),
  });
}

/** Rows come a moment after the word that they were opened: only once all are here, one that is missing was given anew since. */
function isShownDifferently(
  responses: AssessmentView['responses'],
  keyAreaId: string,
  content: ResponseContent,
  opened: readonly string[],
): boolean {
  const own = responses.filter((response) => response.keyAreaId === keyAreaId && response.recordedAs === 'own');
  const shown = own.find(({ responseId }) => responseId === content.responseId);
  if (shown) return told(shown) !== told(content);
  return own.length >= opened.filter((name) => !name.startsWith('for:') && name !== 'hands').length;
}

/** What an answer says, as a row holds it. */
const told = ({ judgement, movingOn, confidence, remark, evidence }: ResponseContent): string =>
  JSON.stringify(
    [judgement, movingOn, confidence, remark, evidence?.link ?? '', evidence?.note ?? ''].map((part) =>
      typeof part === 'string' ? storable(part).replaceAll('\r\n', '\n') : part,
    ),
  );

async function sealMine(
  work: Workplace,
  { assessment }: AssessmentView,
  keyAreaId: string,
  content: ResponseContent,
  from: AnswerParts | null,
): Promise<Result<void, Refusal>> {
  // Its facilitators' word is still on its way here.
  const { publicKey } = assessment;
  if (!publicKey) return fail({ kind: 'no-assessment' });
  const [mine] = await work.keyring.mine();
  const place = {
    assessmentId: assessment.id,
    keyAreaId,
    personId: work.person.id,
    frameworkVersion: assessment.frameworkVersion,
  };
  const sealed = async (said: ResponseContent): Promise<SealedResponse> => {
    const envelope = await sealResponse(said, { assessment: publicKey, author: publicHalf(mine) }, place);
    return { kind: 'response', ...place, envelope };
  };
  const key = answerKey(work, assessment.id, keyAreaId);
  for (;;) {
    const here = (await work.replica.one('workings', key)) ?? null;
    const theirs = from && here ? await openedHere(work, here) : null;
    const merged =
      from && theirs ? mergeAnswers(from, content, theirs) : { mine: content, theirs: content, conflict: false };
    const written = await sealed(merged.mine);
    if (merged.conflict) {
      await work.replica.keepBoth('workings', key, written, await sealed(merged.theirs));
      return ok(undefined);
    }
    // Another frame may have written while this one sealed: then its words are merged too.
    if (await work.replica.replace('workings', key, written, here?.record ?? null)) return ok(undefined);
  }
}

const openedHere = async (work: Workplace, { record, ...row }: Stored<Working>): Promise<ResponseContent | null> =>
  record.kind === 'response' && isOwnWork(row, work.person.id) ? openMine(work, record) : null;

/** Two edits of my answer, field by field. The id is no words of anybody's: the one that is here stays. */
function mergeAnswers(from: AnswerParts, mine: ResponseContent, theirs: ResponseContent) {
  const { responseId } = theirs;
  const merge = mergeRecords<AnswerParts>(from, partsOf(mine), partsOf(theirs));
  return {
    // Two answers have a level each, and so has what is merged of them.
    mine: answerOfParts(merge.mine, responseId) ?? { ...mine, responseId },
    theirs: answerOfParts(merge.theirs, responseId) ?? theirs,
    conflict: merge.conflicts.length > 0,
  };
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
