// Lets the replica merge two versions of my own answer: it opens and seals them with my keys, and never knows a key itself.
import * as z from 'zod/mini';
import { blankAnswer } from '../assessment';
import type { SealedContents } from '../replica/sealedMerge';
import { publicHalf, responseContent, sealResponse } from '../sealing';
import { openMine } from './answer';
import { readView } from './view';
import type { Workplace } from './workplace';

/** @param workplace asked for when it is needed: it is put together after the replica */
export function sealedContents(workplace: () => Workplace): SealedContents {
  return {
    blank: blankAnswer,
    async open(record) {
      if (!('kind' in record) || record.kind !== 'response') return null;
      return openMine(workplace(), record);
    },
    async seal(record, contents) {
      if (!('kind' in record) || record.kind !== 'response') return null;
      const work = workplace();
      const assessment = (await readView(work, record.assessmentId))?.assessment.publicKey;
      const content = z.safeParse(responseContent, contents);
      if (!assessment || !content.success) return null;
      const [mine] = await work.keyring.mine();
      return {
        ...record,
        envelope: await sealResponse(content.data, { assessment, author: publicHalf(mine) }, record),
      };
    },
  };
}
