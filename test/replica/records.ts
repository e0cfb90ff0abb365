// Records to try the replica with.
import type { Assessment, KeyAreaState } from '../../src/assessment';
import type { Person } from '../../src/base/person';
import type { AreaWorking, SealedResponse } from '../../src/sharepoint/records';
import { personOf } from '../sharepoint/tenant';

export const priya: Person = personOf('priya');
export const tom: Person = personOf('tom');
export const home = { teamId: 'team', channelId: 'channel', channelName: 'General' };

export const anAssessment = (id: string, more: Partial<Assessment> = {}): Assessment => ({
  id,
  title: 'Autumn assessment',
  organisation: 'Northbridge Council',
  home,
  phase: 'open',
  practice: false,
  dueDate: '2026-12-01',
  frameworkId: 'showing-leadership',
  frameworkVersion: '1',
  keyAreaIds: ['engaging-councillors'],
  facilitators: [priya],
  participants: [
    { ...priya, takingPart: true },
    { ...tom, takingPart: true },
  ],
  showNames: false,
  publicKey: null,
  previousId: null,
  earlier: [],
  tellChannel: true,
  openedAt: '2026-11-22T10:00:00.000Z',
  sharedAt: null,
  ...more,
});

export const anArea = (assessmentId: string, keyAreaId: string, state: Partial<KeyAreaState> = {}): AreaWorking => ({
  kind: 'area',
  assessmentId,
  state: { assessmentId, keyAreaId, phase: 'collecting', agreement: null, target: null, reason: '', ...state },
});

export const anAnswer = (assessmentId: string, person: Person, content: string): SealedResponse => ({
  kind: 'response',
  assessmentId,
  keyAreaId: 'engaging-councillors',
  personId: person.id,
  frameworkVersion: '1',
  envelope: { version: 1, content, recipients: [{ keyId: 'k', enc: 'e', sealed: 's' }] },
});

/** Any ids will do: they only say whether a list is still the same. */
export const listIds = {
  assessments: 'a',
  workings: 'w',
  responses: 'r',
  actions: 'x',
  results: 's',
  comments: 'c',
} as const;
