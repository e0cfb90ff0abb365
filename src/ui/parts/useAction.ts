// Running a command from a press: busy while it runs, refused with the reason, never twice at once.
import { useRef, useState } from 'react';
import type { Result } from '../../base/result';
import type { Refusal } from '../../commands/refusal';

export interface Action {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Runs a command; `done` gets its value where it was not refused. A press while one runs does nothing. */
  readonly run: <T>(command: () => Promise<Result<T, Refusal>>, done?: (value: T) => void) => void;
}

/** What a thrown error of a command is kept as, so that the next render throws it to `CatchErrors`. */
interface Thrown {
  readonly error: unknown;
}

/** Commands of one button or form. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [thrown, setThrown] = useState<Thrown | null>(null);
  const running = useRef(false);
  if (thrown) throw thrown.error;
  const run: Action['run'] = (command, done) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setRefusal(null);
    const end = () => {
      running.current = false;
      setBusy(false);
    };
    command().then(
      (result) => {
        end();
        if (result.ok) done?.(result.value);
        else setRefusal(result.error);
      },
      (error: unknown) => {
        end();
        setThrown({ error });
      },
    );
  };
  return { busy, refusal, run };
}
