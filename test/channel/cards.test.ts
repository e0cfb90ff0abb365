// Cards: under 28 KB with any input, and typed text never becomes markup.
import fc from 'fast-check';
import { summarise } from '../../src/assessment';
import { messageContent } from '../../src/channel';
import { framework } from '../../src/framework';
import { exampleAssessment, exampleResponse, exampleState, keyAreaIds, priya } from '../assessment/examples';

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
const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(JSON.stringify(value)));

test('the summary card is version 1.5 with links only and says level, change, target and reason', () => {
  const { card, text } = sharedMessage(summaryWith('Northbridge'), link);
  expect(card).toMatchObject({ version: '1.5', actions: [{ type: 'Action.OpenUrl', url: link }] });
  for (const expected of ['Engaging councillors: Developing', 'First assessment', 'Target: No target set'])
    expect(text).toContain(expected);
  expect(JSON.stringify(card)).toContain('Engaging councillors: Developing');
  expect(JSON.stringify(card)).not.toContain('a remark nobody shares');
});

test('no input makes a card larger than a channel takes', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12_000 }),
    fc.constantFrom('"\\'.repeat(10_000), '😀'.repeat(10_000), '\u0000'.repeat(10_000), 'ا'.repeat(10_000)),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      expect(bytes(sharedMessage(summaryWith(text), link).card)).toBeLessThan(27_000);
      expect(bytes(openedMessage(summaryWith(text), link).card)).toBeLessThan(27_000);
    }),
    { numRuns: 40 },
  );
});

test('what people typed stands in runs that know no Markdown, and no date function runs', () => {
  const typed = '[click](javascript:alert(1)) **bold** {{DATE(2026-01-01)}}';
  const body = JSON.stringify(messageContent(summaryWith(typed), { event: 'shared' }, link).card.body);
  expect(body.replaceAll('RichTextBlock', '')).not.toContain('TextBlock');
  expect(body).not.toContain('{{DATE');
});

test('a shortened text never ends in half a character', () => {
  const body = JSON.stringify(sharedMessage(summaryWith('😀'.repeat(9_000)), link).card);
  expect(body).not.toMatch(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])/);
});
