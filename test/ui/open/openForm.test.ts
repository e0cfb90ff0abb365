// The form that opens an assessment: what it stands for, and what is found faulty.
import { checkDraft } from '../../../src/assessment';
import { framework } from '../../../src/framework';
import { formFault } from '../../../src/ui/open/faultTexts';
import { draftOf, firstForm, formFaults, type OpenForm } from '../../../src/ui/open/openForm';
import { unfinishedDay } from '../../../src/ui/parts/DayField';

const me = { id: 'me', displayName: 'Priya Shah' };
const today = '2026-11-22';
const [first = '', second = ''] = framework.theme.keyAreas.map((area) => area.id);
const filled: OpenForm = { ...firstForm(framework, me, today), organisation: 'Northbridge Council' };
const previous = [{ keyAreaId: first, level: 2, date: '2025-03-03', source: 'Showing leadership 2025' }] as const;

/** What the form would say is to be mended. */
const texts = (part: Partial<OpenForm>): readonly string[] => {
  const form = { ...filled, ...part };
  return formFaults(form, draftOf(form, previous, false), today).map((fault) => formFault(fault, framework).text);
};

describe('the form that opens an assessment', () => {
  it('begins with every key area, me as facilitator, names off and nothing chosen to compare with', () => {
    const draft = draftOf(filled, previous, true);
    expect(draft).toMatchObject({
      title: 'Showing leadership 2026',
      keyAreaIds: framework.theme.keyAreas.map((area) => area.id),
      facilitators: [me],
      participants: [{ ...me, takingPart: true }],
      showNames: false,
      earlier: [],
      previousId: null,
      dueDate: null,
    });
    expect(checkDraft(draft, today)).toEqual([]);
  });

  it.each<[Partial<OpenForm>, string]>([
    [{ title: ' ' }, 'Enter a title'],
    [{ organisation: 'x'.repeat(201) }, 'Shorten the name of the organisation to 200 characters'],
    [{ dueDate: '2026-11-21' }, 'The date is in the past. Choose today or a later day'],
    [{ dueDate: unfinishedDay }, 'Enter a real date, such as 27 3 2027, or leave it empty'],
    [{ keyAreaIds: [] }, 'Choose at least one key area'],
    [{ facilitators: [] }, 'Name at least one facilitator'],
    [{ participants: [] }, 'Name at least one person to answer'],
    [{ earlier: 'previous' }, 'Choose the earlier assessment to compare with, or choose None'],
    [
      { earlier: 'typed', typed: { [first]: { level: null, date: '2025-03-03', source: '' } } },
      'Earlier result for Engaging councillors: enter level, date and source, or leave all three empty',
    ],
    [
      { earlier: 'typed', typed: { [first]: { level: 2, date: '2027-03-03', source: 'Survey' } } },
      'Earlier result for Engaging councillors: the date is in the future',
    ],
  ])('refuses %j', (part, text) => {
    expect(texts(part)).toEqual([text]);
  });

  it('takes an earlier result only for the key areas chosen, and none where none is wanted', () => {
    const typed = {
      [first]: { level: 2, date: '2025-03-03', source: 'Survey' },
      [second]: { level: 4, date: '2025-03-03', source: 'Survey' },
    } as const;
    const draft = (part: Partial<OpenForm>) => draftOf({ ...filled, typed, ...part }, previous, false);
    expect(draft({ earlier: 'typed', keyAreaIds: [second] }).earlier.map((result) => result.keyAreaId)).toEqual([
      second,
    ]);
    expect(draft({ earlier: 'previous', previousId: 'old' })).toMatchObject({ earlier: previous, previousId: 'old' });
    expect(draft({ earlier: 'none', previousId: 'old' })).toMatchObject({ earlier: [], previousId: null });
  });
});
