// Two versions side by side, only what differs, and the choice. Told apart by their headings, never by a colour.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { samePerson } from '../../base/person';
import { chooseVersion, type Legible, type LegibleChange } from '../../commands/versions';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { CopyButton } from '../parts/CopyButton';
import { RefusalMessage } from '../parts/RefusalMessage';
import { useAction } from '../parts/useAction';
import { changeName } from './changeWords';
import { asText, differences } from './fields';

const said = words.unsaved.versions;

const useStyles = makeStyles({
  group: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: 0,
    border: 'none',
  },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
  versions: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 240px), 1fr))',
  },
  version: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
    margin: 0,
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  from: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  fields: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, flexGrow: 1 },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
});

export interface VersionChoiceProps {
  /** One of which there are two versions. */
  readonly change: LegibleChange;
  /** The choice was made. */
  readonly onChosen: () => void;
}

/** Both versions can be read and copied until one is chosen. */
export function VersionChoice({ change, onChosen }: VersionChoiceProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { environment } = useSurroundings();
  const { busy, refusal, run } = useAction();
  const { mine, there, unsent } = change;
  const fields = differences(mine, there);
  const name = changeName(change);
  const choose = (which: 'mine' | 'theirs') => run(() => chooseVersion(work, unsent, which), onChosen);
  const shared = { name, busy };
  return (
    <fieldset aria-label={said.label(name)} className={styles.group}>
      <p className={styles.intro}>{fields.length === 0 && isOpen(mine) && isOpen(there) ? said.same : said.intro}</p>
      <div className={styles.versions}>
        <Version
          {...shared}
          heading={said.mine}
          from={said.mineFrom}
          record={mine}
          fields={fields.map(({ label, left }) => [label, left])}
          take={said.keepMine}
          onTake={() => choose('mine')}
        />
        <Version
          {...shared}
          heading={said.theirs}
          from={originWords(change, work.person.id, environment.now())}
          record={there}
          fields={fields.map(({ label, right }) => [label, right])}
          take={said.takeTheirs}
          onTake={() => choose('theirs')}
        />
      </div>
      {refusal && <RefusalMessage refusal={refusal} />}
    </fieldset>
  );
}

/** False for an answer that none of my keys at hand opens. */
const isOpen = (record: Legible | null): boolean => record?.kind !== 'answer' || record.content !== null;

/** Who saved the other one, and when, as far as SharePoint says. */
function originWords({ unsent: { there } }: LegibleChange, me: string, now: Date): string {
  const by = there?.lastModifiedBy ?? null;
  const at = there?.lastModifiedAt ?? null;
  if (by === null || at === null) return said.meanwhile;
  if (samePerson(by.id, me)) return said.byYou(at, now);
  return said.by(by.displayName || words.unsaved.value.somebody, at, now);
}

interface VersionProps {
  readonly name: string;
  readonly busy: boolean;
  readonly heading: string;
  readonly from: string;
  readonly record: Legible | null;
  readonly fields: readonly (readonly [label: string, text: string])[];
  readonly take: string;
  readonly onTake: () => void;
}

function Version({ name, busy, heading, from, record, fields, take, onTake }: VersionProps) {
  const styles = useStyles();
  const id = useId();
  const text = asText(record);
  return (
    <fieldset aria-labelledby={id} className={styles.version}>
      <p id={id} className={styles.heading}>
        {heading}
      </p>
      <p className={styles.from}>{from}</p>
      {record === null && <p className={styles.text}>{said.removedHere}</p>}
      {!isOpen(record) && <p className={styles.text}>{words.unsaved.closed}</p>}
      {record !== null && isOpen(record) && (
        <dl className={styles.fields}>
          {fields.map(([label, value]) => (
            <div key={label}>
              <dt className={styles.label}>{label}</dt>
              <dd className={styles.text}>{value === '' ? said.empty : value}</dd>
            </div>
          ))}
        </dl>
      )}
      <div className={styles.buttons}>
        <Button onClick={onTake} disabledFocusable={busy} aria-label={`${take}: ${name}`}>
          {take}
        </Button>
        {text !== '' && <CopyButton text={text} label={said.copy} />}
      </div>
    </fieldset>
  );
}
