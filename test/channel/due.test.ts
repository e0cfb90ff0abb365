// Which messages are due: for each event when it is and when it is not, who may say it, and that nothing is due twice.
import fc from 'fast-check';
import { audienceOf, type MessageEvent, messageEvents, usualArrangements } from '../../src/assessment';
import {
  dueMessages,
  headStartMilliseconds,
  leaseMilliseconds,
  messageKey,
  notAnswered,
  type Told,
} from '../../src/channel';
import type { ChannelMessage } from '../../src/sharepoint/records';
import { aisha, firstArea, keyAreaIds, priya, secondArea, tom } from '../assessment/examples';
import {
  action,
  allOn,
  area,
  comment,
  edition,
  exampleTold,
  messageRow,
  noted,
  now,
  rowsAt,
  stored,
} from './toldExamples';

const agreement = { level: 3 as const, reason: 'We brief them', at: '2026-11-24T08:59:30.123Z', by: priya };
const everybodyAnswered = new Map(keyAreaIds.map((id) => [id, [priya.id, tom.id, aisha.id]]));
const shared = { phase: 'shared', sharedAt: '2026-11-24T08:59:00Z' } as const;

/** What is due, as `event occasion`, leaving out the reminders of who has not answered, and the opening, unless asked. */
const due = (told: Told, at = now): readonly string[] =>
  dueMessages(told, at)
    .filter(({ event }) => event !== 'waiting' && event !== 'opened')
    .map(({ event, occasion }) => `${event} ${occasion}`);
const of = (event: MessageEvent, told: Told, at = now) =>
  dueMessages(told, at).filter((message) => message.event === event);

test('the opening is told unless whoever opened it chose otherwise', () => {
  expect(of('opened', exampleTold())).toMatchObject([{ occasion: '1', to: { kind: 'channel' } }]);
  expect(of('opened', exampleTold({ assessment: { tellChannel: false } }))).toEqual([]);
});

test('shown answers are told once for each key area, until a level is agreed; then that', () => {
  const shown = exampleTold({ told: { states: [area({ phase: 'revealed' }), area({ keyAreaId: secondArea })] } });
  expect(due(shown)).toEqual([`answers-shown ${firstArea}`]);
  const agreed = exampleTold({ told: { states: [area({ phase: 'agreed', agreement })] } });
  expect(due(agreed)).toEqual([`agreed ${firstArea}:20261124t085930123`]);
  expect(due(exampleTold({ told: { states: [area({ phase: 'revealing' })] } }))).toEqual([]);
});

test('a level that is agreed anew is a message of its own, and each sharing too', () => {
  const later = { ...agreement, at: '2026-11-24T09:30:00Z' };
  const again = exampleTold({
    assessment: shared,
    told: {
      states: [area({ phase: 'agreed', agreement: later })],
      messages: [messageRow('agreed', `${firstArea}:20261124t085930123`), messageRow('shared', '20261101t100000')],
    },
  });
  expect(due(again)).toEqual([`agreed ${firstArea}:20261124t093000`, 'shared 20261124t085900']);
});

test('a councillor’s question goes to each facilitator’s activity feed and never to the channel; the reply to the channel', () => {
  const asked = exampleTold({ told: { comments: [comment('7')] } });
  expect(of('question', asked).map(({ to, occasion }) => [to, occasion])).toEqual(
    [priya, tom].map(({ id }) => [{ kind: 'person', personId: id }, `7:${id}`]),
  );
  const replied = exampleTold({ told: { comments: [comment('7', { reply: 'Because' })] } });
  expect(due(replied)).toEqual(['reply 7']);
  expect(due(exampleTold({ told: { comments: [comment('7', { kind: 'comment' })] } }))).toEqual([]);
});

test('what councillors write into their own item as a reply is told to nobody', () => {
  const forged = comment('7', { reply: '# Vote for me' });
  expect(due(exampleTold({ told: { comments: [{ ...forged, lastModifiedBy: forged.createdBy }] } }))).toEqual([]);
});

test.each([
  ['in a fortnight', { due: '2026-12-08' }, ['due-soon a1:2026-12-08']],
  ['in fifteen days', { due: '2026-12-09' }, []],
  ['today', { due: '2026-11-24' }, ['due-soon a1:2026-11-24']],
  ['yesterday', { due: '2026-11-23' }, ['overdue a1:2026-11-23']],
  ['long ago', { due: '2026-03-01' }, []],
  ['on no day', { due: null }, []],
  ['yesterday, and done', { due: '2026-11-23', status: 'done' }, []],
  ['yesterday, and dropped', { due: '2026-11-23', status: 'dropped' }, []],
] as const)('an action that is due %s', (_, changes, expected) => {
  expect(due(exampleTold({ told: { actions: [action(changes)] } }))).toEqual(expected);
});

test('an action whose day was moved is told again for its new day', () => {
  const messages = [messageRow('due-soon', 'a1:2026-12-01')];
  expect(due(exampleTold({ told: { actions: [action()], messages } }))).toEqual([]);
  expect(due(exampleTold({ told: { actions: [action({ due: '2026-12-03' })], messages } }))).toEqual([
    'due-soon a1:2026-12-03',
  ]);
});

test('the newest edition is told when it is cleared, when the committee decided, and when the minutes are confirmed', () => {
  const editions = (...rows: Told['editions']) =>
    due(exampleTold({ assessment: { phase: 'cleared' }, told: { editions: rows } }));
  expect(editions(edition(1))).toEqual(['cleared 1']);
  expect(editions(edition(1, noted(false)))).toEqual(['outcome 1:draft']);
  expect(editions(edition(1, noted(true)))).toEqual(['outcome 1:confirmed']);
  expect(editions(edition(1, noted(true)), edition(2))).toEqual(['cleared 2']);
});

describe('those who have not answered', () => {
  const half = new Map(keyAreaIds.map((id) => [id, [priya.id]]));
  const waiting = (told: Partial<Told>, at = now) => of('waiting', exampleTold({ told }), at);

  test('are reminded in their own activity feed, once for each person and day', () => {
    const told = { answeredBy: half };
    expect(waiting(told).map(({ to, occasion }) => [to, occasion])).toEqual(
      [tom, aisha].map(({ id }) => [{ kind: 'person', personId: id }, `${id}:2026-11-24`]),
    );
    const messages = [messageRow('waiting', `${tom.id}:2026-11-24`, { personId: tom.id })];
    expect(waiting({ ...told, messages }).map(({ to }) => to)).toEqual([{ kind: 'person', personId: aisha.id }]);
    expect(waiting({ ...told, messages }, new Date('2026-11-25T11:00:00Z'))).toHaveLength(2);
  });

  test('are those with a key area left that still takes answers', () => {
    const partly = new Map([
      [firstArea, [priya.id, tom.id]],
      [secondArea, [tom.id]],
    ]);
    const other = keyAreaIds.slice(2).map((keyAreaId) => area({ keyAreaId, phase: 'skipped' }));
    const states = [area(), area({ keyAreaId: secondArea }), ...other];
    expect(notAnswered(exampleTold({ told: { states, answeredBy: partly } })).map(({ id }) => id)).toEqual([
      priya.id,
      aisha.id,
    ]);
    const settled = [area(), area({ keyAreaId: secondArea, phase: 'revealed' }), ...other];
    expect(notAnswered(exampleTold({ told: { states: settled, answeredBy: partly } })).map(({ id }) => id)).toEqual([
      aisha.id,
    ]);
  });

  test('hear nothing unattended on the day of the opening, and nothing a fortnight after answers were due', () => {
    const at = (moment: string) => new Set(waiting({ answeredBy: half }, new Date(moment)).map(({ may }) => may));
    expect(at('2026-11-23T16:00:00Z')).toEqual(new Set(['pressed']));
    expect(at('2026-11-24T09:00:00Z')).toEqual(new Set(['unattended']));
    expect(at('2027-01-01T09:00:00Z')).toEqual(new Set(['unattended']));
    expect(at('2027-01-02T09:00:00Z')).toEqual(new Set());
  });
});

describe('who may say it', () => {
  const step = exampleTold({ told: { states: [area({ phase: 'revealed' })], answeredBy: everybodyAnswered } });
  const may = (told: Told, at: Date) => of('answers-shown', told, at).map((message) => message.may);

  test('whoever took the step comes first, and only then anything unattended', () => {
    const rows = new Date(rowsAt).getTime();
    expect(may(step, new Date(rows + headStartMilliseconds - 1))).toEqual(['pressed']);
    expect(may(step, new Date(rows + headStartMilliseconds))).toEqual(['unattended']);
  });

  test('quiet hours hold back what is said unattended, and nobody who presses', () => {
    const quiet = { ...allOn, quiet: { from: '18:00', to: '08:00', weekends: true } };
    const told = exampleTold({ told: { states: [area({ phase: 'revealed' })], arrangements: quiet } });
    expect(may(told, new Date('2026-11-24T19:00:00Z'))).toEqual(['pressed']);
    expect(may(told, new Date('2026-11-25T07:59:00Z'))).toEqual(['pressed']);
    expect(may(told, new Date('2026-11-25T08:00:00Z'))).toEqual(['unattended']);
    expect(may(told, new Date('2026-11-28T12:00:00Z'))).toEqual(['pressed']);
  });

  test('in a pre-election period the channel hears only what somebody presses; people still get their own', () => {
    const preElection = [{ name: 'May', from: '2026-11-20', to: '2026-11-30' }];
    const told = exampleTold({
      told: {
        states: [area({ phase: 'revealed' }), area({ keyAreaId: secondArea })],
        arrangements: { ...allOn, preElection },
      },
    });
    expect(may(told, now)).toEqual(['pressed']);
    expect(new Set(of('waiting', told).map((message) => message.may))).toEqual(new Set(['unattended']));
  });
});

test('by default only the opening and the sharing are told', () => {
  const busy = exampleTold({
    assessment: shared,
    told: {
      states: [area({ phase: 'revealed' }), area({ keyAreaId: secondArea, phase: 'agreed', agreement })],
      comments: [comment('7')],
      actions: [action()],
      editions: [edition(1)],
      arrangements: usualArrangements,
    },
  });
  expect(dueMessages(busy, now).map(({ event }) => event)).toEqual(['opened', 'shared']);
});

test('what is older than a fortnight is no news, unless somebody had begun to tell it', () => {
  const told = { states: [area({ phase: 'revealed' })] };
  const late = new Date('2026-12-09T09:00:00Z');
  expect(due(exampleTold({ told }), late)).toEqual([]);
  const messages = [messageRow('answers-shown', firstArea, { state: 'refused', reason: 'no-access' })];
  expect(due(exampleTold({ told: { ...told, messages } }), late)).toEqual([`answers-shown ${firstArea}`]);
});

test('what SharePoint does not have yet is not told', () => {
  const waits = { ...area({ phase: 'revealed' }), lastModifiedAt: null };
  expect(due(exampleTold({ told: { states: [waits] } }))).toEqual([]);
});

test('a message that was refused waits for anybody; one whose owner is gone may have been posted, and waits for nobody', () => {
  const told = (message: Partial<ChannelMessage>) =>
    exampleTold({
      told: { states: [area({ phase: 'revealed' })], messages: [messageRow('answers-shown', firstArea, message)] },
    });
  expect(of('answers-shown', told({ state: 'refused' }))).toMatchObject([{ standing: 'refused' }]);
  expect(of('answers-shown', told({ state: 'ready', by: null }))).toMatchObject([{ standing: 'ready' }]);
  const posting = told({ state: 'posting', owner: 'x' });
  expect(of('answers-shown', posting, new Date(new Date(rowsAt).getTime() + leaseMilliseconds * 2))).toEqual([]);
});

/** Assessments in any state, with any events switched on, at any moment. */
const anyTold: fc.Arbitrary<Told> = fc
  .record({
    phase: fc.constantFrom('draft', 'open', 'shared', 'cleared', 'closed', 'cancelled' as const),
    practice: fc.boolean(),
    tellChannel: fc.boolean(),
    dueDate: fc.constantFrom(null, '2026-11-20', '2026-12-18'),
    sharedAt: fc.constantFrom(null, '2026-11-24T08:59:00Z'),
    phases: fc.array(fc.constantFrom('collecting', 'revealing', 'revealed', 'agreed', 'skipped' as const), {
      minLength: 4,
      maxLength: 4,
    }),
    answered: fc.array(fc.subarray([priya.id, tom.id, aisha.id]), { minLength: 4, maxLength: 4 }),
    kinds: fc.array(
      fc.record({ kind: fc.constantFrom('question', 'comment' as const), reply: fc.constantFrom('', 'Because') }),
      { maxLength: 3 },
    ),
    dues: fc.array(fc.constantFrom(null, '2026-11-20', '2026-11-24', '2026-12-05', '2027-01-01'), { maxLength: 3 }),
    outcome: fc.constantFrom(null, noted(false), noted(true)),
    tell: fc.dictionary(fc.constantFrom(...messageEvents), fc.boolean()),
    actionsTo: fc.constantFrom('channel', 'owners' as const),
    ofTom: fc.boolean(),
  })
  .map((made) =>
    exampleTold({
      assessment: {
        phase: made.phase,
        practice: made.practice,
        tellChannel: made.tellChannel,
        dueDate: made.dueDate,
        sharedAt: made.sharedAt,
      },
      told: {
        states: made.phases.map((phase, index) =>
          area({ keyAreaId: keyAreaIds[index] ?? '', phase, agreement: phase === 'agreed' ? agreement : null }),
        ),
        answeredBy: new Map(keyAreaIds.map((id, index) => [id, made.answered[index] ?? []])),
        comments: made.kinds.map((changes, index) => comment(String(index), changes)),
        actions: made.dues.map((day, index) =>
          action({ id: `a${index}`, due: day, ...(made.ofTom ? { owner: { kind: 'person', person: tom } } : {}) }),
        ),
        editions: [edition(1, made.outcome)],
        arrangements: { ...usualArrangements, tell: made.tell, actionsTo: made.actionsTo },
      },
    }),
  );
const anyMoment = fc.date({
  min: new Date('2026-11-23T00:00:00Z'),
  max: new Date('2027-02-01T00:00:00Z'),
  noInvalidDate: true,
});

test('nothing is due twice once it was said, declined, or may have been said', () => {
  const settled = fc.constantFrom('posting', 'posted', 'perhaps-posted', 'declined' as const);
  fc.assert(
    fc.property(anyTold, anyMoment, settled, (told, at, state) => {
      const first = dueMessages(told, at);
      const rows = first.map((message) =>
        stored(messageKey(message), { ...messageRow(message.event, message.occasion, { state }).record }),
      );
      expect(dueMessages({ ...told, messages: rows }, at)).toEqual([]);
      expect(new Set(first.map(messageKey)).size).toBe(first.length);
    }),
  );
});

test('practice, drafts, and what is closed or cancelled say nothing', () => {
  fc.assert(
    fc.property(anyTold, anyMoment, (told, at) => {
      const { practice, phase } = told.assessment.record;
      fc.pre(practice || phase === 'draft' || phase === 'closed' || phase === 'cancelled');
      expect(dueMessages(told, at)).toEqual([]);
    }),
  );
});

test('each message goes where its event goes, under a short key in lower case', () => {
  fc.assert(
    fc.property(anyTold, anyMoment, (told, at) => {
      for (const message of dueMessages(told, at)) {
        const audience = audienceOf(message.event, told.arrangements);
        // A post has no activity feed of its own.
        const ofPost = 'action' in message.about && message.about.action.owner?.kind !== 'person';
        expect(message.to.kind === 'channel').toBe(audience === 'channel' || ofPost);
        expect(message.occasion).toMatch(/^[a-z0-9:-]+$/);
        expect(messageKey(message).length).toBeLessThanOrEqual(200);
      }
    }),
  );
});

test('an action that is due is told to whoever does it alone, where the officers want that; of a post, to the channel', () => {
  const arrangements = { ...allOn, actionsTo: 'owners' } as const;
  const actions = [action({ owner: { kind: 'person', person: tom } }), action({ id: 'a2' })];
  const told = exampleTold({ told: { arrangements, actions } });
  expect(of('due-soon', told).map(({ to }) => to)).toEqual([{ kind: 'person', personId: tom.id }, { kind: 'channel' }]);
  const usual = exampleTold({ told: { arrangements: allOn, actions } });
  expect(of('due-soon', usual).map(({ to }) => to.kind)).toEqual(['channel', 'channel']);
});
