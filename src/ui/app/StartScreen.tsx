// What is shown before there is a workplace: signing in, choosing a place, setting up, or what is in the way.
import { Button, Link } from '@fluentui/react-components';
import { unreachable } from '../../base/result';
import { words } from '../../words';
import { Broken } from '../parts/Broken';
import { FaultMessage } from '../parts/FaultMessage';
import { missingScopes } from '../parts/faultWords';
import { Loading } from '../parts/Loading';
import { LoadingScreen } from '../parts/LoadingScreen';
import { later, laterScreen } from '../parts/later';
import { Screen } from '../parts/Screen';
import type { Begin, Fault } from './begin';
import { hrefOf } from './routes';
import type { Starting } from './useStart';

const ChoosePlace = laterScreen(() => import('../setup/ChoosePlace').then((module) => module.ChoosePlace));

const SetUpLists = later(() => import('../setup/SetUpLists').then((module) => module.SetUpLists), <Loading />);

const said = words.common.start;

/** The screen for every way a start can go, except the one that leads to a workplace. */
export function StartScreen({ starting }: { readonly starting: Starting }) {
  const { now, again, follow } = starting;
  switch (now.kind) {
    case 'starting':
    case 'ready':
      return <LoadingScreen what={said.starting} onRetry={() => again('silent')} />;
    case 'broken':
      return <Broken error={now.error} />;
    case 'outside-teams':
      return (
        <Screen heading={said.outside.heading} intro={said.outside.text}>
          <ReadFramework />
        </Screen>
      );
    case 'choose-place':
      return <ChoosePlace search={now.search} onChoose={(place) => follow(now.choose(place))} />;
    case 'not-set-up':
      return <NotSetUp begin={now} onDone={() => again('silent')} />;
    case 'fault':
      return <InTheWay begin={now} again={again} />;
    default:
      return unreachable(now);
  }
}

/** Whatever is wrong, the framework can be read. */
function ReadFramework() {
  return <Link href={hrefOf({ screen: 'framework' })}>{said.readFramework}</Link>;
}

function NotSetUp(props: { readonly begin: Extract<Begin, { kind: 'not-set-up' }>; readonly onDone: () => void }) {
  const { site, home, torn } = props.begin;
  return (
    <Screen
      heading={torn ? said.torn.heading : said.notSetUp.heading(home.channelName)}
      intro={torn ? said.torn.text : said.notSetUp.text}
    >
      <SetUpLists site={site} ready={words.setup.ready.open} onReady={props.onDone} />
      <ReadFramework />
    </Screen>
  );
}

function InTheWay(props: {
  readonly begin: Extract<Begin, { kind: 'fault' }>;
  readonly again: (how: 'silent' | 'ask') => void;
}) {
  const { fault, where } = props.begin;
  const signedOut = fault.kind === 'interaction' || fault.kind === 'signed-out' || fault.kind === 'cancelled';
  if (signedOut)
    return (
      <Screen heading={said.signIn.heading} intro={said.signIn.text}>
        <div>
          <Button appearance="primary" onClick={() => props.again('ask')}>
            {words.faults.signIn}
          </Button>
        </div>
        <ReadFramework />
      </Screen>
    );
  return (
    <Screen heading={said.inTheWay[inTheWay(fault) ?? where]}>
      <FaultMessage fault={fault} onRetry={() => props.again('silent')} />
      {fault.kind === 'no-access' && <span>{said.noAccess}</span>}
      <ReadFramework />
    </Screen>
  );
}

/** What is in the way wherever it was met. */
function inTheWay(fault: Fault): 'network' | 'permission' | null {
  if (fault.kind === 'offline') return 'network';
  return missingScopes(fault).length > 0 ? 'permission' : null;
}
