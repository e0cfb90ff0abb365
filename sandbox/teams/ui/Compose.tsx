// Writing a post or a reply.
import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { refusalInWords } from '../posts';

/** *Reply*, which opens a field to write in. */
export function Reply({ onSend }: { onSend(text: string): Promise<void> }) {
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <div>
        <Button appearance="subtle" size="small" onClick={() => setOpen(true)}>
          Reply
        </Button>
      </div>
    );
  }
  return (
    <Compose
      label="Your reply"
      button="Send"
      onSend={async (text) => {
        await onSend(text);
        setOpen(false);
      }}
    />
  );
}

const useComposeStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalS, alignItems: 'flex-end' },
  field: { flexGrow: 1 },
});

interface ComposeProps {
  readonly label: string;
  readonly button: string;
  onSend(text: string): Promise<void>;
}

/** A field with its button; what was typed stays when it could not be sent. */
export function Compose({ label, button, onSend }: ComposeProps) {
  const styles = useComposeStyles();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string>();
  const send = async () => {
    try {
      await onSend(text);
      setText('');
      setProblem(undefined);
    } catch (error) {
      setProblem(`Not posted. ${refusalInWords(error)}`);
    }
  };
  return (
    <form
      className={styles.row}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Field
        className={styles.field}
        label={label}
        {...(problem === undefined ? {} : { validationMessage: problem, validationState: 'error' as const })}
      >
        <Textarea value={text} rows={1} onChange={(_, data) => setText(data.value)} />
      </Field>
      <Button type="submit" disabled={text.trim() === ''}>
        {button}
      </Button>
    </form>
  );
}
