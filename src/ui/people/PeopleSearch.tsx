// A search for people by name. The answers are plain buttons in a list: the keyboard and a screen reader need nothing special.
import { Button, Field, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { type Person, samePerson } from '../../base/person';
import { searchPeople } from '../../commands/people';
import type { GraphFault } from '../../graph/faults';
import type { FoundPerson } from '../../sharepoint/people';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { FaultMessage } from '../parts/FaultMessage';
import { plainList } from '../parts/plainList';

/** Long enough not to search for every letter, short enough not to be waited for. In milliseconds. */
const pause = 300;
const fewestLetters = 2;

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, maxWidth: '480px' },
  search: { width: '100%', maxWidth: 'none' },
  list: plainList,
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  status: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Found =
  | { readonly kind: 'nothing-asked' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'people'; readonly people: readonly FoundPerson[] }
  | { readonly kind: 'fault'; readonly fault: GraphFault };

export interface PeopleSearchProps {
  readonly chosen: readonly Person[];
  readonly onChoose: (person: Person) => void;
}

/** Search field and answers. */
export function PeopleSearch({ chosen, onChoose }: PeopleSearchProps) {
  const styles = useStyles();
  const [text, setText] = useState('');
  const { found, retry } = useSearch(text.trim());
  return (
    <div className={styles.box}>
      <Field label={words.people.search} hint={words.people.searchHint}>
        <SearchBox
          className={styles.search}
          value={text}
          onChange={(_, data) => setText(data.value)}
          // The search runs while typing; Enter must not send the form around it.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      </Field>
      <p role="status" className={styles.status}>
        {statusOf(found)}
      </p>
      {found.kind === 'fault' && <FaultMessage fault={found.fault} what={words.people.searchFailed} onRetry={retry} />}
      {found.kind === 'people' && found.people.length > 0 && (
        <ul className={styles.list}>
          {found.people.map((person) => (
            <li key={person.id} className={styles.row}>
              <span>
                {person.displayName}
                {person.jobTitle !== '' && <span className={styles.quiet}> · {person.jobTitle}</span>}
              </span>
              {chosen.some((known) => samePerson(known.id, person.id)) ? (
                <span className={styles.quiet}>{words.people.already}</span>
              ) : (
                <Button
                  size="small"
                  aria-label={words.people.addNamed(person.displayName)}
                  onClick={() => onChoose({ id: person.id, displayName: person.displayName })}
                >
                  {words.people.add}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function statusOf(found: Found): string {
  if (found.kind === 'searching') return words.people.searching;
  return found.kind === 'people' ? words.people.found(found.people.length) : '';
}

/** Searches once typing pauses; an answer that comes late, for another text, is not shown. */
function useSearch(text: string): { found: Found; retry: () => void } {
  const work = useWorkplace();
  const [found, setFound] = useState<Found>({ kind: 'nothing-asked' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt searches again for the same text
  useEffect(() => {
    if (text.length < fewestLetters) {
      setFound({ kind: 'nothing-asked' });
      return;
    }
    let wanted = true;
    const show = (answer: Found) => {
      if (wanted) setFound(answer);
    };
    const cancel = work.environment.after(pause, () => {
      show({ kind: 'searching' });
      searchPeople(work, text).then(
        (result) => show(result.ok ? { kind: 'people', people: result.value } : { kind: 'fault', fault: result.error }),
        (error: unknown) =>
          show({
            kind: 'fault',
            fault: { kind: 'unexpected', status: 0, message: String(error), requestId: null },
          }),
      );
    });
    return () => {
      wanted = false;
      cancel();
    };
  }, [work, text, attempt]);
  return { found, retry: () => setAttempt((before) => before + 1) };
}
