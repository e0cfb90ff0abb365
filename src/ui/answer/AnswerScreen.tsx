// Answering, one key area at a time: the form while answers are taken, else my answer to read and the way on.
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { unreachable } from '../../base/result';
import { type MyAnswer, readMyAnswer, standingOfMine } from '../../commands/answer';
import type { AssessmentView } from '../../commands/view';
import { type KeyArea, keyAreaOf } from '../../framework';
import { inWords, words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useLive } from '../app/live';
import { hrefOf } from '../app/routes';
import { hasAnswered } from '../landing/nextStep';
import { Broken } from '../parts/Broken';
import { Loading } from '../parts/Loading';
import { later } from '../parts/later';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';
import { WithView } from '../parts/WithView';
import { AboutKeyArea } from './AboutKeyArea';
import { AnswerForm } from './AnswerForm';
import { KeyAreaSteps } from './KeyAreaSteps';
import { MyAnswerToRead } from './MyAnswerToRead';

// Rarely needed, and the first script is small.
const LateAnswer = later(() => import('./LateAnswer').then((module) => module.LateAnswer), <Loading />);

const said = words.answer;

const useStyles = makeStyles({
  progress: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** The answer screen of one key area. */
export function AnswerScreen(props: { readonly assessmentId: string; readonly keyAreaId: string }) {
  const { framework } = useSurroundings();
  const area = keyAreaOf(framework, props.keyAreaId);
  return (
    <WithView assessmentId={props.assessmentId}>
      {(view) =>
        area && view.assessment.keyAreaIds.includes(area.id) ? (
          <OneKeyArea view={view} area={area} />
        ) : (
          <Screen heading={said.unknownArea.heading} back={{ to: { screen: 'landing' } }}>
            <Link href={hrefOf({ screen: 'assessment', assessmentId: props.assessmentId })}>
              {said.unknownArea.action}
            </Link>
          </Screen>
        )
      }
    </WithView>
  );
}

function OneKeyArea({ view, area }: { readonly view: AssessmentView; readonly area: KeyArea }) {
  const styles = useStyles();
  const { person } = useWorkplace();
  const { assessment, summary } = view;
  const place = summary.keyAreas.findIndex((candidate) => candidate.keyAreaId === area.id) + 1;
  const to = { screen: 'assessment', assessmentId: assessment.id } as const;
  return (
    <Screen heading={area.title} back={{ to, label: assessment.title }}>
      <p className={styles.progress}>
        {assessment.practice && `${words.landing.practice.mark} · `}
        {said.progress(place, summary.keyAreas.length)}
      </p>
      <AboutKeyArea area={area} answered={hasAnswered(view, person.id, area.id)} />
      <MyPart view={view} area={area} />
      <KeyAreaSteps view={view} keyAreaId={area.id} />
    </Screen>
  );
}

/** What I can do here: answer, read my answer, or learn why neither. */
function MyPart({ view, area }: { readonly view: AssessmentView; readonly area: KeyArea }) {
  const { assessment } = view;
  const work = useWorkplace();
  const mine = useLive((place) => readMyAnswer(place, assessment, area.id), [assessment.id, area.id]);
  if (mine.kind === 'loading') return <Loading />;
  if (mine.kind === 'failed') return <Broken error={mine.error} />;
  const standing = standingOfMine(work, view, area.id, mine.value);
  if (standing === 'late' && view.asked) return <LateAnswer view={view} area={area} />;
  if (standing !== 'open')
    return <MyAnswerToRead view={view} keyAreaId={area.id} standing={standing} mine={mine.value} />;
  if (!view.asked) return <NotAsked view={view} />;
  const note = noteOf(mine.value);
  return (
    <>
      {note && (
        <Message kind={note.kind} title={note.title}>
          <span>{note.text}</span>
        </Message>
      )}
      <AnswerForm view={view} area={area} stored={mine.value.kind === 'answer' ? mine.value.content : null} />
    </>
  );
}

/** What to know before answering anew; null where there is nothing to say. */
function noteOf(mine: MyAnswer): { readonly kind: 'info' | 'warning'; title: string; text: string } | null {
  switch (mine.kind) {
    case 'none':
    case 'answer':
      return null;
    case 'sealed-elsewhere':
      return { kind: 'info', ...said.elsewhere };
    case 'changed-by-other':
      return { kind: 'warning', ...said.changed };
    default:
      return unreachable(mine);
  }
}

function NotAsked({ view }: { readonly view: AssessmentView }) {
  const names = inWords(view.chain.facilitators.map((person) => person.displayName).filter((name) => name !== ''));
  return (
    <Message kind="info" title={said.notAsked.title}>
      <span>{said.notAsked.text(names)}</span>
    </Message>
  );
}
