// The result as plain text, for a paper or an e-mail: what "copy as text" gives.
import type { KeyAreaSummary, Summary } from '../assessment';
import { words } from '../words';
import { changedInWords, committeeInWords } from './committeeInWords';
import { actionsInWords, changeInWords, comparisonInWords, targetInWords } from './inWords';

const say = words.report;

/** The whole result as plain text with a blank line between key areas. Remarks and names never stand in it. */
export function reportText(summary: Summary): string {
  const { heading, how, caveat } = say.text;
  return [
    heading(summary.title, summary.organisation),
    how(summary.frameworkTitle, summary.themeTitle),
    ...[committeeInWords(summary.committee), changedInWords(summary.committee)].filter((text) => text !== ''),
    ...summary.keyAreas.map(keyAreaText),
    `${caveat} ${summary.attribution}`,
  ].join('\n\n');
}

function keyAreaText(area: KeyAreaSummary): string {
  const line = (label: string, text: string): string[] => (text === '' ? [] : [`${label}: ${text}`]);
  if (area.now === null) return [area.title, ...line(say.text.now, standing(area))].join('\n');
  return [
    area.title,
    ...line(say.text.now, area.now.word),
    ...line(say.text.meaning, area.now.descriptor),
    ...line(say.text.change, changeInWords(area)),
    ...line(say.text.reason, area.now.reason),
    ...line(say.text.comparison, comparisonInWords(area)),
    ...line(say.text.target, targetInWords(area)),
    ...line(say.text.actions, actionsInWords(area)),
  ].join('\n');
}

function standing(area: KeyAreaSummary): string {
  if (area.phase === 'does-not-apply') return say.doesNotApply(area.reason);
  return area.phase === 'skipped' ? say.skipped : say.notAgreed;
}
