// Where what was entered is: saving, saved at 10:32, not yet saved because … In words, and told to screen readers politely.
import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { unreachable } from '../../base/result';
import type { SaveState } from '../../replica/replica';
import type { ListName } from '../../sharepoint/records';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { CopyButton } from './CopyButton';
import { FaultMessage } from './FaultMessage';
import { faultWords, missingScopes } from './faultWords';
import { Message } from './Message';

const useStyles = makeStyles({
  sticky: {
    // Seen while choosing and typing, wherever in a long form; not where it would cover much of a small or enlarged window.
    '@media (min-height: 500px)': { position: 'sticky', bottom: 0 },
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  line: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
});

type Stuck = Extract<SaveState, { kind: 'parked' | 'two-versions' }>;

const isStuck = (state: SaveState): state is Stuck => state.kind === 'parked' || state.kind === 'two-versions';

/** The words for a save state. */
function saveWords(state: SaveState, now: Date): string {
  const said = words.common.saveState;
  switch (state.kind) {
    case 'saving':
      return said.saving;
    case 'saved':
      return state.at === null ? said.saved : said.savedAt(state.at);
    case 'waiting':
      return said.waiting(faultWords(state.because, now).because);
    case 'parked':
      return said.parked(faultWords(state.because, now).because);
    case 'two-versions':
      return said.twoVersions;
    default:
      return unreachable(state);
  }
}

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
  const stuck = state !== null && isStuck(state);
  const line = state && !stuck ? saveWords(state, environment.now()) : '';
  return (
    <>
      <p className={mergeClasses(styles.line, sticky && line !== '' && styles.sticky)} role="status">
        {line}
      </p>
      {stuck && <StuckMessage list={list} recordKey={recordKey} state={state} text={text ?? ''} />}
    </>
  );
}

function StuckMessage(props: { list: ListName; recordKey: string; state: Stuck; text: string }) {
  const { environment } = useSurroundings();
  const { state, text } = props;
  const said = saveWords(state, environment.now());
  if (state.kind === 'parked' && missingScopes(state.because).length > 0)
    return <FaultMessage fault={state.because} what={said} />;
  return (
    <Message
      kind="warning"
      role="alert"
      title={said}
      actions={
        <>
          <WaysOut {...props} />
          {text !== '' && <CopyButton text={text} label={words.common.copy} />}
          {state.kind === 'parked' && (
            <Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>
          )}
        </>
      }
    >
      {state.kind === 'parked' && <span>{faultWords(state.because, environment.now()).todo}</span>}
    </Message>
  );
}

function WaysOut({ list, recordKey, state }: { list: ListName; recordKey: string; state: Stuck }) {
  const { replica } = useWorkplace();
  const said = words.common.saveState;
  if (state.kind === 'two-versions')
    return (
      <>
        <Button onClick={() => void replica.choose(list, recordKey, 'mine')}>{said.keepMine}</Button>
        <Button onClick={() => void replica.choose(list, recordKey, 'theirs')}>{said.takeTheirs}</Button>
      </>
    );
  return (
    <>
      <Button onClick={() => void replica.retry()}>{words.common.retry}</Button>
      <Button onClick={() => void replica.discard(list, recordKey)}>{words.common.discard}</Button>
    </>
  );
}
