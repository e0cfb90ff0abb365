// Envelopes open for the right people, about the right thing, unchanged; and for nobody else.
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { z } from 'zod';
import type { ResponseContent } from '../../src/assessment';
import {
  type Binding,
  type Envelope,
  type KeyPair,
  newKeyPair,
  open,
  openResponse,
  publicHalf,
  type ResponsePlace,
  seal,
  sealResponse,
  unwrapKey,
  wrapKey,
} from '../../src/sealing';
import { suite } from '../../src/sealing/suite';

const place: ResponsePlace = { assessmentId: 'a1', keyAreaId: 'engaging', personId: 'p1', frameworkVersion: '2024.1' };
const answer: ResponseContent = {
  responseId: 'r1',
  judgement: 3,
  movingOn: true,
  confidence: 'high',
  remark: 'We meet monthly – ☕ “quotes”',
  evidence: { link: 'https://example.org/', note: 'minutes' },
};

let assessment: KeyPair;
let author: KeyPair;
let stranger: KeyPair;
beforeAll(async () => {
  [assessment, author, stranger] = await Promise.all([
    newKeyPair(randomUUID),
    newKeyPair(randomUUID),
    newKeyPair(randomUUID),
  ]);
});

const sealed = (content: ResponseContent = answer): Promise<Envelope> =>
  sealResponse(content, { assessment: publicHalf(assessment), author: publicHalf(author) }, place);

test('the facilitator and the author can both open an answer', async () => {
  const envelope = await sealed();
  expect(JSON.stringify(envelope)).not.toContain('monthly');
  expect(await openResponse(envelope, assessment, place)).toEqual({ ok: true, value: answer });
  expect(await openResponse(envelope, author, place)).toEqual({ ok: true, value: answer });
});

test('however many envelopes one key opens, it is made ready once', async () => {
  const pair = { ...assessment };
  const envelopes = await Promise.all([sealed(), sealed(), sealed()]);
  const made = jest.spyOn(suite.kem, 'deserializePrivateKey');
  try {
    const opened = await Promise.all(envelopes.map((envelope) => openResponse(envelope, pair, place)));
    expect(opened.map(({ ok }) => ok)).toEqual([true, true, true]);
    expect(made).toHaveBeenCalledTimes(1);
  } finally {
    made.mockRestore();
  }
});

test('another key opens nothing, even under a recipient’s id', async () => {
  const envelope = await sealed();
  expect(await openResponse(envelope, stranger, place)).toEqual({ ok: false, error: { kind: 'not-for-this-key' } });
  const pretender = { ...stranger, id: author.id };
  expect(await openResponse(envelope, pretender, place)).toEqual({ ok: false, error: { kind: 'tampered' } });
});

test.each<[string, Partial<ResponsePlace>]>([
  ['person', { personId: 'p2' }],
  ['key area', { keyAreaId: 'leading' }],
  ['assessment', { assessmentId: 'a2' }],
  ['framework version', { frameworkVersion: '2025.1' }],
])('an answer cannot be passed off as that of another %s', async (_, other) => {
  const envelope = await sealed();
  for (const pair of [assessment, author]) {
    expect(await openResponse(envelope, pair, { ...place, ...other })).toEqual({
      ok: false,
      error: { kind: 'tampered' },
    });
  }
});

test('an envelope made for one purpose is refused for another', async () => {
  const bind: Binding = {
    purpose: 'response',
    assessmentId: 'a1',
    keyAreaId: '',
    personId: 'p1',
    frameworkVersion: '',
  };
  const envelope = await seal(assessment, [publicHalf(author)], bind);
  expect(await unwrapKey(envelope, author, publicHalf(assessment), place)).toMatchObject({
    ok: false,
    error: { kind: 'tampered' },
  });
});

test('neighbouring parts of the binding cannot flow into one another', async () => {
  const bind: Binding = {
    purpose: 'response',
    assessmentId: 'a',
    keyAreaId: 'b',
    personId: 'p',
    frameworkVersion: '1',
  };
  const envelope = await seal('x', [publicHalf(author)], bind);
  const shifted = { ...bind, assessmentId: 'a","b', keyAreaId: '' };
  expect(await open(envelope, author, shifted, z.string())).toMatchObject({ ok: false, error: { kind: 'tampered' } });
});

/** Every text of an envelope, with how to put another in its place. */
const texts = (envelope: Envelope): { text: string; replace: (text: string) => Envelope }[] => [
  { text: envelope.content, replace: (content) => ({ ...envelope, content }) },
  ...envelope.recipients.flatMap((recipient, at) =>
    (['keyId', 'enc', 'sealed'] as const).map((name) => ({
      text: recipient[name],
      replace: (text: string) => ({
        ...envelope,
        recipients: envelope.recipients.map((each, index) => (index === at ? { ...each, [name]: text } : each)),
      }),
    })),
  ),
];

test('a change of any character anywhere is noticed by every recipient', async () => {
  const envelope = await sealed();
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  await fc.assert(
    fc.asyncProperty(
      fc.nat(texts(envelope).length - 1),
      fc.nat(),
      fc.constantFrom(...alphabet),
      fc.constantFrom(assessment, author),
      async (which, anywhere, character, pair) => {
        const target = texts(envelope)[which];
        if (!target) throw new Error('out of range');
        const at = anywhere % target.text.length;
        fc.pre(target.text[at] !== character);
        const changed = target.replace(target.text.slice(0, at) + character + target.text.slice(at + 1));
        expect((await openResponse(changed, pair, place)).ok).toBe(false);
      },
    ),
    { numRuns: 150 },
  );
});

test('the length does not tell a short remark from a shorter one', async () => {
  const lengths = await Promise.all(
    ['', 'no', 'We meet monthly and it works well enough for what we do.'].map(
      async (remark) => JSON.stringify(await sealed({ ...answer, remark })).length,
    ),
  );
  expect(new Set(lengths).size).toBe(1);
});

test('any JSON survives sealing and opening', async () => {
  const bind: Binding = {
    purpose: 'response',
    assessmentId: 'a1',
    keyAreaId: '',
    personId: 'p1',
    frameworkVersion: '',
  };
  await fc.assert(
    fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (content) => {
      const expected: unknown = JSON.parse(JSON.stringify(content));
      const opened = await open(await seal(content, [publicHalf(author)], bind), author, bind, z.unknown());
      expect(opened).toEqual({ ok: true, value: expected });
    }),
    { numRuns: 40 },
  );
});

test('what opens but is no answer is refused, with the place named', async () => {
  const bind: Binding = { ...place, purpose: 'response' };
  const envelope = await seal({ ...answer, judgement: 6 }, [publicHalf(author)], bind);
  const opened = await openResponse(envelope, author, place);
  expect(opened).toMatchObject({
    ok: false,
    error: { kind: 'malformed', detail: expect.stringContaining('judgement') },
  });
});

describe('the assessment’s key', () => {
  const wrapping = { assessmentId: 'a1', personId: 'p1' };

  test('reaches the facilitator it was wrapped for', async () => {
    const envelope = await wrapKey(assessment, publicHalf(author), wrapping);
    expect(await unwrapKey(envelope, author, publicHalf(assessment), wrapping)).toEqual({
      ok: true,
      value: assessment,
    });
    expect(await unwrapKey(envelope, stranger, publicHalf(assessment), wrapping)).toMatchObject({ ok: false });
    const replayed = { ...wrapping, personId: 'p2' };
    expect(await unwrapKey(envelope, author, publicHalf(assessment), replayed)).toMatchObject({ ok: false });
  });

  test('is not believed when somebody wrapped another one', async () => {
    const other = await wrapKey(stranger, publicHalf(author), wrapping);
    expect(await unwrapKey(other, author, publicHalf(assessment), wrapping)).toMatchObject({ ok: false });
    const mixed = await wrapKey({ ...assessment, privateKey: stranger.privateKey }, publicHalf(author), wrapping);
    expect(await unwrapKey(mixed, author, publicHalf(assessment), wrapping)).toMatchObject({ ok: false });
  });
});
