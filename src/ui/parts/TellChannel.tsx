// Whether the channel is told, with exactly what it will read. Nothing is posted as a person who has not seen this.
import { Link, makeStyles, Switch, tokens } from '@fluentui/react-components';
import * as z from 'zod/mini';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Group } from './Group';
import { type Kept, useKept } from './kept';

const useStyles = makeStyles({
  preview: {
    margin: 0,
    padding: tokens.spacingVerticalM,
    borderLeft: `3px solid ${tokens.colorNeutralStrokeAccessible}`,
    backgroundColor: tokens.colorNeutralBackground3,
    whiteSpace: 'pre-line',
    overflowWrap: 'anywhere',
  },
});

/** The switch as it was left last time; on at first. Null for the moment until that is read. */
export const useTellChannel = (): Kept<boolean> | null => useKept('tell the channel', z.boolean(), true);

export interface TellChannelProps {
  readonly heading: string;
  readonly label: string;
  /** What the channel will read. */
  readonly text: string;
  readonly tell: Kept<boolean>;
}

/** Switch and preview. */
export function TellChannel({ heading, label, text, tell }: TellChannelProps) {
  const styles = useStyles();
  return (
    <Group legend={heading}>
      <Switch label={label} checked={tell.value} onChange={(_, { checked }) => tell.change(() => checked)} />
      {tell.value ? (
        <>
          <span>{words.parts.message.preview}</span>
          <blockquote className={styles.preview}>{text}</blockquote>
        </>
      ) : (
        <span>{words.parts.message.off}</span>
      )}
      <span>
        <Link href={hrefOf({ screen: 'arrangements' })}>{words.arrangements.see}</Link>
      </span>
    </Group>
  );
}
