// The fields of one action: what, who (a person or a post), by when, and how it stands.
import { Field, Input, makeStyles, Select, Textarea } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { type Action, takingPart } from '../../assessment';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { FormButtons } from '../parts/FormButtons';
import { fieldFault } from '../parts/fieldFault';
import { Group } from '../parts/Group';
import { useKept } from '../parts/kept';
import { PeopleSearch } from '../people/PeopleSearch';
import { type ActionForm, actionFaults, actionFormShape, formOfAction, ownersToChoose, withForm } from './actionForm';
import type { DiscussionProps } from './discussion';

const said = words.discuss.actions;

const useStyles = makeStyles({
  // Else the longest name would be wider than a side panel.
  select: { minWidth: 0 },
});

interface ActionFieldsProps extends DiscussionProps {
  /** Null for a new one. */
  readonly action: Action | null;
  readonly busy: boolean;
  /** Called with how what was typed goes into an action. */
  readonly onSave: (fill: (action: Action) => Action) => void;
  readonly onCancel: () => void;
}

/** The form. */
export function ActionFields({ view, area, action, busy, onSave, onCancel }: ActionFieldsProps) {
  const work = useWorkplace();
  const id = useId();
  const name = `action ${view.assessment.id} ${area.keyAreaId} ${action?.id ?? 'new'}`;
  const kept = useKept(name, actionFormShape, formOfAction(action));
  const [faults, setFaults] = useState<readonly { at: string; text: string }[]>([]);
  if (!kept) return null;
  const form = kept.value;
  const set = (part: Partial<ActionForm>) => kept.change((before) => ({ ...before, ...part }));
  const place = (field: string): string => `${id}-${field}`;
  const faultAt = (field: string): string | undefined => faults.find((fault) => fault.at === place(field))?.text;
  const textFault = faultAt('text');

  const submit = () => {
    const found = actionFaults(form, londonDay(work.environment.now()), action?.due ?? null);
    setFaults(found.map(({ field, text }) => ({ at: place(field), text })));
    if (found.length > 0) return;
    onSave((filled) => withForm(filled, form));
    kept.forget();
  };
  const cancel = () => {
    kept.forget();
    onCancel();
  };

  return (
    <Group small legend={action === null ? said.add : said.editNamed(action.text)}>
      <ErrorSummary heading={words.parts.mend} level={3} faults={faults} />
      <Field label={said.text} required {...fieldFault(textFault)}>
        <Textarea
          id={place('text')}
          resize="vertical"
          value={form.text}
          onChange={(_, { value }) => set({ text: value })}
        />
      </Field>
      <Owner {...{ view, form, set }} id={place('owner')} fault={faultAt('owner')} />
      <DayField
        id={place('due')}
        label={said.due}
        value={form.due}
        onChange={(due) => set({ due })}
        fault={faultAt('due')}
      />
      {action !== null && (
        <Field label={said.status}>
          <Select
            value={form.status}
            onChange={(_, { value }) => set({ status: value === 'done' || value === 'dropped' ? value : 'open' })}
          >
            <option value="open">{said.statuses.open}</option>
            <option value="done">{said.statuses.done}</option>
            <option value="dropped">{said.statuses.dropped}</option>
          </Select>
        </Field>
      )}
      <FormButtons save={said.save} busy={busy} onSave={submit} onCancel={cancel} />
    </Group>
  );
}

interface OwnerProps {
  readonly view: DiscussionProps['view'];
  readonly form: ActionForm;
  readonly set: (part: Partial<ActionForm>) => void;
  readonly id: string;
  readonly fault: string | undefined;
}

function Owner({ view, form, set, id, fault }: OwnerProps) {
  const styles = useStyles();
  const people = ownersToChoose([...takingPart(view.assessment), ...view.chain.facilitators], form.person);
  const choose = (value: string) => {
    const person = people.find((candidate) => candidate.id === value);
    if (person) set({ owner: 'person', person: { id: person.id, displayName: person.displayName } });
    else set({ owner: value === 'post' || value === 'search' ? value : 'nobody' });
  };
  return (
    <>
      <Field label={said.owner} {...fieldFault(fault)}>
        <Select
          id={id}
          root={{ className: styles.select }}
          className={styles.select}
          value={form.owner === 'person' ? (form.person?.id ?? 'nobody') : form.owner}
          onChange={(_, { value }) => choose(value)}
        >
          <option value="nobody">{said.nobody}</option>
          {people.map((person) => (
            <option key={person.id} value={person.id}>
              {person.displayName}
            </option>
          ))}
          <option value="post">{said.post}</option>
          <option value="search">{said.someoneElse}</option>
        </Select>
      </Field>
      {form.owner === 'post' && (
        <Field label={said.postName} hint={said.postHint}>
          <Input value={form.post} onChange={(_, { value }) => set({ post: value })} />
        </Field>
      )}
      {form.owner === 'search' && (
        <Group small legend={said.findOwner}>
          <PeopleSearch
            chosen={[]}
            onChoose={({ id: personId, displayName }) =>
              set({ owner: 'person', person: { id: personId, displayName } })
            }
          />
        </Group>
      )}
    </>
  );
}
