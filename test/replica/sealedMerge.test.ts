// Two versions of my own sealed answer, merged on what they say. The envelopes here open for everybody: sealing has tests of its own.
import fc from 'fast-check';
import type { AnyRecord } from '../../src/replica/replica';
import { mergeSealed, type SealedContents } from '../../src/replica/sealedMerge';
import type { SealedResponse } from '../../src/sharepoint/records';
import { anAnswer, priya } from './records';

type Said = { readonly [field: string]: unknown };

const sealedOf = (said: Said): SealedResponse => anAnswer('a1', priya, JSON.stringify(said));
const saidIn = (record: AnyRecord): Said =>
  'envelope' in record ? JSON.parse(record.envelope.content) : { not: 'an answer' };

/** Opens everything but what begins with `shut`. */
const contents: SealedContents = {
  blank: { judgement: null, remark: '' },
  open: async (record) => (JSON.stringify(saidIn(record)).includes('shut') ? null : saidIn(record)),
  seal: async (_, said) => sealedOf({ ...said }),
};

const merge = (base: Said | null, mine: Said, theirs: Said, ...tried: Said[]) =>
  mergeSealed(contents, {
    base: base && sealedOf(base),
    mine: sealedOf(mine),
    theirs: sealedOf(theirs),
    tried: tried.map(sealedOf),
  });

const before = { judgement: 2, remark: 'as it was' };

test('what only one side changed is kept from both', async () => {
  const merged = await merge(before, { ...before, judgement: 3 }, { ...before, remark: 'new' });
  expect(merged.kind === 'merged' && saidIn(merged.record)).toEqual({ judgement: 3, remark: 'new' });
});

test('what both changed becomes two versions, each with what only one side changed', async () => {
  const both = await merge(
    { ...before, confidence: 'low' },
    { judgement: 3, remark: 'mine', confidence: 'low' },
    { judgement: 2, remark: 'theirs', confidence: 'high' },
  );
  expect(both.kind === 'two-versions' && [saidIn(both.mine), saidIn(both.theirs)]).toEqual([
    { judgement: 3, remark: 'mine', confidence: 'high' },
    { judgement: 3, remark: 'theirs', confidence: 'high' },
  ]);
});

test('two first answers merge where one left blank what the other filled in; the id in SharePoint stays', async () => {
  const merged = await merge(
    null,
    { judgement: 3, remark: '', responseId: 'here' },
    { judgement: 3, remark: 'from the phone', responseId: 'there' },
  );
  expect(merged.kind === 'merged' && saidIn(merged.record)).toEqual({
    judgement: 3,
    remark: 'from the phone',
    responseId: 'there',
  });
  expect((await merge(null, { judgement: 3, remark: '' }, { judgement: 4, remark: '' })).kind).toBe('two-versions');
});

test('what was sent before and arrived after all is no change of theirs', async () => {
  const merged = await merge(
    before,
    { judgement: 4, remark: 'last' },
    { judgement: 3, remark: 'first' },
    {
      judgement: 3,
      remark: 'first',
    },
  );
  expect(merged.kind === 'merged' && saidIn(merged.record)).toEqual({ judgement: 4, remark: 'last' });
});

test('what cannot be opened cannot be merged', async () => {
  expect(await merge(before, before, { judgement: 2, remark: 'shut' })).toEqual({ kind: 'shut' });
});

test('what cannot be sealed just now replaces nothing: both are kept', async () => {
  const versions = { base: null, mine: sealedOf(before), theirs: sealedOf({ ...before, remark: 'theirs' }), tried: [] };
  expect(await mergeSealed({ ...contents, seal: async () => null }, versions)).toEqual({ kind: 'unmerged' });
});

test('whatever the two sides did, no word that one of them wrote is missing from what is kept', async () => {
  const said = fc.record({ judgement: fc.integer({ min: 1, max: 3 }), remark: fc.constantFrom('', 'a', 'b') });
  await fc.assert(
    fc.asyncProperty(said, said, said, async (base, mine, theirs) => {
      const result = await merge(base, mine, theirs);
      if (result.kind === 'shut' || result.kind === 'unmerged') throw new Error('everything opens here');
      const kept = result.kind === 'merged' ? [result.record] : [result.mine, result.theirs];
      for (const field of ['judgement', 'remark'] as const)
        for (const side of [mine, theirs])
          if (side[field] !== base[field]) expect(kept.map((record) => saidIn(record)[field])).toContain(side[field]);
    }),
  );
});
