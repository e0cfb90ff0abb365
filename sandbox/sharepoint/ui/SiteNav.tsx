// The sites there are, and the open one's contents: the lists that the person may read.
import { makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { type SeedSite, sites } from '../../store/seed';
import type { SiteList } from '../site';

const useStyles = makeStyles({
  nav: {
    width: '240px',
    flexShrink: 0,
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    display: 'flex',
    flexDirection: 'column',
    gap: '2px',
  },
  heading: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  link: {
    padding: `6px ${tokens.spacingHorizontalS}`,
    border: '1px solid transparent',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground2Hover, color: tokens.colorNeutralForeground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
  },
});

const byName = (one: SiteList, other: SiteList): number => one.displayName.localeCompare(other.displayName, 'en-GB');

export interface SiteNavProps {
  /** The open site. */
  readonly site: SeedSite;
  onSite(site: SeedSite): void;
  readonly lists: readonly SiteList[];
  readonly current: SiteList | undefined;
  /** Whether hidden lists show; undefined for those who are not offered it. */
  readonly hidden: boolean | undefined;
  onHidden(show: boolean): void;
  onList(list: SiteList): void;
}

/** The navigation of the page, by name. */
export function SiteNav({ site, onSite, lists, current, hidden, onHidden, onList }: SiteNavProps) {
  const styles = useStyles();
  return (
    <nav className={styles.nav} aria-label="Lists of the site">
      <h2 className={styles.heading}>Sites</h2>
      {sites.map((each) => (
        <button
          key={each.id}
          type="button"
          className={mergeClasses(styles.link, each === site && styles.current)}
          aria-current={each === site ? 'true' : undefined}
          onClick={() => onSite(each)}
        >
          {each.displayName}
        </button>
      ))}
      {lists.length > 0 && <h2 className={styles.heading}>Site contents</h2>}
      {lists.toSorted(byName).map((list) => (
        <button
          key={list.id}
          type="button"
          className={mergeClasses(styles.link, list === current && styles.current)}
          aria-current={list === current ? 'page' : undefined}
          onClick={() => onList(list)}
        >
          {list.displayName}
          {list.list?.hidden ? ' (hidden)' : ''}
        </button>
      ))}
      {hidden !== undefined && (
        <Switch label="Show hidden lists" checked={hidden} onChange={(_, data) => onHidden(data.checked)} />
      )}
    </nav>
  );
}
