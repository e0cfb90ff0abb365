// What the committee decided: recorded once, changed while the minutes are a draft, corrected by the next edition after that.
import { Button, Field, Input, makeStyles, Radio, RadioGroup, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { outcomeStepOf, recordOutcome } from '../../commands/committee';
import type { AssessmentView } from '../../commands/view';
import type { EditionWorking } from '../../sharepoint/records';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { Group } from '../parts/Group';
import { useKept } from '../parts/kept';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { Tick } from '../parts/Tick';
import { useAction } from '../parts/useAction';
import { decisions, formOfOutcome, type OutcomeForm, outcomeFaults, outcomeFormShape, outcomeOf } from './outcomeForm';

const said = words.committee.outcome;

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

interface OutcomeSectionProps {
  readonly view: AssessmentView;
  /** The newest edition. */
  readonly newest: EditionWorking;
}

/** The section: the form at once while nothing is recorded, behind a button after that. */
export function OutcomeSection({ view, newest }: OutcomeSectionProps) {
  const [changing, setChanging] = useState(false);
  const [done, setDone] = useState(false);
  const step = outcomeStepOf(newest);
  const open = () => {
    setDone(false);
    setChanging(true);
  };
  return (
    <Section heading={said.heading}>
      {step === 'decide' || changing ? (
        <OutcomeFields
          key={`${step} ${newest.number}`}
          view={view}
          newest={newest}
          onDone={() => {
            setChanging(false);
            setDone(true);
          }}
          onCancel={step === 'decide' ? null : () => setChanging(false)}
        />
      ) : (
        <div>
          <Button onClick={open}>{said.open[step]}</Button>
        </div>
      )}
      <div role="status">{done && <Message kind="success" title={said.done} />}</div>
    </Section>
  );
}

interface OutcomeFieldsProps extends OutcomeSectionProps {
  readonly onDone: () => void;
  readonly onCancel: (() => void) | null;
}

function OutcomeFields({ view, newest, onDone, onCancel }: OutcomeFieldsProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  // As it was when filling this in began, whoever changes it meanwhile.
  const [begun] = useState(newest);
  const step = outcomeStepOf(begun);
  const today = londonDay(work.environment.now());
  const name = `outcome ${view.assessment.id} ${begun.number} ${step}`;
  const kept = useKept(name, outcomeFormShape, formOfOutcome(begun.outcome, today));
  const [faults, setFaults] = useState<readonly { readonly at: string; readonly text: string }[]>([]);
  if (!kept) return null;
  const form = kept.value;
  const set = (part: Partial<OutcomeForm>) => kept.change((before) => ({ ...before, ...part }));
  const faultAt = (field: string): string | undefined => faults.find(({ at }) => at === `outcome-${field}`)?.text;

  const submit = () => {
    setFaults(outcomeFaults(form, today).map(({ field, text }) => ({ at: `outcome-${field}`, text })));
    const outcome = outcomeOf(form);
    if (outcome === null || outcomeFaults(form, today).length > 0) return;
    run(
      () => recordOutcome(work, begun, outcome),
      () => {
        kept.forget();
        onDone();
      },
    );
  };
  const cancel = () => {
    kept.forget();
    onCancel?.();
  };
  const line = (field: 'recommendedTo' | 'body' | 'minute', hint: string | null) => (
    <Field label={said[field]} hint={hint} required={field !== 'minute'} {...fieldFault(faultAt(field))}>
      <Input id={`outcome-${field}`} value={form[field]} onChange={(_, { value }) => set({ [field]: value })} />
    </Field>
  );
  return (
    <>
      <span className={styles.hint}>{said.before[step]}</span>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <Group small id="outcome-decision" legend={said.decision} fault={faultAt('decision')}>
        <RadioGroup
          aria-label={said.decision}
          value={form.decision ?? ''}
          onChange={(_, { value }) => set({ decision: decisions.find((each) => each === value) ?? null })}
        >
          {decisions.map((decision) => (
            <Radio key={decision} value={decision} label={said.decisions[decision]} />
          ))}
        </RadioGroup>
      </Group>
      {form.decision === 'recommended' && line('recommendedTo', null)}
      {line('body', said.bodyHint)}
      <DayField id="outcome-on" label={said.on} value={form.on} onChange={(on) => set({ on })} fault={faultAt('on')} />
      {line('minute', said.minuteHint)}
      <div>
        <Tick
          label={said.confirmed}
          checked={form.minutesConfirmed}
          onChange={(minutesConfirmed) => set({ minutesConfirmed })}
        />
        <span className={styles.hint}>{said.confirmedHint}</span>
      </div>
      <Field label={said.callIn} hint={said.callInHint} {...fieldFault(faultAt('callIn'))}>
        <Textarea
          id="outcome-callIn"
          resize="vertical"
          value={form.callIn}
          onChange={(_, { value }) => set({ callIn: value })}
        />
      </Field>
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save[step]} busy={busy} onSave={submit} onCancel={onCancel && cancel} />
    </>
  );
}
