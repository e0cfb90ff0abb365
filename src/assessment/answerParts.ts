// What a person enters of an answer, apart from its identity: what two edits of one answer are merged on.
import type { Judgement, ResponseContent } from './records';

/** An answer without its id; the judgement is null while nothing is chosen. */
export interface AnswerParts extends Omit<ResponseContent, 'responseId' | 'judgement'> {
  readonly judgement: Judgement | null;
}

/** An answer before anything is entered: what still looks like this was not touched. */
export const blankAnswer: AnswerParts = {
  judgement: null,
  movingOn: false,
  confidence: null,
  remark: '',
  evidence: null,
};

/** What was entered of an answer. */
export const partsOf = ({ judgement, movingOn, confidence, remark, evidence }: ResponseContent): AnswerParts => ({
  judgement,
  movingOn,
  confidence,
  remark,
  evidence,
});
