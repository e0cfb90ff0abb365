// Discuss one key area: before the showing how many have answered; afterwards how answers compare, where we are, where we want to be.
import { Link } from '@fluentui/react-components';
import { type KeyAreaSummary, mayActAs } from '../../assessment';
import type { AssessmentView } from '../../commands/view';
import { keyAreaOf } from '../../framework';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Screen } from '../parts/Screen';
import { WithView } from '../parts/WithView';
import { BeforeShown } from './BeforeShown';
import { OnStage } from './OnStage';
import { OtherKeyAreas } from './OtherKeyAreas';
import { PassOn } from './PassOn';
import { Recording } from './Recording';
import { Shown } from './Shown';
import { Steps } from './Steps';
import { ShowingProgress, useShowing } from './showing';

const said = words.discuss;

/** The screen. */
export function DiscussScreen(props: { readonly assessmentId: string; readonly keyAreaId: string }) {
  const { assessmentId, keyAreaId } = props;
  return (
    <WithView assessmentId={assessmentId}>
      {(view) => {
        const area = view.summary.keyAreas.find((candidate) => candidate.keyAreaId === keyAreaId);
        return area ? (
          <Discussion key={keyAreaId} view={view} area={area} />
        ) : (
          <Screen heading={said.missing.heading} intro={said.missing.text}>
            <Link href={hrefOf({ screen: 'assessment', assessmentId })}>{said.missing.action}</Link>
          </Screen>
        );
      }}
    </WithView>
  );
}

function Discussion({ view, area }: { readonly view: AssessmentView; readonly area: KeyAreaSummary }) {
  const { framework } = useWorkplace();
  const showing = useShowing(view.assessment.id);
  const over = view.assessment.phase === 'cancelled' || view.assessment.phase === 'closed';
  const mayRecord = mayActAs(view.role, 'facilitator') && !over;
  const about = keyAreaOf(framework, area.keyAreaId);
  const parts = { view, area, mayRecord };
  return (
    <Screen
      heading={area.title}
      back={{ to: { screen: 'assessment', assessmentId: view.assessment.id }, label: view.assessment.title }}
    >
      <span role="status">{said.standing[area.phase]}</span>
      {area.reason !== '' && <span>{said.steps.because(area.reason)}</span>}
      {mayRecord && (
        <OnStage route={{ screen: 'discuss', assessmentId: view.assessment.id, keyAreaId: area.keyAreaId }} />
      )}
      {about && (
        <details>
          <summary>{said.whatItIs}</summary>
          <p>{about.whatItIs}</p>
        </details>
      )}
      <ShowingProgress showing={showing} />
      {showing.refusal?.kind === 'key-missing' && <PassOn assessmentId={view.assessment.id} />}
      {showing.refusal && showing.refusal.kind !== 'key-missing' && (
        <RefusalMessage refusal={showing.refusal} onRetry={showing.again} />
      )}
      {(area.phase === 'collecting' || area.phase === 'revealing') && <BeforeShown {...parts} showing={showing} />}
      {(area.phase === 'revealed' || area.phase === 'agreed') && <Shown {...parts} />}
      {mayRecord && (area.phase === 'collecting' || area.phase === 'revealed') && <Recording {...parts} />}
      {mayRecord && area.phase !== 'revealing' && <Steps {...parts} />}
      <OtherKeyAreas view={view} keyAreaId={area.keyAreaId} />
    </Screen>
  );
}
