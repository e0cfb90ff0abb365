// A result on its way through the committee: what is kept, and whether it changed since.
import fc from 'fast-check';
import {
  type Action,
  type CommitteeInput,
  type CommitteeOutcome,
  type CommitteeStep,
  checkClearing,
  checkOutcome,
  committeeStanding,
  committeeSteps,
  type Edition,
  editionPhase,
  factsOf,
  type KeyAreaState,
  readSnapshot,
  type SharedResult,
  snapshotText,
  summarise,
  takeCommitteeStep,
} from '../../src/assessment';
import { framework } from '../../src/framework';
import { exampleAssessment, exampleState, firstArea, priya, secondArea, tom } from './examples';

const assessmentId = exampleAssessment().id;
const agreed: KeyAreaState = exampleState({
  phase: 'agreed',
  agreement: { level: 2, reason: 'Early days', at: '2026-11-23T10:00:00Z', by: priya },
  target: { kind: 'level', level: 3, by: '2028-03-31' },
});
const action: Action = {
  id: 'a1',
  assessmentId,
  keyAreaId: firstArea,
  text: 'Brief the cabinet',
  owner: { kind: 'person', person: tom },
  due: '2027-06-15',
  status: 'open',
};
const row = (more: Partial<SharedResult> = {}): SharedResult => ({
  assessmentId,
  keyAreaId: firstArea,
  assessmentTitle: 'Autumn',
  organisation: 'Northbridge',
  keyArea: 'Engaging councillors',
  level: 'Developing',
  meaning: 'Some of it',
  change: 'First assessment',
  target: 'Mature by 31 March 2028',
  reason: 'Early days',
  actions: 'Brief the cabinet',
  comparison: '',
  sharedOn: '2026-11-24',
  ...more,
});
const outcome: CommitteeOutcome = {
  decision: 'noted',
  recommendedTo: '',
  body: 'Audit Committee',
  on: '2026-12-01',
  minute: '',
  minutesConfirmed: false,
  callIn: '',
};

const summaryOf = (states: readonly KeyAreaState[] = [agreed], actions: readonly Action[] = [action]) =>
  summarise({ framework, assessment: exampleAssessment(), states, answeredBy: new Map(), responses: [], actions });
const editionOf = (more: Partial<Edition> = {}): Edition => ({
  assessmentId,
  number: 1,
  clearing: { name: 'Priya Shah', post: 'Head of procurement', on: '2026-11-25' },
  outcome,
  snapshot: { text: snapshotText([row()], summaryOf()), digest: '', at: '2026-12-01T10:00:00Z' },
  ...more,
});
const kept = (record = editionOf()) => ({ record, createdAt: '2026-11-25T10:00:00Z', intact: true });
const byTom = { lastModifiedBy: tom, lastModifiedAt: '2026-12-04T09:00:00Z' };
const byPriya = { lastModifiedBy: priya, lastModifiedAt: '2026-11-24T09:00:00Z' };
const input = (more: Partial<CommitteeInput> = {}): CommitteeInput => ({
  editions: [kept()],
  results: [{ record: row(), ...byPriya }],
  summary: summaryOf(),
  rows: [
    { record: agreed, ...byPriya },
    { record: action, ...byPriya },
  ],
  ...more,
});
const changed = (more: Partial<CommitteeInput>) => committeeStanding(input(more))?.changed;

describe('what changed since', () => {
  it('is nothing while councillors read, and officers recorded, what the committee had', () => {
    expect(committeeStanding(input())).toEqual({
      edition: editionOf(),
      decided: editionOf(),
      intact: true,
      changed: null,
    });
  });

  it('is nothing where only line ends, the form of an accent or the day of sharing differ', () => {
    const then = row({ reason: 'Café\nThen' });
    const editions = [
      kept(editionOf({ snapshot: { ...editionOf().snapshot, text: snapshotText([then], summaryOf()) } })),
    ];
    const now = row({ reason: 'Cafe\u0301\r\nThen', sharedOn: '2026-12-24' });
    expect(changed({ editions, results: [{ record: now, ...byTom }] })).toBeNull();
  });

  it.each<[string, SharedResult[]]>([
    ['another word', [row({ reason: 'Thought again' })]],
    ['another level', [row({ level: 'Leader' })]],
    ['a key area more', [row(), row({ keyAreaId: secondArea })]],
  ])('is what councillors read: %s, by whoever wrote that row last', (_, rows) => {
    const results = rows.map((record) => ({ record, ...byTom }));
    expect(changed({ results })).toMatchObject({ inResults: true, by: tom, at: byTom.lastModifiedAt });
  });

  it('is also a row that is gone, of which nobody can say who removed it', () => {
    expect(changed({ results: [] })).toEqual({
      inResults: true,
      keyAreas: ['Engaging councillors'],
      by: null,
      at: null,
    });
  });

  it('is what officers recorded, where that is not shared: by whoever changed it', () => {
    const again: KeyAreaState = { ...agreed, target: { kind: 'level', level: 4, by: null } };
    const rows = [
      { record: again, ...byTom },
      { record: action, ...byPriya },
    ];
    expect(changed({ summary: summaryOf([again]), rows })).toEqual({
      inResults: false,
      keyAreas: ['Engaging councillors'],
      by: tom,
      at: byTom.lastModifiedAt,
    });
  });

  it('names nobody for an action that was removed, for the rows that are left did not change', () => {
    expect(changed({ summary: summaryOf([agreed], []), rows: [{ record: agreed, ...byPriya }] })).toMatchObject({
      inResults: false,
      by: null,
    });
  });

  it('cannot be told where what was kept is not what was kept then', () => {
    expect(committeeStanding(input({ editions: [{ ...kept(), intact: false }] }))).toMatchObject({
      intact: false,
      changed: null,
    });
    const altered = editionOf({ snapshot: { ...editionOf().snapshot, text: '{"version":1}' } });
    expect(committeeStanding(input({ editions: [kept(altered)] }))).toMatchObject({ intact: false, changed: null });
  });

  it('goes by the newest edition, in whatever order they come, and the newest outcome stays in sight', () => {
    const second = editionOf({
      number: 2,
      outcome: null,
      snapshot: { ...editionOf().snapshot, text: snapshotText([row({ level: 'Leader' })], summaryOf()) },
    });
    const results = [{ record: row({ level: 'Leader' }), ...byTom }];
    for (const editions of [
      [kept(), kept(second)],
      [kept(second), kept()],
    ])
      expect(committeeStanding(input({ editions, results }))).toMatchObject({
        edition: { number: 2 },
        decided: { number: 1 },
        changed: null,
      });
  });

  it('there is no standing where nothing was ever cleared', () => {
    expect(committeeStanding(input({ editions: [] }))).toBeNull();
  });
});

describe('a snapshot', () => {
  it('is the same text whatever order rows and actions come in, and reads back', () => {
    const rows = [row(), row({ keyAreaId: secondArea })];
    const actions = [action, { ...action, id: 'a2', text: 'Train members', owner: null }];
    const text = snapshotText(rows, summaryOf([agreed], actions));
    fc.assert(
      fc.property(
        fc.shuffledSubarray(rows, { minLength: 2 }),
        fc.shuffledSubarray(actions, { minLength: 2 }),
        (someRows, someActions) => {
          expect(snapshotText(someRows, summaryOf([agreed], someActions))).toBe(text);
        },
      ),
    );
    expect(readSnapshot(text)?.results).toEqual(rows);
    expect(readSnapshot(text)?.facts).toEqual(factsOf(summaryOf([agreed], actions)));
  });

  it('holds whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (reason) => {
        const text = snapshotText([row({ reason })], summaryOf());
        const editions = [kept(editionOf({ snapshot: { text, digest: '', at: '' } }))];
        expect(changed({ editions, results: [{ record: row({ reason }), ...byTom }] })).toBeNull();
      }),
    );
  });

  it('is none where the text is of another form', () => {
    for (const text of [
      '',
      '{}',
      '[]',
      '{"version":2,"results":[],"facts":{}}',
      '{"version":1,"results":[1],"facts":{}}',
    ])
      expect(readSnapshot(text)).toBeNull();
  });

  it('keeps facts apart from words: done actions and new names of people are none', () => {
    const renamed: Action = { ...action, owner: { kind: 'person', person: { ...tom, displayName: 'Tom O.' } } };
    expect(factsOf(summaryOf([agreed], [renamed, { ...action, id: 'a2', status: 'done' }]))).toEqual(
      factsOf(summaryOf()),
    );
    expect(factsOf(summaryOf([agreed], [{ ...action, status: 'done' }]))).not.toEqual(factsOf(summaryOf()));
  });
});

describe('what may be recorded when', () => {
  const phases = ['draft', 'open', 'shared', 'cleared', 'closed', 'cancelled'] as const;
  const editions = [null, 'cleared', 'draft', 'confirmed'] as const;
  const steps = Object.keys(committeeSteps) as CommitteeStep[];

  it.each<[CommitteeStep, string]>([
    ['takeBack', 'cleared/cleared'],
    ['decide', 'cleared/cleared'],
    ['change', 'shared/draft cleared/draft closed/draft'],
    ['correct', 'shared/confirmed cleared/confirmed closed/confirmed'],
  ])('%s where assessment and newest edition are %s, and nowhere else', (step, where) => {
    const possible = phases.flatMap((phase) =>
      editions
        .filter((edition) => takeCommitteeStep(step, phase, edition, 'facilitator').ok)
        .map((edition) => `${phase}/${edition}`),
    );
    expect(possible.join(' ')).toBe(where);
  });

  it('is recorded by facilitators only', () => {
    for (const step of steps)
      for (const phase of phases)
        for (const edition of editions)
          for (const role of ['participant', 'anyone'] as const)
            expect(takeCommitteeStep(step, phase, edition, role).ok).toBe(false);
  });

  it('an edition is cleared, then a draft, then confirmed', () => {
    const confirmed = { ...outcome, minutesConfirmed: true };
    expect([null, outcome, confirmed].map((each) => editionPhase({ outcome: each }))).toEqual([
      'cleared',
      'draft',
      'confirmed',
    ]);
  });
});

describe('what must be filled in', () => {
  const today = '2026-12-02';

  it('who cleared it, their post, and a day that has come', () => {
    expect(checkClearing(editionOf().clearing, today)).toEqual([]);
    expect(checkClearing({ name: ' ', post: 'x'.repeat(201), on: '2026-12-03' }, today)).toEqual([
      { field: 'name', kind: 'missing' },
      { field: 'post', kind: 'too-long' },
      { field: 'on', kind: 'in-the-future' },
    ]);
  });

  it('the body and the day; to whom, where it was recommended; the minute, once minutes are confirmed', () => {
    expect(checkOutcome(outcome, today)).toEqual([]);
    expect(
      checkOutcome({ ...outcome, decision: 'recommended', minutesConfirmed: true, body: '', on: '' }, today),
    ).toEqual([
      { field: 'body', kind: 'missing' },
      { field: 'recommendedTo', kind: 'missing' },
      { field: 'on', kind: 'no-day' },
      { field: 'minute', kind: 'missing' },
    ]);
    expect(checkOutcome({ ...outcome, minute: 'x'.repeat(201), callIn: 'x'.repeat(4001) }, today)).toEqual([
      { field: 'minute', kind: 'too-long' },
      { field: 'callIn', kind: 'too-long' },
    ]);
  });
});
