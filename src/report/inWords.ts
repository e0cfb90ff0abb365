// What a summary says, in sentences. Results, cards and reports all take their words from here, so that they never differ.
import type { Action, KeyAreaSummary } from '../assessment';
import { type Framework, framework, type Level, levelName, levels } from '../framework';
import { words } from '../words';

const say = words.report;

/** "Up 1 level, from Minimum on 3 March 2025", or "First assessment"; empty until a level is agreed. */
export function changeInWords(area: KeyAreaSummary): string {
  const { change, lastTime } = area;
  if (change === null) return '';
  if (change.kind === 'first' || lastTime === null) return say.change.first;
  if (change.kind === 'same') return say.change.same(lastTime.word, lastTime.date);
  return say.change[change.kind](change.levels, lastTime.word, lastTime.date);
}

/** "Mature by 31 March 2028", or "To be agreed by …". */
export function targetInWords(area: KeyAreaSummary): string {
  if (area.target === null) return say.target.none;
  if (area.target.kind === 'later') return say.target.later(area.target.agreeBy);
  return say.target.level(area.targetLevel?.word ?? '', area.target.by);
}

/** "6 of 8 said Developing, 2 said Mature"; most said first. Empty until answers are shown. */
export function comparisonInWords(area: KeyAreaSummary, of: Framework = framework): string {
  const { spread } = area;
  if (spread === null) return '';
  if (spread.answers === 0) return say.comparison.none;
  const parts = levels
    .map((level: Level) => ({ count: spread.counts[level - 1] ?? 0, said: levelName(of, level) }))
    .filter((part) => part.count > 0)
    .sort((left, right) => right.count - left.count);
  if (spread.cannotJudge > 0) parts.push({ count: spread.cannotJudge, said: say.comparison.cannotJudge });
  return say.comparison.join(
    parts.map((part, index) =>
      index === 0
        ? say.comparison.said(part.count, spread.answers, part.said)
        : say.comparison.more(part.count, part.said),
    ),
  );
}

/** One action in words: what, who, by when. */
export const actionInWords = (action: Action): string =>
  say.action(action.text, action.owner ? ownerInWords(action.owner) : null, action.due);

const ownerInWords = (owner: NonNullable<Action['owner']>): string =>
  owner.kind === 'person' ? owner.person.displayName : owner.post;

/** The open actions of a key area in one sentence. */
export function actionsInWords(area: KeyAreaSummary): string {
  const open = area.actions.filter((action) => action.status === 'open');
  return open.length === 0 ? say.noActions : say.actions(open.map(actionInWords));
}
