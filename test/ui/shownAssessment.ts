// An assessment whose first key area was shown, for the tests of screens that come after the showing.
import type { Assessment, KeyAreaState, RevealedResponse } from '../../src/assessment';
import { framework } from '../../src/framework';
import { keys } from '../../src/sharepoint/records';
import { assessmentPair, type FakeWorkplace, openAssessmentOf, priya, putAssessment } from './fakeWorkplace';

export const [firstArea = '', secondArea = ''] = framework.theme.keyAreas.map((area) => area.id);

/** Puts an open assessment into a workplace as Priya's. */
export async function putOpen(work: FakeWorkplace, more: Partial<Assessment> = {}): Promise<Assessment> {
  const assessment = openAssessmentOf(await assessmentPair(), more);
  putAssessment(work, assessment);
  return assessment;
}

/** Puts where a key area stands, as Priya's decision. */
export function putArea(work: FakeWorkplace, assessmentId: string, state: Partial<KeyAreaState>): void {
  const whole: KeyAreaState = {
    assessmentId,
    keyAreaId: firstArea,
    phase: 'revealed',
    agreement: null,
    target: null,
    reason: '',
    ...state,
  };
  work.replica.putAs(priya, 'workings', keys.area(assessmentId, whole.keyAreaId), {
    kind: 'area',
    assessmentId,
    state: whole,
  });
}

/** Puts a shown answer. */
export function putAnswer(work: FakeWorkplace, assessmentId: string, answer: Partial<RevealedResponse>): void {
  const whole: RevealedResponse = {
    responseId: 'r1',
    judgement: 2,
    movingOn: false,
    confidence: null,
    remark: '',
    evidence: null,
    assessmentId,
    keyAreaId: firstArea,
    person: null,
    recordedAs: 'own',
    recordedBy: null,
    count: 1,
    ...answer,
  };
  work.replica.putAs(priya, 'responses', whole.responseId, whole);
}

/** A level agreed by Priya. */
export const agreedOn = (level: 1 | 2 | 3 | 4 | 5, reason = 'Scrutiny is not involved.') => ({
  phase: 'agreed' as const,
  agreement: { level, reason, at: '2026-11-22T10:12:00Z', by: priya },
});
