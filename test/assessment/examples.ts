// Examples of records for tests: whole, valid, and easy to change one thing of.
import type { Assessment, KeyAreaState, RevealedResponse } from '../../src/assessment';
import { framework } from '../../src/framework';

export const keyAreaIds = framework.theme.keyAreas.map((area) => area.id);
export const [firstArea = '', secondArea = ''] = keyAreaIds;

export const priya = { id: '00000000-0000-4000-8000-000000000001', displayName: 'Priya Shah' };
export const tom = { id: '00000000-0000-4000-8000-000000000002', displayName: 'Tom Okafor' };
export const aisha = { id: '00000000-0000-4000-8000-000000000003', displayName: 'Aisha Khan' };

export const exampleAssessment = (changes: Partial<Assessment> = {}): Assessment => ({
  id: '10000000-0000-4000-8000-000000000001',
  title: 'Showing leadership 2026',
  organisation: 'Northbridge Council',
  home: { teamId: 'team', channelId: '19:channel@thread.tacv2', channelName: 'General' },
  phase: 'open',
  practice: false,
  dueDate: '2026-12-18',
  frameworkId: framework.id,
  frameworkVersion: framework.version,
  keyAreaIds,
  facilitators: [priya, tom],
  participants: [priya, tom, aisha].map((person) => ({ ...person, takingPart: true })),
  showNames: false,
  publicKey: null,
  previousId: null,
  earlier: [],
  tellChannel: true,
  openedAt: '2026-11-23T09:00:00Z',
  sharedAt: null,
  ...changes,
});

export const exampleState = (changes: Partial<KeyAreaState> = {}): KeyAreaState => ({
  assessmentId: exampleAssessment().id,
  keyAreaId: firstArea,
  phase: 'collecting',
  agreement: null,
  target: null,
  reason: '',
  ...changes,
});

export const exampleResponse = (changes: Partial<RevealedResponse> = {}): RevealedResponse => ({
  responseId: '20000000-0000-4000-8000-000000000001',
  assessmentId: exampleAssessment().id,
  keyAreaId: firstArea,
  judgement: 2,
  movingOn: false,
  confidence: null,
  remark: '',
  evidence: null,
  person: null,
  recordedAs: 'own',
  recordedBy: null,
  count: 1,
  ...changes,
});
