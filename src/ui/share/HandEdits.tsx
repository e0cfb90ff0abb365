// What somebody changed by hand in the results list: named, with the day, and what becomes of it.
import { makeStyles, tokens } from '@fluentui/react-components';
import { handEdits } from '../../commands/handEdits';
import type { AssessmentView } from '../../commands/view';
import { momentInWords, words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { Message } from '../parts/Message';

const said = words.share.edited;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

export interface HandEditsProps {
  readonly view: AssessmentView;
  /** Said after the names, where somebody is about to share. */
  readonly consequence?: string;
}

/** The message; nothing where every row is as it was shared. */
export function HandEdits({ view, consequence }: HandEditsProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const edits = handEdits(view);
  if (edits.length === 0) return null;
  return (
    <Message kind="warning" title={said.title}>
      <ul className={styles.list}>
        {edits.map(({ keyAreaId, keyArea, by, at }) => (
          <li key={keyAreaId}>{said.row(keyArea, by.displayName, momentInWords(at, environment.now()))}</li>
        ))}
      </ul>
      <span>{said.kept}</span>
      {consequence !== undefined && <span>{consequence}</span>}
    </Message>
  );
}
