// Merging loses nothing that only one side changed, and never decides where both did.
import fc from 'fast-check';
import { mergeRecords, sameJson } from '../../src/replica/merge';

const fields = fc.record({ a: fc.nat(2), b: fc.nat(2), c: fc.array(fc.nat(1), { maxLength: 2 }) });

test('each side’s own changes stay, and only what both changed differently is a conflict', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, theirs) => {
      const merge = mergeRecords(base, mine, theirs);
      for (const name of ['a', 'b', 'c'] as const) {
        const both = !sameJson(base[name], mine[name]) && !sameJson(base[name], theirs[name]);
        const disputed = both && !sameJson(mine[name], theirs[name]);
        expect(merge.conflicts.includes(name)).toBe(disputed);
        expect(merge.mine[name]).toEqual(sameJson(base[name], mine[name]) ? theirs[name] : mine[name]);
        expect(merge.theirs[name]).toEqual(sameJson(base[name], theirs[name]) ? mine[name] : theirs[name]);
      }
    }),
  );
});

test('without a common beginning, whatever differs is disputed', () => {
  expect(mergeRecords(null, { a: 1, b: 2 }, { a: 1, b: 3 })).toEqual({
    mine: { a: 1, b: 2 },
    theirs: { a: 1, b: 3 },
    conflicts: ['b'],
  });
});

test('a field that one side took away stays away', () => {
  const base: { a: number; b?: number } = { a: 1, b: 2 };
  expect(mergeRecords(base, { a: 1 }, { a: 5, b: 2 })).toEqual({ mine: { a: 5 }, theirs: { a: 5 }, conflicts: [] });
});

test('a key area is merged within its state', () => {
  const area = (state: object) => ({ kind: 'area', state });
  const merge = mergeRecords(
    area({ phase: 'revealed', reason: '' }),
    area({ phase: 'agreed', reason: '' }),
    area({ phase: 'revealed', reason: 'theirs' }),
  );
  expect(merge).toEqual({
    mine: area({ phase: 'agreed', reason: 'theirs' }),
    theirs: area({ phase: 'agreed', reason: 'theirs' }),
    conflicts: [],
  });
});

test('the order of fields does not matter, the order of a list does', () => {
  expect(sameJson({ a: 1, b: { c: [1, 2] } }, { b: { c: [1, 2] }, a: 1 })).toBe(true);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
  expect(sameJson({ a: undefined }, {})).toBe(true);
  expect(sameJson({ a: null }, {})).toBe(false);
  expect(sameJson([], {})).toBe(false);
});
