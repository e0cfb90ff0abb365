// What the comparison says in words.
import { type Judgement, spreadOf } from '../../../src/assessment';
import { framework, levelName } from '../../../src/framework';
import { comparisonWords, medianWords } from '../../../src/ui/discuss/comparisonWords';

const spread = (...judgements: readonly Judgement[]) =>
  spreadOf(judgements.map((judgement) => ({ judgement, count: 1, recordedAs: 'own' })));
const word = (level: 1 | 2 | 3 | 4 | 5) => levelName(framework, level);

describe('how answers compare, in words', () => {
  it.each<[readonly Judgement[], string, string | null]>([
    [[], 'Nobody answered this key area.', null],
    [['cannot-judge'], 'Nobody chose a level. 1 person cannot judge.', null],
    [
      [2, 2, 2],
      'Everyone who chose a level said Developing.',
      'With all answers put in order, the one in the middle is Developing.',
    ],
    [
      [1, 2, 2, 5],
      'Most said Developing (2 of 4). Answers go from Minimum to Innovator.',
      'With all answers put in order, the one in the middle is Developing.',
    ],
    [
      [2, 4, 'cannot-judge'],
      'Most said Developing or Leader (1 each, of 2). Answers go from Developing to Leader. 1 person cannot judge.',
      'With all answers put in order, the two in the middle are Developing and Leader.',
    ],
  ])('%j', (judgements, text, median) => {
    expect(comparisonWords(spread(...judgements), word).join(' ')).toBe(text);
    expect(medianWords(spread(...judgements), word)).toBe(median);
  });
});
