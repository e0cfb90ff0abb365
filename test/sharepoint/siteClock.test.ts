// SharePoint's clock as rows tell of it: it never runs ahead, however wrong this device's own is, and it catches up by itself.
import fc from 'fast-check';
import { ok } from '../../src/base/result';
import type { ListAccess, Row } from '../../src/sharepoint/listAccess';
import { withSiteClock } from '../../src/sharepoint/siteClock';

const row = (at: number): Row => ({
  itemId: '1',
  eTag: '1',
  createdBy: null,
  lastModifiedBy: null,
  createdAt: '',
  lastModifiedAt: new Date(at).toISOString(),
  fields: {},
});

test('it never runs ahead of SharePoint’s own, and after a fresh change lags by no more than the reply took', async () => {
  const reads = fc.array(fc.record({ ago: fc.nat(100_000), travels: fc.nat(5_000), passes: fc.nat(100_000) }), {
    minLength: 1,
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: -1e8, max: 1e8 }), reads, async (skew, steps) => {
      let time = Date.parse('2026-11-24T09:00:00Z');
      let best = Number.POSITIVE_INFINITY;
      let answer = row(0);
      // Only one of the calls is used here.
      const lists = { byKey: async () => ok(answer) } as unknown as ListAccess;
      const { access, clock } = withSiteClock(lists, { now: () => new Date(time + skew) });
      for (const { ago, travels, passes } of steps) {
        answer = row(time - ago);
        time += travels;
        await access.byKey('workings', 'k');
        best = Math.min(best, ago + travels);
        time += passes;
        const lag = time - clock.now().getTime();
        expect(lag).toBeGreaterThanOrEqual(0);
        expect(lag).toBe(best);
      }
    }),
  );
});

test('before anything was read it claims nothing', () => {
  const { clock } = withSiteClock({} as ListAccess, { now: () => new Date() });
  expect(clock.now().getTime()).toBe(0);
});
