// A plain list of things that each have a state: the links of the connection, the steps of setting up. A state is a word and a symbol, never a colour alone.
import { makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircle20Regular,
  Circle20Regular,
  ErrorCircle20Regular,
  SubtractCircle20Regular,
  Warning20Regular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { plainList } from './plainList';

export type RowState = 'waiting' | 'working' | 'good' | 'attention' | 'broken' | 'skipped';

export interface StateRow {
  readonly id: string;
  readonly name: string;
  readonly state: RowState;
  /** The state in a word or two. */
  readonly says: string;
  readonly children?: ReactNode;
}

const useStyles = makeStyles({
  list: { ...plainList, rowGap: 0, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  symbol: { flexShrink: 0, width: '20px', height: '20px', color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorPaletteGreenForeground1 },
  broken: { color: tokens.colorPaletteRedForeground1 },
  attention: { color: tokens.colorNeutralForeground1 },
  text: { minWidth: 0, flexGrow: 1, display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalM },
  name: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  says: { color: tokens.colorNeutralForeground2 },
});

const symbols = {
  waiting: Circle20Regular,
  good: CheckmarkCircle20Regular,
  attention: Warning20Regular,
  broken: ErrorCircle20Regular,
  skipped: SubtractCircle20Regular,
} as const;

/** The rows, in the order given. */
export function StateList({ rows, label }: { readonly rows: readonly StateRow[]; readonly label: string }) {
  const styles = useStyles();
  return (
    // Without bullets some browsers no longer call it a list; the role says it again.
    // biome-ignore lint/a11y/noRedundantRoles: Safari drops the role of a list whose bullets are hidden
    <ul className={styles.list} aria-label={label} role="list">
      {rows.map((row) => (
        <li key={row.id} className={styles.row}>
          <StateSymbol state={row.state} />
          <div className={styles.text}>
            <div className={styles.line}>
              <span className={styles.name}>{row.name}</span>
              <span className={styles.says}>{row.says}</span>
            </div>
            {row.children}
          </div>
        </li>
      ))}
    </ul>
  );
}

function StateSymbol({ state }: { readonly state: RowState }) {
  const styles = useStyles();
  if (state === 'working') return <Spinner size="extra-tiny" className={styles.symbol} aria-hidden />;
  const Shape = symbols[state];
  const colour = state === 'good' || state === 'broken' || state === 'attention' ? styles[state] : undefined;
  return <Shape className={mergeClasses(styles.symbol, colour)} aria-hidden />;
}
