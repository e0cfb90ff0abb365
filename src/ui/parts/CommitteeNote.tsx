// Where a result stands on its way through the committee, and whether it changed since: said on every face of it. Nothing where it was never cleared.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { AssessmentView } from '../../commands/view';
import { changedInWords, committeeInWords } from '../../report';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Message } from './Message';

const said = words.committee;

const useStyles = makeStyles({ changed: { fontWeight: tokens.fontWeightSemibold } });

export interface CommitteeNoteProps {
  readonly view: AssessmentView;
  /** Whether a link leads to all of it; left out on the screen that shows all of it. */
  readonly link?: boolean;
}

/** The note. */
export function CommitteeNote({ view, link = false }: CommitteeNoteProps) {
  const styles = useStyles();
  const { assessment, summary, doubtedEditions } = view;
  const { committee } = summary;
  if (committee === null && doubtedEditions.length === 0) return null;
  const changed = changedInWords(committee);
  const heed = doubtedEditions.length > 0 || committee?.intact === false || committee?.changed?.inResults === true;
  return (
    <Message kind={heed ? 'warning' : 'info'}>
      {committee !== null && <span>{committeeInWords(committee)}</span>}
      {changed !== '' && <span className={styles.changed}>{changed}</span>}
      {doubtedEditions.map(({ key, record, lastModifiedBy }) => (
        <span key={key}>{said.doubted(record.number, lastModifiedBy?.displayName || said.someone)}</span>
      ))}
      {link && (
        <span>
          <Link href={hrefOf({ screen: 'committee', assessmentId: assessment.id })}>{said.see}</Link>
        </span>
      )}
    </Message>
  );
}
