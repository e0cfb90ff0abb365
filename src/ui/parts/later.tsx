// Parts whose script comes when they are first shown. Where it cannot be fetched, everything around stays, and it is asked for again.
import { Button } from '@fluentui/react-components';
import { type ComponentType, type ReactNode, useCallback, useEffect, useState } from 'react';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { LoadingScreen } from './LoadingScreen';
import { Message } from './Message';
import { Screen } from './Screen';

const said = words.common.notFetched;

/**
 * A component that is fetched when it is first shown.
 * @param fetch brings its script; may be asked again after it failed
 * @param meanwhile what stands in its place until it is here
 * @param around what the message stands in where it cannot be fetched: a screen, for a part that is one
 */
export function later<Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  meanwhile: ReactNode = null,
  Around: ComponentType<{ readonly children: ReactNode }> = Bare,
): ComponentType<Props> {
  let fetched: ComponentType<Props> | null = null;
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => fetched);
    const [failed, setFailed] = useState(false);
    const bring = useCallback(() => {
      setFailed(false);
      fetch().then(
        (part) => {
          fetched = part;
          setPart(() => part);
        },
        () => setFailed(true),
      );
    }, []);
    useEffect(() => {
      if (!Part) bring();
    }, [Part, bring]);
    if (Part) return <Part {...props} />;
    if (!failed) return meanwhile;
    return (
      <Around>
        <NotFetched onRetry={bring} />
      </Around>
    );
  };
}

/** A whole screen that is fetched when somebody goes there. */
export const laterScreen = <Props extends object>(fetch: () => Promise<ComponentType<Props>>): ComponentType<Props> =>
  later(fetch, <LoadingScreen />, MissingScreen);

const MissingScreen = ({ children }: { readonly children: ReactNode }) => (
  <Screen heading={said.heading}>{children}</Screen>
);

const Bare = ({ children }: { readonly children: ReactNode }) => children;

/** Says that a part could not be fetched, and asks for it again when the network is back. */
function NotFetched({ onRetry }: { readonly onRetry: () => void }) {
  const { environment } = useSurroundings();
  useEffect(
    () =>
      environment.onChange(() => {
        if (environment.online()) onRetry();
      }),
    [environment, onRetry],
  );
  return (
    <Message
      kind="warning"
      role="status"
      actions={
        <>
          <Button onClick={onRetry}>{words.common.retry}</Button>
          <Button onClick={() => window.location.reload()}>{words.common.broken.reload}</Button>
        </>
      }
    >
      <span>{environment.online() ? said.text : said.offline}</span>
    </Message>
  );
}
