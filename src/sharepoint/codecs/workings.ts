// Workings: everything that is live, one kind of record per row, its body as versioned JSON that nobody need read.
import * as z from 'zod/mini';
import { type KeyAreaPhase, messageEvents } from '../../assessment';
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
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const id = z.pipe(
  z.string(),
  z.transform((value) => value.toLowerCase()),
);

const sharedResult = z.object({
  assessmentId: id,
  keyAreaId: z.string(),
  assessmentTitle: z.string(),
  organisation: z.string(),
  keyArea: z.string(),
  level: z.string(),
  meaning: z.string(),
  change: z.string(),
  target: z.string(),
  reason: z.string(),
  actions: z.string(),
  comparison: z.string(),
  sharedOn: calendarDay,
});

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
    event: z.enum([...messageEvents, 'digest']),
    // Numbers in rows of before there were others.
    occasion: z.pipe(z.union([z.string(), z.number()]), z.transform(String)),
    personId: z._default(z.nullable(id), null),
    state: z.enum(['ready', 'posting', 'posted', 'perhaps-posted', 'refused', 'declined']),
    by: z.nullable(person),
    owner: z.nullable(z.string()),
    messageId: z.nullable(z.string()),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('latest'), home: z.string(), assessmentId: id }),
  z.object({
    kind: z.literal('settings'),
    lists: z.partialRecord(z.enum(listNames), z.string()),
    councillorsSiteId: z._default(z.nullable(z.string()), null),
  }),
  z.object({
    kind: z.literal('arrangements'),
    home: z.string(),
    tell: z.partialRecord(z.enum(messageEvents), z.boolean()),
    actionsTo: z._default(z.enum(['channel', 'owners']), 'channel'),
    quiet: z.nullable(z.object({ from: timeOfDay, to: timeOfDay, weekends: z.boolean() })),
    preElection: z.array(z.object({ name: z.string(), from: calendarDay, to: calendarDay })),
  }),
  z.object({
    kind: z.literal('edition'),
    assessmentId: id,
    number: z.number().check(z.int()),
    clearing: z.object({ name: z.string(), post: z.string(), on: calendarDay }),
    outcome: z.nullable(
      z.object({
        decision: z.enum(['noted', 'agreed', 'recommended', 'referred-back']),
        recommendedTo: z.string(),
        body: z.string(),
        on: calendarDay,
        minute: z.string(),
        minutesConfirmed: z.boolean(),
        callIn: z.string(),
      }),
    ),
    snapshot: z.object({ text: z.string(), digest: z.string(), at: z.string() }),
  }),
  z.object({
    kind: z.literal('page'),
    assessmentId: id,
    state: z.enum(['making', 'published', 'edited', 'refused']),
    owner: z.nullable(z.string()),
    pageId: z.nullable(z.string()),
    url: z.string(),
    lastSeen: z.string(),
    sharedAt: z.nullable(z.string()),
    edited: z.nullable(z.object({ by: person, at: z.string() })),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('shared'), assessmentId: id, result: sharedResult }),
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
