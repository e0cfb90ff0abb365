// The steps beside the main way: skip for now, set aside as not applying, reopen, take up again. Some need a reason.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type KeyAreaStep, keyAreaSteps } from '../../assessment';
import { takeStep } from '../../commands/agree';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';

const said = words.discuss.steps;

type SideStep = Extract<KeyAreaStep, 'skip' | 'resume' | 'setAside' | 'reopen'>;

const sideSteps: readonly { readonly step: SideStep; readonly label: string; readonly hint: string }[] = [
  { step: 'resume', label: said.resume, hint: '' },
  { step: 'skip', label: said.skip, hint: said.skipHint },
  { step: 'reopen', label: said.reopen, hint: said.reopenHint },
  { step: 'setAside', label: said.setAside, hint: said.setAsideHint },
];

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    paddingTop: tokens.spacingVerticalM,
  },
  step: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalXS },
  reason: { alignSelf: 'stretch' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** Those steps that are possible now; folded away, except where one of them is the only way on. */
export function Steps({ view, area }: DiscussionProps) {
  const styles = useStyles();
  const possible = sideSteps.filter(({ step }) => keyAreaSteps[step].from.some((phase) => phase === area.phase));
  if (possible.length === 0) return null;
  return (
    <details open={area.phase === 'skipped' || area.phase === 'does-not-apply'}>
      <summary>{said.heading}</summary>
      <div className={styles.steps}>
        {possible.map((step) => (
          <Step
            key={`${area.phase} ${step.step}`}
            {...step}
            assessmentId={view.assessment.id}
            keyAreaId={area.keyAreaId}
          />
        ))}
      </div>
    </details>
  );
}

interface StepProps {
  readonly step: SideStep;
  readonly label: string;
  readonly hint: string;
  readonly assessmentId: string;
  readonly keyAreaId: string;
}

function Step({ step, label, hint, assessmentId, keyAreaId }: StepProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const [reason, setReason] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const needsReason = step === 'setAside' || step === 'reopen';
  const press = () => {
    // The first press opens the field, so that nothing happens by accident.
    if (needsReason && reason === null) {
      setReason('');
      return;
    }
    const blank = needsReason && (reason ?? '').trim() === '';
    setMissing(blank);
    if (!blank) run(() => takeStep(work, assessmentId, keyAreaId, step, reason ?? ''));
  };
  return (
    <div className={styles.step}>
      {hint !== '' && <span className={styles.hint}>{hint}</span>}
      {reason !== null && (
        <Field
          className={styles.reason}
          label={said.reason}
          required
          validationState={missing ? 'error' : 'none'}
          {...(missing && { validationMessage: said.reasonMissing })}
        >
          <Textarea resize="vertical" value={reason} onChange={(_, { value }) => setReason(value)} />
        </Field>
      )}
      {refusal && <RefusalMessage refusal={refusal} onRetry={press} />}
      <Button disabledFocusable={busy} onClick={press}>
        {label}
      </Button>
      {reason !== null && <Button onClick={() => setReason(null)}>{words.common.cancel}</Button>}
    </div>
  );
}
