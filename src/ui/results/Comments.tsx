// Questions and comments of councillors, with the officers' replies. Both are written in SharePoint; here they are read.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Comment } from '../../assessment';
import { keyAreaOf } from '../../framework';
import type { Stored } from '../../sharepoint/records';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { plainList } from '../parts/plainList';
import { Section } from '../parts/Section';

const said = words.results.comments;

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  who: { color: tokens.colorNeutralForeground2 },
  text: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** The section. */
export function Comments({ assessmentId }: { readonly assessmentId: string }) {
  const styles = useStyles();
  const live = useLive(({ replica }) => replica.all('comments', assessmentId), [assessmentId]);
  if (live.kind === 'failed') throw live.error;
  if (live.kind === 'loading') return null;
  const comments = [...live.value].sort((left, right) => ((left.createdAt ?? '') < (right.createdAt ?? '') ? -1 : 1));
  return (
    <Section heading={said.heading}>
      {comments.length === 0 ? (
        <span>{said.none}</span>
      ) : (
        <ul className={styles.list}>
          {comments.map((comment) => (
            <CommentRow key={comment.key} comment={comment} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function CommentRow({ comment: { record, createdBy } }: { readonly comment: Stored<Comment> }) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const area = record.keyAreaId === null ? undefined : keyAreaOf(framework, record.keyAreaId);
  const who = said[record.kind](createdBy?.displayName || said.someone);
  return (
    <li className={styles.row}>
      <span className={styles.who}>{area ? `${who} · ${area.title}` : who}</span>
      <p className={styles.text}>{record.text}</p>
      <p className={styles.text}>{record.reply === '' ? said.noReply : `${said.reply}: ${record.reply}`}</p>
    </li>
  );
}
