// A boxed message: something to know, something to heed, something that went wrong. Told apart by its words, its edge and its symbol, not by colour alone.
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Regular, ErrorCircle20Regular, Info20Regular, Warning20Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  box: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingVerticalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: '4px',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  warning: { borderLeftColor: tokens.colorPaletteYellowBorderActive },
  error: { borderLeftColor: tokens.colorPaletteRedBorderActive },
  success: { borderLeftColor: tokens.colorPaletteGreenBorderActive },
  info: { borderLeftColor: tokens.colorBrandStroke1 },
  icon: { flexShrink: 0 },
  text: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0, flexGrow: 1 },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    marginTop: tokens.spacingVerticalXS,
  },
});

const icons = {
  info: Info20Regular,
  warning: Warning20Regular,
  error: ErrorCircle20Regular,
  success: CheckmarkCircle20Regular,
};

export interface MessageProps {
  readonly kind: 'info' | 'warning' | 'error' | 'success';
  readonly title?: string;
  readonly children?: ReactNode;
  /** Buttons and links, in a row below the text. */
  readonly actions?: ReactNode;
  /** `alert` interrupts a screen reader: for what went wrong after a press. `status` waits. Left out: read where it stands. */
  readonly role?: 'alert' | 'status';
}

/** One message. */
export function Message({ kind, title, children, actions, role }: MessageProps) {
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <div className={mergeClasses(styles.box, styles[kind])} role={role}>
      <Icon className={styles.icon} aria-hidden />
      <div className={styles.text}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        {children}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}
