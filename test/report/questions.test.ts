// Which questions a result suggests: from the framework's own wording, and from what the result says.
import { type KeyAreaSummary, spreadOf, summarise } from '../../src/assessment';
import { framework, type Level } from '../../src/framework';
import { questionsFor } from '../../src/report';
import { exampleAssessment, exampleState, firstArea, priya } from '../assessment/examples';

const today = '2026-11-24';

const agreedAt = (level: Level): KeyAreaSummary => {
  const agreement = { level, reason: 'Because', at: '2026-11-23T10:00:00Z', by: priya };
  const target = { kind: 'level', level: 5, by: '2028-03-31' } as const;
  const [area] = summarise({
    framework,
    assessment: exampleAssessment(),
    states: [exampleState({ phase: 'agreed', agreement, target })],
    answeredBy: new Map(),
    responses: [],
    actions: [],
  }).keyAreas;
  if (!area) throw new Error('no key area');
  return area;
};

const spreadWith = (...levels: readonly Level[]) =>
  spreadOf(levels.map((judgement) => ({ judgement, count: 1, recordedAs: 'own' })));

const action = (due: string | null, status: 'open' | 'done' = 'open') => ({
  id: 'x',
  assessmentId: exampleAssessment().id,
  keyAreaId: firstArea,
  text: 'Train members',
  owner: null,
  due,
  status,
});

test('a low level is asked about in the words of the next one', () => {
  expect(questionsFor(agreedAt(1), framework, today)).toEqual([
    'Officers agreed on Minimum. The next level, Developing, reads: “The council is exploring the best approach to councillor engagement in procurement and commercial matters.” What would it take to get there?',
  ]);
  expect(questionsFor(agreedAt(2), framework, today)).toEqual([expect.stringContaining('The next level, Mature')]);
});

test('a level with nothing to worry about is asked for what shows it, in its own words', () => {
  expect(questionsFor(agreedAt(3), framework, today)).toEqual([
    'What shows that this is true today: “Councillor engagement is delivering better results on some projects.”',
  ]);
});

test('answers two levels apart or more are wide differences', () => {
  const area = agreedAt(3);
  const near = questionsFor({ ...area, spread: spreadWith(2, 3, 3) }, framework, today);
  expect(near.join()).not.toContain('Answers went');
  expect(questionsFor({ ...area, spread: spreadWith(2, 3, 4) }, framework, today)).toEqual([
    'Answers went from Developing to Leader. Why do people see this so differently?',
  ]);
});

test('without a target it is asked where we want to be; with one to come, what it depends on', () => {
  const area = agreedAt(3);
  expect(questionsFor({ ...area, target: null }, framework, today)).toEqual([
    'There is no target yet. Where do we want to be, and by when?',
  ]);
  expect(questionsFor({ ...area, target: { kind: 'later', agreeBy: '2027-01-31' } }, framework, today)).toEqual([
    'The target is to be agreed by 31 January 2027. What does it depend on?',
  ]);
});

test('only an open action past its day is overdue', () => {
  const area = agreedAt(3);
  const asked = (due: string | null, status: 'open' | 'done' = 'open') =>
    questionsFor({ ...area, actions: [action(due, status)] }, framework, today).join();
  expect(asked('2026-11-23')).toBe('“Train members” was due by 23 November 2026 and is not done. What holds it up?');
  for (const other of [asked('2026-11-24'), asked(null), asked('2026-11-23', 'done')])
    expect(other).not.toContain('holds it up');
});

test('nothing is asked of a key area without an agreed level', () => {
  expect(questionsFor({ ...agreedAt(1), now: null }, framework, today)).toEqual([]);
});
