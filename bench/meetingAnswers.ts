// Answers as they lie in SharePoint while they are hidden: of the right length, and with words in them that show which one it is.
import type { Person } from '../src/base/person';
import { framework } from '../src/framework';
import type { SealedResponse } from '../src/sharepoint/records';
import { keyAreaIds } from './openAssessment';

export const keyAreaAt = (nth: number): string => keyAreaIds[nth % keyAreaIds.length] ?? '';

export const answerAs = (
  { id: personId }: Person,
  assessmentId: string,
  keyAreaId: string,
  words: string,
): SealedResponse => ({
  kind: 'response',
  assessmentId,
  keyAreaId,
  personId,
  frameworkVersion: framework.version,
  envelope: {
    version: 1,
    content: words.padEnd(1_400, 'x'),
    recipients: [assessmentId, personId].map((keyId) => ({ keyId, enc: 'x'.repeat(87), sealed: 'x'.repeat(64) })),
  },
});
