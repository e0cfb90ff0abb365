// Rules for misbehaving on request: which calls are struck, how often, and what happens to them.
import { z } from 'zod';

const longestDelay = 600_000;

/** What happens to a call that is struck. docs/development.md tells each in words. */
const happening = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('delay'), milliseconds: z.number().int().min(0).max(longestDelay) }),
  z.strictObject({
    kind: z.literal('status'),
    status: z.number().int().min(400).max(599),
    code: z.string().min(1).default('generalException'),
    message: z.string().min(1).default('The sandbox was asked to answer this.'),
    /** Seconds. */
    retryAfter: z.number().int().min(0).optional(),
  }),
  z.strictObject({ kind: z.literal('hang') }),
  z.strictObject({ kind: z.literal('drop-before') }),
  z.strictObject({ kind: z.literal('drop-after') }),
  z.strictObject({ kind: z.literal('expire-token') }),
  z.strictObject({ kind: z.literal('delta-gone'), location: z.boolean().default(true) }),
  z.strictObject({ kind: z.literal('delta-error-object') }),
  z.strictObject({ kind: z.literal('delta-not-json') }),
  z.strictObject({ kind: z.literal('threshold') }),
  z.strictObject({ kind: z.literal('repeat') }),
]);
export type Happening = z.infer<typeof happening>;

const rule = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Text that the path holds, `*` standing for anything. The path is relative to the version root, with its query, decoded. */
  path: z.string().min(1).optional(),
  /** A person's id or short name. */
  user: z.string().min(1).optional(),
  /** How often it strikes at most. */
  count: z.number().int().min(1).optional(),
  /** How likely it strikes a call that it fits. */
  probability: z.number().min(0).max(1).default(1),
  happens: happening,
});
export type FaultRule = z.infer<typeof rule>;

/** The body of `POST /sandbox/faults`: the same seed and the same calls give the same faults. */
export const rulesWish = z.strictObject({ seed: z.number().int().default(1), rules: z.array(rule).min(1) });
export type RulesWish = z.infer<typeof rulesWish>;
