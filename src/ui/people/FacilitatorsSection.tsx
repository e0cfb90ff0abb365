// Who facilitates: name a deputy, hand over, take the last change back. Somebody always stays.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type Person, samePerson } from '../../base/person';
import { changeFacilitators } from '../../commands/people';
import type { AssessmentView } from '../../commands/view';
import { inWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from '../parts/Message';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { UndoMessage } from '../parts/UndoMessage';
import { useAction } from '../parts/useAction';
import { PeopleChooser } from './PeopleChooser';
import { PersonRows } from './PersonRows';

const said = words.people.facilitators;

/** The section; read-only unless `mayChange`. */
export function FacilitatorsSection({
  view,
  mayChange,
}: {
  readonly view: AssessmentView;
  readonly mayChange: boolean;
}) {
  const work = useWorkplace();
  const command = useAction();
  const [done, setDone] = useState<{ text: string; before: readonly Person[] } | null>(null);
  const [leaving, setLeaving] = useState(false);
  const { facilitators } = view.chain;

  const make = (next: readonly Person[], text: string | null) =>
    command.run(
      () => changeFacilitators(work, view.assessment.id, next),
      () => setDone(text === null ? null : { text, before: facilitators }),
    );
  const without = (person: Person) => facilitators.filter((other) => !samePerson(other.id, person.id));
  const remove = (person: Person) => {
    setLeaving(false);
    make(without(person), said.done.removed(person.displayName));
  };
  const isMe = (person: Person) => samePerson(person.id, work.person.id);

  return (
    <Section heading={said.heading}>
      <span>{said.intro}</span>
      {facilitators.length < 2 && (
        <Message kind="warning">
          <span>{said.onlyOne}</span>
        </Message>
      )}
      {command.refusal && <RefusalMessage refusal={command.refusal} />}
      {done &&
        (mayChange ? (
          <UndoMessage text={done.text} busy={command.busy} onUndo={() => make(done.before, null)} />
        ) : (
          <Message kind="success" role="status" title={done.text} />
        ))}
      <PersonRows
        people={facilitators}
        {...(mayChange &&
          facilitators.length > 1 && {
            actions: (person: Person) => (
              <Button
                size="small"
                disabled={command.busy}
                aria-label={words.people.removeNamed(person.displayName)}
                onClick={() => (isMe(person) ? setLeaving(true) : remove(person))}
              >
                {said.remove}
              </Button>
            ),
            below: (person: Person) =>
              leaving &&
              isMe(person) && (
                <Message
                  kind="warning"
                  role="alert"
                  title={said.leaveSure}
                  actions={
                    <>
                      <Button size="small" onClick={() => remove(person)}>
                        {said.leaveYes}
                      </Button>
                      <Button size="small" onClick={() => setLeaving(false)}>
                        {said.leaveNo}
                      </Button>
                    </>
                  }
                />
              ),
          })}
      />
      {mayChange && (
        <PeopleChooser
          label={said.addHeading}
          chosen={facilitators}
          onChoose={(people) =>
            make([...facilitators, ...people], said.done.added(inWords(people.map((person) => person.displayName))))
          }
        />
      )}
    </Section>
  );
}
