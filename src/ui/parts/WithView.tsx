// Shows a screen for an assessment once it is here; before that loading, missing, out of reach and failed, each as what it is.
import { Link } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useView } from '../app/live';
import { hrefOf } from '../app/routes';
import { Broken } from './Broken';
import { FaultMessage } from './FaultMessage';
import { LoadingScreen } from './LoadingScreen';
import { Screen } from './Screen';

/** Follows an assessment and hands it to `children`. */
export function WithView(props: {
  readonly assessmentId: string;
  readonly children: (view: AssessmentView) => ReactNode;
}) {
  const live = useView(props.assessmentId);
  switch (live.kind) {
    case 'loading':
      return <LoadingScreen />;
    case 'ready':
      return props.children(live.value);
    case 'failed':
      return <Broken error={live.error} />;
    case 'fault':
      return (
        <Screen heading={words.common.product} back={{ to: { screen: 'landing' } }}>
          <FaultMessage fault={live.fault} onRetry={live.retry} />
        </Screen>
      );
    case 'missing':
      return (
        <Screen heading={words.common.missing.heading} intro={words.common.missing.text}>
          <Link href={hrefOf({ screen: 'landing' })}>{words.common.missing.action}</Link>
        </Screen>
      );
  }
}
