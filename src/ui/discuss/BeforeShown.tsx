// Before answers are shown: only how many there are. A facilitator shows them; with fewer than half in, it asks first.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { acceptsAnswers, fewerThanHalf, type KeyAreaSummary } from '../../assessment';
import { previewMessage } from '../../commands/messages';
import type { AssessmentView } from '../../commands/view';
import type { Workplace } from '../../commands/workplace';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { hrefOf } from '../app/routes';
import { useAskFirst } from '../parts/AskFirst';
import { Message } from '../parts/Message';
import { Section } from '../parts/Section';
import { TellChannel, useTellChannel } from '../parts/TellChannel';
import type { DiscussionProps } from './discussion';
import { PassedOn } from './PassOn';
import type { Showing } from './showing';

const said = words.discuss.before;

const useStyles = makeStyles({
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
});

/** The part of the screen before the showing. */
export function BeforeShown({ view, area, mayRecord, showing }: DiscussionProps & { readonly showing: Showing }) {
  const { assessment } = view;
  const { answered, asked } = area.turnout;
  const open = acceptsAnswers(area.phase, assessment.phase);
  return (
    <Section heading={said.heading}>
      <span role="status">{said.answered(answered, asked)}</span>
      {view.asked && open && (
        <Link href={hrefOf({ screen: 'answer', assessmentId: assessment.id, keyAreaId: area.keyAreaId })}>
          {said.answer}
        </Link>
      )}
      {mayRecord ? (
        <>
          <span>
            {said.once} {assessment.showNames ? said.names : said.noNames}
          </span>
          <PassedOn view={view} area={area} />
          <ShowButtons view={view} area={area} all={view.summary.keyAreas.filter(canShow)} showing={showing} />
        </>
      ) : (
        <span>{said.wait}</span>
      )}
    </Section>
  );
}

const canShow = (area: KeyAreaSummary): boolean => area.phase === 'collecting' || area.phase === 'revealing';

interface ShowButtonsProps {
  readonly view: AssessmentView;
  readonly area: KeyAreaSummary;
  /** Every key area whose answers could be shown now. */
  readonly all: readonly KeyAreaSummary[];
  readonly showing: Showing;
}

function ShowButtons({ view, area, all, showing }: ShowButtonsProps) {
  const styles = useStyles();
  const work = useWorkplace();
  const tell = useTellChannel('answers-shown');
  const { ask: askFirst, question } = useAskFirst('post');
  const [asking, setAsking] = useState<readonly KeyAreaSummary[] | null>(null);
  if (!tell) return null;
  const { assessment } = view;
  const tells = tell.value && !assessment.practice;
  const show = (areas: readonly KeyAreaSummary[]) => {
    setAsking(null);
    const begin = () =>
      showing.show(
        areas.map(({ keyAreaId }) => keyAreaId),
        tells,
      );
    if (tells) askFirst(begin);
    else begin();
  };
  const ask = (areas: readonly KeyAreaSummary[]) => {
    if (areas.some(isThin)) setAsking(areas);
    else show(areas);
  };
  const cutOff = area.phase === 'revealing';
  if (asking) return <Sure areas={asking} onShow={() => show(asking)} onWait={() => setAsking(null)} />;
  return (
    <>
      {!assessment.practice && (
        <TellChannel
          heading={words.discuss.tell.heading}
          label={words.discuss.tell.shown(assessment.home.channelName)}
          text={textsOf(work, view, area, all)}
          tell={tell}
        />
      )}
      {question}
      {cutOff && !showing.busy && <Message kind="warning" title={said.cutOff} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={showing.busy} onClick={() => ask([area])}>
          {cutOff ? said.goOn : said.show}
        </Button>
        {all.length > 1 && (
          <Button disabledFocusable={showing.busy} onClick={() => ask(all)}>
            {said.showAll(all.length)}
          </Button>
        )}
      </div>
    </>
  );
}

/** What is posted for this key area; and that it is the same for each, where all are shown. */
function textsOf(work: Workplace, view: AssessmentView, area: KeyAreaSummary, all: readonly KeyAreaSummary[]): string {
  const { text } = previewMessage(work, view, { event: 'answers-shown', keyAreaId: area.keyAreaId });
  const others = all.filter((each) => each.keyAreaId !== area.keyAreaId).map(({ title }) => title);
  return others.length === 0 ? text : `${text}\n\n${words.discuss.tell.alike(others)}`;
}

/** Few answers and none at all both ask first; a showing that was begun only goes on. */
const isThin = ({ phase, turnout }: KeyAreaSummary): boolean =>
  phase === 'collecting' && (fewerThanHalf(turnout) || turnout.answered === 0);

function Sure(props: { areas: readonly KeyAreaSummary[]; onShow: () => void; onWait: () => void }) {
  const thin = props.areas.filter(isThin);
  return (
    <Message
      kind="warning"
      role="alert"
      title={said.sure(thin.map(({ title, turnout }) => said.part(title, turnout.answered, turnout.asked)))}
      actions={
        <>
          <Button onClick={props.onShow}>{said.showAnyway}</Button>
          <Button onClick={props.onWait}>{said.waitForMore}</Button>
        </>
      }
    />
  );
}
