// A person's activity feed: what apps told them alone, newest first; each line leads where it says.
import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Activity } from '../../store/activityShape';
import { timeInWords } from './Message';

const useStyles = makeStyles({
  place: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowY: 'auto' },
  title: {
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  empty: { padding: tokens.spacingHorizontalL },
  lines: { listStyleType: 'none', margin: 0, padding: tokens.spacingHorizontalL, display: 'grid', rowGap: '8px' },
  line: {
    width: '100%',
    maxWidth: '840px',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'start',
    rowGap: tokens.spacingVerticalXXS,
    padding: tokens.spacingHorizontalM,
    textAlign: 'left',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover, color: tokens.colorNeutralForeground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  unread: { fontWeight: tokens.fontWeightSemibold, borderLeft: `4px solid ${tokens.colorBrandStroke1}` },
});

export interface ActivityPlaceProps {
  /** Undefined until the first answer. */
  readonly lines: readonly Activity[] | undefined;
  onOpen(line: Activity): void;
}

/** Shows the feed. */
export function ActivityPlace({ lines, onOpen }: ActivityPlaceProps) {
  const styles = useStyles();
  return (
    <main className={styles.place}>
      <h1 className={styles.title}>Activity</h1>
      {lines === undefined && (
        <Text className={styles.empty} role="status">
          Reading the feed …
        </Text>
      )}
      {lines?.length === 0 && (
        <Text className={styles.empty}>Nothing yet. What an app tells you alone shows here.</Text>
      )}
      <ul className={styles.lines}>
        {lines?.map((line) => (
          <li key={line.id}>
            <button
              type="button"
              className={mergeClasses(styles.line, !line.read && styles.unread)}
              onClick={() => onOpen(line)}
            >
              <span>
                {!line.read && 'New: '}
                {line.title}
              </span>
              {line.preview && <Text>{line.preview}</Text>}
              <Text size={200}>
                {line.topic && `${line.topic}, `}
                <time dateTime={line.createdAt}>{timeInWords.format(new Date(line.createdAt))}</time>
              </Text>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
