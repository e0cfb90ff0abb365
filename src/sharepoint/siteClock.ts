// What time it is by SharePoint's clock, as far as its rows tell. Leases go by this, never by two machines' clocks.
import type { Environment } from '../base/environment';
import type { Result } from '../base/result';
import type { ListAccess, Row } from './listAccess';

export interface SiteClock {
  /**
   * A moment that SharePoint's clock has surely reached. A row changed at a moment there was read at a moment here: since then at least as
   * much time has passed there as here. It lags where nothing new was read, and never runs ahead.
   */
  now(): Date;
}

/** The lists, and the clock that learns from every row they give. */
export function withSiteClock(
  access: ListAccess,
  environment: Pick<Environment, 'now'>,
): { readonly access: ListAccess; readonly clock: SiteClock } {
  let ahead = Number.NEGATIVE_INFINITY;
  const learn = (rows: readonly Row[]): void => {
    const here = environment.now().getTime();
    for (const { lastModifiedAt } of rows) {
      const there = Date.parse(lastModifiedAt);
      if (!Number.isNaN(there)) ahead = Math.max(ahead, there - here);
    }
  };
  async function told<T, F>(
    answer: Promise<Result<T, F>>,
    rowsOf: (value: T) => readonly Row[],
  ): Promise<Result<T, F>> {
    const result = await answer;
    if (result.ok) learn(rowsOf(result.value));
    return result;
  }
  const one = (row: Row | null): readonly Row[] => (row ? [row] : []);
  const all = (rows: readonly Row[]): readonly Row[] => rows;
  return {
    clock: { now: () => new Date(Number.isFinite(ahead) ? environment.now().getTime() + ahead : 0) },
    access: {
      ...access,
      create: (...asked) => told(access.create(...asked), one),
      change: (...asked) => told(access.change(...asked), one),
      read: (...asked) => told(access.read(...asked), one),
      byKey: (...asked) => told(access.byKey(...asked), one),
      byAssessment: (...asked) => told(access.byAssessment(...asked), all),
      openIn: (...asked) => told(access.openIn(...asked), all),
      changes: (...asked) => told(access.changes(...asked), ({ rows }) => rows),
    },
  };
}
