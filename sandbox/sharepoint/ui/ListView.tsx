// A list as a table: the columns by the names people gave them, long texts wrapped, nothing read as HTML.
import {
  Button,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { AddRegular, ArrowClockwiseRegular, PeopleSettingsRegular } from '@fluentui/react-icons';
import { dateInWords, ownColumns, valueInWords } from '../columns';
import type { Item, OpenList, SiteList } from '../site';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXL} 0` },
  title: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflow: 'auto',
    padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalL}`,
  },
  table: { tableLayout: 'auto', width: 'max-content', minWidth: '100%' },
  headCell: { minWidth: '120px' },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    minWidth: '120px',
    maxWidth: '360px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
  },
  open: { textAlign: 'left' },
  empty: { padding: tokens.spacingHorizontalXXL },
});

export interface ListViewProps {
  readonly list: SiteList;
  readonly open: OpenList | undefined;
  readonly problem: string | undefined;
  readonly mayAdd: boolean;
  readonly mayManage: boolean;
  onOpen(item: Item): void;
  onNew(): void;
  onReload(): void;
  onManage(): void;
}

/** The list page. Like SharePoint's own it shows what was there when it was loaded; *Reload* reads it again. */
export function ListView(props: ListViewProps) {
  const styles = useStyles();
  const { list, open, problem } = props;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title}>{list.displayName}</h1>
        {list.description && <Text>{list.description}</Text>}
      </div>
      <div className={styles.bar} role="toolbar" aria-label="Actions on the list">
        {props.mayAdd && (
          <Button appearance="primary" icon={<AddRegular />} onClick={props.onNew}>
            New
          </Button>
        )}
        <Button appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={props.onReload}>
          Reload
        </Button>
        {props.mayManage && (
          <Button appearance="subtle" icon={<PeopleSettingsRegular />} onClick={props.onManage}>
            Manage access
          </Button>
        )}
      </div>
      {problem !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>The list could not be read. {problem}</MessageBarBody>
        </MessageBar>
      )}
      {open && open.items.length === 0 && <Text className={styles.empty}>This list is empty.</Text>}
      {open && open.items.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section className={styles.scroll} aria-label={`Items of ${list.displayName}`} tabIndex={0}>
          <Items {...props} open={open} />
        </section>
      )}
    </div>
  );
}

function Items({ list, open, onOpen }: ListViewProps & { readonly open: OpenList }) {
  const styles = useStyles();
  const columns = ownColumns(open.columns).filter((column) => column.name !== 'Title');
  return (
    <Table className={styles.table} aria-label={list.displayName} noNativeElements={false}>
      <TableHeader>
        <TableRow>
          <TableHeaderCell className={styles.headCell}>Title</TableHeaderCell>
          {columns.map((column) => (
            <TableHeaderCell key={column.name} className={styles.headCell}>
              {column.displayName}
            </TableHeaderCell>
          ))}
          <TableHeaderCell className={styles.headCell}>Modified</TableHeaderCell>
          <TableHeaderCell className={styles.headCell}>Modified by</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {open.items.map((item) => (
          <TableRow key={item.id}>
            <TableCell className={styles.cell}>
              <Link as="button" className={styles.open} onClick={() => onOpen(item)}>
                {titleOf(item)}
              </Link>
            </TableCell>
            {columns.map((column) => (
              <TableCell key={column.name} className={styles.cell}>
                {valueInWords(column, item.fields[column.name])}
              </TableCell>
            ))}
            <TableCell className={styles.cell}>{dateInWords(item.lastModifiedDateTime, 'dateTime')}</TableCell>
            <TableCell className={styles.cell}>{item.lastModifiedBy.user?.displayName ?? ''}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** What an item is called; one without a title is called by its number. */
export function titleOf(item: Item): string {
  const title = item.fields.Title;
  return typeof title === 'string' && title.trim() !== '' ? title : `Item ${item.id}`;
}
