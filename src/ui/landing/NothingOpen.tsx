// Nothing is open here: what this is, how it works in three steps, and the two ways to begin.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../assessment';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { PracticeRows } from './AssessmentRows';
import { EarlierAssessments } from './EarlierAssessments';
import { TryItFirst } from './TryItFirst';

const useStyles = makeStyles({
  steps: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXXL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  ways: { display: 'grid', gap: tokens.spacingVerticalXL, gridTemplateColumns: 'repeat(auto-fit, minmax(220px, 1fr))' },
  way: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

const said = words.landing.empty;

/** The beginning. */
export function NothingOpen({ practice }: { readonly practice: readonly Assessment[] }) {
  const styles = useStyles();
  return (
    <Screen heading={said.heading} intro={said.intro}>
      <Section heading={said.how}>
        <ol className={styles.steps}>
          {said.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <div className={styles.ways}>
        <div className={styles.way}>
          <Button as="a" appearance="primary" href={hrefOf({ screen: 'open' })}>
            {said.open}
          </Button>
          <p className={styles.note}>{said.whoMay}</p>
        </div>
        <div className={styles.way}>
          <TryItFirst />
          <p className={styles.note}>{said.practiseNote}</p>
        </div>
      </div>
      <EarlierAssessments />
      <PracticeRows practice={practice} />
    </Screen>
  );
}
