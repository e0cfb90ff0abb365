// One change that is not in SharePoint: what it is, where it stands, what it says, and the ways out.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { LegibleChange } from '../../commands/versions';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { AllowButton } from '../parts/AllowButton';
import { CopyButton } from '../parts/CopyButton';
import { DiscardButton } from '../parts/DiscardButton';
import { faultWords, missingScopes } from '../parts/faultWords';
import { saveWords } from '../parts/saveWords';
import { changeName, lossWords } from './changeWords';
import { asText, fieldsOf } from './fields';
import { VersionChoice } from './VersionChoice';

const said = words.unsaved;

const useStyles = makeStyles({
  change: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalL,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  text: { margin: 0 },
  fields: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
});

export interface UnsavedChangeProps {
  readonly change: LegibleChange;
  readonly onDiscard: () => void;
  /** Somebody chose between two versions. */
  readonly onSettled: () => void;
}

/** One entry of the list. */
export function UnsavedChange({ change, onDiscard, onSettled }: UnsavedChangeProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const id = useId();
  const { unsent, assessmentTitle } = change;
  const { state } = unsent;
  return (
    <li className={styles.change} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {changeName(change)}
      </h2>
      {assessmentTitle !== '' && <p className={styles.quiet}>{said.within(assessmentTitle)}</p>}
      <p className={styles.text} role="status">
        {saveWords(state, environment.now())}
      </p>
      {state.kind === 'parked' && <p className={styles.text}>{faultWords(state.because, environment.now()).todo}</p>}
      {state.kind === 'parked' && state.because.kind === 'not-found' && <p className={styles.text}>{said.gone}</p>}
      {state.kind === 'two-versions' ? (
        <VersionChoice change={change} onChosen={onSettled} />
      ) : (
        <>
          <Content change={change} />
          <WaysOut change={change} onDiscard={onDiscard} />
        </>
      )}
    </li>
  );
}

/** What was written, to be read here. */
function Content({ change: { mine } }: { readonly change: LegibleChange }) {
  const styles = useStyles();
  if (mine === null) return <p className={styles.text}>{said.removed}</p>;
  if (mine.kind === 'answer' && mine.content === null) return <p className={styles.text}>{said.closed}</p>;
  return (
    <dl className={styles.fields}>
      {fieldsOf(mine)
        .filter((field) => field.text !== '')
        .map((field) => (
          <div key={field.label}>
            <dt className={styles.label}>{field.label}</dt>
            <dd className={styles.value}>{field.text}</dd>
          </div>
        ))}
    </dl>
  );
}

function WaysOut({ change, onDiscard }: { readonly change: LegibleChange; readonly onDiscard: () => void }) {
  const styles = useStyles();
  const { replica } = useWorkplace();
  const name = changeName(change);
  const { state } = change.unsent;
  const scopes = state.kind === 'parked' ? missingScopes(state.because) : [];
  const text = asText(change.mine ?? change.before);
  if (state.kind === 'saving') return null;
  return (
    <div className={styles.buttons}>
      {scopes.length > 0 ? (
        <AllowButton scopes={scopes} />
      ) : (
        <Button aria-label={`${words.common.retry}: ${name}`} onClick={() => void replica.retry()}>
          {words.common.retry}
        </Button>
      )}
      {text !== '' && <CopyButton text={text} label={words.common.copy} />}
      <DiscardButton loss={lossWords(change)} name={name} onDiscard={onDiscard} />
      {state.kind === 'parked' && (
        <Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>
      )}
    </div>
  );
}
