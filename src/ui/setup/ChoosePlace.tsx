// Choosing the channel whose assessment is used where no channel belongs: an ordinary meeting, a chat, the personal app.
import { Button, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Result } from '../../base/result';
import type { GraphFault } from '../../graph/faults';
import { words } from '../../words';
import type { Place } from '../app/begin';
import { FaultMessage } from '../parts/FaultMessage';
import { Loading } from '../parts/Loading';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';

const said = words.setup.choose;

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalM },
  legend: { fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

export interface ChoosePlaceProps<P extends Place> {
  /** Looks for channels whose site has our lists. */
  readonly search: () => Promise<Result<readonly P[], GraphFault>>;
  readonly onChoose: (place: P) => void;
}

type Found<P> =
  | { readonly kind: 'searching' }
  | { readonly kind: 'failed'; readonly fault: GraphFault }
  | { readonly kind: 'found'; readonly places: readonly P[] };

/** The screen on which a channel is chosen. */
export function ChoosePlace<P extends Place>({ search, onChoose }: ChoosePlaceProps<P>) {
  const { found, again } = useSearch(search);
  return (
    <Screen heading={said.heading} intro={said.intro}>
      {found.kind === 'searching' && <Loading what={said.searching} onRetry={again} />}
      {found.kind === 'failed' && <FaultMessage fault={found.fault} what={said.failed} onRetry={again} />}
      {found.kind === 'found' && found.places.length === 0 && <Nothing again={again} />}
      {found.kind === 'found' && found.places.length > 0 && (
        <Choice places={found.places} onChoose={onChoose} again={again} />
      )}
    </Screen>
  );
}

function useSearch<P>(search: ChoosePlaceProps<P & Place>['search']): { found: Found<P>; again: () => void } {
  const [found, setFound] = useState<Found<P>>({ kind: 'searching' });
  const attempt = useRef(0);
  const latest = useRef(search);
  latest.current = search;
  const again = useCallback(() => {
    attempt.current += 1;
    const mine = attempt.current;
    setFound({ kind: 'searching' });
    latest.current().then(
      (result) => {
        if (attempt.current !== mine) return;
        setFound(result.ok ? { kind: 'found', places: result.value } : { kind: 'failed', fault: result.error });
      },
      (error: unknown) =>
        // Thrown while rendering, so that the page's own error boundary shows it.
        setFound(() => {
          throw error;
        }),
    );
  }, []);
  useEffect(() => {
    again();
    return () => {
      attempt.current += 1;
    };
  }, [again]);
  return { found, again };
}

function Nothing({ again }: { readonly again: () => void }) {
  return (
    <Message
      kind="info"
      title={said.none.heading}
      actions={<Button onClick={again}>{said.again}</Button>}
      role="status"
    >
      <span>{said.none.text}</span>
    </Message>
  );
}

const keyOf = ({ home }: Place): string => `${home.teamId} ${home.channelId}`;

function Choice<P extends Place>(props: {
  readonly places: readonly P[];
  readonly onChoose: (place: P) => void;
  readonly again: () => void;
}) {
  const { places, onChoose, again } = props;
  const styles = useStyles();
  const legend = useId();
  const [first, ...others] = places;
  const [chosen, setChosen] = useState(first && others.length === 0 ? keyOf(first) : '');
  const place = places.find((candidate) => keyOf(candidate) === chosen);
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (place) onChoose(place);
      }}
    >
      <span id={legend} className={styles.legend}>
        {said.legend}
      </span>
      <RadioGroup aria-labelledby={legend} value={chosen} onChange={(_, data) => setChosen(data.value)}>
        {places.map((candidate) => (
          <Radio
            key={keyOf(candidate)}
            value={keyOf(candidate)}
            label={said.option(candidate.home.channelName, candidate.teamName)}
          />
        ))}
      </RadioGroup>
      <div className={styles.actions}>
        <Button type="submit" appearance="primary" disabledFocusable={!place}>
          {said.use}
        </Button>
        <Button onClick={again}>{said.again}</Button>
      </div>
    </form>
  );
}
