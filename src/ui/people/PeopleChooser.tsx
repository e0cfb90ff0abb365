// Choosing people: the host's own picker where it is allowed, else a search by name.
import { Button, Link, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { type Person, samePerson } from '../../base/person';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Group } from '../parts/Group';
import { Message } from '../parts/Message';
import { PeopleSearch } from './PeopleSearch';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '12px' },
});

export interface PeopleChooserProps {
  /** What the choice is for. */
  readonly label: string;
  readonly chosen: readonly Person[];
  /** Called with the people who were not among `chosen`. */
  readonly onChoose: (people: readonly Person[]) => void;
}

/** Lets someone choose people. */
export function PeopleChooser({ label, chosen, onChoose }: PeopleChooserProps) {
  const styles = useStyles();
  const { pickPeople } = useWorkplace().host;
  const [searching, setSearching] = useState<'no' | 'wanted' | 'picker-failed'>('no');
  if (pickPeople === null || searching !== 'no')
    return (
      <Group small legend={label}>
        {searching === 'picker-failed' && <Message kind="warning" role="alert" title={words.people.pickerFailed} />}
        <PeopleSearch chosen={chosen} onChoose={(person) => onChoose([person])} />
      </Group>
    );
  const pick = async () => {
    try {
      const picked = await pickPeople(chosen);
      const fresh = (picked ?? []).filter((person) => !chosen.some((known) => samePerson(known.id, person.id)));
      if (fresh.length > 0) onChoose(fresh);
    } catch {
      // The host said it had a picker and then could not open it; the search below works everywhere.
      setSearching('picker-failed');
    }
  };
  return (
    <Group small legend={label}>
      <div className={styles.row}>
        <Button onClick={() => void pick()}>{words.people.choose}</Button>
        <Link as="button" onClick={() => setSearching('wanted')}>
          {words.people.searchInstead}
        </Link>
      </div>
    </Group>
  );
}
