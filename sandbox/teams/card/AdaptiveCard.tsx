// One Adaptive Card, drawn by the package that Microsoft publishes for it.
import { makeStyles, mergeClasses, shorthands, tokens } from '@fluentui/react-components';
import { type Action, AdaptiveCard as Card, HostConfig, OpenUrlAction } from 'adaptivecards';
import { useEffect, useRef, useState } from 'react';
import { fluentTheme, type ThemeName } from '../../pages/themes';
import { hostConfig } from './hostConfig';
import { cardMarkdown } from './markdown';

Card.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};

const useStyles = makeStyles({
  card: {
    maxWidth: '560px',
    borderRadius: tokens.borderRadiusLarge,
    overflow: 'hidden',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    boxShadow: tokens.shadow2,
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
    '& ul, & ol': { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-pushButton': {
      ...shorthands.padding('5px', '12px'),
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      lineHeight: tokens.lineHeightBase300,
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorNeutralBackground1,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      borderRadius: tokens.borderRadiusMedium,
      cursor: 'pointer',
      ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
      ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    },
  },
  failed: { color: tokens.colorNeutralForeground2, fontStyle: 'italic' },
});

export interface AdaptiveCardProps {
  /** The card as JSON text, as it travels in a message. */
  readonly content: string;
  readonly theme: ThemeName;
  onOpen(url: string): void;
}

/** Draws a card; one that cannot be read leaves a line that says so. */
export function AdaptiveCard({ content, theme, onOpen }: AdaptiveCardProps) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const open = useRef(onOpen);
  open.current = onOpen;

  useEffect(() => {
    const drawn = draw(content, theme, (url) => open.current(url));
    setFailed(drawn === undefined);
    box.current?.replaceChildren(...(drawn ? [drawn] : []));
  }, [content, theme]);

  return (
    <>
      <div ref={box} className={mergeClasses(styles.card)} hidden={failed} />
      {failed && <span className={styles.failed}>This card cannot be shown.</span>}
    </>
  );
}

function draw(content: string, theme: ThemeName, open: (url: string) => void): HTMLElement | undefined {
  const card = new Card();
  card.hostConfig = new HostConfig(hostConfig(fluentTheme[theme]));
  card.onExecuteAction = (action: Action) => {
    if (action instanceof OpenUrlAction && action.url) open(action.url);
  };
  try {
    card.parse(JSON.parse(content));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const drawn = card.render();
  drawn?.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element ? event.target.closest('a') : null;
    if (!anchor) return;
    event.preventDefault();
    open(anchor.href);
  });
  return drawn;
}
