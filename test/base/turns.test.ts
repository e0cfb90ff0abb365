// Turns: in order, one at a time, and a failure stays with whoever asked.
import fc from 'fast-check';
import { takingTurns } from '../../src/base/turns';

test('work is done one at a time and in order, whatever fails', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 12 }), async (fails) => {
      const inTurn = takingTurns();
      const done: number[] = [];
      let atWork = 0;
      const outcomes = await Promise.allSettled(
        fails.map((failing, place) =>
          inTurn(async () => {
            atWork += 1;
            expect(atWork).toBe(1);
            await Promise.resolve();
            atWork -= 1;
            done.push(place);
            if (failing) throw new Error(String(place));
            return place;
          }),
        ),
      );
      expect(done).toEqual(fails.map((_, place) => place));
      expect(outcomes.map(({ status }) => status === 'rejected')).toEqual(fails);
    }),
  );
});
