// A page as people read it: its title and its texts, of whose HTML only what SharePoint keeps is drawn.
import { makeStyles, tokens } from '@fluentui/react-components';
import { SafeHtml } from '../../teams/ui/SafeHtml';
import { type SitePage, textsOf } from '../pages';

const useStyles = makeStyles({
  page: {
    maxWidth: '760px',
    lineHeight: tokens.lineHeightBase400,
    overflowWrap: 'anywhere',
    '& h1': { margin: `0 0 ${tokens.spacingVerticalL}`, fontSize: tokens.fontSizeHero700, lineHeight: 1.2 },
    '& h2': {
      margin: `${tokens.spacingVerticalXXL} 0 ${tokens.spacingVerticalS}`,
      fontSize: tokens.fontSizeBase600,
      lineHeight: 1.3,
    },
    '& h3': { margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase400 },
    '& p': { margin: `0 0 ${tokens.spacingVerticalS}` },
    '& ul': { margin: `0 0 ${tokens.spacingVerticalS}` },
    '& a': { color: tokens.colorBrandForegroundLink },
  },
});

/** The page. */
export function PageView({ page }: { readonly page: SitePage }) {
  const styles = useStyles();
  return (
    <article className={styles.page}>
      <h1>{page.title}</h1>
      {textsOf(page).map((html, place) => (
        <SafeHtml
          // The place on the page is the only identity a text has.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={place}
          html={html}
          onLink={(url) => window.open(url, '_blank', 'noopener')}
          attachment={() => null}
        />
      ))}
    </article>
  );
}
