// How answers compare.
import fc from 'fast-check';
import { spreadOf } from '../../src/assessment';
import { type Level, levels } from '../../src/framework';

const answer = (judgement: Level | 'cannot-judge', count = 1) => ({ judgement, count, recordedAs: 'own' as const });
const anyAnswer = fc.record({
  judgement: fc.constantFrom<Level | 'cannot-judge'>(...levels, 'cannot-judge'),
  count: fc.integer({ min: 1, max: 30 }),
  recordedAs: fc.constantFrom<'own' | 'for-person' | 'show-of-hands'>('own', 'for-person', 'show-of-hands'),
});

test('counts, most said, range and both middles of an even number', () => {
  expect(spreadOf([answer(2), answer(2), answer(3), answer(5), answer('cannot-judge')])).toEqual({
    counts: [0, 2, 1, 0, 1],
    cannotJudge: 1,
    answers: 5,
    recordedByOthers: 0,
    most: [2],
    range: { from: 2, to: 5 },
    median: { low: 2, high: 3 },
  });
});

test('nobody judged: no most, no range, no median, and never a zero', () => {
  expect(spreadOf([answer('cannot-judge')])).toMatchObject({ cannotJudge: 1, most: [], range: null, median: null });
});

test('the counts always add up to the answers', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer), (answers) => {
      const spread = spreadOf(answers);
      const total = spread.counts.reduce((sum, count) => sum + count, 0) + spread.cannotJudge;
      expect(total).toBe(answers.reduce((sum, one) => sum + one.count, 0));
      expect(spread.answers).toBe(total);
    }),
  );
});

test('the median is the middle of the answers in order', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer, { minLength: 1 }), (answers) => {
      const inOrder = answers
        .flatMap((one) => (one.judgement === 'cannot-judge' ? [] : Array<Level>(one.count).fill(one.judgement)))
        .sort();
      const { median } = spreadOf(answers);
      if (inOrder.length === 0) expect(median).toBeNull();
      else
        expect(median).toEqual({
          low: inOrder[Math.ceil(inOrder.length / 2) - 1],
          high: inOrder[Math.floor(inOrder.length / 2)],
        });
    }),
  );
});

test('the order of answers makes no difference', () => {
  fc.assert(
    fc.property(fc.array(anyAnswer), (answers) => {
      expect(spreadOf([...answers].reverse())).toEqual(spreadOf(answers));
    }),
  );
});
