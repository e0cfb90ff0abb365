// Records lie in columns and come back as they were, whatever was typed.
import fc from 'fast-check';
import { fail } from '../../src/base/result';
import { decode, encode } from '../../src/sharepoint/codecs';
import { columnLimits } from '../../src/sharepoint/limits';
import type { Fields, Row } from '../../src/sharepoint/listAccess';
import { definitionOf, listDefinitions, listOfMarker, markerOf } from '../../src/sharepoint/lists';
import { keys, type ListName, listNames, type RecordOf } from '../../src/sharepoint/records';
import { arbitraryRecords } from './records';

const rowOf = (fields: Fields): Row => ({
  itemId: '7',
  eTag: '"g,1"',
  createdBy: null,
  lastModifiedBy: null,
  createdAt: '2026-11-22T10:00:00Z',
  lastModifiedAt: '2026-11-22T10:00:00Z',
  // SharePoint leaves empty columns out of its answers.
  fields: Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)),
});

const keyOf = <L extends ListName>(list: L, record: RecordOf[L]): string => {
  if ('responseId' in record) return record.responseId;
  if (list === 'results' && 'assessmentId' in record && 'keyAreaId' in record)
    return keys.result(record.assessmentId ?? '', record.keyAreaId ?? '');
  if (list === 'comments') return '7';
  return 'id' in record ? record.id : 'some:key:2';
};

function roundTrip<L extends ListName>(list: L): void {
  fc.assert(
    fc.property(arbitraryRecords[list], (record) => {
      const key = keyOf(list, record);
      const fields = encode(list, record, key);
      const back = decode(list, rowOf(fields));
      expect(back).toMatchObject({ ok: true, value: { key, record } });
      const columns = new Map(definitionOf(list).columns.map((column) => [column.name, column.kind]));
      for (const [name, value] of Object.entries(fields)) {
        const kind = name === 'Title' ? { kind: 'line' as const } : columns.get(name);
        expect(kind).toBeDefined();
        if (typeof value !== 'string') continue;
        expect(value.length).toBeLessThanOrEqual(kind?.kind === 'lines' ? columnLimits.lines : columnLimits.line);
        if (kind?.kind === 'line') expect(value).not.toMatch(/[\r\n]/);
        if (kind?.kind === 'choice') expect(kind.choices).toContain(value);
      }
    }),
    { numRuns: 60 },
  );
}

test.each(listNames)('%s survive a round trip and fit their columns', (list) => roundTrip(list));

const action: RecordOf['actions'] = {
  id: 'a1',
  assessmentId: 'b2',
  keyAreaId: 'engaging-councillors',
  text: 'Write the plan',
  owner: null,
  due: '2026-06-22',
  status: 'open',
};

test('characters that XML does not allow are left out, and a line stays a line', () => {
  const fields = encode(
    'actions',
    { ...action, text: 'one\u000btwo\u0000\ud800', owner: { kind: 'post', post: 'Head\nof' } },
    'a1',
  );
  expect(fields).toMatchObject({ ActionText: 'one\ntwo\ufffd', Owner: 'Head of' });
});

test('a row of a newer product is left alone, and a broken one names its column', () => {
  const fields = encode('actions', action, 'a1');
  expect(decode('actions', rowOf({ ...fields, RecordVersion: 2 }))).toEqual(
    fail({ kind: 'newer-version', version: 2 }),
  );
  expect(decode('actions', rowOf({ ...fields, Status: 'perhaps' }))).toEqual(
    fail({ kind: 'broken', column: 'Status' }),
  );
  expect(decode('actions', rowOf({ ...fields, ActionId: null }))).toEqual(fail({ kind: 'broken', column: 'ActionId' }));
  const area = encode('workings', { kind: 'settings', lists: {}, councillorsSiteId: null }, 'settings');
  expect(decode('workings', rowOf({ ...area, Body: '{' }))).toEqual(fail({ kind: 'broken', column: 'Body' }));
  expect(decode('workings', rowOf({ ...area, Kind: 'area' }))).toEqual(fail({ kind: 'broken', column: 'Kind' }));
});

test('a day chosen by hand in SharePoint is the day in England, also in summer', () => {
  const midnight = rowOf({ ...encode('actions', action, 'a1'), DueDate: '2026-06-21T23:00:00Z' });
  expect(decode('actions', midnight)).toMatchObject({ value: { record: { due: '2026-06-22' } } });
});

test('cannot judge is never a level, and a level that was taken away by hand is not "cannot judge"', () => {
  const record: RecordOf['responses'] = {
    responseId: 'r1',
    assessmentId: 'b2',
    keyAreaId: 'engaging-councillors',
    judgement: 3,
    movingOn: false,
    confidence: null,
    remark: '',
    evidence: null,
    person: null,
    recordedAs: 'own',
    recordedBy: null,
    count: 1,
  };
  const fields = encode('responses', record, 'r1');
  expect(fields).toMatchObject({ Level: 3, CannotJudge: false, PersonName: 'unnamed' });
  expect(decode('responses', rowOf({ ...fields, Level: null }))).toEqual(fail({ kind: 'broken', column: 'Level' }));
  expect(encode('responses', { ...record, judgement: 'cannot-judge' }, 'r1')).toMatchObject({
    Level: null,
    Answer: 'Cannot judge',
  });
});

test('an assessment is found by its home until it is over', () => {
  fc.assert(
    fc.property(arbitraryRecords.assessments, (record) => {
      const { OpenIn } = encode('assessments', record, record.id);
      const over = record.phase === 'closed' || record.phase === 'cancelled';
      expect(OpenIn).toBe(over ? null : `${record.home.teamId}/${record.home.channelId}`.toLowerCase());
    }),
  );
});

test('the lists keep the rules that SharePoint makes', () => {
  for (const list of listDefinitions) {
    const names = list.columns.map((column) => column.name);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const column of list.columns) {
      expect(column.name).toMatch(/^[A-Za-z][A-Za-z0-9]{0,31}$/);
      if (column.unique) expect(column.indexed).toBe(true);
      if (column.indexed) expect(column.kind.kind).toBe('line');
    }
    expect(list.columns.filter((column) => column.indexed).length).toBeLessThanOrEqual(20);
    expect(list.keyColumn === null || list.columns.find((column) => column.name === list.keyColumn)?.unique).toBe(true);
    expect(listOfMarker(list.description)).toBe(list.name);
    expect(listOfMarker(markerOf(list.name).replace(/1$/, '99'))).toBe(list.name);
  }
  expect(listOfMarker('showing-leadership:other:1')).toBeNull();
});
