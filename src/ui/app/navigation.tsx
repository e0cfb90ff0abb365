// Where we are and how to go elsewhere. The address lives in location.hash, so that a reload stays and plain links work.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { hrefOf, parseRoute, type Route } from './routes';

interface Navigation {
  readonly route: Route;
  /** Whether this is the first look at the screen after somebody went there: only then may it take the focus, once. */
  readonly arrive: () => boolean;
  readonly go: (route: Route) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

const hashRoute = (): Route => parseRoute(window.location.hash.replace(/^#\/?/, ''));

/** Follows location.hash. `first` is the sub page a link asked for; it counts only where the address has none yet. */
export function NavigationProvider(props: { readonly first: string | null; readonly children: ReactNode }) {
  const arrived = useRef(false);
  const [route, setRoute] = useState<Route>(() => {
    if (props.first !== null && window.location.hash === '')
      window.history.replaceState(window.history.state, '', hrefOf(parseRoute(props.first)));
    return hashRoute();
  });
  useEffect(() => {
    const follow = () => {
      arrived.current = true;
      setRoute(hashRoute());
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const value = useMemo<Navigation>(
    () => ({
      route,
      arrive: () => {
        const first = arrived.current;
        arrived.current = false;
        return first;
      },
      go: (route) => {
        window.location.hash = hrefOf(route);
      },
    }),
    [route],
  );
  return <NavigationContext value={value}>{props.children}</NavigationContext>;
}

/** Where we are. */
export const useNavigation = (): Navigation => {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error('useNavigation needs <Providers> around it');
  return navigation;
};

/** How to go to another screen from code; links use `hrefOf`. */
export const useNavigate = (): ((route: Route) => void) => useNavigation().go;
