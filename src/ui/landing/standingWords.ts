// Where an assessment and its key areas stand, in words.
import type { Assessment, Day, KeyAreaPhase, Summary } from '../../assessment';
import { unreachable } from '../../base/result';
import { londonDay, words } from '../../words';

/** Where an assessment stands. Without its summary (in a list of several) the count of agreed key areas is left out. */
export function standingWords(assessment: Assessment, summary: Summary | null): string {
  const said = words.landing.standing;
  const { phase, sharedAt } = assessment;
  switch (phase) {
    case 'open':
      return summary ? said.open(summary.agreed, summary.keyAreas.length) : said.isOpen;
    case 'shared':
      return said.shared(sharedAt === null ? null : londonDay(new Date(sharedAt)));
    case 'draft':
    case 'cleared':
    case 'closed':
    case 'cancelled':
      return said[phase];
    default:
      return unreachable(phase);
  }
}

/** What is due while answers are still collected; empty where nothing is. `today` null leaves out whether the day has passed. */
export function dueWords(assessment: Pick<Assessment, 'dueDate' | 'phase'>, today: Day | null): string {
  const { dueDate, phase } = assessment;
  if (dueDate === null || phase !== 'open') return '';
  return today !== null && dueDate < today ? words.landing.overdue(dueDate) : words.landing.due(dueDate);
}

/** Where a key area stands. */
export function phaseWords(phase: KeyAreaPhase): string {
  const said = words.landing.phase;
  return phase === 'does-not-apply' ? said.doesNotApply : said[phase];
}
