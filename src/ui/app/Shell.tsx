// What surrounds every screen: a slim row of links, and in words how this device stands with SharePoint. It never blocks.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { words } from '../../words';
import { useWorkplaceIfAny } from './contexts';
import { useNavigation } from './navigation';
import { hrefOf, type Route } from './routes';
import { StandingBanner } from './StandingBanner';

const useStyles = makeStyles({
  header: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, padding: '0 20px' },
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalL,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    '@media (max-width: 360px)': { columnGap: tokens.spacingHorizontalM },
  },
  link: {
    display: 'block',
    padding: `${tokens.spacingVerticalS} 0 6px`,
    borderBottom: '2px solid transparent',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, borderRadius: tokens.borderRadiusSmall },
  },
  current: {
    color: tokens.colorNeutralForeground1,
    fontWeight: tokens.fontWeightSemibold,
    borderBottomColor: tokens.colorCompoundBrandStroke,
  },
});

/** Header, state of the connection, content. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const work = useWorkplaceIfAny();
  const { route } = useNavigation();
  const { nav } = words.common;
  const links: readonly { readonly to: Route; readonly label: string; readonly here: boolean }[] = [
    {
      to: { screen: 'landing' },
      label: nav.assessment,
      here: !['framework', 'check', 'unsaved'].includes(route.screen),
    },
    { to: { screen: 'framework' }, label: nav.framework, here: route.screen === 'framework' },
    { to: { screen: 'check', assessmentId: null }, label: nav.check, here: route.screen === 'check' },
  ];
  return (
    <>
      <header className={styles.header}>
        <nav aria-label={nav.label}>
          <ul className={styles.list}>
            {links.map(({ to, label, here }) => (
              <li key={label}>
                <a
                  href={hrefOf(to)}
                  className={mergeClasses(styles.link, here && styles.current)}
                  aria-current={here ? 'page' : undefined}
                >
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {work && <StandingBanner />}
      {children}
    </>
  );
}
