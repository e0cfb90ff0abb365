// What was just done, with a way to take it back: instead of asking before.
import { Button } from '@fluentui/react-components';
import { words } from '../../words';
import { Message } from './Message';

/** Says what was done; `onUndo` takes it back. */
export function UndoMessage(props: { readonly text: string; readonly busy?: boolean; readonly onUndo: () => void }) {
  return (
    <Message
      kind="success"
      role="status"
      title={props.text}
      actions={
        <Button size="small" disabled={props.busy ?? false} onClick={props.onUndo}>
          {words.parts.undo}
        </Button>
      }
    />
  );
}
