// A message to the channel that waits: where it stands, exactly what would be posted, and the button.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Tellable } from '../../channel';
import { previewMessage } from '../../commands/messages';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { MessageStatus } from '../parts/MessageStatus';

const said = words.landing.facilitator;

const useStyles = makeStyles({
  message: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  summary: { cursor: 'pointer' },
  text: { margin: `${tokens.spacingVerticalS} 0 0`, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** One message. */
export function PendingNote({ view, message }: { readonly view: AssessmentView; readonly message: Tellable }) {
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
