// What was due in a channel, once a day, as one message: for officers who would rather read one card than many. Pure.
import { acceptsAnswers, isTold, type Summary, takingPart } from '../assessment';
import { actionInWords } from '../report';
import { words } from '../words';
import { type Card, cardAlone, messageHeading, type Telling } from './cards';
import { type DueMessage, dueMessages, headStartMilliseconds } from './due';
import { notAnswered, type Subject, type Told } from './told';

const say = words.digest;

/** A card names so many assessments, and so many things of each; the rest is in the tab. */
const mostAssessments = 20;
const mostLines = 8;
/** How long before a digest is claimed it may have been read, in milliseconds. */
const readingTime = 300_000;

/** What a digest says of one assessment. */
export interface DigestEntry {
  readonly told: Told;
  readonly messages: readonly DueMessage[];
  /** How many of those asked have not answered: a count, never a name. Null where that is not told. */
  readonly waiting: { readonly people: number; readonly asked: number } | null;
}

/**
 * What is due in a channel: what happened since the last digest and was not said by a message of its own, and every action whose day is
 * near or has passed. Empty where nothing may be said unattended at this moment.
 * @param told the assessments of one channel
 * @param since when the last digest was claimed; null where there was none
 */
export function digestOf(told: readonly Told[], now: Date, since: Date | null): readonly DigestEntry[] {
  return told.flatMap((each) => {
    const messages = dueMessages(each, now).filter(
      (message) => message.to.kind === 'channel' && message.may === 'unattended' && isNewSince(message, since),
    );
    return messages.length === 0 ? [] : [{ told: each, messages, waiting: waitingIn(each) }];
  });
}

/** An action stays due until somebody does something; everything else is news once. */
function isNewSince({ about, confirmedAt }: DueMessage, since: Date | null): boolean {
  if (about.event === 'due-soon' || about.event === 'overdue') return true;
  if (since === null || confirmedAt === null) return since === null;
  // What was confirmed shortly before the last digest had to wait, and was not in it. Rather twice than never.
  return new Date(confirmedAt).getTime() > since.getTime() - headStartMilliseconds - readingTime;
}

function waitingIn(told: Told): DigestEntry['waiting'] {
  const { record } = told.assessment;
  const collects = told.summary.keyAreas.some((area) => acceptsAnswers(area.phase, record.phase));
  if (!collects || !isTold('waiting', told.arrangements)) return null;
  return { people: notAnswered(told).length, asked: takingPart(record).length };
}

/** The digest as one card. `link` opens the tab in the channel. */
export function digestCard(entries: readonly DigestEntry[], link: string): Card {
  const shown = entries.slice(0, mostAssessments);
  const left = entries.length - shown.length;
  const parts = [...shown.map(partOf), ...(left === 0 ? [] : [{ heading: '', lines: [say.more(left)] }])];
  return cardAlone({ heading: say.heading, sentence: say.text(entries.length), parts, link: say.link }, link);
}

function partOf({ told, messages, waiting }: DigestEntry): Telling['parts'][number] {
  const lines = messages.map(({ about }) => lineOf(told.summary, about));
  const left = lines.length - mostLines;
  return {
    heading: told.summary.title,
    lines: [
      ...lines.slice(0, mostLines),
      ...(left > 0 ? [say.moreOfOne(left)] : []),
      ...(waiting === null || waiting.people === 0 ? [] : [say.waiting(waiting.people, waiting.asked)]),
    ],
  };
}

/** Several actions of one key area would look alike by their heading. */
function lineOf(summary: Summary, about: Subject): string {
  const heading = messageHeading(summary, about);
  return 'action' in about ? say.ofAction(heading, actionInWords(about.action)) : heading;
}
