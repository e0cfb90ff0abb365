// What a result says in words, wherever it is read.
import { summarise } from '../../src/assessment';
import { framework } from '../../src/framework';
import { comparisonInWords, reportText, sharedResults } from '../../src/report';
import { exampleAssessment, exampleResponse, exampleState, firstArea, priya, secondArea } from '../assessment/examples';

const states = [
  exampleState({
    phase: 'agreed',
    agreement: { level: 3, reason: 'Members chair two boards', at: '2026-11-23T10:00:00Z', by: priya },
    target: { kind: 'level', level: 4, by: '2028-03-31' },
  }),
  exampleState({ keyAreaId: secondArea, phase: 'does-not-apply', reason: 'No senior managers' }),
];
const responses = [3, 3, 2, 'cannot-judge'].map((judgement, index) =>
  exampleResponse({
    responseId: `r${index}`,
    judgement: judgement as 2 | 3 | 'cannot-judge',
    remark: 'SECRET REMARK',
    person: priya,
  }),
);
const summary = summarise({
  framework,
  assessment: exampleAssessment({
    earlier: [{ keyAreaId: firstArea, level: 2, date: '2025-03-03', source: 'Audit' }],
  }),
  states,
  answeredBy: new Map(),
  responses,
  actions: [
    {
      id: 'x',
      assessmentId: exampleAssessment().id,
      keyAreaId: firstArea,
      text: 'Train members',
      owner: { kind: 'post', post: 'Monitoring officer' },
      due: '2027-01-31',
      status: 'open',
    },
  ],
});

test('councillors get one row per agreed key area, in words', () => {
  expect(sharedResults(summary, '2026-11-24')).toEqual([
    {
      assessmentId: exampleAssessment().id,
      keyAreaId: firstArea,
      assessmentTitle: 'Showing leadership 2026',
      organisation: 'Northbridge Council',
      keyArea: 'Engaging councillors',
      level: 'Mature',
      meaning: 'Councillor engagement is delivering better results on some projects.',
      change: 'Up 1 level, from Developing on 3 March 2025',
      target: 'Leader by 31 March 2028',
      reason: 'Members chair two boards',
      actions: 'Train members (Monitoring officer) by 31 January 2027',
      comparison: '2 of 4 said Mature, 1 said Developing, 1 said they cannot judge',
      sharedOn: '2026-11-24',
    },
  ]);
});

test('neither remarks nor names are in what is shared or copied', () => {
  const everything = JSON.stringify(sharedResults(summary, '2026-11-24')) + reportText(summary);
  expect(everything).not.toContain('SECRET REMARK');
  expect(everything).not.toContain('Priya');
});

test('the text says of every key area where it stands', () => {
  const text = reportText(summary);
  expect(text).toContain('Where we are now: Mature');
  expect(text).toContain('Does not apply to us: No senior managers');
  expect(text).toContain('Not yet agreed');
  expect(text).toContain('has not been independently checked');
});

test('before answers are shown nothing is compared', () => {
  const [, , third] = summary.keyAreas;
  expect(third && comparisonInWords(third)).toBe('');
});
