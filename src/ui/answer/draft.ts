// What stands in the answer form, and which of it can be saved. Pure: what cannot be saved stays on screen and holds up nothing else.
import {
  type AnswerParts,
  blankAnswer,
  type Confidence,
  isWebAddress,
  type Judgement,
  partsOf,
  type ResponseContent,
} from '../../assessment';
import { limits } from '../../sharepoint/limits';

export interface AnswerDraft {
  readonly judgement: Judgement | null;
  readonly movingOn: boolean;
  readonly confidence: Confidence | null;
  readonly remark: string;
  readonly link: string;
  readonly note: string;
}

export type DraftFault =
  /** Something is entered, but no level yet. */
  | { readonly field: 'judgement'; readonly kind: 'missing' }
  | { readonly field: 'remark' | 'note'; readonly kind: 'too-long'; readonly length: number; readonly most: number }
  | { readonly field: 'link'; readonly kind: 'no-address' | 'missing' };

/** Characters that a remark may have; a row of SharePoint holds more, sealed and all. */
export const longestRemark = limits.remark;
const longestNote = limits.evidenceNote;

/** The form for an answer as saved; empty for none. */
export const draftOf = (content: ResponseContent | null): AnswerDraft => ({
  judgement: content?.judgement ?? null,
  movingOn: content?.movingOn ?? false,
  confidence: content?.confidence ?? null,
  remark: content?.remark ?? '',
  link: content?.evidence?.link ?? '',
  note: content?.evidence?.note ?? '',
});

/** Moving towards the next level: there is none above the highest, nor beside *cannot judge*. */
export const canMoveOn = (judgement: Judgement | null): judgement is 1 | 2 | 3 | 4 =>
  judgement !== null && judgement !== 'cannot-judge' && judgement < 5;

/** What keeps a part of the draft from being saved. */
export function faultsOf(draft: AnswerDraft): readonly DraftFault[] {
  const faults: DraftFault[] = [];
  const link = draft.link.trim();
  const begun = draft.remark !== '' || draft.link !== '' || draft.note !== '' || draft.confidence !== null;
  if (draft.judgement === null && begun) faults.push({ field: 'judgement', kind: 'missing' });
  if (draft.remark.length > longestRemark)
    faults.push({ field: 'remark', kind: 'too-long', length: draft.remark.length, most: longestRemark });
  if (link !== '' && !isWebAddress(link)) faults.push({ field: 'link', kind: 'no-address' });
  if (link === '' && draft.note.trim() !== '') faults.push({ field: 'link', kind: 'missing' });
  if (draft.note.length > longestNote)
    faults.push({ field: 'note', kind: 'too-long', length: draft.note.length, most: longestNote });
  return faults;
}

/**
 * The part of a draft that can be saved; null without a level. A faulty remark or evidence stays as it was last saved.
 * `responseId` is the saved answer's own, or a new one.
 */
export function contentOf(
  draft: AnswerDraft,
  saved: ResponseContent | null,
  responseId: string,
): ResponseContent | null {
  if (draft.judgement === null) return null;
  const faulty = faultsOf(draft).map((fault) => fault.field);
  const link = draft.link.trim();
  const evidence = link === '' ? null : { link, note: draft.note };
  const evidenceHeld = faulty.includes('link') || faulty.includes('note');
  return {
    responseId,
    judgement: draft.judgement,
    movingOn: canMoveOn(draft.judgement) && draft.movingOn,
    confidence: draft.confidence,
    remark: faulty.includes('remark') ? (saved?.remark ?? '') : draft.remark,
    evidence: evidenceHeld ? (saved?.evidence ?? null) : evidence,
  };
}

/**
 * The form once the store holds something else: what was not touched here follows, what was touched stays, and with it what it began
 * with, so that saving finds what both changed.
 */
export function rebased(
  draft: AnswerDraft,
  from: AnswerParts,
  saved: ResponseContent | null,
  stored: ResponseContent | null,
): { readonly draft: AnswerDraft; readonly from: AnswerParts } {
  const [before, there] = [draftOf(saved), draftOf(stored)];
  const begun = stored ? partsOf(stored) : blankAnswer;
  const touched = (...fields: readonly (keyof AnswerDraft)[]) => fields.some((field) => draft[field] !== before[field]);
  // Link and note are one thing to save, and so are the level and moving on from it.
  const evidence = touched('link', 'note') ? draft : there;
  const level = touched('judgement', 'movingOn') ? draft : there;
  return {
    draft: {
      judgement: level.judgement,
      movingOn: level.movingOn,
      confidence: (touched('confidence') ? draft : there).confidence,
      remark: (touched('remark') ? draft : there).remark,
      link: evidence.link,
      note: evidence.note,
    },
    from: {
      level: (level === draft ? from : begun).level,
      confidence: (touched('confidence') ? from : begun).confidence,
      remark: (touched('remark') ? from : begun).remark,
      evidence: (evidence === draft ? from : begun).evidence,
    },
  };
}

/** Whether two drafts say the same. */
export const sameDraft = (left: AnswerDraft, right: AnswerDraft): boolean =>
  left.judgement === right.judgement &&
  left.movingOn === right.movingOn &&
  left.confidence === right.confidence &&
  left.remark === right.remark &&
  left.link === right.link &&
  left.note === right.note;

/** Whether two answers say the same, so that nothing needs saving. */
export const sameContent = (left: ResponseContent | null, right: ResponseContent): boolean =>
  left !== null && left.responseId === right.responseId && sameDraft(draftOf(left), draftOf(right));
