// A line in one person's Teams activity, from the person signed in or, in the worker, from the app (Microsoft Graph: userTeamwork,
// sendActivityNotification; the kinds stand in appPackage/manifest.json).
import * as z from 'zod/mini';
import type { Result } from '../base/result';
import type { GraphFault } from '../graph/faults';
import type { Graph } from '../graph/graph';
import { scopes } from '../graph/scopes';
import { piece } from './odata';

/** The kinds of line that the manifest declares. */
export type ActivityKind = 'waitingForAnswer' | 'councillorQuestion' | 'actionDue';

export interface ActivityLine {
  readonly kind: ActivityKind;
  /** What it is about: it ends the first line, and names the topic. */
  readonly subject: string;
  /** The second line. */
  readonly preview: string;
  /** Opens the tab; Teams takes only its own deep links here. */
  readonly link: string;
}

/** Teams shows the beginning of what it is given, and takes 150 characters of a preview (Microsoft Graph: itemBody of previewText). */
const longest = { subject: 100, preview: 150 } as const;

/**
 * Tells one person, once and never again by itself: after `offline` nobody knows whether it arrived.
 * @param leaveBy it leaves by then (this device's clock) or not at all
 */
export async function tellPerson(
  graph: Graph,
  personId: string,
  line: ActivityLine,
  leaveBy: Date,
): Promise<Result<null, GraphFault>> {
  const { kind, subject, preview, link } = shortenedLine(line);
  const body = {
    topic: { source: 'text', value: subject, webUrl: link },
    activityType: kind,
    previewText: { content: preview },
    templateParameters: [{ name: 'subject', value: subject }],
  };
  const path = `/users/${piece(personId)}/teamwork/sendActivityNotification`;
  const sent = await graph.send({ method: 'POST', path, scopes: scopes.tellPeople, body, leaveBy }, z.unknown());
  return sent.ok ? { ok: true, value: null } : sent;
}

/** The line as long as Teams takes it, on one line each. */
export const shortenedLine = (line: ActivityLine): ActivityLine => ({
  ...line,
  subject: cut(line.subject, longest.subject),
  preview: cut(line.preview, longest.preview),
});

const cut = (text: string, most: number): string => {
  const characters = Array.from(text.replace(/\s+/g, ' ').trim());
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}…`;
};
