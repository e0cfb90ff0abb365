// Changing a page by hand: its title and the HTML of its texts. SharePoint itself has a richer way to do the same.
import {
  Button,
  Field,
  Input,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Textarea,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { type SitePage, textsOf } from '../pages';
import { refusalInWords } from '../site';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, maxWidth: '760px' },
  actions: { display: 'flex', gap: tokens.spacingHorizontalS },
});

export interface PageFormProps {
  readonly page: SitePage;
  /** Rejects with the refusal. */
  onSave(change: { readonly title: string; readonly texts: readonly string[] }): Promise<void>;
  onCancel(): void;
}

/** The form. */
export function PageForm({ page, onSave, onCancel }: PageFormProps) {
  const styles = useStyles();
  const [title, setTitle] = useState(page.title);
  const [texts, setTexts] = useState(() => textsOf(page));
  const [problem, setProblem] = useState<string>();
  const save = async () => {
    try {
      await onSave({ title, texts });
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label="Title of the page">
        <Input value={title} onChange={(_, data) => setTitle(data.value)} />
      </Field>
      {texts.map((text, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place on the page is the only identity a text has
        <Field key={place} label={`Text ${place + 1} (HTML)`}>
          <Textarea
            rows={6}
            resize="vertical"
            value={text}
            onChange={(_, data) => setTexts((before) => before.map((each, at) => (at === place ? data.value : each)))}
          />
        </Field>
      ))}
      {problem !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.actions}>
        <Button appearance="primary" type="submit">
          Republish
        </Button>
        <Button onClick={onCancel}>Discard changes</Button>
      </div>
    </form>
  );
}
