// Which screen a route shows. Each loads when somebody goes there.
import { Link } from '@fluentui/react-components';
import { words } from '../../words';
import { laterScreen } from '../parts/later';
import { Screen } from '../parts/Screen';
import { hrefOf, type Route } from './routes';

const landing = () => import('../landing/LandingScreen');
const answer = () => import(/* webpackChunkName: "answer" */ '../answer/AnswerScreen');
const discuss = () => import('../discuss/DiscussScreen');
const unsaved = () => import(/* webpackChunkName: "unsaved" */ '../unsaved/UnsavedScreen');

const LandingScreen = laterScreen(() => landing().then((module) => module.LandingScreen));
const AnswerScreen = laterScreen(() => answer().then((module) => module.AnswerScreen));
export const FrameworkScreen = laterScreen(() =>
  import('../framework/FrameworkScreen').then((module) => module.FrameworkScreen),
);
const OpenScreen = laterScreen(() => import('../open/OpenScreen').then((module) => module.OpenScreen));
const PeopleScreen = laterScreen(() => import('../people/PeopleScreen').then((module) => module.PeopleScreen));
const DiscussScreen = laterScreen(() => discuss().then((module) => module.DiscussScreen));
const ShareScreen = laterScreen(() => import('../share/ShareScreen').then((module) => module.ShareScreen));
const ResultsScreen = laterScreen(() => import('../results/ResultsScreen').then((module) => module.ResultsScreen));
const CommitteeScreen = laterScreen(() =>
  import('../committee/CommitteeScreen').then((module) => module.CommitteeScreen),
);
const ArrangementsScreen = laterScreen(() =>
  import('../arrangements/ArrangementsScreen').then((module) => module.ArrangementsScreen),
);
const UnsavedScreen = laterScreen(() => unsaved().then((module) => module.UnsavedScreen));
export const CheckScreen = laterScreen(() => import('../check/CheckScreen').then((module) => module.CheckScreen));

/** Fetches the screens that are needed where nothing can be fetched any more. What fails here is asked for again by whoever goes there. */
export function fetchAhead(): void {
  for (const fetch of [unsaved, landing, answer, discuss]) fetch().catch(() => undefined);
}

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
    case 'committee':
      return <CommitteeScreen assessmentId={route.assessmentId} />;
    case 'arrangements':
      return <ArrangementsScreen />;
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
