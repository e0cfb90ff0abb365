// A fault of ours: something threw that never should. Says so, keeps a way forward, and shows what to pass on.
import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { words } from '../../words';
import { Message } from './Message';
import { Screen } from './Screen';

/** The screen for an unexpected error. */
export function Broken(props: { readonly error: unknown }) {
  const said = words.common.broken;
  return (
    <Screen heading={said.heading}>
      <Message
        kind="error"
        role="alert"
        actions={<Button onClick={() => window.location.reload()}>{said.reload}</Button>}
      >
        <span>{said.text}</span>
        <code>{props.error instanceof Error ? props.error.message : String(props.error)}</code>
      </Message>
    </Screen>
  );
}

interface Props {
  /** A change of it clears the error: another screen may well work. */
  readonly place: string;
  readonly children: ReactNode;
}

/** Catches what a screen throws, so that the rest of the page stays usable. */
export class CatchErrors extends Component<Props, { readonly error: unknown; readonly place: string }> {
  override state = { error: null as unknown, place: this.props.place };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  static getDerivedStateFromProps(props: Props, state: { readonly place: string }) {
    return props.place === state.place ? null : { error: null, place: props.place };
  }

  override render(): ReactNode {
    return this.state.error === null ? this.props.children : <Broken error={this.state.error} />;
  }
}
