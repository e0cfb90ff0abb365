// Arbitrary records of every list, with the texts that break things: HTML, quotes, emoji, right-to-left script, great length.
import fc from 'fast-check';
import {
  type Action,
  type Assessment,
  type Comment,
  messageEvents,
  type RevealedResponse,
  type SharedResult,
} from '../../src/assessment';
import { framework, levels } from '../../src/framework';
import type { RecordOf, Working } from '../../src/sharepoint/records';

const hostile = [
  '<script>alert("1")</script> & <b>bold</b>',
  `"double" 'single' \\ back \`tick\``,
  'naïve 👩🏽‍⚖️ £1,000 — مرحبا بالعالم שלום',
  '[link](javascript:alert(1)) **card**\n\n- a\n- b',
  'x'.repeat(10_000),
  '👍'.repeat(5_000),
  '{"kind":"settings"}',
  'null',
  "'; drop table items; --",
];

/** What people type. Texts are as screens hand them on: without characters that no store can hold. */
const prose = fc.oneof(
  fc.constantFrom(...hostile),
  fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ' ')),
);
const shortLine = prose.map((text) =>
  text
    .replace(/\s/g, ' ')
    .slice(0, 200)
    .replace(/[\ud800-\udbff]$/, ''),
);
const id = fc.uuid();
const keyAreaId = fc.constantFrom(...framework.theme.keyAreas.map((area) => area.id));
const level = fc.constantFrom(...levels);
const day = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const moment = day.map((date) => `${date}T10:32:00.000Z`);
const person = fc.record({ id, displayName: shortLine });
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

const assessment: fc.Arbitrary<Assessment> = fc.record({
  id,
  title: shortLine,
  organisation: shortLine,
  home: fc.record({ teamId: id, channelId: id.map((hex) => `19:${hex}@thread.tacv2`), channelName: shortLine }),
  phase: fc.constantFrom('draft', 'open', 'shared', 'cleared', 'closed', 'cancelled'),
  practice: fc.boolean(),
  dueDate: orNull(day),
  frameworkId: fc.constant(framework.id),
  frameworkVersion: fc.constant(framework.version),
  keyAreaIds: fc.uniqueArray(keyAreaId),
  facilitators: fc.array(person, { maxLength: 3 }),
  participants: fc.array(fc.record({ id, displayName: shortLine, takingPart: fc.boolean() }), { maxLength: 5 }),
  showNames: fc.boolean(),
  publicKey: orNull(fc.record({ id, key: fc.base64String() })),
  previousId: orNull(id),
  earlier: fc.array(fc.record({ keyAreaId, level, date: day, source: shortLine }), { maxLength: 4 }),
  tellChannel: fc.boolean(),
  openedAt: orNull(moment),
  sharedAt: orNull(moment),
});

const envelope = fc.record({
  version: fc.constant(1 as const),
  content: fc.base64String({ maxLength: 100 }),
  recipients: fc.array(fc.record({ keyId: id, enc: fc.base64String(), sealed: fc.base64String() }), { maxLength: 3 }),
});

const result: fc.Arbitrary<SharedResult> = fc.record({
  assessmentId: id,
  keyAreaId,
  assessmentTitle: shortLine,
  organisation: shortLine,
  keyArea: shortLine,
  level: fc.constantFrom('', 'Mature'),
  meaning: prose,
  change: prose,
  target: prose,
  reason: prose,
  actions: prose,
  comparison: prose,
  sharedOn: day,
});

const working: fc.Arbitrary<Working> = fc.oneof(
  fc.record({
    kind: fc.constant('response' as const),
    assessmentId: id,
    keyAreaId,
    personId: id,
    frameworkVersion: fc.constant('1'),
    envelope,
  }),
  fc.record({
    kind: fc.constant('recorded' as const),
    assessmentId: id,
    keyAreaId,
    recordingId: id,
    personId: orNull(id),
    frameworkVersion: fc.constant('1'),
    envelope,
  }),
  fc.record({
    kind: fc.constant('opened' as const),
    assessmentId: id,
    keyAreaId,
    voices: fc.array(fc.oneof(id, fc.constant('hands')), { maxLength: 4 }),
  }),
  fc.tuple(id, keyAreaId).chain(([assessmentId, area]) =>
    fc.record({
      kind: fc.constant('area' as const),
      assessmentId: fc.constant(assessmentId),
      state: fc.record({
        assessmentId: fc.constant(assessmentId),
        keyAreaId: fc.constant(area),
        phase: fc.constantFrom(
          'collecting' as const,
          'revealing' as const,
          'agreed' as const,
          'does-not-apply' as const,
        ),
        agreement: orNull(fc.record({ level, reason: prose, at: moment, by: person })),
        target: orNull(
          fc.oneof(
            fc.record({ kind: fc.constant('level' as const), level, by: orNull(day) }),
            fc.record({ kind: fc.constant('later' as const), agreeBy: orNull(day) }),
          ),
        ),
        reason: prose,
      }),
    }),
  ),
  fc.record({
    kind: fc.constant('facilitators' as const),
    assessmentId: id,
    serial: fc.integer({ min: 1, max: 9 }),
    facilitators: fc.array(person, { maxLength: 3 }),
    publicKey: orNull(fc.record({ id, key: fc.base64String() })),
  }),
  fc.record({ kind: fc.constant('person-key' as const), personId: id, keyId: id, publicKey: fc.base64String() }),
  fc.record({ kind: fc.constant('assessment-key' as const), assessmentId: id, keyId: id, personId: id, envelope }),
  fc.record({
    kind: fc.constant('message' as const),
    assessmentId: id,
    event: fc.constantFrom(...messageEvents, 'digest' as const),
    occasion: fc.oneof(fc.constantFrom('1', '2'), id),
    personId: orNull(id),
    state: fc.constantFrom('ready' as const, 'posting' as const, 'perhaps-posted' as const, 'refused' as const),
    by: orNull(person),
    owner: orNull(id),
    messageId: orNull(id),
    reason: prose,
  }),
  fc.record({
    kind: fc.constant('settings' as const),
    lists: fc.constant({ workings: 'a', results: 'b' }),
    councillorsSiteId: orNull(id),
  }),
  fc.record({
    kind: fc.constant('arrangements' as const),
    home: id,
    actionsTo: fc.constantFrom('channel' as const, 'owners' as const),
    tell: fc.dictionary(fc.constantFrom(...messageEvents), fc.boolean()),
    quiet: orNull(
      fc.record({
        from: fc.constantFrom('18:00', '23:59'),
        to: fc.constantFrom('07:30', '00:00'),
        weekends: fc.boolean(),
      }),
    ),
    preElection: fc.array(fc.record({ name: prose, from: day, to: day }), { maxLength: 2 }),
  }),
  fc.record({
    kind: fc.constant('edition' as const),
    assessmentId: id,
    number: fc.integer({ min: 1, max: 9 }),
    clearing: fc.record({ name: prose, post: prose, on: day }),
    outcome: orNull(
      fc.record({
        decision: fc.constantFrom(
          'noted' as const,
          'agreed' as const,
          'recommended' as const,
          'referred-back' as const,
        ),
        recommendedTo: prose,
        body: prose,
        on: day,
        minute: prose,
        minutesConfirmed: fc.boolean(),
        callIn: prose,
      }),
    ),
    snapshot: fc.record({ text: prose, digest: fc.constant('0f'.repeat(32)), at: moment }),
  }),
  fc.record({
    kind: fc.constant('page' as const),
    assessmentId: id,
    state: fc.constantFrom('making' as const, 'published' as const, 'edited' as const, 'refused' as const),
    owner: orNull(id),
    pageId: orNull(id),
    url: fc.webUrl(),
    lastSeen: prose,
    sharedAt: orNull(moment),
    edited: orNull(fc.record({ by: person, at: moment })),
    reason: prose,
  }),
  fc.record({ kind: fc.constant('shared' as const), assessmentId: id, result }),
);

const response: fc.Arbitrary<RevealedResponse> = fc.record({
  responseId: id,
  assessmentId: id,
  keyAreaId,
  judgement: fc.oneof(level, fc.constant('cannot-judge' as const)),
  movingOn: fc.boolean(),
  confidence: orNull(fc.constantFrom('low' as const, 'medium' as const, 'high' as const)),
  remark: prose,
  evidence: orNull(fc.record({ link: fc.webUrl(), note: prose })),
  person: orNull(person),
  recordedAs: fc.constantFrom('own' as const, 'for-person' as const, 'show-of-hands' as const),
  recordedBy: orNull(person),
  count: fc.integer({ min: 1, max: 40 }),
});

const action: fc.Arbitrary<Action> = fc.record({
  id,
  assessmentId: id,
  keyAreaId,
  text: prose,
  owner: orNull(
    fc.oneof(
      fc.record({ kind: fc.constant('person' as const), person }),
      fc.record({ kind: fc.constant('post' as const), post: shortLine.filter((post) => post.trim() !== '') }),
    ),
  ),
  due: orNull(day),
  status: fc.constantFrom('open' as const, 'done' as const, 'dropped' as const),
});

const comment: fc.Arbitrary<Comment> = fc.record({
  assessmentId: orNull(id),
  keyAreaId: orNull(keyAreaId),
  title: shortLine,
  kind: fc.constantFrom('question' as const, 'comment' as const),
  text: prose,
  reply: prose,
});

export const arbitraryRecords: { readonly [L in keyof RecordOf]: fc.Arbitrary<RecordOf[L]> } = {
  assessments: assessment,
  workings: working,
  responses: response,
  actions: action,
  results: result,
  comments: comment,
};
