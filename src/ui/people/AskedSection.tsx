// Who is asked: add, replace, mark as not taking part and back, and take the last change back.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type Participant, takingPart } from '../../assessment';
import { type Person, samePerson } from '../../base/person';
import { changeParticipants } from '../../commands/people';
import type { AssessmentView } from '../../commands/view';
import { inWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { UndoMessage } from '../parts/UndoMessage';
import { useAction } from '../parts/useAction';
import { PeopleChooser } from './PeopleChooser';
import { PersonRows } from './PersonRows';
import { asking, changed, leaving, type PeopleChange, replacing, returning, turnedRound } from './peopleChanges';

const said = words.people.asked;

/** The section; read-only unless `mayChange`. */
export function AskedSection({ view, mayChange }: { readonly view: AssessmentView; readonly mayChange: boolean }) {
  const work = useWorkplace();
  const command = useAction();
  const [done, setDone] = useState<{ text: string; change: PeopleChange } | null>(null);
  const [replaced, setReplaced] = useState<Participant | null>(null);
  const { id, participants } = view.assessment;
  const taking = takingPart(view.assessment).length;

  const make = (change: PeopleChange, text: string | null) => {
    setReplaced(null);
    command.run(
      () => changeParticipants(work, id, changed(participants, change)),
      () => setDone(text === null ? null : { text, change }),
    );
  };
  const add = (people: readonly Person[]) =>
    make(asking(participants, people), said.done.added(inWords(people.map((person) => person.displayName))));
  const replace = (person: Participant, [by]: readonly Person[]) => {
    if (by) make(replacing(participants, person, by), said.done.replaced(person.displayName, by.displayName));
  };

  return (
    <Section heading={said.heading}>
      <span>{participants.length === 0 ? said.none : said.counts(taking, participants.length - taking)}</span>
      {command.refusal && <RefusalMessage refusal={command.refusal} />}
      {done && <UndoMessage text={done.text} busy={command.busy} onUndo={() => make(turnedRound(done.change), null)} />}
      <PersonRows
        people={participants}
        note={(person) => (person.takingPart ? '' : said.notTakingPart)}
        {...(mayChange && {
          actions: (person: Participant) => (
            <ParticipantActions
              person={person}
              busy={command.busy}
              onLeave={() => make(leaving(person), said.done.left(person.displayName))}
              onReturn={() => make(returning(person), said.done.back(person.displayName))}
              replacing={replaced !== null && samePerson(replaced.id, person.id)}
              onReplace={() => setReplaced(replaced?.id === person.id ? null : person)}
            />
          ),
          below: (person: Participant) =>
            replaced?.id === person.id && (
              <PeopleChooser
                label={said.replaceBy(person.displayName)}
                chosen={participants.filter((other) => other.takingPart)}
                onChoose={(people) => replace(person, people)}
              />
            ),
        })}
      />
      {mayChange && (
        <PeopleChooser
          label={said.addHeading}
          chosen={participants.filter((person) => person.takingPart)}
          onChoose={add}
        />
      )}
    </Section>
  );
}

interface ParticipantActionsProps {
  readonly person: Participant;
  readonly busy: boolean;
  readonly replacing: boolean;
  readonly onLeave: () => void;
  readonly onReturn: () => void;
  readonly onReplace: () => void;
}

function ParticipantActions({ person, busy, replacing, onLeave, onReturn, onReplace }: ParticipantActionsProps) {
  if (!person.takingPart)
    return (
      <Button size="small" disabled={busy} aria-label={said.backNamed(person.displayName)} onClick={onReturn}>
        {said.back}
      </Button>
    );
  return (
    <>
      <Button size="small" disabled={busy} aria-label={said.leaveNamed(person.displayName)} onClick={onLeave}>
        {said.leave}
      </Button>
      <Button
        size="small"
        disabled={busy}
        aria-expanded={replacing}
        aria-label={said.replaceNamed(person.displayName)}
        onClick={onReplace}
      >
        {said.replace}
      </Button>
    </>
  );
}
