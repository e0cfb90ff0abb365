// One line of an activity feed. Apart from the store, because the pages know it too and no database runs in a browser.
import { z } from 'zod';

/** One line of somebody's feed, as it is shown. `webUrl` is where it leads. */
export const activityShape = z.object({
  id: z.string(),
  createdAt: z.string(),
  /** A person's id, or the app's. */
  sentBy: z.string(),
  read: z.boolean(),
  activityType: z.string(),
  title: z.string(),
  preview: z.string(),
  topic: z.string(),
  webUrl: z.string(),
});
export type Activity = z.infer<typeof activityShape>;
