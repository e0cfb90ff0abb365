// What the Teams page and its server endpoints exchange, as zod schemas that both sides read.
import { z } from 'zod';

/** A tab that somebody added to a channel or a meeting. `addedBy` is a person's id. */
export const savedTab = z.object({
  id: z.string(),
  conversationId: z.string(),
  entityId: z.string(),
  contentUrl: z.string(),
  websiteUrl: z.string().optional(),
  removeUrl: z.string().optional(),
  name: z.string(),
  addedBy: z.string(),
});
export type SavedTab = z.infer<typeof savedTab>;

/** A tab before it is kept. */
export const newTab = savedTab.omit({ id: true, conversationId: true });
export type NewTab = z.infer<typeof newTab>;

/** What is on a meeting's stage, and who put it there (a person's id). */
export const stage = z.object({ contentUrl: z.string(), by: z.string() });
export type Stage = z.infer<typeof stage>;

/** What every window that shows a channel or meeting follows. */
export const conversation = z.object({
  tabs: z.array(savedTab),
  stage: stage.nullable(),
  /** Messages and replies in the channel; 0 for a meeting. */
  posts: z.number(),
});
export type Conversation = z.infer<typeof conversation>;

/** A person's consent: all that an administrator granted, or only what they accepted themselves. */
export const consent = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('all') }),
  z.object({ mode: z.literal('ask'), granted: z.array(z.string()) }),
]);
