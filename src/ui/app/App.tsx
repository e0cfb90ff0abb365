// The tab: its surroundings, its header, and either the way to a workplace or the screen that was asked for.
import { useEffect, useRef } from 'react';
import type { Replica } from '../../replica/replica';
import { CatchErrors } from '../parts/Broken';
import type { Begin, Start } from './begin';
import { type Surroundings, WorkplaceContext } from './contexts';
import { useNavigation } from './navigation';
import { Providers } from './Providers';
import { formatRoute, type Route } from './routes';
import { Shell } from './Shell';
import { StartScreen } from './StartScreen';
import { CheckScreen, FrameworkScreen, fetchAhead, RouteScreen } from './screens';
import { type Starting, useStart } from './useStart';
import { useStartAfterMove } from './useStartAfterMove';

export interface AppProps extends Surroundings {
  readonly start: Start;
}

/** The whole tab. */
export function App({ start, ...surroundings }: AppProps) {
  const { host } = surroundings;
  useEffect(() => host.notifyReady(), [host]);
  return (
    <Providers surroundings={surroundings}>
      <Tab start={start} />
    </Providers>
  );
}

function Tab({ start }: { readonly start: Start }) {
  const starting = useStart(start);
  const { route } = useNavigation();
  useStartAfterCheck(route, starting);
  useStartAfterMove(starting);
  const ready = isReady(starting.now);
  useEffect(() => {
    if (ready) fetchAhead();
  }, [ready]);
  const place = `${route.screen} ${formatRoute(route)}`;
  return (
    <WorkplaceContext value={starting.now.kind === 'ready' ? starting.now.workplace : null}>
      <Shell>
        <CatchErrors place={place}>
          <Place key={place} route={route} starting={starting} />
        </CatchErrors>
      </Shell>
    </WorkplaceContext>
  );
}

/** What was mended on the connection check shows only in starting again; and what was held up by it may be sent now. */
function useStartAfterCheck(route: Route, { now, again }: Starting): void {
  const checking = useRef(false);
  const heldUp = useRef(false);
  useEffect(() => {
    const left = checking.current && route.screen !== 'check';
    checking.current = route.screen === 'check';
    if (now.kind === 'fault' || now.kind === 'not-set-up') {
      heldUp.current = true;
      if (left) again('silent');
    }
    if (now.kind !== 'ready' || !(left || heldUp.current)) return;
    const { replica } = now.workplace;
    heldUp.current = false;
    const goOn = async () => {
      if (!left || !(await hasLostAList(replica))) return replica.retry();
      heldUp.current = true;
      again('silent');
    };
    goOn().catch((error: unknown) => reportError(error));
  }, [route, now, again]);
}

/** Whether something was not found: starting again then finds the lists, should they have been made anew. */
async function hasLostAList(replica: Replica): Promise<boolean> {
  const standing = replica.standing();
  if (standing.kind === 'behind' && standing.because.kind === 'not-found') return true;
  const unsent = await replica.unsent();
  return unsent.some(({ state }) => state.kind === 'parked' && state.because.kind === 'not-found');
}

/** The framework and the connection check are there for everybody, whatever is wrong; the rest needs a workplace. */
function Place({ route, starting }: { readonly route: Route; readonly starting: Starting }) {
  if (route.screen === 'framework') return <FrameworkScreen />;
  if (route.screen === 'check') return <CheckScreen assessmentId={route.assessmentId} />;
  return isReady(starting.now) ? <RouteScreen route={route} /> : <StartScreen starting={starting} />;
}

const isReady = (now: Starting['now']): now is Extract<Begin, { kind: 'ready' }> => now.kind === 'ready';
