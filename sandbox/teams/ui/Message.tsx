// One message or reply: who, when, what, with any cards.
import { Avatar, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ThemeName } from '../../pages/themes';
import { AdaptiveCard } from '../card/AdaptiveCard';
import type { Reply } from '../posts';
import { SafeHtml } from './SafeHtml';

const cardType = 'application/vnd.microsoft.card.adaptive';

const useStyles = makeStyles({
  row: { display: 'flex', gap: tokens.spacingHorizontalM, minWidth: 0 },
  body: { flexGrow: 1, minWidth: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'baseline' },
  content: {
    overflowWrap: 'anywhere',
    '& p': { margin: 0 },
    '& a': { color: tokens.colorBrandForegroundLink },
    unicodeBidi: 'plaintext',
  },
  text: { whiteSpace: 'pre-wrap' },
});

export interface MessageProps {
  readonly post: Reply;
  readonly theme: ThemeName;
  onLink(url: string): void;
}

/** Shows a message. Its text is the author's: nothing in it is ever run. */
export function Message({ post, theme, onLink }: MessageProps) {
  const styles = useStyles();
  const card = (id: string) => {
    const found = post.attachments.find((attachment) => attachment.id === id);
    if (found?.contentType !== cardType || !found.content) return null;
    return <AdaptiveCard content={found.content} theme={theme} onOpen={onLink} />;
  };
  return (
    <div className={styles.row}>
      <Avatar name={post.author} color="colorful" aria-hidden />
      <div className={styles.body}>
        <div className={styles.head}>
          <Text weight="semibold">{post.author}</Text>
          <Text size={200}>
            <time dateTime={post.at}>{timeInWords.format(new Date(post.at))}</time>
          </Text>
        </div>
        {post.subject && (
          <Text weight="semibold" size={400}>
            {post.subject}
          </Text>
        )}
        <div className={styles.content}>
          {post.html ? (
            <SafeHtml html={post.content} onLink={onLink} attachment={card} />
          ) : (
            <span className={styles.text}>{post.content}</span>
          )}
        </div>
      </div>
    </div>
  );
}

/** Day and time of a message. */
export const timeInWords = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/London',
});
