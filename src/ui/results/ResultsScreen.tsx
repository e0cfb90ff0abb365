// Results: per key area where we are, what changed, why, where we want to be and what is going to be done.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { mayActAs } from '../../assessment';
import type { AssessmentView } from '../../commands/view';
import { reportText } from '../../report';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { CommitteeNote } from '../parts/CommitteeNote';
import { CopyButton } from '../parts/CopyButton';
import { PendingMessages } from '../parts/PendingMessages';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { WithView } from '../parts/WithView';
import { ResultsListLink } from '../share/ResultsListLink';
import { Comments } from './Comments';
import { KeyAreaResult } from './KeyAreaResult';

const said = words.results;

const useStyles = makeStyles({
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** The screen. */
export function ResultsScreen({ assessmentId }: { readonly assessmentId: string }) {
  return <WithView assessmentId={assessmentId}>{(view) => <Results view={view} />}</WithView>;
}

function Results({ view }: { readonly view: AssessmentView }) {
  const styles = useStyles();
  const { assessment, summary } = view;
  const assessmentId = assessment.id;
  return (
    <Screen
      heading={said.heading}
      back={{ to: { screen: 'assessment', assessmentId }, label: assessment.title }}
      intro={said.intro(assessment.title, assessment.organisation)}
    >
      <CommitteeNote view={view} link />
      {summary.agreed === 0 && <span>{said.nothing}</span>}
      {summary.keyAreas.map((area) => (
        <KeyAreaResult key={area.keyAreaId} assessmentId={assessmentId} area={area} />
      ))}
      {!assessment.practice && (
        <>
          <Comments assessmentId={assessmentId} />
          {mayActAs(view.role, 'participant') && <PendingMessages assessmentId={assessmentId} events={['reply']} />}
          <Section heading={said.forCouncillors.heading}>
            <ResultsListLink />
            {mayActAs(view.role, 'facilitator') && (
              <Link href={hrefOf({ screen: 'share', assessmentId })}>{said.forCouncillors.share}</Link>
            )}
            <span>{said.forCouncillors.copyHint}</span>
            <CopyButton text={reportText(summary)} label={said.forCouncillors.copy} />
          </Section>
        </>
      )}
      <span className={styles.quiet}>{summary.attribution}</span>
    </Screen>
  );
}
