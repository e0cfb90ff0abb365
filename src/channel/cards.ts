// The messages, built from the summary and what each is about. One design for all: Adaptive Cards 1.5, links only, under 28 KB whatever
// was typed, and readable without the card.
import type { KeyAreaSummary, Summary } from '../assessment';
import { unreachable } from '../base/result';
import { actionInWords, changeInWords, editionInWords, sharedAgainInWords, targetInWords } from '../report';
import type { ActivityLine } from '../sharepoint/activityFeed';
import { words } from '../words';
import { cardText, shorten } from './cardText';
import type { Subject } from './told';

const say = words.channel;

/** Teams takes about 28 KB a message (Teams limits and specifications); the envelope around the card needs its share. */
const mostBytes = 24_000;
/** How much of a long text is shown, tried from generous to spare until the card fits. */
const textBudgets = [600, 300, 150, 80, 40] as const;
const mostKeyAreas = 20;

export interface Card {
  readonly type: 'AdaptiveCard';
  readonly [member: string]: unknown;
}

/** A message: a sentence that says it without the card, the card, and all of it as people will read it. */
export interface MessageContent {
  readonly sentence: string;
  readonly card: Card;
  readonly text: string;
}

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What a message says, before it is fitted into a card. */
export interface Telling {
  readonly heading: string;
  readonly sentence: string;
  readonly parts: readonly Part[];
  /** What the button says. */
  readonly link: string;
}

/** What is read of a message. `link` opens the tab where it leads (see `subPageOf`). */
export const messageContent = (summary: Summary, about: Subject, link: string): MessageContent =>
  assemble(tellingOf(summary, about), link);

/** A message as a card that says all of it, for where no text goes with the card. */
export const messageCard = (summary: Summary, about: Subject, link: string): Card =>
  cardAlone(tellingOf(summary, about), link);

/** What a message is called, in a line. */
export const messageHeading = (summary: Summary, about: Subject): string => tellingOf(summary, about).heading;

function tellingOf(summary: Summary, about: Subject): Telling {
  const organisation = shorten(summary.organisation, 200);
  const { title } = summary;
  switch (about.event) {
    case 'opened':
      return { ...opening(summary, organisation), heading: say.opened.heading(title), link: say.opened.link };
    case 'waiting': {
      const { heading, text, link } = say.waiting;
      return { heading: heading(title), sentence: text(organisation, summary.dueDate), parts: [], link };
    }
    case 'answers-shown': {
      const { heading, text, link } = say['answers-shown'];
      const area = titleOf(summary, about.keyAreaId);
      return { heading: heading(area), sentence: text(organisation, area), parts: [], link };
    }
    case 'agreed':
      return agreed(summary, organisation, about.keyAreaId);
    case 'shared':
      return shared(summary, organisation);
    case 'question':
    case 'reply':
      return comment(summary, organisation, about);
    case 'due-soon':
    case 'overdue': {
      const { heading, text, link } = say[about.event];
      const area = titleOf(summary, about.action.keyAreaId);
      const parts = [{ heading: '', lines: [actionInWords(about.action)] }];
      return { heading: heading(area), sentence: text(about.due), parts, link };
    }
    case 'cleared':
    case 'outcome':
      return edition(title, organisation, about);
    default:
      return unreachable(about);
  }
}

function opening(summary: Summary, organisation: string): Pick<Telling, 'sentence' | 'parts'> {
  const titles = summary.keyAreas.slice(0, mostKeyAreas).map((area) => area.title);
  const asked = Math.max(0, ...summary.keyAreas.map((area) => area.turnout.asked));
  return { sentence: say.opened.text(organisation, titles, asked, summary.dueDate), parts: [] };
}

/** The level, how it changed, and why; no remark, no name. */
function agreed(summary: Summary, organisation: string, keyAreaId: string): Telling {
  const area = summary.keyAreas.find((each) => each.keyAreaId === keyAreaId);
  const title = titleOf(summary, keyAreaId);
  const word = area?.now?.word ?? '';
  const { heading, text, link } = say.agreed;
  const lines = area ? [changeInWords(area), area.now?.reason ?? ''].filter(isSaid) : [];
  return {
    heading: heading(title),
    sentence: text(organisation, title, word),
    parts: [{ heading: word, lines }, caveat],
    link,
  };
}

/** What councillors read now: levels, change and targets; no remark, no name. */
function shared(summary: Summary, organisation: string): Telling {
  const { heading, text, link } = say.shared;
  const settled = summary.keyAreas.filter((area) => area.now !== null);
  const since = [sharedAgainInWords(summary.committee)].filter(isSaid);
  const again = since.length > 0 ? [{ heading: '', lines: since }] : [];
  const left = settled.length > mostKeyAreas ? [{ heading: '', lines: [say.shortened] }] : [];
  return {
    heading: heading(summary.title),
    sentence: text(organisation, settled.length, summary.keyAreas.length),
    parts: [...settled.slice(0, mostKeyAreas).map(keyAreaPart), ...left, ...again, caveat],
    link,
  };
}

function keyAreaPart(area: KeyAreaSummary): Part {
  return {
    heading: `${area.title}: ${area.now?.word ?? ''}`,
    lines: [changeInWords(area), say.target(targetInWords(area)), area.now?.reason ?? ''].filter(isSaid),
  };
}

/** The question is for the facilitators alone; the reply says nothing of who asked, or what. */
function comment(
  summary: Summary,
  organisation: string,
  about: Extract<Subject, { event: 'question' | 'reply' }>,
): Telling {
  const { record, createdBy } = about.comment;
  const area = record.keyAreaId === null ? null : titleOf(summary, record.keyAreaId);
  const { heading, link } = say[about.event];
  const sentence =
    about.event === 'question'
      ? say.question.text(shorten(createdBy?.displayName || say.question.someone, 100))
      : say.reply.text(organisation, record.kind);
  const lines = [about.event === 'question' ? record.text : record.reply].filter(isSaid);
  return { heading: heading(area), sentence, parts: [{ heading: '', lines }], link };
}

/** What the committee had is named by its fingerprint, so that anybody can compare later. */
function edition(
  title: string,
  organisation: string,
  { event, edition: row }: Extract<Subject, { event: 'cleared' | 'outcome' }>,
): Telling {
  const { heading, link } = say[event];
  const isDraft = row.outcome?.minutesConfirmed === false;
  const sentence = event === 'cleared' ? say.cleared.text(organisation) : say.outcome.text(organisation, isDraft);
  const which = row.number > 1 ? [words.committee.standing.edition(row.number)] : [];
  const lines = [...which, editionInWords(row), say.fingerprint(row.snapshot.digest)];
  return { heading: heading(title), sentence, parts: [{ heading: '', lines }, caveat], link };
}

const caveat: Part = { heading: '', lines: [say.caveat] };
const isSaid = (line: string): boolean => line.trim() !== '';

/** The title of a key area; text that names none is given back, shortened, so that nothing is lost. */
const titleOf = (summary: Summary, keyAreaId: string): string =>
  shorten(summary.keyAreas.find((area) => area.keyAreaId === keyAreaId)?.title ?? keyAreaId, 200);

/** Where in the tab a message leads: the sub page of a link (`parseRoute` reads it). */
export function subPageOf(assessmentId: string, about: Subject): string {
  const start = `assessment/${assessmentId}`;
  switch (about.event) {
    case 'opened':
    case 'waiting':
      return start;
    case 'answers-shown':
    case 'agreed':
      return `${start}/discuss/${about.keyAreaId}`;
    case 'due-soon':
    case 'overdue':
      return `${start}/discuss/${about.action.keyAreaId}`;
    case 'shared':
    case 'question':
    case 'reply':
      return `${start}/results`;
    case 'cleared':
    case 'outcome':
      return `${start}/committee`;
    default:
      return unreachable(about);
  }
}

/** The same for one person's activity feed: of a question its beginning, so that it can be told how urgent it is. */
export function activityLine(summary: Summary, about: Subject, link: string): ActivityLine {
  const { heading, sentence } = tellingOf(summary, about);
  if (about.event === 'question')
    return { kind: 'councillorQuestion', subject: heading, preview: about.comment.record.text || sentence, link };
  if ('action' in about) return { kind: 'actionDue', subject: heading, preview: actionInWords(about.action), link };
  return { kind: 'waitingForAnswer', subject: summary.title, preview: sentence, link };
}

/** Fits what is said into a card, and gives the text of that very card. */
function assemble(telling: Telling, link: string): MessageContent {
  const { sentence, parts } = telling;
  const heading = shorten(telling.heading, 300);
  const action = { title: telling.link, link };
  const fitted = textBudgets.map((budget) => parts.map((part) => shortened(part, budget)));
  const chosen =
    fitted.find((each) => fits(cardOf(heading, each, action))) ?? parts.slice(0, 1).map((part) => shortened(part, 40));
  const text = [sentence, heading, ...chosen.flatMap((part) => [part.heading, ...part.lines])]
    .filter(isSaid)
    .join('\n');
  return { sentence, card: cardOf(heading, chosen, action), text };
}

/** The card with its sentence in it. */
export const cardAlone = (telling: Telling, link: string): Card =>
  assemble({ ...telling, parts: [{ heading: '', lines: [telling.sentence] }, ...telling.parts] }, link).card;

const shortened = ({ heading, lines }: Part, budget: number): Part => ({
  heading: shorten(heading, 300),
  lines: lines.map((line) => shorten(line, budget)),
});

/** The card travels as a JSON string inside JSON, so its size counts with everything escaped once more. */
const fits = (card: Card): boolean =>
  new TextEncoder().encode(JSON.stringify(JSON.stringify(card))).length <= mostBytes;

function cardOf(title: string, parts: readonly Part[], action: { title: string; link: string }): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: cardText(title),
    body: [
      run(title, { size: 'Medium', weight: 'Bolder' }),
      ...parts.flatMap((part) => [
        ...(part.heading === '' ? [] : [run(part.heading, { weight: 'Bolder' }, 'Medium')]),
        ...part.lines.map((line) => run(line, {}, part.heading === '' ? 'Medium' : 'Small')),
      ]),
    ],
    actions: [{ type: 'Action.OpenUrl', title: action.title, url: action.link }],
  };
}

const run = (text: string, style: Readonly<Record<string, string>>, spacing = 'None') => ({
  type: 'RichTextBlock',
  spacing,
  inlines: [{ type: 'TextRun', text: cardText(text), ...style }],
});
