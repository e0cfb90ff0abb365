// What the committee decided, as it is being typed, and the outcome it stands for. Pure.
import * as z from 'zod/mini';
import { type CommitteeOutcome, checkOutcome, type Day, type OutcomeFault } from '../../assessment';
import { words } from '../../words';

const said = words.committee;

export const decisions = [
  'noted',
  'agreed',
  'recommended',
  'referred-back',
] as const satisfies readonly CommitteeOutcome['decision'][];

export const outcomeFormShape = z.object({
  decision: z.nullable(z.enum(decisions)),
  recommendedTo: z.string(),
  body: z.string(),
  on: z.string(),
  minute: z.string(),
  minutesConfirmed: z.boolean(),
  callIn: z.string(),
});
export type OutcomeForm = z.infer<typeof outcomeFormShape>;

/** The form of an outcome; where there is none yet, of one decided today, with nothing chosen. */
export const formOfOutcome = (outcome: CommitteeOutcome | null, today: Day): OutcomeForm =>
  outcome ?? {
    decision: null,
    recommendedTo: '',
    body: '',
    on: today,
    minute: '',
    minutesConfirmed: false,
    callIn: '',
  };

/** The outcome a form stands for; null while no decision is chosen. */
export function outcomeOf(form: OutcomeForm): CommitteeOutcome | null {
  const { decision } = form;
  if (decision === null) return null;
  return {
    ...form,
    decision,
    recommendedTo: decision === 'recommended' ? form.recommendedTo.trim() : '',
    body: form.body.trim(),
    minute: form.minute.trim(),
    callIn: form.callIn.trim(),
  };
}

/** What has to be mended, field by field, in the order of the form. */
export function outcomeFaults(
  form: OutcomeForm,
  today: Day,
): readonly { readonly field: keyof OutcomeForm; readonly text: string }[] {
  const outcome = outcomeOf(form);
  // The other fields are looked at all the same, so that all is mended at once.
  const found = checkOutcome(outcome ?? { ...form, decision: 'noted' }, today);
  const faults = found.map((fault) => ({ field: fault.field, text: faultText(fault) }));
  return outcome ? faults : [{ field: 'decision', text: said.outcome.decisionMissing }, ...faults];
}

function faultText(fault: OutcomeFault): string {
  switch (fault.kind) {
    case 'missing':
      return missingText[fault.field];
    case 'too-long':
      return said.tooLong;
    case 'no-day':
      return said.noDay;
    case 'in-the-future':
      return said.future;
  }
}

const missingText = {
  body: said.outcome.bodyMissing,
  recommendedTo: said.outcome.toMissing,
  minute: said.outcome.minuteMissing,
};
