// The one model every face renders.
import fc from 'fast-check';
import { type Action, type SummaryInput, summarise } from '../../src/assessment';
import { framework } from '../../src/framework';
import { aisha, exampleAssessment, exampleResponse, exampleState, firstArea, priya, secondArea, tom } from './examples';

const agreed = exampleState({
  phase: 'agreed',
  agreement: { level: 2, reason: 'Early days', at: '2026-11-23T10:00:00Z', by: priya },
  target: { kind: 'level', level: 3, by: '2028-03-31' },
});
const input = (changes: Partial<SummaryInput> = {}): SummaryInput => ({
  framework,
  assessment: exampleAssessment(),
  states: [agreed],
  answeredBy: new Map([[firstArea, [priya.id, tom.id.toUpperCase()]]]),
  responses: [exampleResponse()],
  actions: [],
  ...changes,
});
const first = (changes: Partial<SummaryInput> = {}) => summarise(input(changes)).keyAreas[0];

test('an agreed key area says now, target, distance and that it is the first assessment', () => {
  expect(first()).toMatchObject({
    phase: 'agreed',
    turnout: { asked: 3, answered: 2 },
    now: { level: 2, word: 'Developing', reason: 'Early days' },
    targetLevel: { level: 3, word: 'Mature' },
    distance: 1,
    change: { kind: 'first' },
  });
});

test.each([
  [1, { kind: 'up', levels: 1 }],
  [2, { kind: 'same' }],
  [4, { kind: 'down', levels: 2 }],
] as const)('against an earlier %i the change is %j', (level, change) => {
  const earlier = [{ keyAreaId: firstArea, level, date: '2025-03-03', source: 'Audit' }];
  expect(first({ assessment: exampleAssessment({ earlier }) })?.change).toEqual(change);
});

test('nothing of an answer is in the summary before answers are shown', () => {
  for (const phase of ['collecting', 'revealing', 'skipped'] as const) {
    const area = first({ states: [exampleState({ phase })] });
    expect(area).toMatchObject({ spread: null, now: null, target: null });
  }
});

test('people who no longer take part are neither asked nor counted', () => {
  const participants = [
    { ...priya, takingPart: false },
    { ...aisha, takingPart: true },
  ];
  expect(first({ assessment: exampleAssessment({ participants }) })?.turnout).toEqual({ asked: 1, answered: 0 });
});

test('key areas come in framework order whatever order they were chosen in', () => {
  const assessment = exampleAssessment({ keyAreaIds: [secondArea, firstArea] });
  expect(summarise(input({ assessment })).keyAreas.map((area) => area.keyAreaId)).toEqual([firstArea, secondArea]);
});

test('the summary of the same data in any order is equal', () => {
  const actions: Action[] = ['b', 'a', 'c'].map((id, index) => ({
    id,
    assessmentId: agreed.assessmentId,
    keyAreaId: firstArea,
    text: 'Train members',
    owner: null,
    due: index === 1 ? null : '2027-01-31',
    status: index === 2 ? 'done' : 'open',
  }));
  const responses = [1, 2, 3].map((level) =>
    exampleResponse({ responseId: `r${level}`, judgement: level as 1 | 2 | 3 }),
  );
  const states = [agreed, exampleState({ keyAreaId: secondArea, phase: 'revealed' })];
  const expected = summarise(input({ actions, responses, states }));
  const shuffles = fc.tuple(
    fc.shuffledSubarray(actions, { minLength: 3 }),
    fc.shuffledSubarray(responses, { minLength: 3 }),
    fc.shuffledSubarray(states, { minLength: 2 }),
  );
  fc.assert(
    fc.property(shuffles, ([a, r, s]) => {
      expect(summarise(input({ actions: a, responses: r, states: s }))).toEqual(expected);
    }),
  );
});
