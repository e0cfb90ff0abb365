// Gives up what could not be saved, after asking once, in place, and saying what is lost.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../../words';

const said = words.parts.discard;

/** The button; `onDiscard` does it. */
export function DiscardButton(props: {
  /** What is lost, as a sentence. */
  readonly loss: string;
  /** What it is about, for those who do not see where the button stands. */
  readonly name?: string;
  readonly onDiscard: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const { loss, name, onDiscard } = props;
  const named = (text: string) => (name === undefined ? text : `${text}: ${name}`);
  if (!asking)
    return (
      <Button aria-label={named(words.common.discard)} onClick={() => setAsking(true)}>
        {words.common.discard}
      </Button>
    );
  return (
    <>
      <span role="status">{loss}</span>
      <Button aria-label={named(said.yes)} onClick={onDiscard}>
        {said.yes}
      </Button>
      <Button aria-label={named(said.no)} autoFocus onClick={() => setAsking(false)}>
        {said.no}
      </Button>
    </>
  );
}
