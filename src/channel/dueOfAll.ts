// What is due of several assessments together. Pure. One person is reminded once a day, however many assessments wait for them.
import { londonDay } from '../words';
import { type DueMessage, dueMessages } from './due';
import type { Told } from './told';

export interface DueOfOne {
  readonly told: Told;
  readonly message: DueMessage;
}

/**
 * The due messages of all assessments. Of several reminders for one person only the first by assessment id stays, and none where one was
 * begun today, whatever became of it: whoever asks at the same moment then claims the same row.
 */
export function dueOfAll(all: readonly Told[], now: Date): readonly DueOfOne[] {
  const day = londonDay(now);
  const reminded = new Set(
    all.flatMap(({ messages }) =>
      messages
        .filter(({ record }) => record.event === 'waiting' && record.occasion.endsWith(`:${day}`))
        .map(({ record }) => record.personId),
    ),
  );
  const inOrder = [...all].sort((left, right) => (left.assessment.record.id < right.assessment.record.id ? -1 : 1));
  const due: DueOfOne[] = [];
  for (const told of inOrder) {
    for (const message of dueMessages(told, now)) {
      const person = message.event === 'waiting' && message.to.kind === 'person' ? message.to.personId : null;
      if (person !== null && reminded.has(person)) continue;
      if (person !== null) reminded.add(person);
      due.push({ told, message });
    }
  }
  return due;
}
