// Where councillors read and comment: in the team's own site, or in another one that is given by its address.
import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { SetUpPlan } from '../../connection/report';
import type { Wanted } from '../../connection/survey';
import type { GraphFault } from '../../graph/faults';
import { siteAddress } from '../../sharepoint/siteAddress';
import { siteByPath } from '../../sharepoint/sites';
import { words } from '../../words';
import { useSurroundings } from '../app/contexts';
import { FaultMessage } from '../parts/FaultMessage';
import { fieldFault } from '../parts/fieldFault';
import { Group } from '../parts/Group';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';

const said = words.setup.councillors;

const useStyles = makeStyles({
  text: { margin: 0 },
  form: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  field: { width: '100%', maxWidth: '480px' },
});

export interface CouncillorsPlaceProps {
  readonly plan: SetUpPlan;
  /** Lists are being made: nothing can be chosen meanwhile. */
  readonly busy: boolean;
  /** All is there as planned: choosing again begins with a press. */
  readonly settled: boolean;
  readonly onChoose: (wanted: Wanted) => void;
}

/** What is planned, and the choice of something else. */
export function CouncillorsPlace(props: CouncillorsPlaceProps) {
  const { plan, busy, settled, onChoose } = props;
  const styles = useStyles();
  const [changing, setChanging] = useState(false);
  const choosing = !busy && (changing || !settled);
  return (
    <div className={styles.form}>
      {!choosing && <Planned plan={plan} />}
      {choosing && <Choice plan={plan} onChoose={onChoose} />}
      {plan.councillors.kind === 'out-of-reach' && (
        <Message kind="warning">
          <span>{said.outOfReach}</span>
        </Message>
      )}
      {plan.moves && !settled && (
        <Message kind="info">
          <span>{said.moves}</span>
        </Message>
      )}
      {!choosing && !busy && (
        <Button size="small" onClick={() => setChanging(true)}>
          {said.change}
        </Button>
      )}
    </div>
  );
}

function Planned({ plan: { site, councillors } }: { readonly plan: SetUpPlan }) {
  const styles = useStyles();
  if (councillors.kind === 'out-of-reach') return null;
  if (councillors.kind === 'here') return <p className={styles.text}>{said.isHere(site.displayName)}</p>;
  return (
    <div>
      <p className={styles.text}>{said.isThere(councillors.site.displayName)}</p>
      <OutsideLink url={councillors.site.webUrl} text={said.open} />
    </div>
  );
}

function Choice({ plan, onChoose }: Pick<CouncillorsPlaceProps, 'plan' | 'onChoose'>) {
  const styles = useStyles();
  const { site, councillors } = plan;
  const [elsewhere, setElsewhere] = useState(councillors.kind !== 'here');
  return (
    <Group small legend={said.legend} hint={said.hint}>
      <RadioGroup
        aria-label={said.legend}
        value={elsewhere ? 'there' : 'here'}
        onChange={(_, { value }) => {
          setElsewhere(value === 'there');
          if (value === 'here' && councillors.kind !== 'here') onChoose({ kind: 'here' });
        }}
      >
        <Radio value="here" label={said.here(site.displayName)} />
        <Radio value="there" label={said.there} />
      </RadioGroup>
      {elsewhere && councillors.kind === 'there' && (
        <div>
          <p className={styles.text}>{said.isThere(councillors.site.displayName)}</p>
          <OutsideLink url={councillors.site.webUrl} text={said.open} />
        </div>
      )}
      {elsewhere && (
        <Address label={councillors.kind === 'there' ? said.otherAddress : said.address} onChoose={onChoose} />
      )}
    </Group>
  );
}

type Looking =
  | { readonly kind: 'idle' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'no-address' }
  | { readonly kind: 'failed'; readonly fault: GraphFault };

function Address({ label, onChoose }: Pick<CouncillorsPlaceProps, 'onChoose'> & { readonly label: string }) {
  const styles = useStyles();
  const { graph } = useSurroundings();
  const [text, setText] = useState('');
  const [state, setState] = useState<Looking>({ kind: 'idle' });
  const look = () => {
    const address = siteAddress(text);
    if (!address) {
      setState({ kind: 'no-address' });
      return;
    }
    setState({ kind: 'looking' });
    siteByPath(graph, address.domain, address.path).then(
      (found) =>
        found.ok
          ? onChoose({ kind: 'there', siteId: found.value.id })
          : setState({ kind: 'failed', fault: found.error }),
      (error: unknown) =>
        // Thrown while rendering, so that the page's own error boundary shows it.
        setState(() => {
          throw error;
        }),
    );
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (state.kind !== 'looking') look();
      }}
    >
      <Field
        className={styles.field}
        label={label}
        hint={said.addressHint}
        {...fieldFault(state.kind === 'no-address' ? said.noAddress : undefined)}
      >
        <Input value={text} inputMode="url" onChange={(_, { value }) => setText(value)} />
      </Field>
      <Button type="submit" disabledFocusable={state.kind === 'looking'}>
        {said.use}
      </Button>
      <span role="status">{state.kind === 'looking' ? said.looking : ''}</span>
      {state.kind === 'failed' && <Unusable fault={state.fault} onRetry={look} />}
    </form>
  );
}

function Unusable({ fault, onRetry }: { readonly fault: GraphFault; readonly onRetry: () => void }) {
  const refused = fault.kind === 'unexpected' && fault.status === 400;
  if (fault.kind !== 'no-access' && fault.kind !== 'not-found' && !refused)
    return <FaultMessage fault={fault} onRetry={onRetry} />;
  return (
    <Message kind="error" role="alert" title={said.notFound.heading}>
      <span>{said.notFound.text}</span>
    </Message>
  );
}
