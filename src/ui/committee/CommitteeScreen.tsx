// Clearing and committee: where the result stands, the one thing that can be recorded next, and every edition as it was.
import { isUnderWay, mayActAs } from '../../assessment';
import { mayTake, outcomeStepOf } from '../../commands/committee';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { CommitteeNote } from '../parts/CommitteeNote';
import { Message } from '../parts/Message';
import { PendingMessages } from '../parts/PendingMessages';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { WithView } from '../parts/WithView';
import { ClearSection } from './ClearSection';
import { Editions } from './Editions';
import { OutcomeSection } from './OutcomeSection';

const said = words.committee;

/** The screen. Everyone reads it; facilitators record. */
export function CommitteeScreen({ assessmentId }: { readonly assessmentId: string }) {
  return <WithView assessmentId={assessmentId}>{(view) => <Committee view={view} />}</WithView>;
}

function Committee({ view }: { readonly view: AssessmentView }) {
  const { assessment, summary, role } = view;
  const { phase, practice } = assessment;
  const newest = view.editions[0]?.record;
  const mayRecord = mayActAs(role, 'facilitator');
  return (
    <Screen
      heading={said.heading}
      back={{ to: { screen: 'assessment', assessmentId: assessment.id }, label: assessment.title }}
      intro={practice ? said.practice : said.intro}
    >
      {!mayRecord && !practice && (
        <Message kind="info">
          <span>{said.readOnly}</span>
        </Message>
      )}
      <Section heading={said.now}>
        {summary.committee === null && <span>{phase === 'open' && !practice ? said.notShared : said.never}</span>}
        <CommitteeNote view={view} />
        {summary.committee !== null && isUnderWay(phase) && <span>{said.superseded}</span>}
      </Section>
      <ClearSection view={view} />
      {newest && mayTake(outcomeStepOf(newest), view) && <OutcomeSection view={view} newest={newest} />}
      {mayRecord && <PendingMessages assessmentId={assessment.id} events={['cleared', 'outcome']} />}
      <Editions view={view} />
    </Screen>
  );
}
