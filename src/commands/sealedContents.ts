// Lets the replica merge two versions of my own answer: it opens and seals them with my keys, and never knows a key itself.
import * as z from 'zod/mini';
import type { ResponseContent } from '../assessment';
import type { SealedContents } from '../replica/sealedMerge';
import { openResponse, publicHalf, responseContent, sealResponse } from '../sealing';
import { readView } from './view';
import type { Workplace } from './workplace';

/** An answer before anything is entered: what still looks like this was not touched. */
const blank: Omit<ResponseContent, 'judgement' | 'responseId'> & { readonly judgement: null } = {
  judgement: null,
  movingOn: false,
  confidence: null,
  remark: '',
  evidence: null,
};

/** @param workplace asked for when it is needed: it is put together after the replica */
export function sealedContents(workplace: () => Workplace): SealedContents {
  return {
    blank,
    async open(record) {
      if (!('kind' in record) || record.kind !== 'response') return null;
      for (const pair of await workplace().keyring.mine()) {
        const opened = await openResponse(record.envelope, pair, record);
        if (opened.ok) return opened.value;
      }
      return null;
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
