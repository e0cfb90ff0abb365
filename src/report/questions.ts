// Questions a councillor could ask about a result, from the framework's own wording and from what the result says. Pure.
import type { Day, KeyAreaSummary } from '../assessment';
import { descriptorOf, type Framework, keyAreaOf, type Level, levelName, levels } from '../framework';
import { words } from '../words';

const say = words.page.question;

/** Up to this level the next one is worth asking about. */
const low: Level = 2;
/** From so many levels between the lowest and the highest answer on, answers differ widely. */
const wide = 2;

/** The questions for one key area, what matters most first; none until a level is agreed. Never empty after that. */
export function questionsFor(area: KeyAreaSummary, framework: Framework, today: Day): readonly string[] {
  if (area.now === null) return [];
  const asked = [
    ...aboutLowLevel(area, framework),
    ...aboutDifferences(area, framework),
    ...aboutTarget(area),
    ...aboutOverdue(area, today),
  ];
  return asked.length > 0 ? asked : [say.evidence(area.now.descriptor)];
}

function aboutLowLevel({ keyAreaId, now }: KeyAreaSummary, framework: Framework): readonly string[] {
  const keyArea = keyAreaOf(framework, keyAreaId);
  const next = levels.find((level) => now !== null && level === now.level + 1);
  if (now === null || now.level > low || keyArea === undefined || next === undefined) return [];
  return [say.low(now.word, levelName(framework, next), descriptorOf(keyArea, next))];
}

function aboutDifferences({ spread }: KeyAreaSummary, framework: Framework): readonly string[] {
  const range = spread?.range ?? null;
  if (range === null || range.to - range.from < wide) return [];
  return [say.differ(levelName(framework, range.from), levelName(framework, range.to))];
}

function aboutTarget({ target }: KeyAreaSummary): readonly string[] {
  if (target === null) return [say.noTarget];
  return target.kind === 'later' ? [say.later(target.agreeBy)] : [];
}

const aboutOverdue = ({ actions }: KeyAreaSummary, today: Day): readonly string[] =>
  actions.flatMap(({ status, text, due }) =>
    status === 'open' && due !== null && due < today ? [say.overdue(text, due)] : [],
  );
