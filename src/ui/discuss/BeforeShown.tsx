// Before answers are shown: only how many there are. A facilitator shows them; with fewer than half in, it asks first.
import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { acceptsAnswers, fewerThanHalf, type KeyAreaSummary } from '../../assessment';
import { words } from '../../words';
import { hrefOf } from '../app/routes';
import { Message } from '../parts/Message';
import { Section } from '../parts/Section';
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
          <ShowButtons area={area} all={view.summary.keyAreas.filter(canShow)} showing={showing} />
        </>
      ) : (
        <span>{said.wait}</span>
      )}
    </Section>
  );
}

const canShow = (area: KeyAreaSummary): boolean => area.phase === 'collecting' || area.phase === 'revealing';

interface ShowButtonsProps {
  readonly area: KeyAreaSummary;
  /** Every key area whose answers could be shown now. */
  readonly all: readonly KeyAreaSummary[];
  readonly showing: Showing;
}

function ShowButtons({ area, all, showing }: ShowButtonsProps) {
  const styles = useStyles();
  const [asking, setAsking] = useState<readonly KeyAreaSummary[] | null>(null);
  const show = (areas: readonly KeyAreaSummary[]) => {
    setAsking(null);
    showing.show(areas.map(({ keyAreaId }) => keyAreaId));
  };
  const ask = (areas: readonly KeyAreaSummary[]) => {
    if (areas.some(isThin)) setAsking(areas);
    else show(areas);
  };
  const cutOff = area.phase === 'revealing';
  if (asking) return <Sure areas={asking} onShow={() => show(asking)} onWait={() => setAsking(null)} />;
  return (
    <>
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
