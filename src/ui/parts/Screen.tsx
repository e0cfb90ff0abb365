// The frame of every screen: one heading that takes the focus after navigating, a way back, and the content in one calm column.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import { words } from '../../words';
import { useNavigation } from '../app/navigation';
import { hrefOf, type Route } from '../app/routes';

const useStyles = makeStyles({
  main: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    boxSizing: 'border-box',
    maxWidth: '760px',
    padding: `${tokens.spacingVerticalL} 20px ${tokens.spacingVerticalXXXL}`,
    overflowWrap: 'anywhere',
  },
  wide: { maxWidth: '1560px' },
  heading: {
    margin: 0,
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  top: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  intro: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface ScreenProps {
  readonly heading: string;
  /** Where "back" leads; left out on the first level. */
  readonly back?: { readonly to: Route; readonly label?: string };
  readonly intro?: ReactNode;
  /** Uses the whole width, for screens that lay out columns. */
  readonly wide?: boolean;
  readonly children?: ReactNode;
}

/** One screen. Its heading is the page's only h1. */
export function Screen({ heading, back, intro, wide, children }: ScreenProps) {
  const styles = useStyles();
  const ref = useRef<HTMLHeadingElement>(null);
  const { arrive } = useNavigation();
  useEffect(() => {
    document.title = heading;
  }, [heading]);
  useEffect(() => {
    // Never on the first screen: the host decides where the focus begins.
    if (arrive()) ref.current?.focus();
  }, [arrive]);
  return (
    <main className={wide ? `${styles.main} ${styles.wide}` : styles.main}>
      <div className={styles.top}>
        {back && <Link href={hrefOf(back.to)}>← {back.label ?? words.common.back}</Link>}
        <h1 ref={ref} tabIndex={-1} className={styles.heading}>
          {heading}
        </h1>
        {intro !== undefined && <p className={styles.intro}>{intro}</p>}
      </div>
      {children}
    </main>
  );
}
