// Copies a text. Where the browser forbids that in a frame, the text is shown to be copied by hand.
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../../words';
import { later } from './later';

// Rarely needed, and its field is heavy for a page's first script.
const CopyByHand = later(() => import('./CopyByHand').then((module) => module.CopyByHand));

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start' },
});

export interface CopyButtonProps {
  readonly text: string;
  readonly label: string;
}

/** A button that copies `text`. */
export function CopyButton({ text, label }: CopyButtonProps) {
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // No permission, or no clipboard in this frame: the text itself is the way on.
      setState('refused');
    }
  };
  return (
    <div className={styles.box}>
      <Button onClick={() => void copy()}>{label}</Button>
      <span role="status">{state === 'copied' ? words.common.copied : ''}</span>
      {state === 'refused' && <CopyByHand text={text} />}
    </div>
  );
}
