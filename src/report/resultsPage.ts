// The results page as a model: headings, paragraphs, lists and our own links. What it says is what the results list says, and
// questions worth asking. How it is drawn is for others: pageHtml.ts for SharePoint, a screen for who looks at it first.
import type { Day, KeyAreaSummary, Summary } from '../assessment';
import { type Framework, levels } from '../framework';
import { stripName } from '../pictures/stripWords';
import { words } from '../words';
import { changedInWords, committeeInWords } from './committeeInWords';
import { actionInWords, changeInWords, comparisonInWords, targetInWords } from './inWords';
import { questionsFor } from './questions';

const say = words.page;

/** Text is plain text, whoever typed it; line breaks in it count. */
export type PageBlock =
  /** The page's title is level 1; sections are 2, what is in them 3. */
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly strong?: true }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'links'; readonly links: readonly PageLink[] };

export interface PageLink {
  readonly text: string;
  readonly url: string;
}

export interface ResultsPage {
  readonly title: string;
  /** Each in a section of its own. */
  readonly sections: readonly (readonly PageBlock[])[];
}

/** Where the page leads to; null where the way is not known. */
export interface PageLinks {
  readonly list: string | null;
  /** The form for a question or a comment. */
  readonly form: string | null;
  readonly tab: string | null;
}

/** The page for what is agreed of an assessment. */
export function resultsPage(options: {
  readonly summary: Summary;
  readonly framework: Framework;
  readonly links: PageLinks;
  readonly sharedOn: Day;
  /** Decides what is overdue. */
  readonly today: Day;
}): ResultsPage {
  const { summary, framework, links, sharedOn, today } = options;
  const agreed = summary.keyAreas.filter((area) => area.now !== null);
  return {
    title: say.title(summary.title, summary.organisation),
    sections: [
      introduction(summary, framework, sharedOn),
      ...agreed.map((area) => keyArea(area, framework, today)),
      [...asking(links), paragraph(summary.attribution)],
    ],
  };
}

const heading = (level: 2 | 3, text: string): PageBlock => ({ kind: 'heading', level, text });
const paragraph = (text: string): PageBlock => ({ kind: 'paragraph', text });
const strong = (text: string): PageBlock => ({ kind: 'paragraph', text, strong: true });
const list = (items: readonly string[]): PageBlock => ({ kind: 'list', items });

function introduction(summary: Summary, framework: Framework, sharedOn: Day): readonly PageBlock[] {
  const agreed = summary.keyAreas.filter((area) => area.now !== null);
  const left = summary.keyAreas.filter((area) => area.now === null);
  return [
    strong(say.own),
    paragraph(`${say.about(summary.themeTitle, summary.frameworkTitle)} ${say.shared(sharedOn)}`),
    ...[committeeInWords(summary.committee), changedInWords(summary.committee)]
      .filter((text) => text !== '')
      .map(paragraph),
    paragraph(say.levels(levels.map((level) => framework.levels[level - 1] ?? ''))),
    heading(2, say.short),
    list(agreed.map((area) => say.shortLine(area.title, strip(area, framework)))),
    ...(left.length === 0 ? [] : [paragraph(say.left(left.map((area) => area.title)))]),
  ];
}

const strip = (area: KeyAreaSummary, framework: Framework): string =>
  stripName({
    levels: framework.levels,
    lastTime: area.lastTime?.level ?? null,
    now: area.now?.level ?? null,
    target: area.target,
  });

function keyArea(area: KeyAreaSummary, framework: Framework, today: Day): readonly PageBlock[] {
  const { now } = area;
  if (now === null) return [];
  const open = area.actions.filter((action) => action.status === 'open');
  const part = (title: string, text: string): PageBlock[] => (text === '' ? [] : [heading(3, title), paragraph(text)]);
  return [
    heading(2, area.title),
    strong(say.level(now.word, now.descriptor)),
    ...part(say.change, changeInWords(area)),
    ...part(say.reason, now.reason),
    ...part(say.comparison, comparisonInWords(area, framework)),
    ...part(say.target, targetInWords(area)),
    heading(3, say.actions),
    open.length === 0 ? paragraph(say.noActions) : list(open.map(actionInWords)),
    heading(3, say.questions),
    list(questionsFor(area, framework, today)),
  ];
}

function asking({ form, list: results, tab }: PageLinks): readonly PageBlock[] {
  const link = (text: string, url: string | null): PageLink[] => (url === null ? [] : [{ text, url }]);
  return [
    heading(2, say.ask.heading),
    paragraph(say.ask.text),
    {
      kind: 'links',
      links: [...link(say.ask.form, form), ...link(say.ask.list, results), ...link(say.ask.tab, tab)],
    },
  ];
}
