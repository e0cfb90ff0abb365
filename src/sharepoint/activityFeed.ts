// Telling one person in their activity feed in Teams (Microsoft Graph: userTeamwork: sendActivityNotification), as whoever is signed in, or as the app.
import * as z from 'zod/mini';
import { ok, type Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece } from './odata';

/** One line of a feed. */
export interface ActivityLine {
  /** What it is about: an assessment's title. */
  readonly topic: string;
  readonly text: string;
  /** A second line, in smaller type. */
  readonly preview: string;
  /** A Teams deep link. */
  readonly link: string;
}

/** Teams shows about so many characters of each, and the rest to nobody. */
const longest = 150;

const cut = (text: string): string => Array.from(text).slice(0, longest).join('');

/**
 * Tells once and never again by itself. The kind is the one that every app has without declaring it, with free text.
 * @param leaveBy nothing leaves after it, by this device's clock
 */
export async function tellPerson(
  graph: Graph,
  personId: string,
  line: ActivityLine,
  leaveBy: Date,
): Promise<Result<null, GraphFault>> {
  const told = await graph.send(
    {
      method: 'POST',
      path: `/users/${piece(personId)}/teamwork/sendActivityNotification`,
      scopes: scopes.tellPerson,
      leaveBy,
      body: {
        topic: { source: 'text', value: cut(line.topic), webUrl: line.link },
        activityType: 'systemDefault',
        previewText: { content: cut(line.preview) },
        templateParameters: [{ name: 'systemDefaultText', value: cut(line.text) }],
      },
    },
    z.unknown(),
  );
  return told.ok ? ok(null) : told;
}
