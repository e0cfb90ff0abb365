// Sharing and posting in a pre-election period: a step that says so and asks, in place. The answer counts once and is not remembered.
import { Button } from '@fluentui/react-components';
import { type ReactNode, useRef, useState } from 'react';
import { unreachable } from '../../base/result';
import { type Publicity, publicityToday } from '../../commands/arrangements';
import { words } from '../../words';
import { useWorkplace } from '../app/contexts';
import { Message } from './Message';

const said = words.arrangements.ask;

/** What is about to happen, for the words of the question. */
export type Publishing = 'share' | 'post' | 'open';

export interface AskFirst {
  /** Goes on at once where publicity is free; else once somebody says so. */
  readonly ask: (goOn: () => void) => void;
  /** The question, while it is open: null otherwise. */
  readonly question: ReactNode;
}

type Asked = Exclude<Publicity, { kind: 'free' }>;

/** Asks before something is published. */
export function useAskFirst(publishing: Publishing): AskFirst {
  const work = useWorkplace();
  const [open, setOpen] = useState<{ readonly asked: Asked; readonly goOn: () => void } | null>(null);
  const [thrown, setThrown] = useState<{ readonly error: unknown } | null>(null);
  const looking = useRef(false);
  if (thrown) throw thrown.error;
  const ask = (goOn: () => void) => {
    if (looking.current) return;
    looking.current = true;
    setOpen(null);
    publicityToday(work)
      .then((publicity) => {
        if (publicity.kind === 'free') goOn();
        else setOpen({ asked: publicity, goOn });
      })
      .catch((error: unknown) => setThrown({ error }))
      .finally(() => {
        looking.current = false;
      });
  };
  const answer = (goOn: (() => void) | null) => {
    setOpen(null);
    goOn?.();
  };
  const question = open && (
    <Message
      kind="warning"
      role="alert"
      title={restriction(open.asked)}
      actions={
        <>
          <Button autoFocus onClick={() => answer(open.goOn)}>
            {said[publishing].yes}
          </Button>
          <Button onClick={() => answer(null)}>{said[publishing].no}</Button>
        </>
      }
    >
      <span>{said[publishing].question}</span>
    </Message>
  );
  return { ask, question };
}

function restriction(asked: Asked): string {
  switch (asked.kind) {
    case 'restricted':
      return said.restricted(asked.period.name, asked.period.from, asked.period.to);
    case 'unknown':
      return said.unknown;
    default:
      return unreachable(asked);
  }
}
