// What of the form can be saved: the faulty part stays on screen and holds up nothing else.
import fc from 'fast-check';
import { blankAnswer, partsOf, type ResponseContent } from '../../../src/assessment';
import {
  type AnswerDraft,
  contentOf,
  draftOf,
  faultsOf,
  longestRemark,
  rebased,
  sameContent,
} from '../../../src/ui/answer/draft';

const empty = draftOf(null);
const draft = (part: Partial<AnswerDraft>): AnswerDraft => ({ ...empty, ...part });
const saved: ResponseContent = {
  responseId: 'r',
  judgement: 2,
  movingOn: false,
  confidence: null,
  remark: 'As before',
  evidence: { link: 'https://council.example/a', note: 'A' },
};

it.each([
  ['nothing entered', draft({}), []],
  ['only a level', draft({ judgement: 1 }), []],
  ['a remark without a level', draft({ remark: 'x' }), ['judgement missing']],
  ['a script for a link', draft({ judgement: 1, link: 'javascript:alert(1)' }), ['link no-address']],
  ['no link at all', draft({ judgement: 1, link: 'see the intranet' }), ['link no-address']],
  ['a data address', draft({ judgement: 1, link: 'data:text/html,x' }), ['link no-address']],
  ['a web address with spaces around it', draft({ judgement: 1, link: ' https://council.example ' }), []],
  ['a note without its link', draft({ judgement: 1, note: 'minutes' }), ['link missing']],
  ['the longest remark', draft({ judgement: 1, remark: 'x'.repeat(longestRemark) }), []],
  ['a longer one', draft({ judgement: 1, remark: 'x'.repeat(longestRemark + 1) }), ['remark too-long']],
])('%s', (_, entered, faults) => {
  expect(faultsOf(entered).map((fault) => `${fault.field} ${fault.kind}`)).toEqual(faults);
});

it('saves the level though the link is none, and keeps the evidence as it was', () => {
  const content = contentOf(draft({ ...draftOf(saved), judgement: 4, link: 'javascript:alert(1)' }), saved, 'r');
  expect(content).toEqual({ ...saved, judgement: 4 });
});

it('keeps the remark as it was where the new one is too long', () => {
  const content = contentOf(draft({ ...draftOf(saved), judgement: 3, remark: 'x'.repeat(20_000) }), saved, 'r');
  expect(content).toEqual({ ...saved, judgement: 3 });
});

it('saves nothing without a level', () => {
  expect(contentOf(draft({ remark: 'x' }), null, 'r')).toBeNull();
});

it.each([5, 'cannot-judge'] as const)('knows no next level after %s', (judgement) => {
  expect(contentOf(draft({ judgement, movingOn: true }), null, 'r')?.movingOn).toBe(false);
});

it('reads back what it saved, whatever was typed', () => {
  const anyContent: fc.Arbitrary<ResponseContent> = fc.record({
    responseId: fc.constant('r'),
    judgement: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
    movingOn: fc.boolean(),
    confidence: fc.option(fc.constantFrom('low' as const, 'medium' as const, 'high' as const)),
    remark: fc.string({ unit: 'grapheme', maxLength: 200 }),
    evidence: fc.option(fc.record({ link: fc.webUrl(), note: fc.string({ maxLength: 100 }) })),
  });
  fc.assert(
    fc.property(anyContent, (content) => {
      const again = contentOf(draftOf(content), content, 'r');
      expect(again && sameContent(content, again)).toBe(true);
    }),
  );
});

test('once the store holds something else, what was not touched follows, and what was touched keeps what it began with', () => {
  const began = {
    responseId: 'r',
    judgement: 2,
    movingOn: false,
    confidence: null,
    remark: 'was',
    evidence: null,
  } as const;
  const there = {
    ...began,
    judgement: 4,
    remark: 'theirs',
    evidence: { link: 'https://a.example', note: '' },
  } as const;
  const draft = { ...draftOf(began), remark: 'mine' };
  const { draft: now, from } = rebased(draft, partsOf(began), began, there);
  expect(now).toEqual({ ...draftOf(there), remark: 'mine' });
  expect(from).toEqual({ ...partsOf(there), remark: 'was' });
  const discarded = rebased(draftOf(began), partsOf(began), began, null);
  expect(discarded).toEqual({ draft: draftOf(null), from: blankAnswer });
});
