// An answer recorded for one person: whose, which level, and what they say about it.
import { Field, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Judgement, Participant } from '../../assessment';
import { recordForPerson } from '../../commands/recorded';
import { keyAreaOf } from '../../framework';
import { limits } from '../../sharepoint/limits';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { ChoiceCards } from '../parts/ChoiceCards';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { levelChoices } from '../parts/levelChoices';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';

const said = words.discuss.record;

const useStyles = makeStyles({
  // Else the longest name would be wider than a side panel.
  select: { minWidth: 0 },
});

interface Said {
  readonly personId: string;
  readonly judgement: Judgement | null;
  readonly remark: string;
}

const nothing: Said = { personId: '', judgement: null, remark: '' };

interface PersonFormProps extends Pick<DiscussionProps, 'view' | 'area'> {
  readonly people: readonly Participant[];
  readonly onSaved: () => void;
}

/** The form. */
export function PersonForm({ view, area, people, onSaved }: PersonFormProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const id = useId();
  const { busy, refusal, run } = useAction();
  const [form, setForm] = useState(nothing);
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([]);
  const about = keyAreaOf(work.framework, area.keyAreaId);
  const place = (field: string): string => `${id}-${field}`;
  const faultAt = (field: string): string | undefined => faults.find((fault) => fault.at === place(field))?.text;
  const set = (part: Partial<Said>) => setForm((before) => ({ ...before, ...part }));
  if (!about) return null;
  // Somebody may have answered since they were chosen.
  const personId = people.some((person) => person.id === form.personId) ? form.personId : '';

  const submit = () => {
    const { judgement, remark } = form;
    const found = [
      ...(personId === '' ? [{ at: place('whom'), text: said.whomMissing }] : []),
      ...(judgement === null ? [{ at: place('level'), text: said.levelMissing }] : []),
      ...(remark.length > limits.remark ? [{ at: place('remark'), text: said.remarkTooLong(limits.remark) }] : []),
    ];
    setFaults(found);
    if (judgement === null || found.length > 0) return;
    const area = { assessmentId: view.assessment.id, keyAreaId: about.id };
    run(
      () => recordForPerson(work, area, personId, { judgement, remark }),
      () => {
        setForm(nothing);
        onSaved();
      },
    );
  };

  return (
    <>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <Field label={said.whom} required {...fieldFault(faultAt('whom'))}>
        <Select
          id={place('whom')}
          root={{ className: styles.select }}
          className={styles.select}
          value={personId}
          onChange={(_, { value }) => set({ personId: value })}
        >
          <option value="">{said.choose}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
        </Select>
      </Field>
      <ChoiceCards<Judgement>
        small
        id={place('level')}
        legend={said.level}
        choices={[
          ...levelChoices(work.framework, about),
          { value: 'cannot-judge', name: words.answer.cannotJudge, meaning: words.answer.cannotJudgeMeaning },
        ]}
        value={form.judgement}
        onChange={(judgement) => set({ judgement })}
        fault={faultAt('level')}
      />
      <Field label={said.remark} hint={words.answer.who.law} {...fieldFault(faultAt('remark'))}>
        <Textarea
          id={place('remark')}
          resize="vertical"
          value={form.remark}
          onChange={(_, { value }) => set({ remark: value })}
        />
      </Field>
      {refusal && <RefusalMessage refusal={refusal} onRetry={submit} />}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={null} />
    </>
  );
}
