// The first screen, the same for everyone: the assessment that is open here, several to choose from, or what this is.
import type { Assessment } from '../../assessment';
import { openHere } from '../../commands/openHere';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { useLive, useStanding } from '../app/live';
import { Broken } from '../parts/Broken';
import { FaultMessage } from '../parts/FaultMessage';
import { LoadingScreen } from '../parts/LoadingScreen';
import { Screen } from '../parts/Screen';
import { WithView } from '../parts/WithView';
import { AssessmentLanding } from './AssessmentLanding';
import { NothingOpen } from './NothingOpen';
import { SeveralOpen } from './SeveralOpen';

/** What an address shows: one assessment, or (null) whatever is open in this channel. */
export function LandingScreen({ assessmentId }: { readonly assessmentId: string | null }) {
  return assessmentId === null ? <OpenHere /> : <One assessmentId={assessmentId} others={[]} />;
}

function One(props: { readonly assessmentId: string; readonly others: readonly Assessment[] }) {
  return (
    <WithView assessmentId={props.assessmentId}>
      {(view) => <AssessmentLanding view={view} others={props.others} />}
    </WithView>
  );
}

function OpenHere() {
  const { replica } = useWorkplace();
  const live = useLive(openHere, []);
  const standing = useStanding();
  if (live.kind === 'loading') return <LoadingScreen />;
  if (live.kind === 'failed') return <Broken error={live.error} />;
  const open = live.value.map((stored) => stored.record);
  // Nothing held is not the same as nothing there: only a read that came back says that nothing is open.
  if (open.length === 0 && standing.kind === 'loading') return <LoadingScreen onRetry={() => void replica.refresh()} />;
  if (open.length === 0 && standing.kind === 'failed')
    return (
      <Screen heading={words.common.product}>
        <FaultMessage fault={standing.because} onRetry={() => void replica.refresh()} />
      </Screen>
    );
  const practice = open.filter((assessment) => assessment.practice);
  const [only, ...more] = open.filter((assessment) => !assessment.practice);
  if (only === undefined) return <NothingOpen practice={practice} />;
  if (more.length > 0) return <SeveralOpen open={[only, ...more]} practice={practice} />;
  return <One assessmentId={only.id} others={practice} />;
}
