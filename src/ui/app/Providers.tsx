// Theme, host, clock, framework and address around whatever is shown. The configuration page uses it too.
import { FluentProvider } from '@fluentui/react-components';
import { type ReactNode, useEffect, useState } from 'react';
import { type Surroundings, SurroundingsContext } from './contexts';
import { NavigationProvider } from './navigation';
import { themes } from './themes';

/** Puts a page into its surroundings, and follows the host's theme. */
export function Providers(props: { readonly surroundings: Surroundings; readonly children: ReactNode }) {
  const { host } = props.surroundings;
  const [theme, setTheme] = useState(() => host.theme());
  useEffect(() => host.onThemeChange(setTheme), [host]);
  const fluent = themes[theme];
  useEffect(() => {
    // FluentProvider colours its own box only; the page behind it would stay white in a dark meeting.
    document.body.style.margin = '0';
    document.body.style.backgroundColor = fluent.colorNeutralBackground1;
    document.documentElement.style.colorScheme = theme === 'default' ? 'light' : 'dark';
  }, [fluent, theme]);
  return (
    <SurroundingsContext value={props.surroundings}>
      <FluentProvider theme={fluent} style={{ minHeight: '100vh' }}>
        <NavigationProvider first={host.context().subPage}>{props.children}</NavigationProvider>
      </FluentProvider>
    </SurroundingsContext>
  );
}
