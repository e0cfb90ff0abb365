// One page of the product in a frame of another origin, spoken to over the teams-js protocol.
import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { answer, type Host } from '../protocol/handle';
import { type HostEvent, hostEvent, parseRequest, replyTo } from '../protocol/messages';

/** How the app's start stands. Teams keeps its own picture in front until the app says that it is there. */
type State =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'shown' }
  | { readonly kind: 'failed'; readonly why: string };

/** Teams gives up on an app that has not reported after 30 seconds. */
const patience = 30_000;

const useStyles = makeStyles({
  box: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  frame: { border: 'none', width: '100%', height: '100%', flexGrow: 1, colorScheme: 'normal' },
  // The frame keeps its size while it is covered, so that the app lays itself out once.
  covered: { visibility: 'hidden' },
  cover: {
    position: 'absolute',
    inset: 0,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    textAlign: 'center',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** Lets a parent send events into the frame, for instance `settings.save`. */
export interface FrameHandle {
  send(event: HostEvent): void;
}

export interface ProductFrameProps {
  readonly url: string;
  readonly title: string;
  readonly theme: string;
  /** What the frame may ask for; `started` and `failed` are the frame's own business. */
  readonly host: Omit<Host, 'started' | 'failed'>;
  readonly ref?: Ref<FrameHandle>;
}

/** Shows a page of the product. Another `url` or frame context needs another `key`, as in Teams, where it is another frame. */
export function ProductFrame({ url, title, theme, host, ref }: ProductFrameProps) {
  const styles = useStyles();
  const frame = useRef<HTMLIFrameElement>(null);
  const [state, setState] = useState<State>({ kind: 'waiting' });
  const [attempt, setAttempt] = useState(0);
  const appOrigin = new URL(url).origin;

  const latest = useRef(host);
  latest.current = host;
  // Before that the frame is still an empty page of this origin, and the browser would report a message to it as an error.
  const initialised = useRef(false);
  const send = (message: unknown) => frame.current?.contentWindow?.postMessage(message, appOrigin);

  useLayoutEffect(() => {
    const onMessage = (event: MessageEvent<unknown>) => {
      if (event.source !== frame.current?.contentWindow || event.origin !== appOrigin) return;
      const asked = parseRequest(event.data);
      if (!asked) return;
      if (asked.func === 'initialize') initialised.current = true;
      const sender = event.source;
      const whole: Host = {
        ...latest.current,
        started: () => setState({ kind: 'shown' }),
        failed: (reason, message) => setState({ kind: 'failed', why: message || `The app says: ${reason}.` }),
      };
      void answer(asked, whole, appOrigin).then((args) => {
        if (args === 'unknown') console.warn(`The sandbox's Teams does not know “${asked.func}”.`);
        else if (args) sender?.postMessage(replyTo(asked, args), { targetOrigin: appOrigin });
      });
    };
    window.addEventListener('message', onMessage);
    return () => window.removeEventListener('message', onMessage);
  }, [appOrigin]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has its own patience
  useEffect(() => {
    const timer = setTimeout(() => {
      const why = 'The app did not report within 30 seconds.';
      setState((now) => (now.kind === 'waiting' ? { kind: 'failed', why } : now));
    }, patience);
    return () => clearTimeout(timer);
  }, [attempt]);

  // An app that is still starting learns its theme from the context; one that runs is told.
  useEffect(() => {
    if (initialised.current) frame.current?.contentWindow?.postMessage(hostEvent('themeChange', theme), appOrigin);
  }, [theme, appOrigin]);

  useImperativeHandle(ref, () => ({ send }));

  const again = () => {
    initialised.current = false;
    setState({ kind: 'waiting' });
    setAttempt((number) => number + 1);
  };

  return (
    <div className={styles.box}>
      <iframe
        key={attempt}
        ref={frame}
        className={state.kind === 'shown' ? styles.frame : `${styles.frame} ${styles.covered}`}
        src={url}
        title={title}
        allow="clipboard-write"
        // Tells the product's frame apart from any other for tests, and which one it is.
        data-product={host.frameContext}
      />
      {state.kind === 'waiting' && (
        <div className={styles.cover}>
          <Spinner label={`${title} is starting`} labelPosition="below" />
        </div>
      )}
      {state.kind === 'failed' && (
        <div className={styles.cover} role="alert">
          <Text weight="semibold" size={400}>
            {title} could not start
          </Text>
          <Text>{state.why}</Text>
          <Button onClick={again}>Try again</Button>
        </div>
      )}
    </div>
  );
}
