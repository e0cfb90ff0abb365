// What someone typed and has not sent yet: it survives errors, leaving the screen, and (where the browser allows it) a reload.
import { useRef, useState } from 'react';
import type { z } from 'zod';
import { useWorkplace } from '../app/contexts';

/** For frames in which the browser forbids storage: good until the page is left. */
const memory = new Map<string, string>();

/** sessionStorage belongs to this window alone, so that two people side by side never see each other's drafts. */
function storage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    // Merely asking throws where third-party storage is blocked.
    return null;
  }
}

function write(key: string, text: string | null): void {
  if (text === null) memory.delete(key);
  else memory.set(key, text);
  try {
    if (text === null) storage()?.removeItem(key);
    else storage()?.setItem(key, text);
  } catch {
    // Full: memory has it.
  }
}

function read<T>(key: string, shape: z.ZodType<T>): T | null {
  const text = memory.get(key) ?? storage()?.getItem(key) ?? null;
  if (text === null) return null;
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    // Not JSON: written by something else, and of no use to us.
    return null;
  }
}

export interface Kept<T> {
  readonly value: T;
  readonly change: (change: (before: T) => T) => void;
  /** Starts afresh: what was typed has been sent, or is given up. */
  readonly forget: () => void;
}

/** State that is kept under a name, per person and channel. A component kept under a changing name needs a React key. */
export function useKept<T>(name: string, shape: z.ZodType<T>, initial: T): Kept<T> {
  const { person, home } = useWorkplace();
  const key = ['typed', person.id, home.teamId, home.channelId, name].join(' ');
  const [value, setValue] = useState<T>(() => read(key, shape) ?? initial);
  const latest = useRef(value);
  return {
    value,
    change: (change) => {
      latest.current = change(latest.current);
      write(key, JSON.stringify(latest.current));
      setValue(latest.current);
    },
    forget: () => {
      latest.current = initial;
      write(key, null);
      setValue(initial);
    },
  };
}
