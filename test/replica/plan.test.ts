// What happens next to an unsent change, case by case.
import type { Person } from '../../src/base/person';
import { nextStep, takenByOther } from '../../src/replica/plan';
import type { AnyRecord } from '../../src/replica/replica';
import type { Base, Entry, LocalRow } from '../../src/replica/store';
import { keys } from '../../src/sharepoint/records';
import { anAnswer, anArea, priya, tom } from './records';

const areaKey = keys.area('a1', 'x');
const answerKey = keys.response('a1', 'engaging-councillors', priya.id);
const one = anArea('a1', 'x', { reason: 'one' });
const two = anArea('a1', 'x', { reason: 'two' });
const three = anArea('a1', 'x', { reason: 'three' });
const skipped = anArea('a1', 'x', { reason: 'one', phase: 'skipped' });
const mine = anAnswer('a1', priya, 'mine');
const other = anAnswer('a1', priya, 'other');

const row = (
  record: AnyRecord,
  { key = areaKey, createdBy = tom, lastModifiedBy = tom, eTag = 'e2' } = {},
): LocalRow => ({
  list: 'workings',
  key,
  assessmentId: 'a1',
  openIn: '',
  itemId: '1',
  eTag,
  stored: { key, record, createdBy, lastModifiedBy, createdAt: '', lastModifiedAt: '' },
});

const entry = (record: AnyRecord | null, more: Partial<Entry> = {}): Entry => ({
  version: 1,
  seq: 1,
  list: 'workings',
  key: areaKey,
  assessmentId: 'a1',
  openIn: '',
  record,
  base: null,
  tried: [],
  state: { kind: 'sending' },
  ...more,
});

const base = (record: AnyRecord, eTag: string | null = 'e2'): Base => ({ itemId: '1', eTag, record });
const answer = (more: Partial<Entry> = {}) => entry(mine, { key: answerKey, ...more });
const hers = (record: AnyRecord, lastModifiedBy: Person = priya) =>
  row(record, { key: answerKey, createdBy: priya, lastModifiedBy });

test.each<[string, Entry, LocalRow | null, boolean, string]>([
  ['something new is created', entry(one), null, false, 'create'],
  ['a creation that may have arrived is looked for first', entry(one, { tried: [one] }), null, false, 'look'],
  ['a creation that did not arrive is made', entry(one, { tried: [one] }), null, true, 'create'],
  ['a change of a row not at hand looks for it', entry(two, { base: base(one) }), null, false, 'look'],
  ['a change of a row that is gone stops', entry(two, { base: base(one) }), null, true, 'gone'],
  ['a change goes out', entry(two, { base: base(one) }), row(one), false, 'change'],
  ['a change that is there already is over', entry(two, { base: base(one, 'e1') }), row(two), false, 'nothing'],
  [
    'going back to the beginning after a try that arrived is a change',
    entry(one, { base: base(one, 'e1'), tried: [two] }),
    row(two),
    false,
    'change',
  ],
  ['different parts are merged', entry(two, { base: base(one, 'e1') }), row(skipped), false, 'change'],
  ['the same part is asked about', entry(two, { base: base(one, 'e1') }), row(three), false, 'ask'],
  ['a key someone else took with the same content is over', entry(one), row(one), true, 'nothing'],
  ['a key someone else took is asked about', entry(one), row(two), true, 'ask'],
  ['an answer whose key someone else took goes beside', answer(), row(other, { key: answerKey }), true, 'use-key'],
  ['an answer given on another device is compared with this one', answer(), hers(other), true, 'ask'],
  ['an earlier try that arrived is built on', answer({ tried: [other] }), hers(other), true, 'change'],
  [
    'a row that is neither what was tried nor what is meant is asked about',
    answer({ tried: [mine], record: anAnswer('a1', priya, 'later') }),
    hers(other),
    true,
    'ask',
  ],
  ['an answer that someone else changed is restored by giving it again', answer(), hers(other, tom), true, 'change'],
  ['a removal goes out', entry(null, { base: base(one) }), row(one), false, 'remove'],
  [
    'a removal goes out where only the version differs',
    entry(null, { base: base(one, 'e1') }),
    row(one),
    false,
    'remove',
  ],
  ['a removal of what someone changed is asked about', entry(null, { base: base(one, 'e1') }), row(two), false, 'ask'],
  ['a removal of what is gone is over', entry(null, { base: base(one) }), null, true, 'nothing'],
])('%s', (_, written, known, looked, expected) => {
  expect(nextStep(written, known, looked, priya).do).toBe(expected);
});

test('a merged change carries both sides’ parts', () => {
  expect(nextStep(entry(two, { base: base(one, 'e1') }), row(skipped), false, priya)).toMatchObject({
    do: 'change',
    record: anArea('a1', 'x', { reason: 'two', phase: 'skipped' }),
  });
});

test('what SharePoint cannot hold does not count as a difference', () => {
  const action = (text: string): AnyRecord => ({
    id: 'x1',
    assessmentId: 'a1',
    keyAreaId: 'x',
    text,
    owner: null,
    due: null,
    status: 'open',
  });
  const written = entry(action('Do\u0007 this\u0007 now'), {
    list: 'actions',
    key: 'x1',
    base: base(action('Do\u0007 this'), null),
  });
  const known: LocalRow = { ...row(action('Do this'), { key: 'x1' }), list: 'actions' };
  expect(nextStep(written, known, false, priya)).toMatchObject({ do: 'change', record: action('Do this now') });
});

test('the same key wrapped twice for somebody is nothing to choose between: mine takes the place of the other', () => {
  const wrapped = (sealed: string): AnyRecord => ({
    kind: 'assessment-key',
    assessmentId: 'a1',
    keyId: 'k1',
    personId: tom.id,
    envelope: { version: 1, content: '', recipients: [{ keyId: 'his', enc: '', sealed }] },
  });
  const [mine, theirs] = [wrapped('mine'), wrapped('theirs')];
  const key = keys.assessmentKey('a1', 'k1', tom.id);
  const step = nextStep(entry(mine, { key, base: null }), row(theirs, { key }), false, priya);
  expect(step).toMatchObject({ do: 'change', record: mine });
});

test('only an answer under my own name can be taken from me', () => {
  expect(takenByOther(row(other, { key: answerKey }), priya)).toBe(true);
  expect(takenByOther(hers(other), priya)).toBe(false);
  expect(takenByOther(row(one), priya)).toBe(false);
  expect(takenByOther(row(anAnswer('a1', tom, 'his'), { key: keys.response('a1', 'x', tom.id) }), priya)).toBe(false);
});
