// The two life cycles: what the tables allow, and that nothing leads anywhere else.
import fc from 'fast-check';
import {
  type AssessmentPhase,
  type AssessmentStep,
  assessmentSteps,
  type KeyAreaPhase,
  type KeyAreaStep,
  keyAreaSteps,
  type Role,
  takeAssessmentStep,
  takeKeyAreaStep,
} from '../../src/assessment';

const roles = ['facilitator', 'participant', 'anyone'] as const satisfies readonly Role[];
const assessmentPhases = ['draft', 'open', 'shared', 'cleared', 'closed', 'cancelled'] as const;
const keyAreaPhases = ['collecting', 'revealing', 'revealed', 'agreed', 'skipped', 'does-not-apply'] as const;
const stepsOf = <K extends string>(table: Record<K, unknown>) => Object.keys(table) as K[];

test.each<[KeyAreaPhase, KeyAreaStep, KeyAreaPhase]>([
  ['collecting', 'startReveal', 'revealing'],
  ['revealing', 'finishReveal', 'revealed'],
  ['revealed', 'agree', 'agreed'],
  ['collecting', 'skip', 'skipped'],
  ['skipped', 'resume', 'collecting'],
  ['revealed', 'setAside', 'does-not-apply'],
  ['agreed', 'reopen', 'collecting'],
])('a facilitator takes a key area from %s by %s to %s', (from, step, to) => {
  expect(takeKeyAreaStep(step, from, 'facilitator', 'a reason')).toEqual({ ok: true, value: to });
});

test.each<[AssessmentPhase, AssessmentStep, AssessmentPhase]>([
  ['draft', 'open', 'open'],
  ['open', 'share', 'shared'],
  ['shared', 'share', 'shared'],
  ['shared', 'clear', 'cleared'],
  ['cleared', 'takeBackClearing', 'shared'],
  ['cleared', 'share', 'shared'],
  ['cleared', 'close', 'closed'],
  ['open', 'cancel', 'cancelled'],
])('a facilitator takes an assessment from %s by %s to %s', (from, step, to) => {
  expect(takeAssessmentStep(step, from, 'facilitator')).toEqual({ ok: true, value: to });
});

test('reopening and setting aside need a reason', () => {
  expect(takeKeyAreaStep('reopen', 'agreed', 'facilitator', '  ')).toEqual({
    ok: false,
    error: { kind: 'reason-missing' },
  });
  expect(takeKeyAreaStep('setAside', 'revealed', 'facilitator')).toEqual({
    ok: false,
    error: { kind: 'reason-missing' },
  });
});

test('nobody but a facilitator takes any step', () => {
  for (const role of ['participant', 'anyone'] as const) {
    for (const step of stepsOf(keyAreaSteps))
      for (const phase of keyAreaPhases) expect(takeKeyAreaStep(step, phase, role, 'a reason').ok).toBe(false);
    for (const step of stepsOf(assessmentSteps))
      for (const phase of assessmentPhases) expect(takeAssessmentStep(step, phase, role).ok).toBe(false);
  }
});

test('no sequence of events reaches a phase outside the table', () => {
  const event = fc.record({
    step: fc.constantFrom(...stepsOf(keyAreaSteps)),
    role: fc.constantFrom(...roles),
    reason: fc.constantFrom('', 'a reason'),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let phase: KeyAreaPhase = 'collecting';
      for (const { step, role, reason } of events) {
        const taken = takeKeyAreaStep(step, phase, role, reason);
        const table = keyAreaSteps[step];
        const allowed = (table.from as readonly KeyAreaPhase[]).includes(phase) && role === 'facilitator';
        if (taken.ok) {
          expect(allowed).toBe(true);
          expect(taken.value).toBe(table.to);
          phase = taken.value;
        } else if (allowed) expect(taken.error.kind).toBe('reason-missing');
        expect(keyAreaPhases).toContain(phase);
      }
    }),
  );
});

test('a closed or cancelled assessment stays so whatever is tried', () => {
  fc.assert(
    fc.property(fc.constantFrom(...stepsOf(assessmentSteps)), fc.constantFrom(...roles), (step, role) => {
      for (const phase of ['closed', 'cancelled'] as const)
        expect(takeAssessmentStep(step, phase, role).ok).toBe(false);
    }),
  );
});
