// Before the meeting: whether someone who is asked can answer, and if not, which link is broken and who can mend it.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import type { AssessmentView } from '../../commands/view';
import type { CheckReport } from '../../connection/report';
import { inWords, words } from '../../words';
import { useSurroundings, useWorkplaceIfAny } from '../app/contexts';
import { useView } from '../app/live';
import { hrefOf } from '../app/routes';
import { CopyButton } from '../parts/CopyButton';
import { FaultMessage } from '../parts/FaultMessage';
import { Loading } from '../parts/Loading';
import { Message } from '../parts/Message';
import { Screen } from '../parts/Screen';
import { Section } from '../parts/Section';
import { LinkList } from './LinkList';
import { brokenWords, canAnswer } from './linkWords';
import type { Checking } from './useCheck';

const said = words.check.asked;

const useStyles = makeStyles({
  text: { margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'flex-start' },
});

/** The screen behind the link that each asked person gets. */
export function AccessCheck({
  checking,
  assessmentId,
}: {
  readonly checking: Checking;
  readonly assessmentId: string;
}) {
  const styles = useStyles();
  const { report, again } = checking;
  return (
    <Screen heading={said.heading}>
      {report ? (
        <Verdict report={report} assessmentId={assessmentId} />
      ) : (
        <Loading what={said.checking} onRetry={again} />
      )}
      <Section heading={words.check.links}>
        <LinkList checking={checking} />
        <div className={styles.actions}>
          <Button onClick={again}>{words.check.again}</Button>
        </div>
      </Section>
    </Screen>
  );
}

function Verdict({ report, assessmentId }: { readonly report: CheckReport; readonly assessmentId: string }) {
  const work = useWorkplaceIfAny();
  if (!canAnswer(report) || report.right === 'read' || report.right === 'none') return <NotReady report={report} />;
  if (work) return <OfAssessment assessmentId={assessmentId} />;
  return (
    <Message
      kind="success"
      role="status"
      title={words.check.allGood}
      actions={<Link href={hrefOf({ screen: 'assessment', assessmentId })}>{said.answer}</Link>}
    />
  );
}

function NotReady({ report }: { readonly report: CheckReport }) {
  const { environment } = useSurroundings();
  const broken = report.links.find((link) => link.state === 'broken');
  const what = broken ? brokenWords(broken, environment.now()) : [words.check.good.rights[report.right]];
  const remedies = broken?.remedies ?? ['ask-owner-for-access' as const];
  const message = said.message(what.join(' '), remedies.map((remedy) => words.check.remedy[remedy]).join(' '));
  return (
    <Message kind="error" role="alert" title={said.notReady} actions={<CopyButton text={message} label={said.tell} />}>
      <span>{[...what, ...remedies.map((remedy) => words.check.remedy[remedy])].join(' ')}</span>
    </Message>
  );
}

function OfAssessment({ assessmentId }: { readonly assessmentId: string }) {
  const live = useView(assessmentId);
  switch (live.kind) {
    case 'loading':
      return <Loading what={said.checking} />;
    case 'failed':
      // The page's own error boundary shows it.
      throw live.error;
    case 'fault':
      return <FaultMessage fault={live.fault} onRetry={live.retry} />;
    case 'missing':
      return (
        <Message kind="warning" role="status" title={said.missing}>
          <span>{said.missingText}</span>
        </Message>
      );
    case 'ready':
      return <Standing view={live.value} />;
  }
}

function Standing({ view }: { readonly view: AssessmentView }) {
  const { assessment, asked, chain } = view;
  const { title, phase } = assessment;
  const facilitators = chain.facilitators.map((person) => person.displayName).filter((name) => name !== '');
  if (phase === 'closed' || phase === 'cancelled')
    return (
      <Message kind="info" role="status" title={said.over(title)}>
        <span>{said.overText}</span>
      </Message>
    );
  if (!asked)
    return (
      <Message kind="warning" role="status" title={said.notAsked(title)}>
        <span>
          {said.notAskedText} {inWords(facilitators)}
        </span>
      </Message>
    );
  return (
    <Message
      kind="success"
      role="status"
      title={said.ready(title)}
      actions={<Link href={hrefOf({ screen: 'assessment', assessmentId: assessment.id })}>{said.answer}</Link>}
    >
      <span>{said.readyText}</span>
    </Message>
  );
}
