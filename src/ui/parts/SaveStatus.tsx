// Where what was entered is: saving, saved at 10:32, not yet saved because … In words, and told to screen readers politely.
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import type { SaveState } from '../../replica/replica';
import type { ListName } from '../../sharepoint/records';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { AllowButton } from './AllowButton';
import { CopyButton } from './CopyButton';
import { DiscardButton } from './DiscardButton';
import { faultWords, missingScopes } from './faultWords';
import { later } from './later';
import { Message } from './Message';
import { saveWords } from './saveWords';

// Rarely needed, and it brings every record's words with it; fetched ahead with the screen of what is not in SharePoint.
const TwoVersions = later(() =>
  import(/* webpackChunkName: "unsaved" */ '../unsaved/TwoVersions').then((module) => module.TwoVersions),
);

const useStyles = makeStyles({
  sticky: {
    // Seen while choosing and typing, wherever in a long form; not where it would cover much of a small or enlarged window.
    '@media (min-height: 500px)': { position: 'sticky', bottom: 0 },
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: {
    margin: 0,
    minHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    ':focus': { outlineStyle: 'none' },
  },
});

export interface SaveStatusProps {
  readonly list: ListName;
  readonly recordKey: string;
  /** From `useSaveState`; null shows nothing yet. */
  readonly state: SaveState | null;
  /** What the person wrote, for *copy*, where it could not be saved. */
  readonly text?: string;
  /** Keeps the line in sight at the bottom of a long form. */
  readonly sticky?: boolean;
}

/** The state as a line; where somebody has to act, with what can be done. */
export function SaveStatus({ list, recordKey, state, text, sticky }: SaveStatusProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const ref = useRef<HTMLParagraphElement>(null);
  const line = state && state.kind !== 'parked' ? saveWords(state, environment.now()) : '';
  return (
    <>
      <p
        ref={ref}
        tabIndex={-1}
        className={mergeClasses(styles.line, sticky && line !== '' && styles.sticky)}
        role="status"
      >
        {line}
      </p>
      {state?.kind === 'parked' && <Parked list={list} recordKey={recordKey} state={state} text={text ?? ''} />}
      {state?.kind === 'two-versions' && (
        <TwoVersions list={list} recordKey={recordKey} onChosen={() => ref.current?.focus()} />
      )}
    </>
  );
}

function Parked(props: {
  readonly list: ListName;
  readonly recordKey: string;
  readonly state: Extract<SaveState, { kind: 'parked' }>;
  readonly text: string;
}) {
  const { environment } = useSurroundings();
  const { replica } = useWorkplace();
  const { list, recordKey, state, text } = props;
  const scopes = missingScopes(state.because);
  return (
    <Message
      kind="warning"
      role="alert"
      title={saveWords(state, environment.now())}
      actions={
        <>
          {scopes.length > 0 ? (
            <AllowButton scopes={scopes} />
          ) : (
            <Button onClick={() => void replica.retry()}>{words.common.retry}</Button>
          )}
          <DiscardButton loss={words.parts.discard.loss} onDiscard={() => void replica.discard(list, recordKey)} />
          {text !== '' && <CopyButton text={text} label={words.common.copy} />}
          <Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>
          <Link href={hrefOf({ screen: 'unsaved' })}>{words.parts.seeUnsaved}</Link>
        </>
      }
    >
      <span>{faultWords(state.because, environment.now()).todo}</span>
    </Message>
  );
}
