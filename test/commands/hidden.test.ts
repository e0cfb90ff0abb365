// Hidden until shown, in the store and not only on the screen; and what showing makes of it.
import type { ResponseContent } from '../../src/assessment';
import { agree, takeStep } from '../../src/commands/agree';
import { addLateAnswer, readMyAnswer, saveAnswer } from '../../src/commands/answer';
import { askToPassOn, passedOn } from '../../src/commands/passOn';
import { changeParticipants } from '../../src/commands/people';
import { recordForPerson } from '../../src/commands/recorded';
import { showAnswers } from '../../src/commands/showAnswers';
import { readView } from '../../src/commands/view';
import { keys } from '../../src/sharepoint/records';
import { must, personOf } from '../sharepoint/tenant';
import {
  allRows,
  allVersions,
  answered,
  answerOf,
  area,
  askedOf,
  type Council,
  comesTo,
  type Device,
  keptIn,
  newProfile,
  openCouncil,
  opened,
  otherArea,
  seenBy,
  sent,
  thirdArea,
} from './people';

let council: Council;
beforeAll(async () => {
  council = await openCouncil();
});
afterEach(() => council.leave());
afterAll(() => council.end());

const planted = ['Quillfeather', 'Brackenmoor', 'Thistledown'] as const;

/** Three people give answers with planted words to a key area, one after the other. */
async function threeAnswers(devices: readonly Device[], id: string, keyAreaId = area): Promise<ResponseContent[]> {
  const contents = planted.map((word, index) =>
    answerOf(index === 2 ? 'cannot-judge' : index === 0 ? 2 : 4, {
      remark: `Remark ${word}`,
      confidence: 'high',
      evidence: { link: `https://example.org/${word}`, note: `Note ${word}` },
    }),
  );
  for (const [index, content] of contents.entries()) {
    const device = devices[index];
    if (device) await answered(device, id, keyAreaId, content);
  }
  return contents;
}

const responsesOf = async (id: string) =>
  (await council.rows('responses')).filter((row) => row.fields.AssessmentId === id);

test('before the showing everyone sees how many have answered, and nobody anything of the answers', async () => {
  const [priya, aisha, ben, carol] = [
    await council.arrive('priya', { profile: newProfile() }),
    await council.arrive('aisha', { profile: newProfile() }),
    await council.arrive('ben', { profile: newProfile() }),
    await council.arrive('carol', { profile: newProfile() }),
  ];
  const id = await opened(priya);
  const contents = await threeAnswers([aisha, ben, carol], id);
  for (const device of [priya, aisha, ben, carol]) {
    const view = await seenBy(device, id);
    expect(view.summary.keyAreas[0]?.turnout).toEqual({ asked: 5, answered: 3 });
    expect(view.summary.keyAreas[0]?.spread).toBeNull();
    expect(view.responses).toEqual([]);
  }
  const everything = [
    await allRows(council),
    JSON.stringify(council.tenant.exchanges()),
    ...(await Promise.all([priya, aisha, ben, carol].map(keptIn))),
  ].join('\n');
  for (const secret of [...planted, ...contents.map((content) => content.responseId)])
    expect(everything.includes(secret)).toBe(false);
  expect(everything).toContain(keys.response(id, area, aisha.work.person.id));

  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  const shown = await responsesOf(id);
  expect(shown.map((row) => row.fields.Remark).sort()).toEqual(planted.map((word) => `Remark ${word}`).sort());
  const elsewhere = await Promise.all(
    (['assessments', 'workings', 'actions', 'results', 'comments'] as const).map((list) => council.rows(list)),
  );
  for (const word of planted) expect(JSON.stringify(elsewhere).includes(word)).toBe(false);
  const view = await seenBy(ben, id);
  expect(view.summary.keyAreas[0]?.spread).toMatchObject({ counts: [0, 1, 0, 1, 0], cannotJudge: 1, answers: 3 });
  expect(view.responses.map(({ judgement, remark, evidence }) => ({ judgement, remark, evidence }))).toEqual(
    expect.arrayContaining(contents.map(({ judgement, remark, evidence }) => ({ judgement, remark, evidence }))),
  );
});

test('no word of any answer is found anywhere before the showing, and after it each is found exactly where it should be', async () => {
  const arrive = (slug: Parameters<Council['arrive']>[0]) => council.arrive(slug, { profile: newProfile() });
  const devices = [
    await arrive('priya'),
    await arrive('tom'),
    await arrive('aisha'),
    await arrive('ben'),
    await arrive('carol'),
  ] as const;
  const [priya, tom, aisha, ben] = devices;
  const began = council.tenant.exchanges().length;
  const id = await opened(priya);
  // Thought better of before the showing, given for the showing, given and never opened, recorded for somebody, given late.
  const words = {
    before: 'Hollowbrook',
    shown: 'Wintergreen',
    away: 'Ravensmere',
    recorded: 'Larkspurry',
    late: 'Foxhollow',
  };
  const first = await answered(aisha, id, area, answerOf(2, { remark: words.before }));
  await answered(aisha, id, area, { ...first, judgement: 4, remark: words.shown });
  await answered(ben, id, area, answerOf(3, { remark: words.away }));
  ben.close();
  const place = { assessmentId: id, keyAreaId: area };
  await seenBy(priya, id);
  must(await recordForPerson(priya.work, place, personOf('carol').id, { judgement: 1, remark: words.recorded }));
  await sent(priya);
  // The one device that opens them is lost; Tom's asks for the answers anew, and Priya's does not hold the new key yet.
  priya.close();
  await seenBy(tom, id);
  must(await askToPassOn(tom.work, id));
  await comesTo(aisha, id, 'her answer is passed on', (view) => passedOn(view, area) === 1);
  for (const device of devices.slice(1)) if (device !== ben) await seenBy(device, id);

  const traffic = () => JSON.stringify([council.tenant.exchanges().slice(began), requests]);
  let requests = await council.tenant.control('GET', '/requests');
  const hidden = [
    await allRows(council),
    await allVersions(council),
    traffic(),
    ...(await Promise.all(devices.map(keptIn))),
  ].join('\n');
  for (const word of Object.values(words)) expect(hidden.includes(word)).toBe(false);
  expect(hidden).toContain(keys.response(id, area, personOf('ben').id));
  expect(traffic()).toContain('/items/delta');

  must(await showAnswers(tom.work, id, [area]));
  await sent(tom);
  must(await addLateAnswer(tom.work, { id }, area, answerOf(5, { remark: words.late })));
  await comesTo(
    tom,
    id,
    'the late answer is added',
    (view) => view.opened.get(area)?.includes(personOf('tom').id) === true,
  );
  await seenBy(aisha, id);
  requests = await council.tenant.control('GET', '/requests');
  const others = ['assessments', 'workings', 'actions', 'results', 'comments'] as const;
  const elsewhere = [await allVersions(council, others), JSON.stringify(requests)].join('\n');
  const shown = await allVersions(council, ['responses']);
  const seen = [traffic(), await keptIn(aisha)];
  for (const word of [words.shown, words.late]) {
    expect(shown.split(word)).toHaveLength(2);
    for (const text of seen) expect(text).toContain(word);
    expect(elsewhere).not.toContain(word);
  }
  // Priya recorded it and has not come back; Ben neither.
  for (const word of [words.before, words.away, words.recorded])
    for (const text of [shown, elsewhere, ...seen, await keptIn(tom)]) expect(text.includes(word)).toBe(false);
  expect((await seenBy(aisha, id)).summary.keyAreas[0]).toMatchObject({ notOpened: 2, spread: { answers: 2 } });
});

test('with names off no shown row can be joined to a person', async () => {
  const priya = await council.arrive('priya', { random: (below) => (below === 3 ? 1 : 0) });
  const people = [await council.arrive('aisha'), await council.arrive('ben'), await council.arrive('carol')];
  const id = await opened(priya);
  const contents = await threeAnswers(people, id);
  must(await showAnswers(priya.work, id, [area]));
  const rows = await responsesOf(id);
  expect(rows).toHaveLength(3);
  const asked = ['tom', 'aisha', 'ben', 'carol'].map(personOf);
  for (const row of rows) {
    expect(row.createdBy?.id).toBe(priya.work.person.id);
    expect(row.lastModifiedBy?.id).toBe(priya.work.person.id);
    expect(row.fields.PersonName).toBe('unnamed');
    for (const { id: personId, displayName } of asked) {
      expect(JSON.stringify(row)).not.toContain(personId);
      expect(JSON.stringify(row)).not.toContain(displayName);
    }
  }
  const order = rows.map((row) => contents.findIndex((content) => content.responseId === row.fields.ResponseId));
  expect([...order].sort()).toEqual([0, 1, 2]);
  expect(order).not.toEqual([0, 1, 2]);
  // Nothing that lies elsewhere in the lists names the row either, in no version of it.
  const elsewhere = await allVersions(council, ['assessments', 'workings', 'actions', 'results', 'comments']);
  for (const { responseId } of contents) expect(elsewhere.includes(responseId)).toBe(false);
  // No time says more than that all were given before any was shown, and no row has a history.
  const given = (await council.rows('workings')).filter(
    (row) => row.fields.AssessmentId === id && row.fields.Kind === 'response',
  );
  for (const row of rows) {
    for (const answer of given) expect(row.createdAt >= answer.lastModifiedAt).toBe(true);
    expect(row.lastModifiedAt).toBe(row.createdAt);
  }
  // Whose answers were opened is known, in an order that is nobody's.
  const note = (await council.rows('workings')).find(
    (row) => row.fields.AssessmentId === id && row.fields.Kind === 'opened',
  );
  const { voices } = JSON.parse(String(note?.fields.Body)) as { voices: readonly string[] };
  expect(voices).toEqual([...people.map(({ work }) => work.person.id)].sort());
});

test('the order of the rows comes from chance alone', async () => {
  const orders = new Set<string>();
  const people = [await council.arrive('aisha'), await council.arrive('ben'), await council.arrive('carol')];
  for (const random of [() => 0, (below: number) => below - 1]) {
    const priya = await council.arrive('priya', { random });
    const id = await opened(priya);
    const contents = await threeAnswers(people, id);
    must(await showAnswers(priya.work, id, [area]));
    const ids = contents.map((content) => content.responseId);
    orders.add((await responsesOf(id)).map((row) => ids.indexOf(String(row.fields.ResponseId))).join());
  }
  expect(orders.size).toBe(2);
});

test('with names on each shown answer carries its author', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya, { showNames: true });
  await answered(aisha, id, area, answerOf(3));
  must(await showAnswers(priya.work, id, [area]));
  const [shown] = (await seenBy(aisha, id)).responses;
  expect(shown?.person).toEqual(personOf('aisha'));
});

test('a showing that was cut off goes on where it stood: nothing twice, the phase last', async () => {
  const profile = newProfile();
  const [priya, aisha, ben, carol] = [
    await council.arrive('priya', { profile }),
    await council.arrive('aisha'),
    await council.arrive('ben'),
    await council.arrive('carol'),
  ];
  const id = await opened(priya);
  await threeAnswers([aisha, ben, carol], id);
  const responsesList = council.place.lists.responses;
  // The first row arrives; then the page is closed.
  priya.network.drop = ({ body }) => {
    if (!body.includes(`${responsesList}/items`) || !body.includes('"POST"')) return false;
    const [first] = (JSON.parse(body) as { requests: { body: { fields: object } }[] }).requests;
    const posting = council.byHand('priya').create('responses', first?.body.fields as Record<string, string>);
    posting.then(
      () => priya.close(),
      () => priya.close(),
    );
    priya.network.drop = () => true;
    return true;
  };
  const cut = await showAnswers(priya.work, id, [area]).catch((error: unknown) => error);
  expect(cut).not.toEqual({ ok: true, value: undefined });
  expect((await responsesOf(id)).length).toBeLessThan(3);
  const during = await seenBy(ben, id);
  expect(during.summary.keyAreas[0]).toMatchObject({ phase: 'revealing', spread: null });

  const again = await council.arrive('priya', { profile });
  must(await showAnswers(again.work, id, [area]));
  await sent(again);
  const shown = await responsesOf(id);
  expect(shown.map((row) => row.fields.Remark).sort()).toEqual(planted.map((word) => `Remark ${word}`).sort());
  const after = await seenBy(ben, id);
  expect(after.summary.keyAreas[0]).toMatchObject({ phase: 'revealed', spread: { answers: 3 } });
  const phase = (await council.rows('workings')).find((row) => row.fields.Key === keys.area(id, area));
  for (const row of shown) expect(row.createdAt <= String(phase?.lastModifiedAt)).toBe(true);
});

test('an answer that comes in while the showing begins is shown; after that none is accepted', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  const { assessment } = await seenBy(aisha, id);
  const late = answerOf(5, { remark: 'Late' });
  let answering: Promise<unknown> = Promise.resolve();
  // While the first step of the showing is on its way to SharePoint, Aisha answers.
  let held = false;
  priya.network.drop = ({ body }) => {
    if (!held && body.includes('PATCH')) {
      held = true;
      answering = saveAnswer(aisha.work, assessment, area, late).then(() => sent(aisha));
      return true;
    }
    return false;
  };
  const showing = showAnswers(priya.work, id, [area]);
  await new Promise<void>((resolve) => {
    const stop = priya.work.replica.watch(
      async () => held,
      (value) => value && resolve(),
      () => undefined,
    );
    void showing.finally(() => stop());
  });
  await answering;
  priya.reconnect();
  must(await showing);
  await sent(priya);
  expect((await seenBy(aisha, id)).responses.map((shown) => shown.remark)).toEqual(['Late']);
  expect(await saveAnswer(aisha.work, assessment, area, late)).toEqual({
    ok: false,
    error: { kind: 'wrong-phase', phase: 'revealed' },
  });
});

test('reopening takes shown answers back, and showing again writes what then lies sealed', async () => {
  const [priya, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const id = await opened(priya);
  const first = await answered(aisha, id, area, answerOf(2, { remark: 'First thought' }));
  await answered(ben, id, area, answerOf(3));
  must(await showAnswers(priya.work, id, [area]));
  must(await agree(priya.work, id, area, { level: 3, reason: 'Most said so' }));
  await sent(priya);
  expect(await takeStep(priya.work, id, area, 'reopen', ' ')).toEqual({ ok: false, error: { kind: 'reason-missing' } });
  must(await takeStep(priya.work, id, area, 'reopen', 'New evidence came up'));
  await sent(priya);
  expect(await responsesOf(id)).toEqual([]);
  expect((await seenBy(aisha, id)).opened.get(area)).toBeUndefined();
  expect((await seenBy(aisha, id)).summary.keyAreas[0]).toMatchObject({
    phase: 'collecting',
    spread: null,
    now: null,
    reason: 'New evidence came up',
    turnout: { answered: 2 },
  });
  await answered(aisha, id, area, { ...first, judgement: 4, remark: 'Second thought' });
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  const view = await seenBy(ben, id);
  expect(view.responses.map((shown) => [shown.judgement, shown.remark]).sort()).toEqual([
    [3, ''],
    [4, 'Second thought'],
  ]);
  expect(await responsesOf(id)).toHaveLength(2);
});

test('what was shown before a key area was skipped is hidden again once it is taken up', async () => {
  const [priya, aisha] = [await council.arrive('priya'), await council.arrive('aisha')];
  const id = await opened(priya);
  await answered(aisha, id, area, answerOf(2));
  must(await showAnswers(priya.work, id, [area]));
  must(await takeStep(priya.work, id, area, 'skip', ''));
  must(await takeStep(priya.work, id, area, 'resume', ''));
  await sent(priya);
  expect(await responsesOf(id)).toEqual([]);
});

test('counts follow who is asked; answers of those not taking part are not shown', async () => {
  const [priya, tom, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('tom'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const id = await opened(priya, { participants: askedOf('tom', 'aisha', 'ben') });
  for (const device of [tom, aisha]) await answered(device, id, area, answerOf(3));
  const turnout = async () => (await seenBy(ben, id)).summary.keyAreas[0]?.turnout;
  expect(await turnout()).toEqual({ asked: 3, answered: 2 });
  const tomOut = askedOf('tom', 'aisha', 'ben', 'carol').map((each) => ({
    ...each,
    takingPart: each.id !== tom.work.person.id,
  }));
  must(await changeParticipants(priya.work, id, tomOut));
  await sent(priya);
  expect(await turnout()).toEqual({ asked: 3, answered: 1 });
  // Replaced: Aisha is no longer on the list at all.
  must(
    await changeParticipants(
      priya.work,
      id,
      tomOut.filter((each) => each.id !== aisha.work.person.id),
    ),
  );
  await sent(priya);
  expect(await turnout()).toEqual({ asked: 2, answered: 0 });
  must(await changeParticipants(priya.work, id, tomOut));
  must(await showAnswers(priya.work, id, [area]));
  await sent(priya);
  expect((await seenBy(ben, id)).summary.keyAreas[0]?.spread?.answers).toBe(1);
});

test('hostile texts are shown exactly as they were typed', async () => {
  const [priya, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const texts = [
    `<img src=x onerror="alert('1')"> & "quotes" \u2019 {{DATE(2020-01-01)}} [link](javascript:alert(1))`,
    '\u05e9\u05dc\u05d5\u05dd \u202eabc\u202c \u0645\u0631\u062d\u0628\u0627 \ud83d\udc69\ud83c\udffd\u200d\ud83d\ude80 e\u0301\nsecond line\n\n',
    `${'\ud83c\udf33'.repeat(2_500)}${'x'.repeat(5_000)}`,
  ];
  const id = await opened(priya, {
    title: `Autumn <b>"2026"</b> & \u05e9 \ud83c\udf33`,
    organisation: `O'Brien & Söhne`,
  });
  for (const [index, keyAreaId] of [area, otherArea, thirdArea].entries()) {
    const remark = texts[index] ?? '';
    const content = await answered(
      aisha,
      id,
      keyAreaId,
      answerOf(1, { remark, evidence: { link: 'https://example.org/?a=b&c=%20', note: remark.slice(0, 900) } }),
    );
    const { assessment } = await seenBy(aisha, id);
    expect(await readMyAnswer(aisha.work, assessment, keyAreaId)).toEqual({ kind: 'answer', content });
  }
  must(await showAnswers(priya.work, id, [area, otherArea, thirdArea]));
  await sent(priya);
  const view = await seenBy(ben, id);
  expect(view.assessment).toMatchObject({
    title: `Autumn <b>"2026"</b> & \u05e9 \ud83c\udf33`,
    organisation: `O'Brien & Söhne`,
  });
  for (const [index, keyAreaId] of [area, otherArea, thirdArea].entries()) {
    const shown = view.responses.find((response) => response.keyAreaId === keyAreaId);
    expect(shown?.remark).toBe(texts[index]);
    expect(shown?.evidence?.note).toBe(texts[index]?.slice(0, 900));
  }
});

test('an answer that no row could hold does not keep the others from being shown', async () => {
  const [priya, aisha, ben] = [
    await council.arrive('priya'),
    await council.arrive('aisha'),
    await council.arrive('ben'),
  ];
  const id = await opened(priya);
  await answered(aisha, id, area, answerOf(2, { remark: 'x'.repeat(20_000) }));
  await answered(ben, id, area, answerOf(3));
  must(await showAnswers(priya.work, id, [area]));
  expect((await readView(priya.work, id))?.responses.map((shown) => shown.judgement)).toEqual([3]);
});
