// My answer once it can no longer be changed: why that is, what I said, and how answers compare.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { KeyAreaPhase, ResponseContent } from '../../assessment';
import type { MyAnswer } from '../../commands/answer';
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
  readonly phase: KeyAreaPhase;
  /** Whether answers can be looked at by everyone. */
  readonly shown: boolean;
  readonly mine: MyAnswer;
}

/** Nothing here can be changed. */
export function MyAnswerToRead({ view, keyAreaId, phase, shown, mine }: MyAnswerToReadProps) {
  const assessmentId = view.assessment.id;
  return (
    <>
      <Message
        kind="info"
        title={phase === 'does-not-apply' ? said.closed.doesNotApply : said.closed[phase]}
        actions={
          shown && <Link href={hrefOf({ screen: 'discuss', assessmentId, keyAreaId })}>{said.closed.compare}</Link>
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
