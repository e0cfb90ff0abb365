// Every edition of the result, the newest first: what became of it, and what councillors read then, word for word.
import { makeStyles, tokens } from '@fluentui/react-components';
import { readSnapshot, type SnapshotRow } from '../../assessment';
import type { AssessmentView, StoredEdition } from '../../commands/view';
import { editionInWords } from '../../report';
import { londonDay, timeInWords, words } from '../../words';
import { Message } from '../parts/Message';
import { Section } from '../parts/Section';
import { fieldLabel, sharedFields } from '../share/sharingChanges';

const said = words.committee.editions;

const useStyles = makeStyles({
  edition: {
    padding: tokens.spacingVerticalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    minWidth: 0,
  },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  area: { margin: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalS}`, fontSize: tokens.fontSizeBase300 },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  summary: { cursor: 'pointer' },
  fields: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** The section; nothing where there is none. */
export function Editions({ view }: { readonly view: AssessmentView }) {
  if (view.editions.length === 0) return null;
  return (
    <Section heading={said.heading}>
      {view.editions.map((edition) => (
        <EditionPart key={edition.key} edition={edition} />
      ))}
    </Section>
  );
}

function EditionPart({ edition }: { readonly edition: StoredEdition }) {
  const styles = useStyles();
  const { record, intact, lastModifiedBy, lastModifiedAt } = edition;
  const { snapshot } = record;
  const rows = readSnapshot(snapshot.text)?.results ?? null;
  return (
    <article className={styles.edition}>
      <h3 className={styles.heading}>{said.number(record.number)}</h3>
      <span>{editionInWords(record)}</span>
      {(!intact || rows === null) && (
        <Message kind="warning">
          <span>{said.altered}</span>
        </Message>
      )}
      {rows && (
        <details>
          <summary className={styles.summary}>{said.asItWas}</summary>
          {rows.length === 0 && <span>{said.empty}</span>}
          {rows.map((row) => (
            <KeptRow key={row.keyAreaId} row={row} />
          ))}
        </details>
      )}
      <span className={styles.quiet}>
        {said.kept(londonDay(new Date(snapshot.at)), timeInWords(snapshot.at))} {intact && rows !== null && said.intact}{' '}
        {lastModifiedBy !== null &&
          lastModifiedAt !== null &&
          said.writtenBy(lastModifiedBy.displayName, londonDay(new Date(lastModifiedAt)))}
      </span>
      <span className={styles.quiet}>
        {said.fingerprint}: {snapshot.digest}
      </span>
    </article>
  );
}

function KeptRow({ row }: { readonly row: SnapshotRow }) {
  const styles = useStyles();
  return (
    <>
      <h4 className={styles.area}>{row.keyArea}</h4>
      <dl className={styles.fields}>
        {sharedFields
          .map((field) => ({ field, text: row[field] ?? '' }))
          .filter(({ text }) => text !== '')
          .map(({ field, text }) => (
            <div key={field}>
              <dt className={styles.label}>{fieldLabel(field)}</dt>
              <dd className={styles.value}>{text}</dd>
            </div>
          ))}
      </dl>
    </>
  );
}
