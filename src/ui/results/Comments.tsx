// Questions and comments of councillors: beside the result of their key area, general ones at the end, and those that have to be placed.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { type Comment, commentStanding, mayReply } from '../../assessment';
import { type Comments as Found, placeComment, readComments } from '../../commands/comments';
import type { AssessmentView } from '../../commands/view';
import { keyAreaOf } from '../../framework';
import { definitionOf } from '../../sharepoint/lists';
import type { Stored } from '../../sharepoint/records';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { type Live, useLive, useStanding } from '../app/live';
import { hrefOf } from '../app/routes';
import { Loading } from '../parts/Loading';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';
import { plainList } from '../parts/plainList';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';
import { CommentRow, nameOf, Said } from './CommentRow';
import { useUnknown } from './useUnknown';

const said = words.results.comments;

const useStyles = makeStyles({
  list: plainList,
  heading: { margin: 0, fontSize: tokens.fontSizeBase300, lineHeight: tokens.lineHeightBase300 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  quiet: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** Follows what councillors wrote about an assessment. */
export const useComments = (assessmentId: string): Live<Found> =>
  useLive((work) => readComments(work, assessmentId), [assessmentId]);

/** What was written about one key area; nothing where nothing was. */
export function CommentsBeside(props: {
  readonly view: AssessmentView;
  readonly keyAreaId: string;
  readonly live: Live<Found>;
}) {
  const styles = useStyles();
  const { view, keyAreaId, live } = props;
  const comments =
    live.kind === 'ready' ? live.value.placed.filter(({ record }) => record.keyAreaId === keyAreaId) : [];
  if (comments.length === 0) return null;
  return (
    <div>
      <h3 className={styles.heading}>{said.beside}</h3>
      <Rows view={view} comments={comments} />
    </div>
  );
}

function Rows(props: { readonly view: AssessmentView; readonly comments: readonly Stored<Comment>[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {props.comments.map((comment) => (
        <CommentRow key={comment.key} view={props.view} comment={comment} />
      ))}
    </ul>
  );
}

/** How many questions wait; nothing where none does. */
export function Waiting({ live }: { readonly live: Live<Found> }) {
  const count =
    live.kind === 'ready' ? live.value.placed.filter(({ record }) => commentStanding(record) === 'waiting').length : 0;
  return count === 0 ? null : <span>{said.waiting(count)}</span>;
}

/** The end of the screen: what is about no key area of this assessment, and what has to be placed. */
export function GeneralComments({ view, live }: { readonly view: AssessmentView; readonly live: Live<Found> }) {
  const work = useWorkplace();
  const standing = useStanding();
  if (live.kind === 'failed') throw live.error;
  const list = definitionOf('comments').displayName;
  return (
    <>
      <Section heading={said.general}>
        {standing.kind === 'apart' && <OutOfReach />}
        {live.kind === 'loading' ? <Loading /> : <General view={view} found={live.value} />}
        {work.listUrls.comments && (
          <div>
            <OutsideLink url={work.listUrls.comments} text={said.openList(list)} />
          </div>
        )}
      </Section>
      {live.kind === 'ready' && mayReply(view.role) && <Unplaced view={view} others={live.value.others} />}
    </>
  );
}

function General({ view, found }: { readonly view: AssessmentView; readonly found: Found }) {
  const { keyAreaIds } = view.assessment;
  const general = found.placed.filter(
    ({ record }) => record.keyAreaId === null || !keyAreaIds.includes(record.keyAreaId),
  );
  if (general.length > 0) return <Rows view={view} comments={general} />;
  return <span>{found.placed.length === 0 ? said.none : said.noneGeneral}</span>;
}

function OutOfReach() {
  return (
    <Message
      kind="warning"
      title={said.outOfReach.title}
      actions={<Link href={hrefOf({ screen: 'check', assessmentId: null })}>{words.faults.check}</Link>}
    >
      <span>{said.outOfReach.text}</span>
    </Message>
  );
}

function Unplaced(props: { readonly view: AssessmentView; readonly others: readonly Stored<Comment>[] }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { busy, refusal, run } = useAction();
  const { view, others } = props;
  const unplaced = useUnknown(others);
  if (unplaced.length === 0) return null;
  const { id, title } = view.assessment;
  return (
    <Section heading={said.unplaced.heading}>
      <span>{said.unplaced.text}</span>
      <ul className={styles.list}>
        {unplaced.map((comment) => (
          <li key={comment.key} className={styles.row}>
            <Said comment={comment} />
            <AreaOf comment={comment} />
            <div>
              <Button
                size="small"
                disabledFocusable={busy}
                aria-label={`${said.unplaced.place(title)}: ${said.unplaced.from(nameOf(comment))}`}
                onClick={() => run(() => placeComment(work, id, comment))}
              >
                {said.unplaced.place(title)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {refusal && <RefusalMessage refusal={refusal} />}
    </Section>
  );
}

function AreaOf({ comment: { record } }: { readonly comment: Stored<Comment> }) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const area = record.keyAreaId === null ? undefined : keyAreaOf(framework, record.keyAreaId);
  return area ? <span className={styles.quiet}>{area.title}</span> : null;
}
