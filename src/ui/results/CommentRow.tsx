// One question or comment of a councillor: who and when, what was said, where it stands, and the officers' reply.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import { type Comment, commentStanding, mayReply } from '../../assessment';
import type { AssessmentView } from '../../commands/view';
import type { Stored } from '../../sharepoint/records';
import { momentInWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useSaveState } from '../app/live';
import { useKept } from '../parts/kept';
import { SaveStatus } from '../parts/SaveStatus';
import { LongText } from './LongText';
import { ReplyForm } from './ReplyForm';

const said = words.results.comments;

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere', unicodeBidi: 'plaintext' },
  waiting: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
  reply: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `2px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** A reply that is being written, with the one it began with; null while nobody writes. */
const draft = z.nullable(z.object({ reply: z.string(), before: z.string() }));

export interface CommentRowProps {
  readonly view: AssessmentView;
  readonly comment: Stored<Comment>;
}

/** An item of a list. */
export function CommentRow({ view, comment }: CommentRowProps) {
  const styles = useStyles();
  const { assessment, role } = view;
  const { record, key } = comment;
  const kept = useKept(`reply ${assessment.id} ${key}`, draft, null);
  const state = useSaveState('comments', key);
  const name = nameOf(comment);
  const [replied, setReplied] = useState(false);
  const unsaved = state !== null && state.kind !== 'saved';
  const done = () => {
    kept?.forget();
    setReplied(true);
  };
  return (
    <li className={styles.row}>
      <Said comment={comment} />
      {record.reply !== '' && <Reply comment={comment} />}
      {mayReply(role) && kept?.value && (
        <ReplyForm
          assessmentId={assessment.id}
          comment={comment}
          name={name}
          draft={kept.value}
          onChange={(reply) => kept.change((before) => ({ reply, before: before?.before ?? record.reply }))}
          onCancel={kept.forget}
          onDone={done}
        />
      )}
      {mayReply(role) && kept?.value === null && (
        <div>
          <Button
            size="small"
            aria-label={`${record.reply === '' ? said.toReply : said.toChange} ${said.toComment(name, record.title)}`}
            onClick={() => kept.change(() => ({ reply: record.reply, before: record.reply }))}
          >
            {record.reply === '' ? said.toReply : said.toChange}
          </Button>
        </div>
      )}
      {mayReply(role) && (unsaved || replied) && (
        <SaveStatus list="comments" recordKey={key} state={state} text={record.reply} />
      )}
    </li>
  );
}

/** Who wrote it, as SharePoint says. */
export const nameOf = ({ createdBy }: Stored<Comment>): string => createdBy?.displayName || said.someone;

/** Who, when, where it stands, and what was said. */
export function Said({ comment }: { readonly comment: Stored<Comment> }) {
  const styles = useStyles();
  const { environment } = useWorkplace();
  const { record, createdAt } = comment;
  const name = nameOf(comment);
  const when = createdAt ? `, ${momentInWords(createdAt, environment.now())}` : '';
  const standing = commentStanding(record);
  // SharePoint's form asks for a title; many write the beginning of the text into it, and some everything.
  const title = record.text.startsWith(record.title) ? '' : record.title;
  return (
    <>
      <span className={styles.quiet}>
        {said.about(record.kind, name)}
        {when}
        {' · '}
        <span className={mergeClasses(standing === 'waiting' && styles.waiting)}>{said.standing[standing]}</span>
      </span>
      {title !== '' && <p className={styles.title}>{title}</p>}
      {record.text !== '' && <LongText text={record.text} name={name} />}
    </>
  );
}

function Reply({ comment }: { readonly comment: Stored<Comment> }) {
  const styles = useStyles();
  const { environment } = useWorkplace();
  const { lastModifiedBy, lastModifiedAt, record } = comment;
  return (
    <div className={styles.reply}>
      <span className={styles.quiet}>{said.reply}</span>
      <LongText text={record.reply} name={said.reply} />
      {lastModifiedBy && lastModifiedAt && (
        <span className={styles.quiet}>
          {said.lastChanged(
            lastModifiedBy.displayName || said.someone,
            momentInWords(lastModifiedAt, environment.now()),
          )}
        </span>
      )}
    </div>
  );
}
