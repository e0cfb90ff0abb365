// A question that some code asks and a dialog answers: the asking side waits for a promise.
import { useCallback, useState } from 'react';

/** `asked` is what the dialog shows, or undefined; `ask` opens it; `reply` closes it and hands the answer back. */
export interface Question<Request, Answer> {
  readonly asked: Request | undefined;
  ask(request: Request): Promise<Answer>;
  reply(answer: Answer): void;
}

interface Pending<Request, Answer> {
  readonly request: Request;
  resolve(answer: Answer): void;
}

/** One question at a time; a second one waits until the first is answered. */
export function useQuestion<Request, Answer>(): Question<Request, Answer> {
  const [pending, setPending] = useState<readonly Pending<Request, Answer>[]>([]);
  const ask = useCallback(
    (request: Request) => new Promise<Answer>((resolve) => setPending((before) => [...before, { request, resolve }])),
    [],
  );
  const first = pending[0];
  return {
    asked: first?.request,
    ask,
    reply: (answer) => {
      first?.resolve(answer);
      setPending((before) => before.slice(1));
    },
  };
}
