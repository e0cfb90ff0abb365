// The way through the key areas: the one before, the one after, or back to the assessment after the last.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeft20Regular, ArrowRight20Regular } from '@fluentui/react-icons';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { hrefOf } from '../app/routes';

const said = words.answer;

const useStyles = makeStyles({
  steps: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    paddingTop: tokens.spacingVerticalM,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  // Titles are long and the side panel is narrow: they wrap and are never cut.
  step: { whiteSpace: 'normal', textAlign: 'left' },
});

/** Links, so that they can be opened and gone back from like any other. */
export function KeyAreaSteps({ view, keyAreaId }: { readonly view: AssessmentView; readonly keyAreaId: string }) {
  const styles = useStyles();
  const assessmentId = view.assessment.id;
  const { keyAreas } = view.summary;
  const here = keyAreas.findIndex((area) => area.keyAreaId === keyAreaId);
  const [before, after] = [keyAreas[here - 1], keyAreas[here + 1]];
  const to = (id: string) => hrefOf({ screen: 'answer', assessmentId, keyAreaId: id });
  return (
    <nav className={styles.steps} aria-label={said.keyAreas}>
      {before && (
        <Button as="a" className={styles.step} icon={<ArrowLeft20Regular />} href={to(before.keyAreaId)}>
          {said.previous(before.title)}
        </Button>
      )}
      {after ? (
        <Button
          as="a"
          className={styles.step}
          icon={<ArrowRight20Regular />}
          iconPosition="after"
          href={to(after.keyAreaId)}
        >
          {said.next(after.title)}
        </Button>
      ) : (
        <Button as="a" className={styles.step} href={hrefOf({ screen: 'assessment', assessmentId })}>
          {said.done}
        </Button>
      )}
    </nav>
  );
}
