// People as rows: a name, what there is to say of them, and what can be done. One column at 280 pixels.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { type Person, samePerson } from '../../base/person';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { plainList } from '../parts/plainList';

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  note: { color: tokens.colorNeutralForeground2 },
});

export interface PersonRowsProps<P extends Person> {
  readonly people: readonly P[];
  /** What is said after the name; empty for nothing. */
  readonly note?: (person: P) => string;
  readonly actions?: (person: P) => ReactNode;
  /** What opens below a person's row. */
  readonly below?: (person: P) => ReactNode;
}

/** A list of people. */
export function PersonRows<P extends Person>({ people, note, actions, below }: PersonRowsProps<P>) {
  const styles = useStyles();
  const me = useWorkplace().person;
  return (
    <ul className={styles.list}>
      {people.map((person) => {
        const said = note?.(person) ?? '';
        return (
          <li key={person.id} className={styles.row}>
            <div className={styles.line}>
              <span>
                {person.displayName} {samePerson(person.id, me.id) && words.people.you}
                {said !== '' && <span className={styles.note}> · {said}</span>}
              </span>
              {actions && <span className={styles.actions}>{actions(person)}</span>}
            </div>
            {below?.(person)}
          </li>
        );
      })}
    </ul>
  );
}
