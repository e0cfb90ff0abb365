// The one clear next step: a sentence and at most one primary button.
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { unreachable } from '../../base/result';
import type { AssessmentView } from '../../commands/view';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { hrefOf, type Route } from '../app/routes';
import { Section } from '../parts/Section';
import { hasAnswered, type NextStep, nextStep } from './nextStep';

const useStyles = makeStyles({
  panel: {
    padding: tokens.spacingVerticalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  text: { margin: 0 },
  button: { alignSelf: 'flex-start' },
});

interface Offer {
  readonly text: string;
  readonly button: { readonly label: string; readonly to: Route } | null;
}

/** What I can do next, whoever I am. */
export function NextStepPanel({ view }: { readonly view: AssessmentView }) {
  const styles = useStyles();
  const { person } = useWorkplace();
  const { text, button } = offerOf(nextStep(view, person.id), view, person.id);
  return (
    <div className={styles.panel}>
      <Section heading={words.landing.next.heading}>
        <p className={styles.text}>{text}</p>
        {button && (
          <Button as="a" appearance="primary" className={styles.button} href={hrefOf(button.to)}>
            {button.label}
          </Button>
        )}
      </Section>
    </div>
  );
}

function offerOf(step: NextStep, view: AssessmentView, personId: string): Offer {
  const said = words.landing.next;
  const assessmentId = view.assessment.id;
  const title = (id: string): string => view.summary.keyAreas.find((area) => area.keyAreaId === id)?.title ?? id;
  const to = (screen: 'answer' | 'discuss', keyAreaId: string): Route => ({ screen, assessmentId, keyAreaId });
  switch (step.kind) {
    case 'answer': {
      const begun = view.summary.keyAreas.some((area) => hasAnswered(view, personId, area.keyAreaId));
      return {
        text: said.answer(title(step.keyAreaId)),
        button: { label: begun ? said.answerButton : said.answerFirst, to: to('answer', step.keyAreaId) },
      };
    }
    case 'restore':
      return {
        text: said.restore(title(step.keyAreaId)),
        button: { label: said.restoreButton, to: to('answer', step.keyAreaId) },
      };
    case 'show': {
      const texts = { all: said.showAll, some: said.showSome, goOn: said.showGoOn };
      return {
        text: texts[step.because](title(step.keyAreaId)),
        button: {
          label: step.because === 'goOn' ? said.goOnButton : said.showButton,
          to: to('discuss', step.keyAreaId),
        },
      };
    }
    case 'agree':
      return {
        text: said.agree(title(step.keyAreaId)),
        button: { label: said.agreeButton, to: to('discuss', step.keyAreaId) },
      };
    case 'target':
      return {
        text: said.target(title(step.keyAreaId)),
        button: { label: said.targetButton, to: to('discuss', step.keyAreaId) },
      };
    case 'compare':
      return {
        text: said.compare(title(step.keyAreaId)),
        button: { label: said.compareButton, to: to('discuss', step.keyAreaId) },
      };
    case 'share':
      return { text: said.share, button: { label: said.shareButton, to: { screen: 'share', assessmentId } } };
    case 'committee':
      return {
        text: said.committee,
        button: { label: said.committeeButton, to: { screen: 'committee', assessmentId } },
      };
    case 'results':
      return { text: said.results, button: { label: said.resultsButton, to: { screen: 'results', assessmentId } } };
    case 'wait':
      return { text: step.for === 'answers' ? said.waitAnswers : said.waitShowing, button: null };
    case 'none':
      return { text: said.none, button: null };
    default:
      return unreachable(step);
  }
}
