// Messages to the channel that wait: where each stands, exactly what would be posted, and the buttons.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { MessageEvent } from '../../assessment';
import { messageKey, type Tellable } from '../../channel';
import { previewMessage } from '../../commands/messages';
import { readWaiting, type Waiting } from '../../commands/told';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { useArrangements } from './arrangements';
import { MessageStatus } from './MessageStatus';

const said = words.landing.facilitator;

const useStyles = makeStyles({
  message: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  summary: { cursor: 'pointer' },
  text: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

export interface PendingMessagesProps {
  readonly assessmentId: string;
  readonly events: readonly MessageEvent[];
}

/** Those of some events, on the screen where such steps are taken; nothing where none wait. */
export function PendingMessages({ assessmentId, events }: PendingMessagesProps) {
  // What is due depends on them, so they are fetched where this device does not have them.
  useArrangements();
  const live = useLive((work) => readWaiting(work, assessmentId), [assessmentId]);
  if (live.kind === 'failed') throw live.error;
  if (live.kind === 'loading' || live.value === null) return null;
  const { pending } = live.value;
  const wanted = pending.filter(({ event }) => events.includes(event));
  return <PendingNotes waiting={{ ...live.value, pending: wanted }} />;
}

/** All of them. */
export function PendingNotes({ waiting: { pending, view } }: { readonly waiting: Waiting }) {
  return pending.map((message) => <PendingNote key={messageKey(message)} view={view} message={message} />);
}

function PendingNote({ view, message }: { readonly view: Waiting['view']; readonly message: Tellable }) {
  const styles = useStyles();
  const work = useWorkplace();
  return (
    <div className={styles.message}>
      <h3 className={styles.heading}>{said.messages[message.event]}</h3>
      <MessageStatus name={message} />
      <details>
        <summary className={styles.summary}>{said.seeText}</summary>
        <p className={styles.text}>{previewMessage(work, view, message.about).text}</p>
      </details>
    </div>
  );
}
