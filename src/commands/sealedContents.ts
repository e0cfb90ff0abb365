// Lets the replica merge two versions of my own answer: it opens and seals them with my keys, and never knows a key itself.
import * as z from 'zod/mini';
import { answerOfParts, blankAnswer, partsOf } from '../assessment';
import type { SealedContents } from '../replica/sealedMerge';
import { publicHalf, responseContent, sealResponse } from '../sealing';
import { openMine } from './answer';
import { readView } from './view';
import type { Workplace } from './workplace';

/** What is merged of an answer: its id and its parts. */
const mergeable = z.extend(z.omit(responseContent, { judgement: true, movingOn: true }), {
  level: z.pick(responseContent, { judgement: true, movingOn: true }),
});

/** @param workplace asked for when it is needed: it is put together after the replica */
export function sealedContents(workplace: () => Workplace): SealedContents {
  return {
    blank: blankAnswer,
    async open(record) {
      if (!('kind' in record) || record.kind !== 'response') return null;
      const content = await openMine(workplace(), record);
      return content && { responseId: content.responseId, ...partsOf(content) };
    },
    async seal(record, contents) {
      if (!('kind' in record) || record.kind !== 'response') return null;
      const work = workplace();
      const assessment = (await readView(work, record.assessmentId))?.assessment.publicKey;
      const parts = z.safeParse(mergeable, contents);
      const content = parts.success && answerOfParts(parts.data, parts.data.responseId);
      if (!assessment || !content) return null;
      const [mine] = await work.keyring.mine();
      return {
        ...record,
        envelope: await sealResponse(content, { assessment, author: publicHalf(mine) }, record),
      };
    },
  };
}
