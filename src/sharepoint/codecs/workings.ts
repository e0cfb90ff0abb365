// Workings: everything that is live, one kind of record per row, its body as versioned JSON that nobody need read.
import * as z from 'zod/mini';
import type { KeyAreaPhase } from '../../assessment';
import { envelopeSchema } from '../../sealing';
import { listNames, type Working } from '../records';
import { calendarDay, level, person, read, write } from './cells';
import type { Codec } from './codec';

const phases = [
  'collecting',
  'revealing',
  'revealed',
  'agreed',
  'skipped',
  'does-not-apply',
] as const satisfies readonly KeyAreaPhase[];

const agreement = z.object({ level, reason: z.string(), at: z.string(), by: person });
const target = z.union([
  z.object({ kind: z.literal('level'), level, by: z.nullable(calendarDay) }),
  z.object({ kind: z.literal('later'), agreeBy: z.nullable(calendarDay) }),
]);
const id = z.pipe(
  z.string(),
  z.transform((value) => value.toLowerCase()),
);

const working = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('response'),
    assessmentId: id,
    keyAreaId: z.string(),
    personId: id,
    frameworkVersion: z.string(),
    envelope: envelopeSchema,
  }),
  z.object({
    kind: z.literal('recorded'),
    assessmentId: id,
    keyAreaId: z.string(),
    recordingId: id,
    personId: z.nullable(id),
    frameworkVersion: z.string(),
    envelope: envelopeSchema,
  }),
  z.object({
    kind: z.literal('opened'),
    assessmentId: id,
    keyAreaId: z.string(),
    voices: z.array(z.string()),
  }),
  z.object({
    kind: z.literal('area'),
    assessmentId: id,
    state: z.object({
      assessmentId: id,
      keyAreaId: z.string(),
      phase: z.enum(phases),
      agreement: z.nullable(agreement),
      target: z.nullable(target),
      reason: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('facilitators'),
    assessmentId: id,
    serial: z.number().check(z.int()),
    facilitators: z.array(person),
    publicKey: z._default(z.nullable(z.object({ id: z.string(), key: z.string() })), null),
  }),
  z.object({ kind: z.literal('person-key'), personId: id, keyId: z.string(), publicKey: z.string() }),
  z.object({
    kind: z.literal('assessment-key'),
    assessmentId: id,
    keyId: z.string(),
    personId: id,
    envelope: envelopeSchema,
  }),
  z.object({
    kind: z.literal('message'),
    assessmentId: id,
    event: z.enum(['opened', 'shared']),
    occasion: z.number().check(z.int()),
    state: z.enum(['ready', 'posting', 'posted', 'perhaps-posted', 'refused']),
    by: person,
    owner: z.nullable(z.string()),
    messageId: z.nullable(z.string()),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('latest'), home: z.string(), assessmentId: id }),
  z.object({ kind: z.literal('settings'), lists: z.partialRecord(z.enum(listNames), z.string()) }),
]) satisfies z.core.$ZodType<Working>;

/** The kind stands in a column of its own; body and column must agree, or a row could pass for another kind. */
const decode = z.pipe(
  z
    .object({ Kind: read.filled, Body: read.json(working) })
    .check(z.refine((row) => row.Kind === row.Body.kind, { path: ['Kind'] })),
  z.transform((row): Working => row.Body),
);

const member = (record: Working, name: 'assessmentId' | 'personId'): string | null => {
  const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value.toLowerCase() : null;
};

export const workings: Codec<Working> = {
  version: 1,
  encode: (record, key) => ({
    Title: write.caption(key),
    Key: key.toLowerCase(),
    AssessmentId: member(record, 'assessmentId'),
    PersonId: member(record, 'personId'),
    Kind: record.kind,
    Body: write.json(record),
  }),
  decode,
};
