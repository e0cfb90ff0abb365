// Where what was entered is: saving, saved at 10:32, not yet saved because … In words, and told to screen readers politely.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { unreachable } from '../../base/result';
import type { SaveState } from '../../replica/replica';
import type { ListName } from '../../sharepoint/records';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { FaultMessage } from './FaultMessage';
import { faultWords, missingScopes } from './faultWords';
import { Message } from './Message';

const useStyles = makeStyles({
  line: { margin: 0, minHeight: tokens.lineHeightBase300, color: tokens.colorNeutralForeground2 },
});

/** The words for a save state. */
export function saveWords(state: SaveState, now: Date): string {
  const said = words.common.saveState;
  switch (state.kind) {
    case 'saving':
      return said.saving;
    case 'saved':
      return state.at === null ? said.saved : said.savedAt(state.at);
    case 'waiting':
      return said.waiting(faultWords(state.because, now).because);
    case 'parked':
      return state.because.kind === 'conflict' ? said.conflict : said.parked(faultWords(state.because, now).because);
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
}

/** The state as a line; where somebody has to act, with what can be done. */
export function SaveStatus({ list, recordKey, state, text }: SaveStatusProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  return (
    <>
      <p className={styles.line} role="status">
        {state && state.kind !== 'parked' ? saveWords(state, environment.now()) : ''}
      </p>
      {state?.kind === 'parked' && <Parked list={list} recordKey={recordKey} state={state} text={text ?? ''} />}
    </>
  );
}

type ParkedState = Extract<SaveState, { kind: 'parked' }>;

function Parked(props: { list: ListName; recordKey: string; state: ParkedState; text: string }) {
  const { replica } = useWorkplace();
  const { environment } = useSurroundings();
  const [copied, setCopied] = useState(false);
  const { because } = props.state;
  const twoVersions = because.kind === 'conflict';
  if (missingScopes(because).length > 0)
    return <FaultMessage fault={because} what={saveWords(props.state, environment.now())} />;
  return (
    <Message
      kind="warning"
      role="alert"
      title={saveWords(props.state, environment.now())}
      actions={
        <>
          <Button onClick={() => void replica.retry()}>
            {twoVersions ? words.common.saveState.keepMine : words.common.retry}
          </Button>
          {props.text !== '' && (
            <Button onClick={() => void navigator.clipboard.writeText(props.text).then(() => setCopied(true))}>
              {copied ? words.common.copied : words.common.copy}
            </Button>
          )}
          <Button onClick={() => void replica.discard(props.list, props.recordKey)}>
            {twoVersions ? words.common.saveState.takeTheirs : words.common.discard}
          </Button>
        </>
      }
    >
      {!twoVersions && <span>{faultWords(because, environment.now()).todo}</span>}
    </Message>
  );
}
