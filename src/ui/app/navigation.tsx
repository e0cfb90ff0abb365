// Where we are and how to go elsewhere. The address lives in location.hash, so that a reload stays and plain links work.
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { formatRoute, hrefOf, parseRoute, type Route } from './routes';

interface Navigation {
  readonly route: Route;
  /** Whether somebody navigated since the page loaded: only then may a screen take the focus. */
  readonly moved: boolean;
  readonly go: (route: Route) => void;
}

const NavigationContext = createContext<Navigation | null>(null);

const hashRoute = (): Route => parseRoute(window.location.hash.replace(/^#\/?/, ''));

/** Follows location.hash. `first` is the sub page a link asked for; it counts only where the address has none yet. */
export function NavigationProvider(props: { readonly first: string | null; readonly children: ReactNode }) {
  const [state, setState] = useState<{ route: Route; moved: boolean }>(() => {
    if (props.first !== null && window.location.hash === '')
      window.history.replaceState(window.history.state, '', hrefOf(parseRoute(props.first)));
    return { route: hashRoute(), moved: false };
  });
  useEffect(() => {
    const follow = () =>
      setState((before) => {
        const route = hashRoute();
        return formatRoute(before.route) === formatRoute(route) && before.route.screen === route.screen
          ? before
          : { route, moved: true };
      });
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  const value = useMemo<Navigation>(
    () => ({
      ...state,
      go: (route) => {
        window.location.hash = hrefOf(route);
      },
    }),
    [state],
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
