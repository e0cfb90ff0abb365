// What is offered next, to whom, when: the table the landing screen follows.

import type { SharedResult } from '../../../src/assessment';
import { type Assessment, type KeyAreaPhase, type KeyAreaState, type Role, summarise } from '../../../src/assessment';
import type { Person } from '../../../src/base/person';
import type { StoredEdition } from '../../../src/commands/view';
import { framework } from '../../../src/framework';
import type { SealedResponse, Stored } from '../../../src/sharepoint/records';
import { nextStep } from '../../../src/ui/landing/nextStep';
import { aisha, openAssessmentOf, priya, tom } from '../fakeWorkplace';

const [first = '', second = '', third = '', fourth = ''] = framework.theme.keyAreas.map((area) => area.id);
const pair = { id: 'pair', publicKey: '', privateKey: '' };

interface Situation {
  readonly me?: Person;
  readonly role?: Role;
  /** Phases of the four key areas, in order. */
  readonly phases?: readonly KeyAreaPhase[];
  /** Who has answered what. */
  readonly answered?: readonly (readonly [Person, string])[];
  readonly tampered?: readonly (readonly [Person, string])[];
  readonly targets?: boolean;
  readonly assessment?: Partial<Assessment>;
  /** Key areas councillors can read already. */
  readonly shared?: readonly string[];
  /** Editions, with whether the committee decided. */
  readonly editions?: readonly ('cleared' | 'decided')[];
}

function stepIn(situation: Situation) {
  const { me = tom, role = 'participant', phases = [], answered = [], tampered = [], targets = true } = situation;
  const assessment = openAssessmentOf(pair, situation.assessment);
  const states = phases.map(
    (phase, index): KeyAreaState => ({
      assessmentId: assessment.id,
      keyAreaId: assessment.keyAreaIds[index] ?? '',
      phase,
      agreement: phase === 'agreed' ? { level: 2, reason: 'r', at: '2026-11-22T10:00:00Z', by: priya } : null,
      target: phase === 'agreed' && targets ? { kind: 'level', level: 3, by: null } : null,
      reason: '',
    }),
  );
  const answeredBy = new Map(
    assessment.keyAreaIds.map((id) => [id, answered.filter(([, area]) => area === id).map(([person]) => person.id)]),
  );
  const sealed = answered.map(([person, keyAreaId]) => ({
    record: { personId: person.id, keyAreaId },
  })) as unknown as readonly Stored<SealedResponse>[];
  return nextStep(
    {
      assessment,
      role,
      asked: assessment.participants.some((person) => person.takingPart && person.id === me.id),
      summary: summarise({ framework, assessment, states, answeredBy, responses: [], actions: [] }),
      sealed,
      tampered: tampered.map(([person, keyAreaId]) => ({ personId: person.id, keyAreaId })),
      shared: (situation.shared ?? []).map((keyAreaId) => ({
        record: { keyAreaId },
      })) as unknown as readonly Stored<SharedResult>[],
      editions: (situation.editions ?? []).map((edition) => ({
        record: { outcome: edition === 'cleared' ? null : { minutesConfirmed: false } },
      })) as unknown as readonly StoredEdition[],
    },
    me.id,
  );
}

const everywhere = (person: Person) => [first, second, third, fourth].map((area) => [person, area] as const);
const everyone = [...everywhere(priya), ...everywhere(tom), ...everywhere(aisha)];
const leader = { me: priya, role: 'facilitator' } as const;
const outsider: Person = { id: '99999999-9999-4999-8999-999999999999', displayName: 'Vera' };

const table: readonly (readonly [string, Situation, ReturnType<typeof nextStep>])[] = [
  ['nothing answered: the first key area', {}, { kind: 'answer', keyAreaId: first }],
  ['some answered: the first one missing', { answered: [[tom, first]] }, { kind: 'answer', keyAreaId: second }],
  [
    'a key area that takes no answers is passed over',
    { phases: ['revealed'], answered: [] },
    { kind: 'answer', keyAreaId: second },
  ],
  [
    'an answer somebody else changed comes before a missing one',
    { answered: [[tom, first]], tampered: [[tom, third]] },
    { kind: 'restore', keyAreaId: third },
  ],
  [
    'somebody else’s changed answer is not my step',
    { answered: everywhere(tom), tampered: [[aisha, first]] },
    wait('showing'),
  ],
  ['all mine given: wait for the showing', { answered: everywhere(tom) }, wait('showing')],
  ['facilitators answer first, too', leader, { kind: 'answer', keyAreaId: first }],
  ['a facilitator who is not asked waits for answers', { me: outsider, role: 'facilitator' }, wait('answers')],
  ['everybody in: show', { ...leader, answered: everyone }, { kind: 'show', keyAreaId: first, because: 'all' }],
  [
    'some in: show all the same',
    { ...leader, answered: everywhere(priya) },
    { kind: 'show', keyAreaId: first, because: 'some' },
  ],
  [
    'a showing that was cut off goes on first',
    { ...leader, phases: ['revealed', 'revealing'], answered: everyone },
    { kind: 'show', keyAreaId: second, because: 'goOn' },
  ],
  [
    'what is shown is agreed before more is shown',
    { ...leader, phases: ['revealed'], answered: everyone },
    { kind: 'agree', keyAreaId: first },
  ],
  [
    'targets come after what the meeting is for',
    { ...leader, phases: ['agreed'], answered: everyone, targets: false },
    { kind: 'show', keyAreaId: second, because: 'all' },
  ],
  [
    'all agreed: targets',
    { ...leader, phases: ['agreed', 'agreed', 'skipped', 'does-not-apply'], targets: false },
    { kind: 'target', keyAreaId: first },
  ],
  ['all settled: share', { ...leader, phases: ['agreed', 'agreed', 'agreed', 'agreed'] }, { kind: 'share' }],
  [
    'nothing agreed: nothing to share',
    { ...leader, phases: ['skipped', 'skipped', 'skipped', 'does-not-apply'] },
    { kind: 'results' },
  ],
  [
    'practice is not shared',
    { ...leader, phases: ['agreed', 'agreed', 'agreed', 'agreed'], assessment: { practice: true } },
    { kind: 'results' },
  ],
  [
    'shared: read the results',
    {
      ...leader,
      phases: ['agreed', 'agreed', 'agreed', 'agreed'],
      assessment: { phase: 'shared' },
      shared: [first, second, third, fourth],
    },
    { kind: 'results' },
  ],
  [
    'two shared today: the others are still answered',
    { phases: ['agreed', 'agreed'], assessment: { phase: 'shared' }, shared: [first, second] },
    { kind: 'answer', keyAreaId: third },
  ],
  [
    'two shared, two more agreed since: share those too',
    {
      ...leader,
      phases: ['agreed', 'agreed', 'agreed', 'agreed'],
      assessment: { phase: 'shared' },
      shared: [first, second],
    },
    { kind: 'share' },
  ],
  [
    'shown answers are there for everyone',
    { answered: everywhere(tom), phases: ['revealed'] },
    { kind: 'compare', keyAreaId: first },
  ],
  [
    'all agreed: everyone reads the results',
    { answered: everywhere(tom), phases: ['agreed', 'agreed', 'agreed', 'agreed'] },
    { kind: 'results' },
  ],
  [
    'cleared: record what the committee decided, whatever was left open',
    { ...leader, phases: ['agreed', 'revealed'], assessment: { phase: 'cleared' }, editions: ['cleared'] },
    { kind: 'committee' },
  ],
  [
    'decided: read the results',
    { ...leader, phases: ['agreed'], assessment: { phase: 'cleared' }, editions: ['decided'] },
    { kind: 'results' },
  ],
  [
    'cleared: everybody else reads the results',
    { answered: everywhere(tom), phases: ['agreed'], assessment: { phase: 'cleared' }, editions: ['cleared'] },
    { kind: 'results' },
  ],
  ['who is not asked waits', { me: outsider, role: 'anyone' }, wait('showing')],
  ['cancelled: nothing', { assessment: { phase: 'cancelled' } }, { kind: 'none' }],
];

function wait(what: 'answers' | 'showing') {
  return { kind: 'wait', for: what } as const;
}

it.each(table)('%s', (_, situation, expected) => {
  expect(stepIn(situation)).toEqual(expected);
});
