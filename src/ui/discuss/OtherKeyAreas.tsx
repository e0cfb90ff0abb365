// The other key areas of the assessment, each with where it stands: the meeting goes from one to the next.
import { Link, makeStyles } from '@fluentui/react-components';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { plainList } from '../parts/plainList';
import { Section } from '../parts/Section';

const useStyles = makeStyles({ list: plainList });

/** Links to them. */
export function OtherKeyAreas({ view, keyAreaId }: { readonly view: AssessmentView; readonly keyAreaId: string }) {
  const styles = useStyles();
  const others = view.summary.keyAreas.filter((area) => area.keyAreaId !== keyAreaId);
  if (others.length === 0) return null;
  const assessmentId = view.assessment.id;
  return (
    <Section heading={words.discuss.others}>
      <ul className={styles.list}>
        {others.map((area) => (
          <li key={area.keyAreaId}>
            <Link href={hrefOf({ screen: 'discuss', assessmentId, keyAreaId: area.keyAreaId })}>{area.title}</Link>
            {' · '}
            {words.discuss.standing[area.phase]}
          </li>
        ))}
      </ul>
    </Section>
  );
}
