// Whether the channel is told, with exactly what it will read. Nothing is posted as a person who has not seen this.
import { Link, makeStyles, Switch, tokens } from '@fluentui/react-components';
import * as z from 'zod/mini';
import { isTold, type MessageEvent } from '../../assessment';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { useArrangements } from './arrangements';
import { Group } from './Group';
import { useKept } from './kept';

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

export interface TellSwitch {
  /** Whether the officers of this channel want such a step told; where not, there is no switch and nothing is told. */
  readonly offered: boolean;
  readonly value: boolean;
  readonly change: (on: boolean) => void;
}

/** The switch for one kind of step, as it was left last time; on at first. Null for the moment until all of that is read. */
export function useTellChannel(event: MessageEvent): TellSwitch | null {
  const kept = useKept(`tell the channel ${event}`, z.boolean(), true);
  const arranged = useArrangements();
  if (!kept || !arranged) return null;
  const offered = isTold(event, arranged);
  return { offered, value: offered && kept.value, change: (on) => kept.change(() => on) };
}

export interface TellChannelProps {
  readonly heading: string;
  readonly label: string;
  /** What the channel will read. */
  readonly text: string;
  readonly tell: TellSwitch;
}

/** Switch and preview. */
export function TellChannel({ heading, label, text, tell }: TellChannelProps) {
  const styles = useStyles();
  if (!tell.offered) return null;
  return (
    <Group legend={heading}>
      <Switch label={label} checked={tell.value} onChange={(_, { checked }) => tell.change(checked)} />
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
