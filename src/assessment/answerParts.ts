// What a person enters of an answer, apart from its identity: what two edits of one answer are merged on.
import type { Judgement, ResponseContent } from './records';

/** An answer without its id. The level and whether we move on from it are one statement: half of each of two would be nobody's. */
export interface AnswerParts extends Omit<ResponseContent, 'responseId' | 'judgement' | 'movingOn'> {
  readonly level: {
    /** Null while nothing is chosen. */
    readonly judgement: Judgement | null;
    readonly movingOn: boolean;
  };
}

/** An answer before anything is entered: what still looks like this was not touched. */
export const blankAnswer: AnswerParts = {
  level: { judgement: null, movingOn: false },
  confidence: null,
  remark: '',
  evidence: null,
};

/** What was entered of an answer. */
export const partsOf = ({ judgement, movingOn, confidence, remark, evidence }: ResponseContent): AnswerParts => ({
  level: { judgement, movingOn },
  confidence,
  remark,
  evidence,
});

/** The answer that parts are of; null where no level is chosen. */
export function answerOfParts(
  { level: { judgement, movingOn }, ...others }: AnswerParts,
  responseId: string,
): ResponseContent | null {
  return judgement === null ? null : { responseId, judgement, movingOn, ...others };
}
