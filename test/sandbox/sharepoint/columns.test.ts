// What a list's columns mean for the SharePoint page.
import { type Column, changedFields, inputOf, ownColumns, valueInWords } from '../../../sandbox/sharepoint/columns';

const column = (part: Partial<Column>): Column => ({ name: 'A', displayName: 'A', ...part });
const date = column({ name: 'Due', dateTime: { format: 'dateOnly' } });
const many = column({ name: 'Why', text: { allowMultipleLines: true } });
const yes = column({ name: 'Yes', boolean: {} });
const count = column({ name: 'Count', number: {} });

it('shows and fills in what people of the list fill in', () => {
  const shown = ownColumns([
    column({ name: 'Title' }),
    column({ name: 'Hidden', hidden: true }),
    column({ name: 'Created', readOnly: true }),
    column({ name: 'Attachments', boolean: {} }),
  ]);
  expect(shown.map(({ name }) => name)).toEqual(['Title']);
});

it('reads values in words', () => {
  expect(valueInWords(date, '2026-11-22T12:00:00Z')).toBe('22 November 2026');
  expect(valueInWords(date, 'soon')).toBe('soon');
  expect(valueInWords(yes, true)).toBe('Yes');
  expect(valueInWords(many, '<b>text</b>')).toBe('<b>text</b>');
  for (const empty of [undefined, null, '']) expect(valueInWords(many, empty)).toBe('');
});

it('shows the same day in the form as in the list, also in summer, when midnight here is yesterday in UTC', () => {
  const midnight = '2027-06-29T23:00:00Z';
  expect(valueInWords(date, midnight)).toBe('30 June 2027');
  expect(inputOf(date, midnight)).toBe('2027-06-30');
});

it('sends only what was changed, in the column’s own type', () => {
  const columns = [date, many, yes, count];
  const before = { Due: '2026-11-22T00:00:00Z', Why: 'as it was', Count: 4 };
  const asItWas = { Due: '2026-11-22', Why: 'as it was', Yes: '', Count: '4' };
  expect(changedFields(columns, before, asItWas)).toEqual({});
  expect(changedFields(columns, before, { Due: '2026-12-01', Why: '', Yes: 'true', Count: '5' })).toEqual({
    Due: '2026-12-01T12:00:00Z',
    Why: null,
    Yes: true,
    Count: 5,
  });
});
