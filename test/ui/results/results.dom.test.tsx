// The results screen: a strip in words per agreed key area, where the others stand, comments and replies.
import { cleanup, screen, within } from '@testing-library/react';
import { ResultsScreen } from '../../../src/ui/results/ResultsScreen';
import { fakeWorkplace, tom } from '../fakeWorkplace';
import { show } from '../render';
import { agreedOn, firstArea, putArea, putOpen, secondArea } from '../shownAssessment';

afterEach(cleanup);

const hostile = '<img src=x onerror=alert(1)> שלום 😀';
const region = (name: string) => within(screen.getByRole('region', { name }));

describe('the results screen', () => {
  it('says of every key area where it stands, with typed text as text', async () => {
    const work = await fakeWorkplace(tom);
    const { id } = await putOpen(work, {
      earlier: [{ keyAreaId: firstArea, level: 1, date: '2025-03-03', source: 'National diagnostic' }],
    });
    putArea(work, id, { ...agreedOn(2, hostile), target: { kind: 'level', level: 4, by: '2028-03-31' } });
    putArea(work, id, { keyAreaId: secondArea, phase: 'does-not-apply', reason: 'We share this with the county.' });
    work.replica.putAs(tom, 'comments', '7', {
      assessmentId: id,
      keyAreaId: firstArea,
      title: '',
      kind: 'question',
      text: hostile,
      reply: 'At the next meeting.',
    });
    await show(work, <ResultsScreen assessmentId={id} />);
    const first = region('Engaging councillors');
    expect(first.getByRole('img').getAttribute('aria-label')).toBe(
      'Now Developing, our target Leader, 2 levels to go, last time Minimum',
    );
    first.getByText('Up 1 level, from Minimum on 3 March 2025.');
    expect(first.getAllByText(/onerror/)).toHaveLength(2);
    first.getByText('Leader by 31 March 2028');
    region('Engaging senior managers').getByText('Does not apply to us. Reason: We share this with the county.');
    region('Working with partners').getByText(/Answers are hidden until shown/);
    first.getByText(/^Question from Tom Okafor, 10:00/);
    first.getByText('At the next meeting.');
    region('General questions and comments from councillors').getByText('None that are about no key area.');
    expect(document.querySelector('img')).toBeNull();
  });
});
