// What one finished assessment leaves in the lists.
import { randomUUID } from 'node:crypto';
import {
  type Action,
  type Assessment,
  type Home,
  type KeyAreaState,
  type RevealedResponse,
  summarise,
} from '../../src/assessment';
import type { Person } from '../../src/base/person';
import { framework, type Level, levels } from '../../src/framework';
import { sharedResults } from '../../src/report';
import type { Envelope } from '../../src/sealing';
import { keys, type Working } from '../../src/sharepoint/records';
import { londonDay } from '../../src/words';
import type { Written } from './rowsInto';

/** What past assessments have in common. */
export interface Past {
  readonly home: Home;
  /** Who opened them, showed the answers and agreed the levels. */
  readonly facilitator: Person;
  /** Who answered every key area. */
  readonly people: readonly Person[];
}

/** One answer as it lies in SharePoint while it is hidden; it stays there when it was shown. */
export interface SealedAnswer {
  readonly keyAreaId: string;
  readonly person: Person;
  readonly envelope: Envelope;
}

export const keyAreaIds = framework.theme.keyAreas.map((area) => area.id);
const levelAt = (place: number): Level => levels[place % levels.length] ?? 1;

function assessmentOf(past: Past, id: string, previousId: string | null, at: string): Assessment {
  return {
    id,
    title: `Assessment of ${londonDay(new Date(at))}`,
    organisation: 'Northbridge Council',
    home: past.home,
    phase: 'closed',
    practice: false,
    dueDate: londonDay(new Date(at)),
    frameworkId: framework.id,
    frameworkVersion: framework.version,
    keyAreaIds,
    facilitators: [past.facilitator],
    participants: past.people.map((person) => ({ ...person, takingPart: true })),
    showNames: false,
    publicKey: { id: randomUUID(), key: 'none' },
    previousId,
    earlier: [],
    tellChannel: true,
    openedAt: at,
    sharedAt: at,
  };
}

const stateOf = (
  { facilitator }: Past,
  assessmentId: string,
  keyAreaId: string,
  place: number,
  at: string,
): KeyAreaState => ({
  assessmentId,
  keyAreaId,
  phase: 'agreed',
  agreement: {
    level: levelAt(place),
    reason: 'Contract registers are kept by each service, and nobody sees them as a whole.',
    at,
    by: facilitator,
  },
  target: { kind: 'level', level: levelAt(place + 1), by: londonDay(new Date(at)) },
  reason: '',
});

const responseOf = (assessmentId: string, keyAreaId: string, place: number): RevealedResponse => ({
  responseId: randomUUID(),
  assessmentId,
  keyAreaId,
  judgement: place % 6 === 5 ? 'cannot-judge' : levelAt(place),
  movingOn: place % 2 === 0,
  confidence: 'medium',
  remark: 'The forward plan names the large contracts; small ones are found out about when they end.',
  evidence: null,
  person: null,
  recordedAs: 'own',
  recordedBy: null,
  count: 1,
});

const actionOf = (past: Past, assessmentId: string, keyAreaId: string, text: string, at: string): Action => ({
  id: randomUUID(),
  assessmentId,
  keyAreaId,
  text,
  owner: { kind: 'person', person: past.facilitator },
  due: londonDay(new Date(at)),
  status: 'done',
});

/** Everything that lies in the lists once an assessment is closed. */
export function pastAssessment(
  past: Past,
  sealed: readonly SealedAnswer[],
  id: string,
  previousId: string | null,
  at: string,
): readonly Written[] {
  const { facilitator } = past;
  const assessment = assessmentOf(past, id, previousId, at);
  const states = keyAreaIds.map((keyAreaId, place) => stateOf(past, id, keyAreaId, place, at));
  const responses = keyAreaIds.flatMap((keyAreaId) => past.people.map((_, place) => responseOf(id, keyAreaId, place)));
  const actions = keyAreaIds.flatMap((keyAreaId) =>
    ['Publish the contract register', 'Name an owner for each contract'].map((text) =>
      actionOf(past, id, keyAreaId, text, at),
    ),
  );
  const answeredBy = new Map(keyAreaIds.map((keyAreaId) => [keyAreaId, past.people.map((person) => person.id)]));
  const summary = summarise({ framework, assessment, states, answeredBy, responses, actions });
  return [
    { list: 'assessments', key: id, record: assessment, by: facilitator },
    ...workingsOf(past, sealed, assessment, states).map(
      ([key, record, by]): Written => ({ list: 'workings', key, record, by }),
    ),
    ...responses.map((record): Written => ({ list: 'responses', key: record.responseId, record, by: facilitator })),
    ...actions.map((record): Written => ({ list: 'actions', key: record.id, record, by: facilitator })),
    ...sharedResults(summary, londonDay(new Date(at))).map(
      (record): Written => ({ list: 'results', key: keys.result(id, record.keyAreaId), record, by: facilitator }),
    ),
  ];
}

/** The sealed answers, where each key area stood, who facilitated, and what the channel was told. Closing took the wrapped keys away. */
function workingsOf(
  { facilitator }: Past,
  sealed: readonly SealedAnswer[],
  { id: assessmentId, facilitators, publicKey }: Assessment,
  states: readonly KeyAreaState[],
): readonly (readonly [string, Working, Person])[] {
  const told = {
    kind: 'message',
    assessmentId,
    occasion: '1',
    personId: null,
    state: 'posted',
    by: facilitator,
    owner: null,
    reason: '',
  } as const;
  return [
    [
      keys.facilitators(assessmentId, 1),
      { kind: 'facilitators', assessmentId, serial: 1, facilitators, publicKey },
      facilitator,
    ],
    ...states.map(
      (state) =>
        [keys.area(assessmentId, state.keyAreaId), { kind: 'area', assessmentId, state }, facilitator] as const,
    ),
    ...sealed.map(
      ({ keyAreaId, person, envelope }) =>
        [
          keys.response(assessmentId, keyAreaId, person.id),
          {
            kind: 'response',
            assessmentId,
            keyAreaId,
            personId: person.id,
            frameworkVersion: framework.version,
            envelope,
          },
          person,
        ] as const,
    ),
    ...(['opened', 'shared'] as const).map(
      (event) =>
        [keys.message(assessmentId, event, '1'), { ...told, event, messageId: randomUUID() }, facilitator] as const,
    ),
  ];
}
