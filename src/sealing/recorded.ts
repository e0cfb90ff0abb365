// What a facilitator recorded for others, sealed to the assessment and to whoever recorded it.
import * as z from 'zod/mini';
import type { PublicKey, RecordedContent } from '../assessment';
import type { Result } from '../base/result';
import { type Binding, type Envelope, type OpenFault, open, seal } from './envelope';
import type { KeyPair } from './keyPair';
import { judgementSchema } from './response';

const recordedContent = z.object({
  parts: z.array(
    z.object({
      responseId: z.string().check(z.minLength(1)),
      judgement: judgementSchema,
      count: z.number().check(z.int(), z.positive()),
      remark: z.string(),
    }),
  ),
}) satisfies z.core.$ZodType<RecordedContent>;

/** For whom, and of what. */
export interface RecordedPlace {
  readonly assessmentId: string;
  readonly keyAreaId: string;
  /** Null for a show of hands. */
  readonly personId: string | null;
  readonly frameworkVersion: string;
}

const bindingOf = (place: RecordedPlace): Binding => ({
  purpose: 'recorded',
  assessmentId: place.assessmentId,
  keyAreaId: place.keyAreaId,
  personId: place.personId ?? '',
  frameworkVersion: place.frameworkVersion,
});

/** Seals what was recorded to the assessment's key and to the recorder's own. */
export const sealRecorded = (
  content: RecordedContent,
  to: { readonly assessment: PublicKey; readonly recorder: PublicKey },
  place: RecordedPlace,
): Promise<Envelope> => seal(content, [to.assessment, to.recorder], bindingOf(place));

/** Opens it with the assessment's key or the recorder's. What is inside is checked before anyone believes it. */
export const openRecorded = (
  envelope: Envelope,
  pair: KeyPair,
  place: RecordedPlace,
): Promise<Result<RecordedContent, OpenFault>> => open(envelope, pair, bindingOf(place), recordedContent);
