// Remarks, evidence and how sure people are, in the order of the answers' random ids: it says nothing about who answered when.
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment, RevealedResponse } from '../../assessment';
import { levelName } from '../../framework';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';
import { plainList } from '../parts/plainList';
import { Section } from '../parts/Section';

const said = words.discuss.remarks;

/** Below this many answers, a missing name hides little. */
const fewAnswers = 5;

const useStyles = makeStyles({
  list: plainList,
  row: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  facts: { fontWeight: tokens.fontWeightSemibold },
  remark: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

export interface RemarksProps {
  readonly assessment: Assessment;
  readonly responses: readonly RevealedResponse[];
}

/** The section. */
export function Remarks({ assessment, responses }: RemarksProps) {
  const styles = useStyles();
  const telling = responses.filter((response) => saysMore(response));
  return (
    <Section heading={said.heading}>
      {!assessment.showNames && responses.length < fewAnswers && responses.length > 0 && (
        <Message kind="info">
          <span>{said.few}</span>
        </Message>
      )}
      {telling.length === 0 ? (
        <span>{said.none}</span>
      ) : (
        <ul className={styles.list}>
          {telling.map((response) => (
            <Remark key={response.responseId} response={response} />
          ))}
        </ul>
      )}
    </Section>
  );
}

/** Whether an answer says more than the picture already does. */
const saysMore = (response: RevealedResponse): boolean =>
  response.person !== null ||
  response.recordedBy !== null ||
  response.movingOn ||
  response.confidence !== null ||
  response.remark !== '' ||
  response.evidence !== null;

function Remark({ response }: { readonly response: RevealedResponse }) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const { person, judgement, evidence, recordedBy } = response;
  const facts = [
    person?.displayName,
    judgement === 'cannot-judge' ? said.cannotJudge : levelName(framework, judgement),
    response.movingOn && said.movingOn,
    response.confidence && said.confidence[response.confidence],
    response.recordedAs === 'show-of-hands' && said.showOfHands(response.count),
    recordedBy && said.recordedBy(recordedBy.displayName),
  ].filter((fact) => typeof fact === 'string');
  return (
    <li className={styles.row}>
      <span className={styles.facts}>{facts.join(' · ')}</span>
      {response.remark !== '' && <p className={styles.remark}>{response.remark}</p>}
      {evidence && (
        <span>
          {said.evidence} <OutsideLink url={evidence.link} text={evidence.note} />
        </span>
      )}
    </li>
  );
}
