// The people picker that an app may open (people.selectPeople).
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  SearchBox,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { DemoPerson } from '../../pages/people';
import type { PickedPerson, PickerRequest } from '../protocol/handle';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  list: { display: 'flex', flexDirection: 'column', height: '320px', overflowY: 'auto' },
  line: { display: 'flex', flexDirection: 'column' },
});

export interface PeoplePickerProps {
  readonly people: readonly DemoPerson[];
  readonly request: PickerRequest;
  /** Undefined when the person closed the picker. */
  onDone(picked: readonly PickedPerson[] | undefined): void;
}

/** Lists everyone of the council, by name or role; one or several as the app asked. */
export function PeoplePicker({ people, request, onDone }: PeoplePickerProps) {
  const styles = useStyles();
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(request.setSelected ?? []);
  const wanted = search.trim().toLowerCase();
  const shown = people.filter((person) => `${person.displayName} ${person.jobTitle}`.toLowerCase().includes(wanted));
  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((other) => other !== id) : [...before, id]));
  const done = () => onDone(people.filter((person) => chosen.includes(person.id)).map(asPicked));

  return (
    <Dialog open onOpenChange={() => onDone(undefined)}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{request.title ?? 'Choose people'}</DialogTitle>
          <DialogContent className={styles.content}>
            <SearchBox
              aria-label="Search people"
              placeholder="Search by name or role"
              value={search}
              onChange={(_, data) => setSearch(data.value)}
            />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <section className={styles.list} aria-label="People" tabIndex={0}>
              {request.singleSelect ? (
                <RadioGroup aria-label="People" value={chosen[0] ?? ''} onChange={(_, data) => setChosen([data.value])}>
                  {shown.map((person) => (
                    <Radio key={person.id} value={person.id} label={<PersonLabel person={person} />} />
                  ))}
                </RadioGroup>
              ) : (
                shown.map((person) => (
                  <Checkbox
                    key={person.id}
                    checked={chosen.includes(person.id)}
                    onChange={() => toggle(person.id)}
                    label={<PersonLabel person={person} />}
                  />
                ))
              )}
              {shown.length === 0 && <Text>Nobody is called “{search}” here.</Text>}
            </section>
          </DialogContent>
          <DialogActions>
            <Button onClick={() => onDone(undefined)}>Cancel</Button>
            <Button appearance="primary" onClick={done}>
              Done
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function PersonLabel({ person }: { readonly person: DemoPerson }) {
  const styles = useStyles();
  return (
    <span className={styles.line}>
      <span>{person.displayName}</span>
      <Text size={200}>{person.jobTitle}</Text>
    </span>
  );
}

const asPicked = (person: DemoPerson): PickedPerson => ({
  objectId: person.id,
  displayName: person.displayName,
  email: person.userPrincipalName,
});
