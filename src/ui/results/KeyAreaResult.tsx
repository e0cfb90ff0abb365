// The result of one key area in words, under its level strip.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { KeyAreaSummary } from '../../assessment';
import { LevelStrip } from '../../pictures';
import { actionInWords, changeInWords, comparisonInWords, targetInWords } from '../../report';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { Section } from '../parts/Section';

const said = words.results;

const useStyles = makeStyles({
  word: { fontWeight: tokens.fontWeightSemibold },
  facts: { margin: 0, display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  value: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

export interface KeyAreaResultProps {
  readonly assessmentId: string;
  readonly area: KeyAreaSummary;
  /** What councillors wrote about it. */
  readonly children?: ReactNode;
}

/** One section of the screen. */
export function KeyAreaResult({ assessmentId, area, children }: KeyAreaResultProps) {
  const styles = useStyles();
  const { framework } = useWorkplace();
  const discuss = hrefOf({ screen: 'discuss', assessmentId, keyAreaId: area.keyAreaId });
  return (
    <Section heading={area.title}>
      {area.now ? (
        <>
          <LevelStrip
            levels={framework.levels}
            now={area.now.level}
            lastTime={area.lastTime?.level ?? null}
            target={area.target}
          />
          <span>
            <span className={styles.word}>{area.now.word}</span>: {area.now.descriptor}
          </span>
          <span>{changeInWords(area)}.</span>
          <dl className={styles.facts}>
            <Fact label={said.why} text={area.now.reason} />
            <Fact label={said.compared} text={comparisonInWords(area, framework)} />
            <Fact label={said.target} text={targetInWords(area)} />
            <Actions area={area} />
          </dl>
        </>
      ) : (
        <span>
          {words.discuss.standing[area.phase]} {area.reason !== '' && words.discuss.steps.because(area.reason)}
        </span>
      )}
      <Link href={discuss} aria-label={`${said.discuss}: ${area.title}`}>
        {said.discuss}
      </Link>
      {children}
    </Section>
  );
}

function Fact({ label, text }: { readonly label: string; readonly text: string }) {
  const styles = useStyles();
  if (text === '') return null;
  return (
    <div>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>{text}</dd>
    </div>
  );
}

function Actions({ area }: { readonly area: KeyAreaSummary }) {
  const styles = useStyles();
  const { statuses } = words.discuss.actions;
  return (
    <div>
      <dt className={styles.label}>{said.actions}</dt>
      <dd className={styles.value}>
        {area.actions.length === 0 ? (
          said.noActions
        ) : (
          <ul className={styles.list}>
            {area.actions.map((action) => (
              <li key={action.id}>
                {actionInWords(action)}
                {action.status !== 'open' && ` · ${statuses[action.status]}`}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
