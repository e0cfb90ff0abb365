// Removing this product's copy of the lists from this browser. It asks first, in place, and says what would be lost.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Workplace } from '../../commands/workplace';
import { words } from '../../words';
import { Message } from '../parts/Message';
import { Section } from '../parts/Section';

const said = words.check.device;

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'asking'; readonly unsent: number }
  | { readonly kind: 'removed' }
  | { readonly kind: 'failed'; readonly detail: string };

/** The section about this device. */
export function RemoveFromDevice({ work }: { readonly work: Workplace }) {
  const styles = useStyles();
  const [state, setState] = useState<State>({ kind: 'idle' });
  const failed = (error: unknown) =>
    setState({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
  const ask = () => {
    work.replica.unsent().then((unsent) => setState({ kind: 'asking', unsent: unsent.length }), failed);
  };
  const remove = () => {
    work.replica.removeFromDevice().then(() => setState({ kind: 'removed' }), failed);
  };
  return (
    <Section heading={said.heading}>
      <p className={styles.text}>{said.text}</p>
      {state.kind === 'idle' && (
        <div>
          <Button onClick={ask}>{said.remove}</Button>
        </div>
      )}
      {state.kind === 'asking' && (
        <Message
          kind="warning"
          role="alert"
          title={said.ask}
          actions={
            <>
              <Button onClick={remove}>{state.unsent > 0 ? said.confirmUnsent : said.confirm}</Button>
              <Button appearance="primary" onClick={() => setState({ kind: 'idle' })}>
                {said.keep}
              </Button>
            </>
          }
        >
          {state.unsent > 0 && <p className={styles.text}>{said.unsent(state.unsent)}</p>}
        </Message>
      )}
      {state.kind === 'removed' && (
        <Message
          kind="success"
          role="status"
          title={said.removed}
          actions={<Button onClick={() => window.location.reload()}>{said.reload}</Button>}
        />
      )}
      {state.kind === 'failed' && (
        <Message
          kind="error"
          role="alert"
          title={said.failed}
          actions={<Button onClick={ask}>{words.common.retry}</Button>}
        >
          <span>{state.detail}</span>
        </Message>
      )}
    </Section>
  );
}
