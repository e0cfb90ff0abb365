// Results: per key area where we are, what changed, why, where we want to be and what is going to be done.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect } from 'react';
import { mayActAs } from '../../assessment';
import { pageStanding } from '../../commands/resultsPage';
import type { AssessmentView } from '../../commands/view';
import { reportText } from '../../report';
import { words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { CommitteeNote } from '../parts/CommitteeNote';
import { CopyButton } from '../parts/CopyButton';
import { OutsideLink } from '../parts/OutsideLink';
import { PendingMessages } from '../parts/PendingMessages';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { WithView } from '../parts/WithView';
import { HandEdits } from '../share/HandEdits';
import { ResultsListLink } from '../share/ResultsListLink';
import { CommentsBeside, GeneralComments, useComments, Waiting } from './Comments';
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

/** Councillors' lists are not the ones that are looked at most: whoever comes to read them sees what there is now. */
function useNewestWords(): void {
  const { replica } = useWorkplace();
  useEffect(() => {
    replica.refresh().catch((error: unknown) => reportError(error));
  }, [replica]);
}

function Results({ view }: { readonly view: AssessmentView }) {
  const styles = useStyles();
  const { assessment, summary } = view;
  const { environment } = useSurroundings();
  const assessmentId = assessment.id;
  const page = pageStanding(view, environment.now());
  const comments = useComments(assessmentId);
  useNewestWords();
  return (
    <Screen
      heading={said.heading}
      back={{ to: { screen: 'assessment', assessmentId }, label: assessment.title }}
      intro={said.intro(assessment.title, assessment.organisation)}
    >
      <CommitteeNote view={view} link />
      {!assessment.practice && <Waiting live={comments} />}
      {summary.agreed === 0 && <span>{said.nothing}</span>}
      {summary.keyAreas.map((area) => (
        <KeyAreaResult key={area.keyAreaId} assessmentId={assessmentId} area={area}>
          {!assessment.practice && <CommentsBeside view={view} keyAreaId={area.keyAreaId} live={comments} />}
        </KeyAreaResult>
      ))}
      {!assessment.practice && (
        <>
          <GeneralComments view={view} live={comments} />
          {mayActAs(view.role, 'participant') && <PendingMessages assessmentId={assessmentId} events={['reply']} />}
          <Section heading={said.forCouncillors.heading}>
            <ResultsListLink />
            {page.kind === 'published' && (
              <span>
                <OutsideLink url={page.url} text={said.forCouncillors.page} />
              </span>
            )}
            <HandEdits view={view} />
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
