// What must be filled in before an assessment can open, and what may stand as evidence.
import { type AssessmentDraft, checkDraft, isDay, isWebAddress } from '../../src/assessment';
import { firstArea, priya } from './examples';

const draft = (changes: Partial<AssessmentDraft> = {}): AssessmentDraft => ({
  title: 'Showing leadership 2026',
  organisation: 'Northbridge Council',
  dueDate: '2026-12-18',
  keyAreaIds: [firstArea],
  facilitators: [priya],
  participants: [{ ...priya, takingPart: true }],
  showNames: false,
  earlier: [],
  previousId: null,
  tellChannel: false,
  ...changes,
});
const today = '2026-11-23';

test('a whole draft has no faults; due today is not late, and no due date is allowed', () => {
  expect(checkDraft(draft(), today)).toEqual([]);
  expect(checkDraft(draft({ dueDate: today }), today)).toEqual([]);
  expect(checkDraft(draft({ dueDate: null }), today)).toEqual([]);
});

test.each<[Partial<AssessmentDraft>, object]>([
  [{ title: '  ' }, { field: 'title', kind: 'missing' }],
  [{ title: 'x'.repeat(201) }, { field: 'title', kind: 'too-long', most: 200 }],
  [{ organisation: '' }, { field: 'organisation', kind: 'missing' }],
  [{ dueDate: '2026-11-22' }, { field: 'dueDate', kind: 'in-the-past' }],
  [{ dueDate: '2026-02-31' }, { field: 'dueDate', kind: 'no-day' }],
  [{ keyAreaIds: [] }, { field: 'keyAreas', kind: 'missing' }],
  [{ facilitators: [] }, { field: 'facilitators', kind: 'missing' }],
  [{ participants: [{ ...priya, takingPart: false }] }, { field: 'participants', kind: 'missing' }],
  [
    { earlier: [{ keyAreaId: firstArea, level: 2, date: '2025-03-03', source: ' ' }] },
    { field: 'earlier', kind: 'incomplete', keyAreaId: firstArea },
  ],
  [
    { earlier: [{ keyAreaId: firstArea, level: 2, date: '2027-03-03', source: 'Audit' }] },
    { field: 'earlier', kind: 'in-the-future', keyAreaId: firstArea },
  ],
])('%j is refused', (changes, fault) => {
  expect(checkDraft(draft(changes), today)).toEqual([fault]);
});

test.each(['2026-02-28', '2024-02-29'])('%s is a day', (text) => expect(isDay(text)).toBe(true));
test.each(['2026-02-29', '2026-13-01', '23 November 2026', '', '2026-1-1'])('%s is no day', (text) =>
  expect(isDay(text)).toBe(false),
);

test.each(['https://northbridge.gov.uk/a?b=c', ' http://intranet/report '])('%s may be evidence', (text) =>
  expect(isWebAddress(text)).toBe(true),
);
test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  'see the report',
  'file:///etc/passwd',
  '',
])('%s may not', (text) => expect(isWebAddress(text)).toBe(false));
