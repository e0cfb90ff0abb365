// My answer once it can no longer be changed: why that is, what I said, and how answers compare.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { isShown, type KeyAreaPhase, type OwnAnswerStanding, type ResponseContent } from '../../assessment';
import { unreachable } from '../../base/result';
import type { MyAnswer } from '../../commands/answer';
import { stateOf } from '../../commands/change';
import type { AssessmentView } from '../../commands/view';
import { levelName } from '../../framework';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';
import { Section } from '../parts/Section';

const said = words.answer;

const useStyles = makeStyles({
  list: { margin: 0, display: 'grid', gap: tokens.spacingVerticalS },
  term: { fontWeight: tokens.fontWeightSemibold },
  detail: { margin: 0, whiteSpace: 'pre-line' },
});

export interface MyAnswerToReadProps {
  readonly view: AssessmentView;
  readonly keyAreaId: string;
  readonly standing: OwnAnswerStanding;
  readonly mine: MyAnswer;
}

/** Nothing here can be changed. */
export function MyAnswerToRead({ view, keyAreaId, standing, mine }: MyAnswerToReadProps) {
  const assessmentId = view.assessment.id;
  const { phase } = stateOf(view, keyAreaId);
  return (
    <>
      <Message
        kind="info"
        title={whyToRead(standing, phase)}
        actions={
          isShown(phase) && (
            <Link href={hrefOf({ screen: 'discuss', assessmentId, keyAreaId })}>{said.closed.compare}</Link>
          )
        }
      />
      {(view.asked || mine.kind !== 'none') && (
        <Section heading={said.mine}>
          <Mine mine={mine} />
        </Section>
      )}
    </>
  );
}

/** Why it can only be read, and what has become of it. */
function whyToRead(standing: OwnAnswerStanding, phase: KeyAreaPhase): string {
  switch (standing) {
    case 'to-be-added':
      return said.closed.toBeAdded;
    case 'shown-as-before':
      return said.closed.shownAsBefore;
    case 'too-late':
      return said.closed.tooLate;
    case 'open':
    case 'late':
    case 'shown':
    case 'closed':
      return phase === 'does-not-apply' ? said.closed.doesNotApply : said.closed[phase];
    default:
      return unreachable(standing);
  }
}

function Mine({ mine }: { readonly mine: MyAnswer }) {
  if (mine.kind === 'answer') return <Content content={mine.content} />;
  return <span>{mine.kind === 'none' ? said.noneGiven : said.notOpenable}</span>;
}

function Content({ content }: { readonly content: ResponseContent }) {
  const styles = useStyles();
  const { framework } = useSurroundings();
  const { judgement, movingOn, confidence, remark, evidence } = content;
  const level =
    judgement === 'cannot-judge' ? said.cannotJudge : words.common.level(judgement, levelName(framework, judgement));
  const rows: readonly (readonly [string, string])[] = [
    [said.level, movingOn ? `${level}. ${said.movingOnShort}` : level],
    [said.confidence, confidence === null ? '' : said.confidenceOf[confidence]],
    [said.remark, remark],
  ];
  return (
    <dl className={styles.list}>
      {rows
        .filter(([, text]) => text !== '')
        .map(([term, text]) => (
          <div key={term}>
            <dt className={styles.term}>{term}</dt>
            <dd className={styles.detail}>{text}</dd>
          </div>
        ))}
      {evidence && (
        <div>
          <dt className={styles.term}>{said.evidence}</dt>
          <dd className={styles.detail}>
            <OutsideLink url={evidence.link} text={evidence.note} />
          </dd>
        </div>
      )}
    </dl>
  );
}
