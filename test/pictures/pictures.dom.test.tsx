// What the pictures say to those who cannot see them.
import { cleanup, render, screen, within } from '@testing-library/react';
import { framework } from '../../src/framework';
import { LevelStrip, SpreadPicture } from '../../src/pictures';

const levels = framework.levels;
afterEach(cleanup);

describe('the level strip', () => {
  it.each([
    [
      { lastTime: 1, now: 2, target: { kind: 'level', level: 3, by: null } },
      'Now Developing, our target Mature, 1 level to go, last time Minimum',
    ],
    [
      { lastTime: null, now: 4, target: { kind: 'level', level: 3, by: '2027-03-31' } },
      'Now Leader, our target Mature, 1 level above it',
    ],
    [
      { lastTime: 3, now: 3, target: { kind: 'level', level: 3, by: null } },
      'Now Mature, our target Mature, reached, last time Mature',
    ],
    [
      { lastTime: null, now: 3, target: { kind: 'later', agreeBy: '2026-12-12' } },
      'Now Mature, our target is to be agreed by 12 December 2026',
    ],
    [{ lastTime: 5, now: null, target: null }, 'Not agreed yet, last time Innovator'],
  ] as const)('is one picture whose name says it in words: %#', (marks, name) => {
    render(<LevelStrip levels={levels} {...marks} />);
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(name);
  });
});

describe('how answers compare', () => {
  it('has the same numbers as a table', () => {
    render(
      <SpreadPicture
        levels={levels}
        answers={[
          { judgement: 2, count: 1, recordedAs: 'own' },
          { judgement: 4, count: 3, recordedAs: 'show-of-hands' },
          { judgement: 'cannot-judge', count: 1, recordedAs: 'own' },
        ]}
      />,
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => row.textContent)).toEqual([
      'Minimum00',
      'Developing10',
      'Mature00',
      'Leader33',
      'Innovator00',
      'Cannot judge10',
    ]);
  });
});
