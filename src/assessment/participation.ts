// Who counts: those asked who take part, and how many of them have answered.
import { samePerson } from '../base/person';
import type { Assessment, Participant } from './records';

/** Those who are asked and take part. */
export const takingPart = (assessment: Pick<Assessment, 'participants'>): readonly Participant[] =>
  assessment.participants.filter((person) => person.takingPart);

/** Whether a person is asked and takes part. */
export const isAsked = (assessment: Pick<Assessment, 'participants'>, personId: string): boolean =>
  takingPart(assessment).some((person) => samePerson(person.id, personId));

export interface Turnout {
  readonly asked: number;
  readonly answered: number;
}

/** How many of those taking part have answered; answers of people who no longer take part do not count. */
export function turnoutOf(assessment: Pick<Assessment, 'participants'>, answeredBy: readonly string[]): Turnout {
  const asked = takingPart(assessment);
  const answerers = new Set(answeredBy.map((id) => id.toLowerCase()));
  const answered = asked.filter((person) => answerers.has(person.id.toLowerCase()));
  return { asked: asked.length, answered: answered.length };
}

/** With fewer than half in, showing answers asks first. */
export const fewerThanHalf = (turnout: Turnout): boolean => turnout.answered * 2 < turnout.asked;
