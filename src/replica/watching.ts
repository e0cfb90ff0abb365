// Live queries: a query is asked again whenever anything it could have read changed, in this frame or another.
// The whole store is the unit, not what a query touched, so that queries may await whatever they like (opening an answer, say).

/**
 * Asks now and after every change, one question after the other, so that answers come in order. Changes during a question lead to one
 * more; its own answer counts all the same, or changes that follow one another quickly would leave a screen as it was until they end.
 * @param onChange tells of changes; returns how to stop being told
 */
export function watch<T>(
  onChange: (listener: () => void) => () => void,
  query: () => Promise<T>,
  next: (answer: T) => void,
  failed: (error: unknown) => void,
): () => void {
  let stopped = false;
  let busy = false;
  let again = false;
  async function ask(): Promise<void> {
    busy = true;
    do {
      again = false;
      try {
        const answer = await query();
        if (!stopped) next(answer);
      } catch (error) {
        if (!stopped) failed(error);
      }
    } while (again && !stopped);
    busy = false;
  }
  const changed = () => {
    again = true;
    if (!busy && !stopped) void ask();
  };
  const stopListening = onChange(changed);
  changed();
  return () => {
    stopped = true;
    stopListening();
  };
}
