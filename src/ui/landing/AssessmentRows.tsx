// Assessments as rows: title, organisation, where each stands.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import type { Assessment } from '../../assessment';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Section } from '../parts/Section';
import { dueWords, standingWords } from './standingWords';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    padding: `${tokens.spacingVerticalM} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Rows to choose from. */
export function AssessmentRows({ assessments }: { readonly assessments: readonly Assessment[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {assessments.map((assessment) => (
        <li key={assessment.id} className={styles.row}>
          <Link href={hrefOf({ screen: 'assessment', assessmentId: assessment.id })}>{assessment.title}</Link>
          <span className={styles.small}>
            {[assessment.organisation, standingWords(assessment, null), dueWords(assessment, null)]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Practice assessments, apart from the real ones; nothing where there are none. */
export function PracticeRows({ practice }: { readonly practice: readonly Assessment[] }) {
  if (practice.length === 0) return null;
  return (
    <Section heading={words.landing.practice.section}>
      <AssessmentRows assessments={practice} />
    </Section>
  );
}
