// What will be created where, then creating it step by step. The configuration page, a channel without lists and the connection check all show it.
import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { SetUpPlan, SetUpStep } from '../../connection/report';
import { remembered } from '../../connection/survey';
import type { Site } from '../../sharepoint/sites';
import { words } from '../../words';
import { FaultMessage } from '../parts/FaultMessage';
import { Loading } from '../parts/Loading';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';
import { type RowState, StateList, type StateRow } from '../parts/StateList';
import { CouncillorsPlace } from './CouncillorsPlace';
import { SetUpFault } from './SetUpFault';
import { type SettingUp, useSetUp } from './useSetUp';

const said = words.setup;

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, alignItems: 'stretch' },
  text: { margin: 0 },
  // Kept in the page for screen readers, without room of its own.
  silent: { margin: 0, marginTop: `calc(-1 * ${tokens.spacingVerticalM})` },
  note: { color: tokens.colorNeutralForeground2 },
  outcome: { ':focus': { outlineStyle: 'none' }, ':empty': { marginTop: `calc(-1 * ${tokens.spacingVerticalM})` } },
});

export interface SetUpListsProps {
  readonly site: Site;
  /** Called once all lists are there, whether just created or long ago. */
  readonly onReady: () => void;
  /** What to say when all is there. */
  readonly ready: string;
}

/** The lists of one site, as they are and as they will be. */
export function SetUpLists({ site, onReady, ready }: SetUpListsProps) {
  const styles = useStyles();
  const setting = useSetUp(site);
  const complete = setting.kind === 'done' || (setting.kind === 'planned' && setting.plan.complete);
  const tell = useRef(onReady);
  tell.current = onReady;
  useEffect(() => {
    if (complete) tell.current();
  }, [complete]);
  if (setting.kind === 'reading') return <Loading what={said.reading} onRetry={setting.again} />;
  if (setting.kind === 'unreadable')
    return (
      <>
        <FaultMessage fault={setting.fault} onRetry={setting.again} />
        {setting.chosen && (
          <div>
            <Button onClick={() => setting.choose(remembered)}>{said.councillors.back}</Button>
          </div>
        )}
      </>
    );
  const already = setting.kind === 'planned' && setting.plan.complete;
  return (
    <div className={styles.box}>
      {already && <Ready ready={ready} already />}
      <Where plan={setting.plan} complete={complete} />
      <CouncillorsPlace
        plan={setting.plan}
        busy={setting.kind === 'working'}
        settled={complete}
        onChoose={setting.choose}
      />
      <Begin setting={setting} />
      <Progress steps={setting.steps} running={setting.kind === 'working'} />
      <Outcome setting={setting} ready={ready} />
      <StateList rows={setting.steps.map(rowOf)} label={said.lists.heading} />
      <p className={mergeClasses(styles.text, styles.note)}>{said.rights}</p>
    </div>
  );
}

function whereWords({ site, steps, councillors }: SetUpPlan, complete: boolean): string {
  if (councillors.kind === 'there') return said.lists.elsewhere(site.displayName, councillors.site.displayName);
  if (complete) return said.lists.are(site.displayName);
  return steps.every((step) => step.state === 'missing')
    ? said.lists.willBe(site.displayName)
    : said.lists.belong(site.displayName);
}

function Where({ plan, complete }: { readonly plan: SetUpPlan; readonly complete: boolean }) {
  const styles = useStyles();
  return (
    <div>
      <p className={styles.text}>{whereWords(plan, complete)}</p>
      <OutsideLink url={plan.site.webUrl} text={said.lists.openSite} />
    </div>
  );
}

const rowStates: Readonly<Record<SetUpStep['state'], RowState>> = {
  there: 'good',
  'out-of-reach': 'attention',
  missing: 'waiting',
  incomplete: 'attention',
  working: 'working',
  done: 'good',
  failed: 'broken',
};

function rowOf(step: SetUpStep): StateRow {
  return {
    id: step.list,
    name: step.displayName,
    state: rowStates[step.state],
    says: said.state[step.state],
    children: <StepText step={step} />,
  };
}

function StepText({ step }: { readonly step: SetUpStep }) {
  const styles = useStyles();
  return (
    <>
      <span className={styles.note}>{said.lists.named[step.list]}</span>
      {step.missingColumns.length > 0 && <span>{said.lists.columns(step.missingColumns)}</span>}
      {step.foreign && <span>{said.lists.foreign}</span>}
    </>
  );
}

function beginWords({ steps, moves }: SetUpPlan): string {
  if (moves) return said.councillors.move;
  if (steps.every((step) => step.state !== 'missing')) return said.repair;
  return steps.some((step) => step.state === 'there') ? said.goOn : said.create;
}

type Shown = Extract<SettingUp, { readonly steps: readonly SetUpStep[] }>;

function Begin({ setting }: { readonly setting: Shown }) {
  if (setting.kind === 'done' || setting.kind === 'failed' || setting.plan.complete) return null;
  return (
    <div>
      <Button
        appearance="primary"
        disabledFocusable={setting.kind === 'working'}
        onClick={setting.kind === 'working' ? undefined : setting.run}
      >
        {beginWords(setting.plan)}
      </Button>
    </div>
  );
}

/** Always there, so that a screen reader hears what changes in it. */
function Progress({ steps, running }: { readonly steps: readonly SetUpStep[]; readonly running: boolean }) {
  const styles = useStyles();
  const ready = steps.filter((step) => step.state === 'there' || step.state === 'done').length;
  return (
    <p className={running ? styles.text : styles.silent} role="status">
      {running ? said.progress(ready, steps.length) : ''}
    </p>
  );
}

function Outcome({ setting, ready }: { readonly setting: Shown; readonly ready: string }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const over = setting.kind === 'done' || setting.kind === 'failed';
  useEffect(() => {
    // The button that was pressed is gone; the focus goes to what came of it.
    if (over) box.current?.focus();
  }, [over]);
  return (
    <div ref={box} tabIndex={-1} className={styles.outcome}>
      {setting.kind === 'failed' && <SetUpFault failure={setting.failure} onRetry={setting.run} />}
      {setting.kind === 'done' && <Ready ready={ready} already={false} />}
    </div>
  );
}

function Ready({ ready, already }: { readonly ready: string; readonly already: boolean }) {
  const styles = useStyles();
  return (
    <Message kind="success" title={said.ready.heading} role="status">
      {already && <p className={styles.text}>{said.ready.already}</p>}
      <p className={styles.text}>{ready}</p>
    </Message>
  );
}
