// Quiet hours: whether there are any, from when to when, and whether weekends are quiet, too.
import { Button, Field, Input, makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Arrangements } from '../../assessment';
import { ok } from '../../base/result';
import { changeArrangements } from '../../commands/arrangements';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { ErrorSummary } from '../parts/ErrorSummary';
import { fieldFault } from '../parts/fieldFault';
import { Section } from '../parts/Section';
import { Tick } from '../parts/Tick';
import { useAction } from '../parts/useAction';
import type { ArrangementsProps } from './arranged';

const said = words.arrangements.quiet;

type Quiet = NonNullable<Arrangements['quiet']>;

/** What is proposed to whoever switches them on: the hours outside an office's. */
const proposed: Quiet = { from: '18:00', to: '08:00', weekends: true };

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground2 },
  hours: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
});

/** The section. */
export function QuietSection({ arrangements, mayChange }: ArrangementsProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { run, busy } = useAction();
  const { quiet } = arrangements;
  const put = (next: Quiet | null) =>
    run(() => changeArrangements(work, (before) => ({ ...before, quiet: next })).then(ok));
  return (
    <Section heading={said.heading}>
      <span className={styles.hint}>{said.hint}</span>
      <Switch
        label={said.use}
        checked={quiet !== null}
        disabled={!mayChange}
        onChange={(_, { checked }) => put(checked ? proposed : null)}
      />
      {/* What others saved meanwhile begins the form anew. */}
      {quiet && (
        <Hours
          key={JSON.stringify(quiet)}
          quiet={quiet}
          mayChange={mayChange}
          busy={busy}
          onSave={(next) => put(next)}
        />
      )}
    </Section>
  );
}

interface HoursProps {
  readonly quiet: Quiet;
  readonly mayChange: boolean;
  readonly busy: boolean;
  readonly onSave: (quiet: Quiet) => void;
}

function Hours({ quiet, mayChange, busy, onSave }: HoursProps) {
  const styles = useStyles();
  const [form, setForm] = useState(quiet);
  const [faults, setFaults] = useState<readonly { readonly at: string; readonly text: string }[]>([]);
  const changed = form.from !== quiet.from || form.to !== quiet.to || form.weekends !== quiet.weekends;
  const submit = () => {
    const found = faultsOf(form);
    setFaults(found);
    if (found.length === 0) onSave(form);
  };
  const time = (field: 'from' | 'to') => (
    <Field label={said[field]} {...fieldFault(faults.find(({ at }) => at === `quiet-${field}`)?.text)}>
      <Input
        id={`quiet-${field}`}
        type="time"
        disabled={!mayChange}
        value={form[field]}
        onChange={(_, { value }) => setForm((before) => ({ ...before, [field]: value }))}
      />
    </Field>
  );
  return (
    <>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <div className={styles.hours}>
        {time('from')}
        {time('to')}
      </div>
      {mayChange && (
        <>
          <Tick
            label={said.weekends}
            checked={form.weekends}
            onChange={(weekends) => setForm((before) => ({ ...before, weekends }))}
          />
          {changed && (
            <div>
              <Button disabledFocusable={busy} onClick={submit}>
                {said.save}
              </Button>
            </div>
          )}
        </>
      )}
      {!mayChange && quiet.weekends && <span>{said.weekends}.</span>}
    </>
  );
}

function faultsOf({ from, to }: Quiet): readonly { readonly at: string; readonly text: string }[] {
  const missing = [
    ...(from === '' ? [{ at: 'quiet-from', text: said.noTime }] : []),
    ...(to === '' ? [{ at: 'quiet-to', text: said.noTime }] : []),
  ];
  return missing.length === 0 && from === to ? [{ at: 'quiet-to', text: said.same }] : missing;
}
