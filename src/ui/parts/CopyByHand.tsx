// A text to be copied by hand, where the browser forbids copying in a frame.
import { Field, Textarea } from '@fluentui/react-components';
import { words } from '../../words';

/** Selects all of the text as soon as it is entered. */
export function CopyByHand({ text }: { readonly text: string }) {
  return (
    <Field label={words.parts.copyByHand} style={{ alignSelf: 'stretch' }}>
      <Textarea readOnly value={text} resize="vertical" onFocus={(event) => event.target.select()} />
    </Field>
  );
}
