// Clearing: who cleared the result for the committee, by name, post and day; and the way back while nothing was decided.
import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { type Clearing, type ClearingFault, checkClearing, takeAssessmentStep } from '../../assessment';
import { clearResult, mayTake, takeBackClearing } from '../../commands/committee';
import type { AssessmentView } from '../../commands/view';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { useKept } from '../parts/kept';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';

const said = words.committee.clear;

const useStyles = makeStyles({ hint: { color: tokens.colorNeutralForeground2 } });

/** The form where the result can be cleared, the way back where a clearing can be taken back; what was just done is said. */
export function ClearSection({ view }: { readonly view: AssessmentView }) {
  const [done, setDone] = useState<'done' | 'takenBack' | null>(null);
  const { assessment, editions, role } = view;
  const mayClear = !assessment.practice && takeAssessmentStep('clear', assessment.phase, role).ok;
  return (
    <>
      <div role="status">{done && <Message kind="success" title={said[done]} />}</div>
      {mayClear && (
        <Section heading={editions.length === 0 ? said.heading : said.again}>
          <ClearForm view={view} onDone={() => setDone('done')} />
        </Section>
      )}
      {mayTake('takeBack', view) && <TakeBack view={view} onDone={() => setDone('takenBack')} />}
    </>
  );
}

interface PartProps {
  readonly view: AssessmentView;
  readonly onDone: () => void;
}

function TakeBack({ view, onDone }: PartProps) {
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const press = () => run(() => takeBackClearing(work, view.assessment.id), onDone);
  return (
    <div>
      {refusal && <RefusalMessage refusal={refusal} onRetry={press} />}
      <Button disabledFocusable={busy} onClick={press}>
        {said.takeBack}
      </Button>
    </div>
  );
}

const shape = z.object({ name: z.string(), post: z.string(), on: z.string() });

function ClearForm({ view, onDone }: PartProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const { id } = view.assessment;
  const today = londonDay(work.environment.now());
  const kept = useKept<Clearing>(`clearing ${id}`, shape, { name: '', post: '', on: today });
  const [faults, setFaults] = useState<readonly { readonly at: string; readonly text: string }[]>([]);
  if (!kept) return null;
  const form = kept.value;
  const faultAt = (field: string): string | undefined => faults.find(({ at }) => at === `clear-${field}`)?.text;
  const submit = () => {
    const clearing = { name: form.name.trim(), post: form.post.trim(), on: form.on };
    const found = checkClearing(clearing, today).map((fault) => ({
      at: `clear-${fault.field}`,
      text: faultText(fault),
    }));
    setFaults(found);
    if (found.length > 0) return;
    run(
      () => clearResult(work, id, clearing),
      () => {
        kept.forget();
        onDone();
      },
    );
  };
  const line = (field: 'name' | 'post', hint: string | null) => (
    <Field label={said[field]} hint={hint} required {...fieldFault(faultAt(field))}>
      <Input
        id={`clear-${field}`}
        value={form[field]}
        onChange={(_, { value }) => kept.change((before) => ({ ...before, [field]: value }))}
      />
    </Field>
  );
  return (
    <>
      <span className={styles.hint}>{said.hint}</span>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      {line('name', said.nameHint)}
      {line('post', null)}
      <DayField
        id="clear-on"
        label={said.on}
        value={form.on}
        onChange={(on) => kept.change((before) => ({ ...before, on }))}
        fault={faultAt('on')}
      />
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={null} />
    </>
  );
}

function faultText(fault: ClearingFault): string {
  switch (fault.kind) {
    case 'missing':
      return fault.field === 'name' ? said.nameMissing : said.postMissing;
    case 'too-long':
      return words.committee.tooLong;
    case 'no-day':
      return words.committee.noDay;
    case 'in-the-future':
      return words.committee.future;
  }
}
