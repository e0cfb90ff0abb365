// One piece of work after the other, in the order in which they were asked for.

/** Work that waits for its turn. Whoever asked gets its outcome, a failure too; the next in line goes on either way. */
export function takingTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine;
    return mine;
  };
}
