// Share with councillors: exactly what will be written and where, what is left out, whether the channel is told; then it is done.
import { makeStyles, tokens } from '@fluentui/react-components';
import { type KeyAreaSummary, mayActAs } from '../../assessment';
import { previewSharing } from '../../commands/share';
import type { AssessmentView } from '../../commands/view';
import { londonDay, timeInWords, words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { CommitteeNote } from '../parts/CommitteeNote';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { WithView } from '../parts/WithView';
import { ResultsListLink, resultsListName } from './ResultsListLink';
import { SharedPreview } from './SharedPreview';
import { ShareForm } from './ShareForm';
import { leftInList } from './sharingChanges';

const said = words.share;

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** The screen. */
export function ShareScreen({ assessmentId }: { readonly assessmentId: string }) {
  return <WithView assessmentId={assessmentId}>{(view) => <Share view={view} />}</WithView>;
}

function Share({ view }: { readonly view: AssessmentView }) {
  const work = useWorkplace();
  const { assessment, summary } = view;
  const back = { to: { screen: 'assessment', assessmentId: assessment.id }, label: assessment.title } as const;
  if (assessment.practice)
    return (
      <Screen heading={said.heading} back={back}>
        <Message kind="info" title={said.practice.heading}>
          <span>{said.practice.text}</span>
        </Message>
      </Screen>
    );
  const mayShare = mayActAs(view.role, 'facilitator');
  const results = previewSharing(view, londonDay(work.environment.now()));
  const shared = view.shared.map((row) => row.record);
  const gone = leftInList(results, shared);
  return (
    <Screen heading={said.heading} back={back} intro={said.intro}>
      {!mayShare && (
        <Message kind="info">
          <span>{said.readOnly}</span>
        </Message>
      )}
      <CommitteeNote view={view} link />
      {mayShare && assessment.phase === 'cleared' && (
        <Message kind="warning">
          <span>{words.committee.shareAgain}</span>
        </Message>
      )}
      <Section heading={said.where.heading}>
        <span>{said.where.text(resultsListName())}</span>
        <ResultsListLink />
      </Section>
      <Section heading={said.what.heading}>
        <span>{lastShared(view)}</span>
        {results.length === 0 && <span>{said.what.none}</span>}
        <SharedPreview results={results} shared={shared} />
        {gone.length > 0 && (
          <Message kind="warning">
            <span>{said.gone(gone.map((row) => row.keyArea))}</span>
          </Message>
        )}
      </Section>
      <LeftOut areas={summary.keyAreas.filter((area) => area.now === null)} />
      {mayShare && <ShareForm view={view} areas={results.length} />}
    </Screen>
  );
}

function lastShared({ assessment: { sharedAt } }: AssessmentView): string {
  return sharedAt === null
    ? said.what.never
    : said.what.lastShared(londonDay(new Date(sharedAt)), timeInWords(sharedAt));
}

function LeftOut({ areas }: { readonly areas: readonly KeyAreaSummary[] }) {
  const styles = useStyles();
  if (areas.length === 0) return null;
  return (
    <Section heading={said.missing.heading}>
      <span>{said.missing.text}</span>
      <ul className={styles.list}>
        {areas.map((area) => (
          <li key={area.keyAreaId}>{said.missing.area(area.title, words.discuss.standing[area.phase])}</li>
        ))}
      </ul>
    </Section>
  );
}
