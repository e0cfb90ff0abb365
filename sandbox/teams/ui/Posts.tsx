// A channel's posts: what people wrote and what apps posted for them, with replies, and a place to write.
import { Button, MessageBar, MessageBarBody, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useState } from 'react';
import type { PersonGraph } from '../../pages/graph';
import type { ThemeName } from '../../pages/themes';
import { type Post, readPosts, refusalInWords, sendPost } from '../posts';
import { product } from '../product';
import { Compose, Reply } from './Compose';
import { Message } from './Message';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  scroll: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalXXL}`,
  },
  column: {
    maxWidth: '840px',
    margin: '0 auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
  },
  empty: {
    textAlign: 'center',
    alignItems: 'center',
    padding: tokens.spacingVerticalXXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  thread: {
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  replies: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    listStyleType: 'none',
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
  },
  compose: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalXXL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type Loaded =
  | { readonly kind: 'loading' }
  | { readonly kind: 'read'; readonly posts: readonly Post[] }
  | { readonly kind: 'failed'; readonly why: string };

export interface PostsProps {
  readonly graph: PersonGraph;
  readonly channelId: string;
  readonly channelName: string;
  /** Changes when there is something new to read. */
  readonly revision: number;
  readonly theme: ThemeName;
  onLink(url: string): void;
  /** Offered while nothing is posted; absent once the channel has a tab. */
  readonly onAddTab: (() => void) | undefined;
}

/** Shows the posts of a channel, oldest first as Teams does, and reads them again when `revision` changes. */
export function Posts({ graph, channelId, channelName, revision, theme, onLink, onAddTab }: PostsProps) {
  const styles = useStyles();
  const [loaded, setLoaded] = useState<Loaded>({ kind: 'loading' });
  const read = useCallback(async () => {
    try {
      setLoaded({ kind: 'read', posts: await readPosts(graph, channelId) });
    } catch (error) {
      setLoaded({ kind: 'failed', why: refusalInWords(error) });
    }
  }, [graph, channelId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision says when to read again
  useEffect(() => void read(), [read, revision]);

  const send = async (text: string, replyTo?: string) => {
    await sendPost(graph, channelId, text, replyTo);
    await read();
  };
  return (
    <div className={styles.page}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} aria-label={`Posts in ${channelName}`} tabIndex={0}>
        <div className={styles.column}>
          {loaded.kind === 'loading' && <Text role="status">Reading the posts …</Text>}
          {loaded.kind === 'failed' && (
            <MessageBar intent="error">
              <MessageBarBody>The posts could not be read. {loaded.why}</MessageBarBody>
            </MessageBar>
          )}
          {loaded.kind === 'read' && loaded.posts.length === 0 && (
            <div className={styles.empty}>
              <Text size={500} weight="semibold">
                Nothing has been posted in {channelName} yet
              </Text>
              <Text>What an app posts for somebody, and what people write, shows here by itself.</Text>
              {onAddTab && (
                <Button appearance="primary" onClick={onAddTab}>
                  Add {product.name} as a tab
                </Button>
              )}
            </div>
          )}
          {loaded.kind === 'read' &&
            loaded.posts.map((post) => (
              <article key={post.id} className={styles.thread} aria-label={`Post by ${post.author}`}>
                <Message post={post} theme={theme} onLink={onLink} />
                {post.replies.length > 0 && (
                  <ul className={styles.replies} aria-label="Replies">
                    {post.replies.map((reply) => (
                      <li key={reply.id}>
                        <Message post={reply} theme={theme} onLink={onLink} />
                      </li>
                    ))}
                  </ul>
                )}
                <Reply onSend={(text) => send(text, post.id)} />
              </article>
            ))}
        </div>
      </section>
      <div className={styles.compose}>
        <div className={styles.column}>
          <Compose label={`Start a post in ${channelName}`} button="Post" onSend={(text) => send(text)} />
        </div>
      </div>
    </div>
  );
}
