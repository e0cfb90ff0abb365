// Where the page for councillors stands, live, and what may be done about it: nothing of it holds up the sharing.
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import * as z from 'zod/mini';
import { mayUpdatePage, type PageStanding, pageStanding, publishResultsPage } from '../../commands/resultsPage';
import type { AssessmentView } from '../../commands/view';
import type { PageWorking } from '../../sharepoint/records';
import { momentInWords, words } from '../../words';
import { useSurroundings, useWorkplace } from '../app/contexts';
import { useAskFirst } from '../parts/AskFirst';
import { useKept } from '../parts/kept';
import { Message } from '../parts/Message';
import { OutsideLink } from '../parts/OutsideLink';
import { RefusalMessage } from '../parts/RefusalMessage';
import { Section } from '../parts/Section';
import { type Action, useAction } from '../parts/useAction';

const said = words.share.page;

/** Making or updating the page of an assessment. */
export interface PageUpdate {
  readonly action: Action;
  /** @param replace the edit by hand that may be replaced */
  readonly update: (replace: PageWorking['edited']) => void;
}

export function usePageUpdate(assessmentId: string): PageUpdate {
  const work = useWorkplace();
  const action = useAction();
  return { action, update: (replace) => action.run(() => publishResultsPage(work, assessmentId, replace)) };
}

export interface PageStatusProps {
  readonly view: AssessmentView;
  readonly page: PageUpdate;
}

/** The state of the page, once something was shared. */
export function PageStatus({ view, page: { action, update } }: PageStatusProps) {
  const { environment } = useSurroundings();
  const { ask, question } = useAskFirst('share');
  const standing = pageStanding(view, environment.now());
  const busy = action.busy || standing.kind === 'making';
  const button = (text: string, replace: PageWorking['edited'] = null): ReactNode =>
    mayUpdatePage(view) && (
      <Button disabledFocusable={busy} onClick={() => ask(() => update(replace))}>
        {text}
      </Button>
    );
  return (
    <Section heading={said.status}>
      <Standing standing={busy ? { kind: 'making' } : standing} button={button} />
      {question}
      {standing.kind !== 'none' && !busy && !mayUpdatePage(view) && <span>{said.shareFirst}</span>}
      {action.refusal && <RefusalMessage refusal={action.refusal} onRetry={() => update(null)} />}
    </Section>
  );
}

interface StandingProps<Kind extends PageStanding['kind'] = PageStanding['kind']> {
  readonly standing: Extract<PageStanding, { readonly kind: Kind }>;
  readonly button: (text: string, replace?: PageWorking['edited']) => ReactNode;
}

function Standing({ standing, button }: StandingProps) {
  switch (standing.kind) {
    case 'none':
      return (
        <Message kind="info" actions={button(said.make)}>
          <span>{said.none}</span>
        </Message>
      );
    case 'making':
      return (
        <Message kind="info" role="status">
          <span>{said.making}</span>
        </Message>
      );
    case 'abandoned':
      return (
        <Message kind="warning" actions={button(said.goOn)}>
          <span>{said.abandoned}</span>
        </Message>
      );
    case 'published':
      return standing.behind ? (
        <Message kind="warning" actions={button(said.update)}>
          <span>{said.behind}</span>
          <Open url={standing.url} />
        </Message>
      ) : (
        // What the committee did with the result since stands on the page once it is updated.
        <Message kind="success" role="status" actions={button(said.update)}>
          <span>{said.published}</span>
          <Open url={standing.url} />
        </Message>
      );
    case 'edited':
      return <Edited standing={standing} button={button} />;
    case 'refused':
      return (
        <Message kind="warning" role="status" actions={button(said.tryAgain)}>
          <span>{said.refused}</span>
          <span>{said.because(standing.reason)}</span>
          {standing.url !== '' && <Open url={standing.url} />}
        </Message>
      );
  }
}

const Open = ({ url }: { readonly url: string }) => (
  <span>
    <OutsideLink url={url} text={said.open} />
  </span>
);

/** Asks what becomes of an edit by hand; whoever left this edit is not asked about it again on this device. */
function Edited({ standing: { url, edit }, button }: StandingProps<'edited'>) {
  const { environment } = useSurroundings();
  const left = useKept('left the page as edited', z.string(), '');
  if (left === null) return null;
  const at = momentInWords(edit.at, environment.now());
  const isLeft = left.value === `${url} ${edit.at}`;
  const replace = button(said.replace, edit);
  return (
    <Message
      kind={isLeft ? 'info' : 'warning'}
      role="status"
      actions={
        <>
          {replace}
          {replace && !isLeft && <Button onClick={() => left.change(() => `${url} ${edit.at}`)}>{said.leave}</Button>}
        </>
      }
    >
      <span>{isLeft ? said.left(edit.by.displayName, at) : said.edited(edit.by.displayName, at)}</span>
      <Open url={url} />
    </Message>
  );
}
