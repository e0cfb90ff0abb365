// Which events are told: a switch each, and to whom.
import { makeStyles, Switch, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { audienceOf, isTold, type MessageEvent, messageEvents } from '../../assessment';
import { ok } from '../../base/result';
import { changeArrangements } from '../../commands/arrangements';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { plainList } from '../parts/plainList';
import { Section } from '../parts/Section';
import { useAction } from '../parts/useAction';
import type { ArrangementsProps } from './arranged';

const said = words.arrangements.tell;

const useStyles = makeStyles({
  list: { ...plainList, borderTop: `1px solid ${tokens.colorNeutralStroke2}`, rowGap: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Under the words of the switch, not under its picture.
  whom: { color: tokens.colorNeutralForeground2, paddingLeft: '60px' },
  hint: { color: tokens.colorNeutralForeground2 },
});

/** The section. */
export function TellSection(props: ArrangementsProps) {
  const styles = useStyles();
  return (
    <Section heading={said.heading}>
      <span className={styles.hint}>{said.hint}</span>
      <ul className={styles.list}>
        {messageEvents.map((event) => (
          <Event key={event} {...props} event={event} />
        ))}
      </ul>
      <ActionsTo {...props} />
    </Section>
  );
}

/** For whom actions are that are due. */
function ActionsTo({ arrangements, mayChange }: ArrangementsProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const { run } = useAction();
  const id = useId();
  const [turned, setTurned] = useState<boolean | null>(null);
  const turn = (toOwners: boolean) => {
    setTurned(toOwners);
    run(
      () => changeArrangements(work, (before) => ({ ...before, actionsTo: toOwners ? 'owners' : 'channel' })).then(ok),
      () => setTurned(null),
    );
  };
  return (
    <div>
      <Switch
        label={said.toOwners}
        aria-describedby={id}
        checked={turned ?? arrangements.actionsTo === 'owners'}
        disabled={!mayChange}
        onChange={(_, { checked }) => turn(checked)}
      />
      <p id={id} className={styles.whom}>
        {said.ofPosts}
      </p>
    </div>
  );
}

function Event({ arrangements, mayChange, event }: ArrangementsProps & { readonly event: MessageEvent }) {
  const styles = useStyles();
  const work = useWorkplace();
  const { run } = useAction();
  const id = useId();
  // The switch stands where it was put while that is written down.
  const [turned, setTurned] = useState<boolean | null>(null);
  const turn = (on: boolean) => {
    setTurned(on);
    run(
      () => changeArrangements(work, (before) => ({ ...before, tell: { ...before.tell, [event]: on } })).then(ok),
      () => setTurned(null),
    );
  };
  return (
    <li className={styles.row}>
      <Switch
        label={said.events[event]}
        aria-describedby={id}
        checked={turned ?? isTold(event, arrangements)}
        disabled={!mayChange}
        onChange={(_, { checked }) => turn(checked)}
      />
      <span id={id} className={styles.whom}>
        {said.audiences[audienceOf(event, arrangements)]}
      </span>
    </li>
  );
}
