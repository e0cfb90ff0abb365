// A person's answer to one key area, sealed to the assessment and to its author.
import * as z from 'zod/mini';
import type { Assessment, PublicKey, ResponseContent } from '../assessment';
import type { Result } from '../base/result';
import { levels } from '../framework';
import { type Binding, type Envelope, type OpenFault, open, seal } from './envelope';
import type { KeyPair } from './keyPair';

/** A level, or that it cannot be judged. */
export const judgementSchema = z.union([z.literal(levels), z.literal('cannot-judge')]);

/** What an opened answer must look like. */
export const responseContent = z.object({
  responseId: z.string().check(z.minLength(1)),
  judgement: judgementSchema,
  movingOn: z.boolean(),
  confidence: z.nullable(z.enum(['low', 'medium', 'high'])),
  remark: z.string(),
  evidence: z.nullable(z.object({ link: z.string(), note: z.string() })),
}) satisfies z.core.$ZodType<ResponseContent>;

/** Whose answer to what. */
export interface ResponsePlace {
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly personId: string;
  readonly frameworkVersion: string;
}

const bindingOf = (place: ResponsePlace): Binding => ({
  purpose: 'response',
  assessmentId: place.assessmentId,
  keyAreaId: place.keyAreaId,
  personId: place.personId,
  frameworkVersion: place.frameworkVersion,
});

/** Seals an answer to the assessment's key and to the author's own. */
export const sealResponse = (
  content: ResponseContent,
  to: { readonly assessment: NonNullable<Assessment['publicKey']>; readonly author: PublicKey },
  place: ResponsePlace,
): Promise<Envelope> => seal(content, [to.assessment, to.author], bindingOf(place));

/** Opens an answer with the assessment's key or its author's. What is inside is checked before anyone believes it. */
export const openResponse = (
  envelope: Envelope,
  pair: KeyPair,
  place: ResponsePlace,
): Promise<Result<ResponseContent, OpenFault>> => open(envelope, pair, bindingOf(place), responseContent);
