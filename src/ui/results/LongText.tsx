// Text that somebody else wrote, of whatever length: as text, its beginning first where it is long.
import { Button, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { words } from '../../words';

const said = words.results.comments;

/** What is shown of a long text at first, in characters. */
const beginning = 1_200;

const useStyles = makeStyles({
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', unicodeBidi: 'plaintext' },
});

/** The text. `name` says whose it is, to those who hear the button. */
export function LongText({ text, name }: { readonly text: string; readonly name: string }) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const cut = !open && text.length > beginning * 1.5;
  return (
    <>
      <p className={styles.text}>{cut ? `${text.slice(0, beginning).replace(/[\ud800-\udbff]$/, '')} …` : text}</p>
      {cut && (
        <div>
          <Button size="small" aria-label={`${said.showAll(text.length)}: ${name}`} onClick={() => setOpen(true)}>
            {said.showAll(text.length)}
          </Button>
        </div>
      )}
    </>
  );
}
