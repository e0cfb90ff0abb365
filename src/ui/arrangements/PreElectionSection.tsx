// Pre-election periods: those noted, each with a way out and back, and the form for another.
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { checkPeriod, type PeriodFault, type PreElectionPeriod } from '../../assessment';
import { ok } from '../../base/result';
import { changeArrangements } from '../../commands/arrangements';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { Group } from '../parts/Group';
import { useKept } from '../parts/kept';
import { plainList } from '../parts/plainList';
import { Section } from '../parts/Section';
import { UndoMessage } from '../parts/UndoMessage';
import { useAction } from '../parts/useAction';
import type { ArrangementsProps } from './arranged';

const said = words.arrangements.preElection;

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  hint: { color: tokens.colorNeutralForeground2 },
});

const samePeriod = (left: PreElectionPeriod, right: PreElectionPeriod): boolean =>
  left.name === right.name && left.from === right.from && left.to === right.to;

const without = (periods: readonly PreElectionPeriod[], period: PreElectionPeriod): readonly PreElectionPeriod[] =>
  periods.filter((each) => !samePeriod(each, period));

/** With one more, in the order of their first days; never twice the same. */
const withOne = (periods: readonly PreElectionPeriod[], period: PreElectionPeriod): readonly PreElectionPeriod[] =>
  [...without(periods, period), period].sort((left, right) => (left.from < right.from ? -1 : 1));

/** The section. */
export function PreElectionSection({ arrangements, mayChange }: ArrangementsProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, run } = useAction();
  const [adding, setAdding] = useState(false);
  const [done, setDone] = useState<{ readonly kind: 'added' | 'removed'; readonly period: PreElectionPeriod } | null>(
    null,
  );
  const change = (kind: 'added' | 'removed', period: PreElectionPeriod, after: () => void) =>
    run(
      () =>
        changeArrangements(work, (before) => ({
          ...before,
          preElection: (kind === 'added' ? withOne : without)(before.preElection, period),
        })).then(ok),
      after,
    );
  const make = (kind: 'added' | 'removed', period: PreElectionPeriod) =>
    change(kind, period, () => setDone({ kind, period }));
  const undo = ({ kind, period }: NonNullable<typeof done>) =>
    change(kind === 'added' ? 'removed' : 'added', period, () => setDone(null));
  return (
    <Section heading={said.heading}>
      <span className={styles.hint}>{said.hint}</span>
      {arrangements.preElection.length === 0 && <span>{said.none}</span>}
      <ul className={styles.list}>
        {arrangements.preElection.map((period) => (
          <li key={JSON.stringify(period)} className={styles.row}>
            <span>{said.row(period.name, period.from, period.to)}</span>
            {mayChange && (
              <Button
                size="small"
                disabledFocusable={busy}
                aria-label={said.removeNamed(period.name)}
                onClick={() => make('removed', period)}
              >
                {words.common.remove}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {done && <UndoMessage text={said[done.kind](done.period.name)} busy={busy} onUndo={() => undo(done)} />}
      {mayChange &&
        (adding ? (
          <PeriodForm
            busy={busy}
            onSave={(period) => {
              setAdding(false);
              make('added', period);
            }}
            onCancel={() => setAdding(false)}
          />
        ) : (
          <div>
            <Button onClick={() => setAdding(true)}>{said.add}</Button>
          </div>
        ))}
    </Section>
  );
}

const shape = z.object({ name: z.string(), from: z.string(), to: z.string() });
const empty: PreElectionPeriod = { name: '', from: '', to: '' };

function PeriodForm(props: {
  readonly busy: boolean;
  readonly onSave: (period: PreElectionPeriod) => void;
  readonly onCancel: () => void;
}) {
  const kept = useKept('pre-election period', shape, empty);
  const [faults, setFaults] = useState<readonly { readonly at: string; readonly text: string }[]>([]);
  if (!kept) return null;
  const form = kept.value;
  const faultAt = (field: string): string | undefined => faults.find(({ at }) => at === `period-${field}`)?.text;
  const set = (part: Partial<PreElectionPeriod>) => kept.change((before) => ({ ...before, ...part }));
  const submit = () => {
    const period = { ...form, name: form.name.trim() };
    const found = checkPeriod(period).map((fault) => ({ at: `period-${fault.field}`, text: faultText(fault) }));
    setFaults(found);
    if (found.length > 0) return;
    kept.forget();
    props.onSave(period);
  };
  const cancel = () => {
    kept.forget();
    props.onCancel();
  };
  const nameFault = faultAt('name');
  return (
    <Group small legend={said.add}>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <Field label={said.name} hint={said.nameHint} required {...fieldFault(nameFault)}>
        <Input id="period-name" value={form.name} onChange={(_, { value }) => set({ name: value })} />
      </Field>
      <DayField
        id="period-from"
        label={said.from}
        value={form.from}
        onChange={(from) => set({ from })}
        fault={faultAt('from')}
      />
      <DayField id="period-to" label={said.to} value={form.to} onChange={(to) => set({ to })} fault={faultAt('to')} />
      <FormButtons save={said.save} busy={props.busy} onSave={submit} onCancel={cancel} />
    </Group>
  );
}

function faultText({ kind }: PeriodFault): string {
  switch (kind) {
    case 'missing':
      return said.nameMissing;
    case 'too-long':
      return said.nameTooLong;
    case 'no-day':
      return said.noDay;
    case 'before-it-begins':
      return said.order;
  }
}
