// What someone typed and has not sent yet: it survives errors, leaving the screen, and a reload. Kept on this device only.
import { useEffect, useRef, useState } from 'react';
import * as z from 'zod/mini';
import { useWorkplace } from '../app/contexts';

export interface Kept<T> {
  readonly value: T;
  readonly change: (change: (before: T) => T) => void;
  /** Starts afresh: what was typed has been sent, or is given up. */
  readonly forget: () => void;
}

/** What was kept as text; null where there is nothing, or nothing of this shape any more. */
function parse<T>(text: string | null, shape: z.core.$ZodType<T>): T | null {
  if (text === null) return null;
  try {
    const parsed = z.safeParse(shape, JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: an older version's, and of no use to this one.
    return null;
  }
}

/**
 * State that is kept under a name. Null for the moment until it is read. `initial` counts once; a component whose name
 * changes needs a React key.
 */
export function useKept<T>(name: string, shape: z.core.$ZodType<T>, initial: T): Kept<T> | null {
  const { replica } = useWorkplace();
  const note = `typed ${name}`;
  const [state, setState] = useState<{ readonly value: T } | null>(null);
  const latest = useRef(initial);
  const first = useRef({ initial, shape });
  useEffect(() => {
    let wanted = true;
    replica.kept(note).then(
      (text) => {
        if (!wanted) return;
        latest.current = parse(text, first.current.shape) ?? first.current.initial;
        setState({ value: latest.current });
      },
      (error: unknown) =>
        setState(() => {
          throw error;
        }),
    );
    return () => {
      wanted = false;
    };
  }, [replica, note]);
  if (state === null) return null;
  const put = (value: T, text: string | null) => {
    latest.current = value;
    setState({ value });
    replica.keep(note, text).catch((error: unknown) => reportError(error));
  };
  return {
    value: state.value,
    change: (change) => {
      const value = change(latest.current);
      put(value, JSON.stringify(value));
    },
    forget: () => put(first.current.initial, null),
  };
}
