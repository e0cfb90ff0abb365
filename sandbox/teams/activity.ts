// The page's calls for the activity feed of its person.
import { z } from 'zod';
import { getJson, send } from '../pages/http';
import { type Activity, activityShape } from '../store/activityShape';

const feed = (personId: string) => `/sandbox/teams/activities/${encodeURIComponent(personId)}`;

/** A person's feed, newest first. */
export const readActivities = (personId: string): Promise<readonly Activity[]> =>
  getJson(feed(personId), z.array(activityShape));

/** Notes that the person has seen a line. */
export const markActivityRead = (personId: string, activityId: string): Promise<void> =>
  send('PUT', `${feed(personId)}/${encodeURIComponent(activityId)}/read`);
