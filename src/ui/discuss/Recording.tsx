// What a facilitator records for people in the room: one person's answer, or a show of hands.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { samePerson } from '../../base/person';
import { mayRecordHands, recordable, recordings, removeRecorded } from '../../commands/recorded';
import type { RecordedWorking, Stored } from '../../sharepoint/records';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { plainList } from '../parts/plainList';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';
import type { DiscussionProps } from './discussion';
import { HandsForm } from './HandsForm';
import { PersonForm } from './PersonForm';

const said = words.discuss.record;

const useStyles = makeStyles({
  list: plainList,
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalS },
});

/** The section. What is being filled in is in memory only: an answer lies nowhere unhidden. */
export function Recording({ view, area }: DiscussionProps) {
  const styles = useStyles();
  const [saved, setSaved] = useState<'person' | 'hands' | null>(null);
  const people = recordable(view, area.keyAreaId);
  const late = area.phase !== 'collecting';
  return (
    <Section heading={said.heading}>
      {!late && <Recorded view={view} keyAreaId={area.keyAreaId} />}
      <details>
        <summary>{said.person}</summary>
        <div className={styles.form}>
          <span>{said.personHint}</span>
          {late && <span>{said.late}</span>}
          {people.length === 0 ? (
            <span>{said.nobody}</span>
          ) : (
            <PersonForm view={view} area={area} people={people} onSaved={() => setSaved('person')} />
          )}
          <span role="status">{saved === 'person' && said.saved}</span>
        </div>
      </details>
      <details>
        <summary>{said.hands}</summary>
        <div className={styles.form}>
          <span>{said.handsHint}</span>
          {late && mayRecordHands(view, area.keyAreaId) && <span>{said.late}</span>}
          {mayRecordHands(view, area.keyAreaId) ? (
            <HandsForm view={view} area={area} onSaved={() => setSaved('hands')} />
          ) : (
            <span>{said.handsDone}</span>
          )}
          <span role="status">{saved === 'hands' && said.saved}</span>
        </div>
      </details>
    </Section>
  );
}

type RecordedRow = Stored<RecordedWorking>;

/** What is recorded and still hidden; it can be taken back. */
function Recorded({ view, keyAreaId }: { readonly view: DiscussionProps['view']; readonly keyAreaId: string }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const by = ({ lastModifiedBy }: RecordedRow) =>
    lastModifiedBy === null || samePerson(lastModifiedBy.id, work.person.id) ? said.you : lastModifiedBy.displayName;
  const nameOf = ({ record }: RecordedRow) =>
    view.assessment.participants.find(({ id }) => record.personId !== null && samePerson(id, record.personId))
      ?.displayName;
  const rows = recordings(view, keyAreaId).map((row) => ({ row, name: nameOf(row) }));
  if (rows.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {rows.map(({ name, row }) => (
          <li key={row.key} className={styles.row}>
            <span>{name ? said.recordedFor(name, by(row)) : said.recordedHands(by(row))}</span>
            <Button
              size="small"
              disabledFocusable={busy}
              aria-label={name ? said.removeFor(name) : said.removeHands}
              onClick={() => run(() => removeRecorded(work, row))}
            >
              {words.common.remove}
            </Button>
          </li>
        ))}
      </ul>
      {refusal && <RefusalMessage refusal={refusal} />}
    </>
  );
}
