// Whether sharing also makes a page, and exactly what that page says.
import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import * as z from 'zod/mini';
import type { PageBlock, ResultsPage } from '../../report';
import { words } from '../../words';
import { Group } from '../parts/Group';
import { type Kept, useKept } from '../parts/kept';

const said = words.share.page;

const useStyles = makeStyles({
  page: {
    marginTop: tokens.spacingVerticalS,
    padding: tokens.spacingVerticalM,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground3,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    overflowWrap: 'anywhere',
  },
  text: { margin: 0, whiteSpace: 'pre-line' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  title: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  heading: { margin: `${tokens.spacingVerticalS} 0 0`, fontSize: tokens.fontSizeBase300 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, whiteSpace: 'pre-line' },
});

/** The switch as it was left last time; on at first. Null for the moment until that is read. */
export const useAlsoPage = (): Kept<boolean> | null => useKept('also make a page', z.boolean(), true);

export interface AlsoPageProps {
  readonly also: Kept<boolean>;
  readonly page: ResultsPage;
}

/** Switch and preview. */
export function AlsoPage({ also, page }: AlsoPageProps) {
  const [open, setOpen] = useState(false);
  return (
    <Group legend={said.heading}>
      <span>{said.text}</span>
      <Switch label={said.label} checked={also.value} onChange={(_, { checked }) => also.change(() => checked)} />
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{said.preview}</summary>
        {open && <PagePreview page={page} />}
      </details>
    </Group>
  );
}

/** The page as its readers will have it; its links lead nowhere yet. */
function PagePreview({ page }: { readonly page: ResultsPage }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <h3 className={styles.title}>{page.title}</h3>
      {page.sections.flat().map((block, place) => (
        // A page is drawn whole: the place is the only identity a part of it has.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Block key={place} block={block} />
      ))}
    </div>
  );
}

function Block({ block }: { readonly block: PageBlock }) {
  const styles = useStyles();
  switch (block.kind) {
    case 'heading': {
      const Heading = block.level === 2 ? 'h4' : 'h5';
      return <Heading className={styles.heading}>{block.text}</Heading>;
    }
    case 'paragraph':
      return (
        <p className={styles.text}>{block.strong ? <span className={styles.strong}>{block.text}</span> : block.text}</p>
      );
    case 'list':
      return <Items items={block.items} />;
    case 'links':
      return <Items items={block.links.map(({ text }) => text)} />;
  }
}

function Items({ items }: { readonly items: readonly string[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two items may say the same
        <li key={place}>{item}</li>
      ))}
    </ul>
  );
}
