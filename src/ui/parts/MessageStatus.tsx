// Where a channel message stands: waiting, posted, perhaps posted, refused; and the button where only a person may go on.
import { Button } from '@fluentui/react-components';
import { standingOf } from '../../channel';
import { type PressedEvent, postMessage } from '../../commands/messages';
import { type ChannelMessage, keys } from '../../sharepoint/records';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { useAskFirst } from './AskFirst';
import { Message } from './Message';
import { RefusalMessage } from './RefusalMessage';
import { useAction } from './useAction';

const said = words.parts.message;

export interface MessageStatusProps {
  readonly assessmentId: string;
  readonly event: PressedEvent;
  /** Which time: 1 for the first sharing, 2 for the next. */
  readonly occasion: string;
}

/** The state of one message, live. */
export function MessageStatus({ assessmentId, event, occasion }: MessageStatusProps) {
  const work = useWorkplace();
  const { environment } = useSurroundings();
  const command = useAction();
  const { ask, question } = useAskFirst('post');
  const key = keys.message(assessmentId, event, occasion);
  const live = useLive(({ replica }) => replica.one('workings', key), [key]);
  if (live.kind !== 'ready') return null;
  const row = live.value;
  const message = row?.record.kind === 'message' ? row.record : null;
  const state = message === null ? null : standingOf(message, row?.lastModifiedAt ?? null, environment.now());
  const post = () => command.run(() => postMessage(work, assessmentId, event, occasion));
  return (
    <>
      <Message
        kind={kindOf(state)}
        role="status"
        actions={
          state !== 'posted' &&
          state !== 'posting' && (
            <Button disabledFocusable={command.busy} onClick={() => ask(post)}>
              {state === 'perhaps-posted' ? said.postAgain : said.postNow}
            </Button>
          )
        }
      >
        <span>{textOf(state)}</span>
        {message !== null && message.reason !== '' && <span>{said.because(message.reason)}</span>}
      </Message>
      {question}
      {command.refusal && <RefusalMessage refusal={command.refusal} onRetry={post} />}
    </>
  );
}

function kindOf(state: ChannelMessage['state'] | null): 'info' | 'success' | 'warning' {
  if (state === 'posted') return 'success';
  return state === 'perhaps-posted' || state === 'refused' ? 'warning' : 'info';
}

function textOf(state: ChannelMessage['state'] | null): string {
  switch (state) {
    case null:
    case 'ready':
      return said.ready;
    case 'posting':
      return said.posting;
    case 'posted':
      return said.posted;
    case 'perhaps-posted':
      return said.perhaps;
    case 'refused':
      return said.refused;
  }
}
