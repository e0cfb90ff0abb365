// The cards posted to the channel, built from the summary alone. Adaptive Cards 1.5, links only, under 28 KB whatever was typed.
import type { KeyAreaSummary, Summary } from '../assessment';
import { changeInWords, targetInWords } from '../report';
import { words } from '../words';
import { cardText, shorten } from './cardText';

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

/** A message for the channel: a sentence that says it without the card, the card, and all of it as people will read it. */
export interface MessageContent {
  readonly sentence: string;
  readonly card: Card;
  readonly text: string;
}

interface Part {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** What the channel is told when an assessment opens. `link` opens the tab at the assessment. */
export function openedMessage(summary: Summary, link: string): MessageContent {
  const text = say.opened.text(
    shorten(summary.organisation, 200),
    summary.keyAreas.slice(0, mostKeyAreas).map((area) => area.title),
    askedOf(summary),
    summary.dueDate,
  );
  return assemble(text, say.opened.heading(summary.title), [], { title: say.opened.link, link });
}

/** What the channel is told when a result was shared with councillors: levels, change and targets; no remark, no name. */
export function sharedMessage(summary: Summary, link: string): MessageContent {
  const agreed = summary.keyAreas.filter((area) => area.now !== null);
  const text = say.shared.text(shorten(summary.organisation, 200), agreed.length, summary.keyAreas.length);
  const parts: Part[] = [
    ...agreed.slice(0, mostKeyAreas).map(keyAreaPart),
    { heading: '', lines: [agreed.length > mostKeyAreas ? `${say.shortened} ${say.caveat}` : say.caveat] },
  ];
  return assemble(text, say.shared.heading(summary.title), parts, { title: say.shared.link, link });
}

function keyAreaPart(area: KeyAreaSummary): Part {
  return {
    heading: `${area.title}: ${area.now?.word ?? ''}`,
    lines: [changeInWords(area), say.target(targetInWords(area)), area.now?.reason ?? ''].filter((line) => line !== ''),
  };
}

const askedOf = (summary: Summary): number => Math.max(0, ...summary.keyAreas.map((area) => area.turnout.asked));

function assemble(
  sentence: string,
  heading: string,
  parts: readonly Part[],
  action: { readonly title: string; readonly link: string },
): MessageContent {
  const title = shorten(heading, 300);
  const text = [sentence, title, ...parts.flatMap((part) => [part.heading, ...part.lines])]
    .filter((line) => line !== '')
    .join('\n');
  const cards = textBudgets.map((budget) => cardOf(title, parts, action, budget));
  const card = cards.find(fits) ?? cardOf(title, parts.slice(0, 1), action, 40);
  return { sentence, card, text };
}

/** The card travels as a JSON string inside JSON, so its size counts with everything escaped once more. */
const fits = (card: Card): boolean =>
  new TextEncoder().encode(JSON.stringify(JSON.stringify(card))).length <= mostBytes;

function cardOf(title: string, parts: readonly Part[], action: { title: string; link: string }, budget: number): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    fallbackText: shorten(cardText(title), 300),
    body: [
      run(title, { size: 'Medium', weight: 'Bolder' }),
      ...parts.flatMap((part) => [
        ...(part.heading === '' ? [] : [run(part.heading, { weight: 'Bolder' }, 'Medium')]),
        ...part.lines.map((line) => run(shorten(line, budget), {}, part.heading === '' ? 'Medium' : 'Small')),
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
