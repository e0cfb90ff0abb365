// Messages of all events: what they say, under 28 KB with any input, and typed text never becomes markup.
import fc from 'fast-check';
import { messageEvents, summarise } from '../../src/assessment';
import { activityLine, dueMessages, messageContent, type Subject, subPageOf } from '../../src/channel';
import { framework } from '../../src/framework';
import { formatRoute, parseRoute } from '../../src/ui/app/routes';
import {
  aisha,
  exampleAssessment,
  exampleResponse,
  exampleState,
  keyAreaIds,
  priya,
  tom,
} from '../assessment/examples';
import { action, area, comment, edition, exampleTold, noted, now, subjectsWith } from './toldExamples';

const link = 'https://teams.microsoft.com/l/entity/x';
const summaryWith = (text: string) =>
  summarise({
    framework,
    assessment: exampleAssessment({ title: text, organisation: text }),
    states: keyAreaIds.map((keyAreaId) =>
      exampleState({
        keyAreaId,
        phase: 'agreed',
        agreement: { level: 2, reason: text, at: '2026-11-23T10:00:00Z', by: priya },
      }),
    ),
    answeredBy: new Map(),
    responses: [exampleResponse({ remark: 'a remark nobody shares' })],
    actions: [],
  });

const subjectOf = (event: Subject['event'], text = 'Typed'): Subject => {
  const found = subjectsWith(text).find((about) => about.event === event);
  if (!found) throw new Error(`No example of ${event}`);
  return found;
};
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

test('the examples are of every event', () => {
  expect(subjectsWith('').map(({ event }) => event)).toEqual(messageEvents);
});

test.each(messageEvents)(
  '%s: a card of version 1.5 with one link and nothing else to press, readable without it',
  (event) => {
    const { card, text, sentence } = messageContent(summaryWith('Northbridge'), subjectOf(event), link);
    expect(card).toMatchObject({ version: '1.5', actions: [{ type: 'Action.OpenUrl', url: link }] });
    expect(JSON.stringify(card).match(/"Action\.\w+"/g)).toEqual(['"Action.OpenUrl"']);
    expect(card.fallbackText).not.toBe('');
    expect(text.startsWith(sentence)).toBe(true);
    expect(sentence.length).toBeGreaterThan(20);
    expect(JSON.stringify(card)).not.toContain('a remark nobody shares');
  },
);

test('the summary card says level, change, target and reason', () => {
  const { card, text } = messageContent(summaryWith('Northbridge'), { event: 'shared' }, link);
  for (const expected of ['Engaging councillors: Developing', 'First assessment', 'Target: No target set'])
    expect(text).toContain(expected);
  expect(JSON.stringify(card)).toContain('Engaging councillors: Developing');
});

test('the text is that of the very card, word for word', () => {
  const { card, text } = messageContent(summaryWith('long '.repeat(5_000)), { event: 'shared' }, link);
  const runs = [...JSON.stringify(card.body).matchAll(/"text":("(?:[^"\\]|\\.)*")/g)].map(([, run]) =>
    JSON.parse(run ?? ''),
  );
  for (const run of runs) expect(text).toContain(run);
});

test('a councillor’s question and name stand in what facilitators are told, and in nothing the channel reads', () => {
  const asked = comment('7', { text: 'Why Acme Ltd?', reply: 'Because of the tender' });
  const about = (event: 'question' | 'reply') =>
    JSON.stringify(messageContent(summaryWith('Northbridge'), { event, comment: asked }, link));
  expect(about('question')).toContain('Why Acme Ltd?');
  expect(about('question')).toContain('Cllr Hale');
  expect(about('reply')).toContain('Because of the tender');
  expect(about('reply')).not.toMatch(/Acme|Hale/);
});

test('the outcome carries the fingerprint of what the committee had, and says while it is a draft', () => {
  const outcome = (confirmed: boolean) =>
    messageContent(summaryWith('x'), { event: 'outcome', edition: edition(1, noted(confirmed)).record }, link).text;
  expect(outcome(true)).toContain(`Fingerprint of what the committee had: ${'ab12'.repeat(16)}`);
  expect(outcome(true)).toContain('Noted by Audit committee on 23 November 2026. Minute 12/26.');
  expect(outcome(false)).toContain('not confirmed yet');
  expect(outcome(true)).not.toContain('not confirmed yet');
});

test('who has not answered is named in nothing the channel reads', () => {
  const everybody = [priya, tom, aisha];
  const answers = fc.array(fc.subarray(everybody), { minLength: 4, maxLength: 4 });
  const phases = fc.array(fc.constantFrom('collecting', 'revealed', 'skipped' as const), {
    minLength: 4,
    maxLength: 4,
  });
  fc.assert(
    fc.property(answers, phases, (answered, chosen) => {
      const told = exampleTold({
        assessment: { phase: 'shared', sharedAt: '2026-11-24T09:00:00Z' },
        told: {
          states: keyAreaIds.map((keyAreaId, index) => area({ keyAreaId, phase: chosen[index] ?? 'collecting' })),
          answeredBy: new Map(keyAreaIds.map((id, index) => [id, (answered[index] ?? []).map((person) => person.id)])),
          comments: [comment('1', { reply: 'Yes' }), comment('2')],
          actions: [action()],
          editions: [edition(1)],
        },
      });
      const channel = dueMessages(told, now).filter(({ to }) => to.kind === 'channel');
      expect(channel.length).toBeGreaterThan(3);
      const read = JSON.stringify(channel.map(({ about }) => messageContent(told.summary, about, link)));
      for (const { displayName } of everybody) expect(read).not.toContain(displayName);
    }),
    { numRuns: 50 },
  );
});

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12_000 }),
  fc.constantFrom(
    '"\\'.repeat(30_000),
    '😀'.repeat(30_000),
    '\u0000'.repeat(60_000),
    'ا'.repeat(60_000),
    '<b>'.repeat(20_000),
  ),
);

test('no input makes a card larger than a channel takes, whatever the event', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const summary = summaryWith(text);
      for (const about of subjectsWith(text))
        expect(bytes(messageContent(summary, about, link).card)).toBeLessThan(27_000);
    }),
    { numRuns: 40 },
  );
});

const typed = '[click](javascript:alert(1)) **bold** <img src=x onerror=alert(1)> {{DATE(2026-01-01)}}';

test.each(messageEvents)(
  '%s: what people typed stands in runs that know no Markdown, and no date function runs',
  (event) => {
    const { body, fallbackText } = messageContent(summaryWith(typed), subjectOf(event, typed), link).card;
    const json = JSON.stringify([body, fallbackText]);
    expect(json.replaceAll('RichTextBlock', '')).not.toContain('TextBlock');
    expect(json).not.toContain('{{DATE');
  },
);

test('a shortened text never ends in half a character', () => {
  for (const about of subjectsWith('😀'.repeat(9_000))) {
    const content = JSON.stringify(messageContent(summaryWith('😀'.repeat(9_000)), about, link));
    expect(content).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
  }
});

test('a line in somebody’s activity feed is short, and of a question it shows the beginning', () => {
  const asked = { event: 'question', comment: comment('7', { text: 'Why so low?' }) } as const;
  expect(activityLine(summaryWith('Autumn'), asked, link)).toMatchObject({
    kind: 'councillorQuestion',
    subject: 'A councillor asks: Engaging councillors',
    preview: 'Why so low?',
    link,
  });
  expect(activityLine(summaryWith('Autumn'), { event: 'waiting' }, link)).toMatchObject({
    kind: 'waitingForAnswer',
    subject: 'Autumn',
  });
});

test.each([
  ['opened', 'assessment'],
  ['waiting', 'assessment'],
  ['answers-shown', 'discuss'],
  ['agreed', 'discuss'],
  ['shared', 'results'],
  ['question', 'results'],
  ['reply', 'results'],
  ['due-soon', 'discuss'],
  ['overdue', 'discuss'],
  ['cleared', 'committee'],
  ['outcome', 'committee'],
] as const)('%s leads to the screen %s', (event, screen) => {
  const subPage = subPageOf(exampleAssessment().id, subjectOf(event));
  expect(parseRoute(subPage)).toMatchObject({ screen, assessmentId: exampleAssessment().id });
  expect(formatRoute(parseRoute(subPage))).toBe(subPage);
});
