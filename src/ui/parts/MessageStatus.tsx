// Where a message stands: waiting, posted, perhaps posted, refused; and the button where only a person may go on.
import { Button } from '@fluentui/react-components';
import { messageKey, standingOf } from '../../channel';
import { declineMessage, type MessageName, postMessage } from '../../commands/messages';
import type { ChannelMessage } from '../../sharepoint/records';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { useAskFirst } from './AskFirst';
import { Message } from './Message';
import { RefusalMessage } from './RefusalMessage';
import { useAction } from './useAction';

const said = words.parts.message;

/** The state of one message, live. */
export function MessageStatus({ name }: { readonly name: MessageName }) {
  const work = useWorkplace();
  const command = useAction();
  const { ask, question } = useAskFirst('post');
  const key = messageKey(name);
  const live = useLive(({ replica }) => replica.one('workings', key), [key]);
  if (live.kind !== 'ready') return null;
  const row = live.value;
  const message = row?.record.kind === 'message' ? row.record : null;
  const state = message === null ? null : standingOf(message, row?.lastModifiedAt ?? null, work.siteClock.now());
  const post = () => command.run(() => postMessage(work, name, state === 'perhaps-posted'));
  const isOver = state === 'posted' || state === 'posting' || state === 'declined';
  return (
    <>
      <Message
        kind={kindOf(state)}
        role="status"
        actions={
          !isOver && (
            <>
              <Button disabledFocusable={command.busy} onClick={() => ask(post)}>
                {state === 'perhaps-posted' ? said.postAgain : said.postNow}
              </Button>
              {state !== 'perhaps-posted' && (
                <Button disabledFocusable={command.busy} onClick={() => command.run(() => declineMessage(work, name))}>
                  {said.doNotPost}
                </Button>
              )}
            </>
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
    case 'declined':
      return said.declined;
  }
}
