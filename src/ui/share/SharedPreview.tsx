// What councillors will read, row by row, word for word, and what is new in it since last time.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { SharedResult } from '../../assessment';
import { words } from '../../words';
import { fieldLabel, type SharedField, type SharingChange, sharedFields, sharingChange } from './sharingChanges';

const said = words.share.change;

const useStyles = makeStyles({
  row: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  quiet: { color: tokens.colorNeutralForeground2 },
  fields: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

export interface SharedPreviewProps {
  readonly results: readonly SharedResult[];
  /** What the list holds now. */
  readonly shared: readonly SharedResult[];
  /** Ids of key areas whose row somebody edited by hand: what differs there is not the officers' change. */
  readonly edited: readonly string[];
}

/** The rows that sharing writes. */
export function SharedPreview({ results, shared, edited }: SharedPreviewProps) {
  const styles = useStyles();
  return results.map((result) => {
    const change = sharingChange(result, shared);
    return (
      <article key={result.keyAreaId} className={styles.row}>
        <h3 className={styles.heading}>{result.keyArea}</h3>
        <span className={styles.quiet}>{changeWords(change, edited.includes(result.keyAreaId))}</span>
        <dl className={styles.fields}>
          {[...sharedFields, ...otherFields(change)]
            .filter((field) => result[field] !== '')
            .map((field) => (
              <div key={field}>
                <dt className={styles.label}>{fieldLabel(field)}</dt>
                <dd className={styles.value}>{result[field]}</dd>
                <Before change={change} field={field} />
              </div>
            ))}
        </dl>
      </article>
    );
  });
}

function changeWords(change: SharingChange, isEdited: boolean): string {
  if (change.kind !== 'changed') return said[change.kind];
  return said[isEdited ? 'edited' : 'changed'](change.fields.map(({ field }) => fieldLabel(field)));
}

/** Fields that are the same for all rows, where they are about to change. */
const otherFields = (change: SharingChange): readonly SharedField[] =>
  change.kind === 'changed'
    ? change.fields.map(({ field }) => field).filter((field) => !sharedFields.some((shown) => shown === field))
    : [];

function Before({ change, field }: { readonly change: SharingChange; readonly field: SharedField }) {
  const styles = useStyles();
  const changed = change.kind === 'changed' ? change.fields.find((one) => one.field === field) : undefined;
  return changed && <dd className={mergeClasses(styles.value, styles.quiet)}>{said.before(changed.before)}</dd>;
}
