// Running a command from a button: busy while it runs, the refusal kept for showing, and a bug shown as a bug.
import { useState } from 'react';
import type { Result } from '../../base/result';
import type { Refusal } from '../../commands/refusal';

export interface CommandRun {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** Runs a command; `done` is called with what it gave. */
  readonly run: <T>(command: () => Promise<Result<T, Refusal>>, done?: (value: T) => void) => void;
}

/** One command at a time. */
export function useCommand(): CommandRun {
  const [state, setState] = useState<{ busy: boolean; refusal: Refusal | null }>({ busy: false, refusal: null });
  return {
    ...state,
    run: (command, done) => {
      setState({ busy: true, refusal: null });
      command().then(
        (result) => {
          setState({ busy: false, refusal: result.ok ? null : result.error });
          if (result.ok) done?.(result.value);
        },
        (error: unknown) =>
          // Thrown while rendering, so that the screen's own error boundary shows it.
          setState(() => {
            throw error;
          }),
      );
    },
  };
}
