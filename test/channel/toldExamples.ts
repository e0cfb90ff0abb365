// What there is to tell of an example assessment, whole, and easy to change one thing of.
import { type KeyAreaState, summarise, usualArrangements } from '../../src/assessment';
import type { Subject, Told } from '../../src/channel';
import { framework } from '../../src/framework';
import { type AreaWorking, type ChannelMessage, keys, type RecordOf, type Stored } from '../../src/sharepoint/records';
import { exampleAssessment, exampleState, firstArea, priya, secondArea, tom } from '../assessment/examples';

/** When SharePoint last changed every row of the examples. */
export const rowsAt = '2026-11-24T09:00:00Z';
/** Two hours later. */
export const now = new Date('2026-11-24T11:00:00Z');

/** A row that SharePoint has. */
export const stored = <T>(key: string, record: T, more: Partial<Stored<T>> = {}): Stored<T> => ({
  key,
  record,
  createdBy: priya,
  lastModifiedBy: priya,
  createdAt: rowsAt,
  lastModifiedAt: rowsAt,
  ...more,
});

const { id } = exampleAssessment();

export const area = (changes: Partial<KeyAreaState> = {}): Stored<AreaWorking> => {
  const state = exampleState(changes);
  return stored(keys.area(id, state.keyAreaId), { kind: 'area', assessmentId: id, state });
};

export const messageRow = (
  event: ChannelMessage['event'],
  occasion: string,
  changes: Partial<ChannelMessage> = {},
): Stored<ChannelMessage> =>
  stored(keys.message(id, event, occasion), {
    kind: 'message',
    assessmentId: id,
    event,
    occasion,
    personId: null,
    state: 'posted',
    by: priya,
    owner: null,
    messageId: '1',
    reason: '',
    ...changes,
  });

export const comment = (
  key: string,
  changes: Partial<RecordOf['comments']> = {},
  more: Partial<Stored<RecordOf['comments']>> = {},
) =>
  stored<RecordOf['comments']>(
    key,
    { assessmentId: id, keyAreaId: firstArea, kind: 'question', text: 'Why so low?', reply: '', ...changes },
    { createdBy: { id: '00000000-0000-4000-8000-000000000009', displayName: 'Cllr Hale' }, ...more },
  );

export const action = (changes: Partial<RecordOf['actions']> = {}) =>
  stored<RecordOf['actions']>(changes.id ?? 'a1', {
    id: 'a1',
    assessmentId: id,
    keyAreaId: firstArea,
    text: 'Brief the cabinet',
    owner: { kind: 'post', post: 'Head of procurement' },
    due: '2026-12-01',
    status: 'open',
    ...changes,
  });

export const edition = (number: number, outcome: Told['editions'][number]['record']['outcome'] = null) =>
  stored<Told['editions'][number]['record']>(keys.edition(id, number), {
    kind: 'edition',
    assessmentId: id,
    number,
    clearing: { name: 'Dana Reed', post: 'Monitoring officer', on: '2026-11-23' },
    outcome,
    snapshot: { text: '{}', digest: 'ab12'.repeat(16), at: rowsAt },
  });

export const noted = (minutesConfirmed: boolean) => ({
  decision: 'noted' as const,
  recommendedTo: '',
  body: 'Audit committee',
  on: '2026-11-23',
  minute: '12/26',
  minutesConfirmed,
  callIn: '',
});

/** Everything is told, so that a test says what is not. */
export const allOn: Told['arrangements'] = {
  ...usualArrangements,
  tell: {
    waiting: true,
    'answers-shown': true,
    agreed: true,
    question: true,
    reply: true,
    'due-soon': true,
    overdue: true,
    cleared: true,
    outcome: true,
  },
};

export interface Changes {
  readonly assessment?: Partial<RecordOf['assessments']>;
  readonly told?: Partial<Told>;
}

/** An open assessment that nobody was told of, nobody has answered, and every event is told of. */
export function exampleTold({ assessment = {}, told = {} }: Changes = {}): Told {
  const record = exampleAssessment(assessment);
  const states = told.states ?? [area(), area({ keyAreaId: secondArea })];
  const answeredBy = told.answeredBy ?? new Map<string, readonly string[]>();
  return {
    assessment: stored(record.id, record),
    summary: summarise({
      framework,
      assessment: record,
      states: states.map((row) => row.record.state),
      answeredBy,
      responses: [],
      actions: (told.actions ?? []).map((row) => row.record),
    }),
    facilitators: [priya, tom],
    states,
    answeredBy,
    messages: [],
    actions: [],
    comments: [],
    editions: [],
    arrangements: allOn,
    ...told,
  };
}

/** What every event is about, with the same text wherever somebody can type one. */
export function subjectsWith(text: string): readonly Subject[] {
  const asked = comment('7', { text, reply: text }, { createdBy: { id: 'c', displayName: text } });
  const owned = action({ text, owner: { kind: 'post', post: text } }).record;
  const outcome = { ...noted(false), body: text, minute: text, callIn: text, recommendedTo: text };
  const { record } = edition(1, outcome);
  const cleared = { ...record, clearing: { name: text, post: text, on: '2026-11-23' } };
  return [
    { event: 'opened' },
    { event: 'waiting' },
    { event: 'answers-shown', keyAreaId: firstArea },
    { event: 'agreed', keyAreaId: firstArea },
    { event: 'shared' },
    { event: 'question', comment: asked },
    { event: 'reply', comment: asked },
    { event: 'due-soon', action: owned, due: '2026-12-01' },
    { event: 'overdue', action: owned, due: '2026-11-01' },
    { event: 'cleared', edition: { ...cleared, outcome: null } },
    { event: 'outcome', edition: { ...cleared, outcome } },
  ];
}
