// One assessment: where it stands, what is due, the next step, its key areas, and the ways to everything else.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type Assessment, isAsked } from '../../assessment';
import type { AssessmentView } from '../../commands/view';
import { londonDay, words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { hrefOf, type Route } from '../app/routes';
import { CommitteeNote } from '../parts/CommitteeNote';
import { later } from '../parts/later';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { PracticeRows } from './AssessmentRows';
import { EndAssessment } from './EndAssessment';
import { KeyAreaRow } from './KeyAreaRow';
import { NextStepPanel } from './NextStepPanel';
import { PracticeNote } from './PracticeNote';
import { dueWords, standingWords } from './standingWords';

const FacilitatorNotes = later(() => import('./FacilitatorNotes').then((module) => module.FacilitatorNotes));

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  links: {
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
});

export interface AssessmentLandingProps {
  readonly view: AssessmentView;
  /** Practice assessments that are open in the same channel. */
  readonly others: readonly Assessment[];
}

/** The landing screen of an assessment. */
export function AssessmentLanding({ view, others }: AssessmentLandingProps) {
  const styles = useStyles();
  const { environment } = useSurroundings();
  const { person } = useWorkplace();
  const { assessment, summary, role } = view;
  const due = dueWords(assessment, londonDay(environment.now()));
  const standing = [assessment.organisation, standingWords(assessment, summary), due].filter((part) => part !== '');
  return (
    <Screen heading={assessment.title} intro={standing.join(' · ')}>
      {assessment.practice && <PracticeNote view={view} />}
      <NextStepPanel view={view} />
      <CommitteeNote view={view} link />
      {role !== 'facilitator' && matters(view, person.id) && (
        <Message kind="info">
          <span>
            {words.landing.overruled(view.stored.lastModifiedBy?.displayName || words.landing.facilitator.someone)}
          </span>
        </Message>
      )}
      {role === 'facilitator' && <FacilitatorNotes view={view} />}
      <Section heading={words.landing.keyAreas}>
        <ul className={styles.list}>
          {summary.keyAreas.map((area) => (
            <KeyAreaRow key={area.keyAreaId} view={view} area={area} />
          ))}
        </ul>
      </Section>
      <Section heading={words.landing.more}>
        <ul className={styles.links}>
          {linksOf(view).map(([label, to]) => (
            <li key={label}>
              <Link href={hrefOf(to)}>{label}</Link>
            </li>
          ))}
        </ul>
      </Section>
      <EndAssessment view={view} />
      <PracticeRows practice={others} />
    </Screen>
  );
}

/** Whether what somebody changed by hand, and does not count, would have changed something for me. */
function matters({ overruled, assessment, stored: { record } }: AssessmentView, me: string): boolean {
  if (!overruled) return false;
  const seen = ({ phase, showNames, dueDate, title, keyAreaIds, participants }: Assessment) =>
    JSON.stringify([phase, showNames, dueDate, title, keyAreaIds, isAsked({ participants }, me)]);
  return seen(assessment) !== seen(record);
}

function linksOf({ assessment, role, editions }: AssessmentView): readonly (readonly [label: string, to: Route])[] {
  const { links } = words.landing;
  const assessmentId = assessment.id;
  const share: readonly (readonly [string, Route])[] =
    role === 'facilitator' && !assessment.practice ? [[links.share, { screen: 'share', assessmentId }]] : [];
  const { phase } = assessment;
  const goesToCommittee = phase === 'shared' || phase === 'cleared' || editions.length > 0;
  const committee: readonly (readonly [string, Route])[] = goesToCommittee
    ? [[links.committee, { screen: 'committee', assessmentId }]]
    : [];
  return [
    [links.results, { screen: 'results', assessmentId }],
    [links.people, { screen: 'people', assessmentId }],
    ...share,
    ...committee,
    [links.arrangements, { screen: 'arrangements' }],
    [links.framework, { screen: 'framework' }],
    [links.check, { screen: 'check', assessmentId }],
  ];
}
