// Which screen a route shows. Each loads when somebody goes there.
import { Link } from '@fluentui/react-components';
import { lazy } from 'react';
import { words } from '../../words';
import { Screen } from '../parts/Screen';
import { hrefOf, type Route } from './routes';

const LandingScreen = lazy(() =>
  import('../landing/LandingScreen').then((module) => ({ default: module.LandingScreen })),
);
const AnswerScreen = lazy(() =>
  import(/* webpackChunkName: "answer" */ '../answer/AnswerScreen').then((module) => ({
    default: module.AnswerScreen,
  })),
);
export const FrameworkScreen = lazy(() =>
  import('../framework/FrameworkScreen').then((module) => ({ default: module.FrameworkScreen })),
);
const OpenScreen = lazy(() => import('../open/OpenScreen').then((module) => ({ default: module.OpenScreen })));
const PeopleScreen = lazy(() => import('../people/PeopleScreen').then((module) => ({ default: module.PeopleScreen })));
const DiscussScreen = lazy(() =>
  import('../discuss/DiscussScreen').then((module) => ({ default: module.DiscussScreen })),
);
const ShareScreen = lazy(() => import('../share/ShareScreen').then((module) => ({ default: module.ShareScreen })));
const ResultsScreen = lazy(() =>
  import('../results/ResultsScreen').then((module) => ({ default: module.ResultsScreen })),
);
const unsaved = () => import(/* webpackChunkName: "unsaved" */ '../unsaved/UnsavedScreen');
const UnsavedScreen = lazy(() => unsaved().then((module) => ({ default: module.UnsavedScreen })));
export const CheckScreen = lazy(() =>
  import('../check/CheckScreen').then((module) => ({ default: module.CheckScreen })),
);

/** Fetches the screen that is needed where nothing can be fetched any more. What fails here fails again where somebody goes there. */
export const fetchAhead = (): void => void unsaved().catch(() => undefined);

/** The screen of a route, once there is a workplace. */
export function RouteScreen({ route }: { readonly route: Route }) {
  switch (route.screen) {
    case 'landing':
      return <LandingScreen assessmentId={null} />;
    case 'assessment':
      return <LandingScreen assessmentId={route.assessmentId} />;
    case 'framework':
      return <FrameworkScreen />;
    case 'answer':
      return <AnswerScreen assessmentId={route.assessmentId} keyAreaId={route.keyAreaId} />;
    case 'open':
      return <OpenScreen />;
    case 'unsaved':
      return <UnsavedScreen />;
    case 'people':
      return <PeopleScreen assessmentId={route.assessmentId} />;
    case 'discuss':
      return <DiscussScreen assessmentId={route.assessmentId} keyAreaId={route.keyAreaId} />;
    case 'share':
      return <ShareScreen assessmentId={route.assessmentId} />;
    case 'results':
      return <ResultsScreen assessmentId={route.assessmentId} />;
    case 'check':
      return <CheckScreen assessmentId={route.assessmentId} />;
    case 'lost':
      return <Lost />;
  }
}

function Lost() {
  return (
    <Screen heading={words.common.lost.heading} intro={words.common.lost.text}>
      <Link href={hrefOf({ screen: 'landing' })}>{words.common.lost.action}</Link>
    </Screen>
  );
}
