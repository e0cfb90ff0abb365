// Who is heard among the answers of a key area: each person once, their own answer before one recorded for them, and one show of hands.
import { samePerson } from '../base/person';
import { takingPart } from './participation';
import type { Assessment } from './records';

/** A hidden answer as far as it is known unopened: whose it is, and whether they gave it themselves. */
export interface Voice {
  /** Null for a show of hands. */
  readonly personId: string | null;
  /** False where a facilitator recorded it. */
  readonly own: boolean;
}

/** What a voice is called in the record of those that were opened and shown. */
export function voiceName({ personId, own }: Voice): string {
  if (personId === null) return 'hands';
  return own ? personId.toLowerCase() : `for:${personId.toLowerCase()}`;
}

type Asked = Pick<Assessment, 'participants'>;

/** The voices that count, the first of each kind of each person: nobody who is not asked, and none recorded for who answered themselves. */
export function countingVoices<V extends Voice>(assessment: Asked, voices: readonly V[]): readonly V[] {
  const first = new Map<string, V>();
  for (const voice of voices) if (!first.has(voiceName(voice))) first.set(voiceName(voice), voice);
  const asked = new Set(takingPart(assessment).map(({ id }) => id.toLowerCase()));
  return [...first.values()].filter(
    ({ personId, own }) =>
      personId === null ||
      (asked.has(personId.toLowerCase()) && (own || !first.has(voiceName({ personId, own: true })))),
  );
}

/** Whether a voice may still be added to what is shown: its person was not heard, or only in what was recorded for them. */
export function mayBeAdded(voice: Voice, opened: readonly string[]): boolean {
  const heardThemselves = voice.personId !== null && opened.includes(voiceName({ ...voice, own: true }));
  return !heardThemselves && !opened.includes(voiceName(voice));
}

/** Recorded voices whose person has answered themselves: what was shown of them is taken back. */
export const replacedVoices = <V extends Voice>(voices: readonly V[]): readonly V[] =>
  voices.filter(
    ({ personId, own }) =>
      personId !== null &&
      !own &&
      voices.some((other) => other.own && other.personId !== null && samePerson(other.personId, personId)),
  );

/** How many of those asked who answered are not heard in what was opened, neither themselves nor recorded. */
export function notOpened(assessment: Asked, answeredBy: readonly string[], opened: readonly string[]): number {
  const answerers = new Set(answeredBy.map((id) => id.toLowerCase()));
  return takingPart(assessment).filter(
    ({ id: personId }) =>
      answerers.has(personId.toLowerCase()) &&
      [true, false].every((own) => !opened.includes(voiceName({ personId, own }))),
  ).length;
}
