// The form that opens an assessment. What is typed is kept; faults are shown at the top and where they are mended.
import { Button, Checkbox, Field, Input, makeStyles, Spinner, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { type Person, samePerson } from '../../base/person';
import { openAssessment } from '../../commands/openAssessment';
import { londonDay, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useAskFirst } from '../parts/AskFirst';
import { DayField } from '../parts/DayField';
import { ErrorSummary } from '../parts/ErrorSummary';
import { fieldFault } from '../parts/fieldFault';
import { Group } from '../parts/Group';
import { useKept } from '../parts/kept';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { TellChannel, useTellChannel } from '../parts/TellChannel';
import { useAction } from '../parts/useAction';
import { PeopleChooser } from '../people/PeopleChooser';
import { PersonRows } from '../people/PersonRows';
import { openedText } from './channelText';
import { EarlierGroup } from './EarlierGroup';
import { type FormFault, formFault, places } from './faultTexts';
import { draftOf, firstForm, formFaults, type OpenForm, openFormShape } from './openForm';
import { chosenResults, usePrevious } from './previous';

const said = words.open;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXXL },
  choices: { display: 'flex', flexDirection: 'column' },
  people: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** The whole form; `onOpened` is called with the new assessment's id. */
export function OpenFormPart({ onOpened }: { readonly onOpened: (assessmentId: string) => void }) {
  const styles = useStyles();
  const work = useWorkplace();
  const today = londonDay(work.environment.now());
  const kept = useKept('open an assessment', openFormShape, firstForm(work.framework, work.person, today));
  const tell = useTellChannel('opened');
  const [faults, setFaults] = useState<readonly FormFault[]>([]);
  const command = useAction();
  const { ask, question } = useAskFirst('open');
  const previous = usePrevious();
  if (!kept || !tell) return null;
  const form = kept.value;
  const draft = draftOf(form, chosenResults(previous.found, form.previousId), tell.value);
  const set = (part: Partial<OpenForm>) => kept.change((before) => ({ ...before, ...part }));
  const faultAt = (place: string): string | undefined => faults.find((fault) => fault.at === place)?.text;

  const submit = () => {
    const found = formFaults(form, draft, today).map((fault) => formFault(fault, work.framework));
    setFaults(found);
    if (found.length > 0) return;
    const open = () =>
      command.run(
        () => openAssessment(work, draft),
        (id) => {
          kept.forget();
          onOpened(id);
        },
      );
    // Opening itself publishes nothing.
    if (draft.tellChannel) ask(open);
    else open();
  };

  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary heading={words.parts.mend} faults={faults} />
      <About form={form} set={set} faultAt={faultAt} />
      <KeyAreas form={form} set={set} fault={faultAt(places.keyAreas)} />
      <Chosen
        id={places.facilitators}
        legend={said.facilitators.heading}
        hint={said.facilitators.hint}
        add={said.facilitators.add}
        fault={faultAt(places.facilitators)}
        people={form.facilitators}
        warning={form.facilitators.length === 1 ? said.facilitators.onlyOne : null}
        onChange={(change) => kept.change((before) => ({ ...before, facilitators: change(before.facilitators) }))}
      />
      <Chosen
        id={places.participants}
        legend={said.asked.heading}
        hint={said.asked.hint}
        add={said.asked.add}
        fault={faultAt(places.participants)}
        people={form.participants}
        warning={null}
        onChange={(change) => kept.change((before) => ({ ...before, participants: change(before.participants) }))}
      />
      <Group legend={said.names.heading} hint={said.names.hint}>
        <Switch
          label={said.names.label}
          checked={form.showNames}
          onChange={(_, { checked }) => set({ showNames: checked })}
        />
      </Group>
      <EarlierGroup form={form} change={kept.change} previous={previous} faultAt={faultAt} />
      <TellChannel
        heading={said.channel.heading}
        label={said.channel.label(work.home.channelName)}
        text={openedText(work, draft)}
        tell={tell}
      />
      {command.refusal && <RefusalMessage refusal={command.refusal} onRetry={submit} />}
      <div>
        <Button type="submit" appearance="primary" disabledFocusable={command.busy}>
          {command.busy ? said.submitting : said.submit}
        </Button>
        {command.busy && <Spinner size="tiny" aria-hidden />}
      </div>
      {question}
    </form>
  );
}

interface PartProps {
  readonly form: OpenForm;
  readonly set: (part: Partial<OpenForm>) => void;
}

function About({ form, set, faultAt }: PartProps & { readonly faultAt: (place: string) => string | undefined }) {
  const text = (name: 'title' | 'organisation', hint: string | null) => {
    const fault = faultAt(places[name]);
    return (
      <Field label={said[name]} hint={hint} required {...fieldFault(fault)}>
        <Input id={places[name]} value={form[name]} onChange={(_, { value }) => set({ [name]: value })} />
      </Field>
    );
  };
  return (
    <Group legend={said.about}>
      {text('title', null)}
      {text('organisation', said.organisationHint)}
      <DayField
        id={places.dueDate}
        label={said.dueDate}
        value={form.dueDate}
        onChange={(dueDate) => set({ dueDate })}
        fault={faultAt(places.dueDate)}
      />
    </Group>
  );
}

function KeyAreas({ form, set, fault }: PartProps & { readonly fault: string | undefined }) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const toggle = (id: string, checked: boolean) =>
    set({ keyAreaIds: checked ? [...form.keyAreaIds, id] : form.keyAreaIds.filter((other) => other !== id) });
  return (
    <Group id={places.keyAreas} legend={said.keyAreas} fault={fault}>
      <div className={styles.choices}>
        {framework.theme.keyAreas.map((area) => (
          <Checkbox
            key={area.id}
            label={area.title}
            checked={form.keyAreaIds.includes(area.id)}
            onChange={(_, { checked }) => toggle(area.id, checked === true)}
          />
        ))}
      </div>
    </Group>
  );
}

interface ChosenProps {
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly add: string;
  readonly fault: string | undefined;
  readonly people: readonly Person[];
  readonly warning: string | null;
  readonly onChange: (change: (before: readonly Person[]) => readonly Person[]) => void;
}

/** People chosen so far, each with a way out, and a way to add more. */
function Chosen({ id, legend, hint, add, fault, people, warning, onChange }: ChosenProps) {
  const styles = useStyles();
  return (
    <Group id={id} legend={legend} hint={hint} fault={fault}>
      <div className={styles.people}>
        {people.length === 0 && <span>{said.asked.nobody}</span>}
        <PersonRows
          people={people}
          actions={(person) => (
            <Button
              size="small"
              aria-label={words.people.removeNamed(person.displayName)}
              onClick={() => onChange((before) => before.filter((other) => !samePerson(other.id, person.id)))}
            >
              {words.common.remove}
            </Button>
          )}
        />
        {warning !== null && (
          <Message kind="warning">
            <span>{warning}</span>
          </Message>
        )}
        <PeopleChooser
          label={add}
          chosen={people}
          onChoose={(more) =>
            onChange((before) => [
              ...before,
              ...more.filter((person) => !before.some((known) => samePerson(known.id, person.id))),
            ])
          }
        />
      </div>
    </Group>
  );
}
