// The library of pages: the pages as a list, and one of them to read, to change by hand, or to delete.
import { Button, Link, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular, PeopleSettingsRegular } from '@fluentui/react-icons';
import { useCallback, useEffect, useState } from 'react';
import type { PersonGraph } from '../../pages/graph';
import type { DemoPerson } from '../../pages/people';
import { dateInWords } from '../columns';
import { type PageSummary, readPage, readPages, removePage, republish, type SitePage } from '../pages';
import { refusalInWords, type SiteList } from '../site';
import { ManageAccess } from './ManageAccess';
import { PageForm } from './PageForm';
import { PageView } from './PageView';

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    minHeight: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  scroll: { flexGrow: 1, minHeight: 0, overflow: 'auto', padding: tokens.spacingHorizontalXL },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: { padding: `${tokens.spacingVerticalS} 0`, display: 'flex', flexDirection: 'column', alignItems: 'start' },
});

export interface PagesPageProps {
  readonly graph: PersonGraph;
  readonly library: SiteList;
  readonly people: readonly DemoPerson[];
  readonly mayChange: boolean;
  readonly mayManage: boolean;
  /** The open page's file name; undefined for none. */
  readonly name: string | undefined;
  onPage(name: string | undefined): void;
  onPeopleChanged(): Promise<void>;
}

/** The library as it was when it was last read. */
export function PagesPage(props: PagesPageProps) {
  const { graph, library, mayChange, name, onPage } = props;
  const styles = useStyles();
  const [pages, setPages] = useState<readonly PageSummary[]>();
  const [open, setOpen] = useState<SitePage>();
  const [editing, setEditing] = useState(false);
  const [managing, setManaging] = useState(false);
  const [problem, setProblem] = useState<string>();
  const read = useCallback(async () => {
    try {
      const found = await readPages(graph, library);
      const wanted = found.find((page) => page.name === name);
      setPages(found);
      setOpen(wanted && (await readPage(graph, library, wanted.id)));
      setProblem(
        name !== undefined && !wanted ? 'This page is no longer there, or it was never published.' : undefined,
      );
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  }, [graph, library, name]);
  useEffect(() => void read(), [read]);

  const remove = async (page: SitePage) => {
    try {
      await removePage(graph, library, page.id);
      onPage(undefined);
    } catch (error) {
      setProblem(refusalInWords(error));
    }
  };
  const shown = open?.name === name ? open : undefined;
  return (
    <div className={styles.page}>
      <div className={styles.bar} role="toolbar" aria-label="Actions on pages">
        {name !== undefined && (
          <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => onPage(undefined)}>
            All pages
          </Button>
        )}
        <Button appearance="subtle" icon={<ArrowClockwiseRegular />} onClick={() => void read()}>
          Reload
        </Button>
        {props.mayManage && (
          <Button appearance="subtle" icon={<PeopleSettingsRegular />} onClick={() => setManaging(true)}>
            Manage access
          </Button>
        )}
        {shown && mayChange && !editing && (
          <>
            <Button onClick={() => setEditing(true)}>Edit</Button>
            <Button onClick={() => void remove(shown)}>Delete page</Button>
          </>
        )}
      </div>
      {problem !== undefined && (
        <MessageBar intent="error">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={shown?.title ?? library.displayName} tabIndex={0}>
        {shown && !editing && <PageView page={shown} />}
        {shown && editing && (
          <PageForm
            page={shown}
            onCancel={() => setEditing(false)}
            onSave={async (change) => {
              await republish(graph, library, shown, change);
              setEditing(false);
              await read();
            }}
          />
        )}
        {name === undefined && (
          <>
            <h1 className={styles.title}>{library.displayName}</h1>
            {pages?.length === 0 && <Text>There are no pages yet.</Text>}
            <ul className={styles.list}>
              {pages?.map((page) => (
                <li key={page.id} className={styles.row}>
                  <Link as="button" onClick={() => onPage(page.name)}>
                    {page.title}
                  </Link>
                  <Text size={200}>{stateOf(page)}</Text>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {managing && (
        <ManageAccess
          graph={graph}
          list={library}
          people={props.people}
          onChanged={props.onPeopleChanged}
          onClose={() => setManaging(false)}
        />
      )}
    </div>
  );
}

const stateOf = ({ publishingState, lastModifiedDateTime, lastModifiedBy }: PageSummary): string =>
  `${publishingState.level === 'published' ? 'Published' : 'Draft'}, version ${publishingState.versionId}, ${dateInWords(lastModifiedDateTime, 'dateTime')}, by ${lastModifiedBy.user?.displayName ?? ''}`;
