// Five tabs open at every event, on two devices, and everybody presses at once: the channel gets one post of each, with a card that leads
// to the right place. What is for certain people goes to their own activity and never to the channel.
import { createHash, randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { generalChannelId, siteId, teamId } from '../../sandbox/store/seed';
import { type Edition, type MessageEvent, messageEvents } from '../../src/assessment';
import { encode } from '../../src/sharepoint/codecs';
import type { Fields } from '../../src/sharepoint/listAccess';
import { homeKey, keys, type Working } from '../../src/sharepoint/records';
import { londonDay, words } from '../../src/words';
import { product } from '../browser/person';
import {
  areaTitle,
  elsewhere,
  eventually,
  heading,
  id,
  lookAgain,
  openAs,
  openForAll,
  owner,
  posts,
  setUpSite,
  stage,
  title,
} from './scene';
import { personId, siteAs } from './site';
import { tab } from './steps';

const area = 'engaging-councillors';
const other = 'engaging-senior-managers';
const listTitles = {
  assessments: 'Procurement assessments',
  workings: 'Procurement workings',
  actions: 'Procurement actions',
  comments: 'Procurement comments',
} as const;
const priya = { id: personId('priya'), displayName: 'Priya Shah' };
const day = (days: number): string => londonDay(new Date(Date.now() + days * 86_400_000));

const home = homeKey({ teamId, channelId: generalChannelId });
const item = z.object({ id: z.string(), fields: z.record(z.string(), z.unknown()) });

/** Writes a row by hand as Priya, who facilitates: what is told need not be clicked together. The row with the key, or a new one. */
async function put(list: keyof typeof listTitles, fields: Fields, key: string | null): Promise<void> {
  const path = `/sites/${siteId}/lists/${await owner.list(listTitles[list])}/items`;
  const answer = await owner.graph('GET', `${path}?$expand=fields&$top=999`);
  const { value } = z.object({ value: z.array(item) }).parse(answer);
  const found = value.find((row) => key !== null && (row.fields.Key ?? row.fields.AssessmentId) === key);
  const filled = Object.fromEntries(Object.entries(fields).filter(([, each]) => each !== null));
  if (found) await owner.graph('PATCH', `${path}/${found.id}/fields`, fields);
  else await owner.graph('POST', path, { fields: filled });
}
const putWorking = (record: Working, key: string) => put('workings', encode('workings', record, key), key);

const areaOf = (keyAreaId: string, phase: 'revealed' | 'agreed') => {
  const agreed = {
    level: 2 as const,
    reason: 'Members are briefed twice a year',
    at: new Date().toISOString(),
    by: priya,
  };
  const agreement = phase === 'agreed' ? agreed : null;
  const state = { assessmentId: id, keyAreaId, phase, agreement, target: null, reason: '' };
  return putWorking({ kind: 'area', assessmentId: id, state }, keys.area(id, keyAreaId));
};

const actionOf = (text: string, due: string) => {
  const owner = { kind: 'post', post: 'Head of procurement' } as const;
  const action = { id: randomUUID(), assessmentId: id, keyAreaId: area, text, owner, due, status: 'open' } as const;
  return put('actions', encode('actions', action, action.id), null);
};

const editionOf = (outcome: Edition['outcome']) => {
  const clearing = { name: 'Dana Reed', post: 'Monitoring officer', on: day(-1) };
  const text = '{}';
  const digest = createHash('sha256').update(text).digest('hex');
  const snapshot = { text, digest, at: new Date().toISOString() };
  return putWorking({ kind: 'edition', assessmentId: id, number: 1, clearing, outcome, snapshot }, keys.edition(id, 1));
};

const question = {
  assessmentId: id,
  keyAreaId: area,
  title: '',
  kind: 'question',
  text: '<b>Why</b> is [this](javascript:alert(1)) so low? '.repeat(1_000),
  reply: '',
} as const;

/** A councillor asks, by SharePoint; Priya replies there. */
async function askAndReply(reply: string): Promise<void> {
  const path = `/sites/${siteId}/lists/${await owner.list(listTitles.comments)}/items`;
  const ben = await siteAs(stage.sandbox, 'ben');
  const asked = encode('comments', { ...question, assessmentId: id }, '');
  const made = item.parse(await ben.graph('POST', path, { fields: asked }));
  if (reply !== '') await owner.graph('PATCH', `${path}/${made.id}/fields`, { Reply: reply });
}

/** As where the window was closed between opening and telling. */
async function untold(event: MessageEvent): Promise<void> {
  const list = await owner.list(listTitles.workings);
  const row = (await owner.rows(list)).find((each) => each.Key === keys.message(id, event, '1'));
  if (row) await owner.graph('DELETE', `/sites/${siteId}/lists/${list}/items/${String(row.id)}`);
}

const noted = {
  decision: 'noted',
  recommendedTo: '',
  body: 'Audit committee',
  on: day(-1),
  minute: '12/26',
  minutesConfirmed: false,
  callIn: '',
} as const;
const phaseOf = (fields: Fields) => put('assessments', fields, id);

/** How each event comes about, in the order of an assessment. What was there before stays. */
const steps: readonly (readonly [MessageEvent, () => Promise<unknown>, screen: string])[] = [
  ['opened', () => untold('opened'), title],
  ['answers-shown', () => areaOf(area, 'revealed'), areaTitle],
  ['agreed', () => areaOf(other, 'agreed'), 'Engaging senior managers'],
  ['due-soon', () => actionOf('Brief the cabinet', day(5)), areaTitle],
  ['overdue', () => actionOf('Appoint a lead <img src=x onerror=alert(1)>', day(-2)), areaTitle],
  ['reply', () => askAndReply('**Because** of the <i>tender</i>'), 'Results'],
  ['shared', () => phaseOf({ Phase: 'shared', SharedAt: new Date().toISOString() }), 'Results'],
  ['cleared', async () => [await editionOf(null), await phaseOf({ Phase: 'cleared' })], 'Clearing and committee'],
  ['outcome', () => editionOf(noted), 'Clearing and committee'],
];

/** Every message that the channel took, as it was sent. */
const told = (): readonly string[] =>
  posts()
    .filter(({ status }) => status === 201)
    .map(({ requestBody }) => JSON.stringify(requestBody));

const noteOf = (page: Page, event: MessageEvent) =>
  product(page).getByRole('heading', { name: words.landing.facilitator.messages[event], exact: true }).locator('..');
const stateOf = async (event: MessageEvent): Promise<string> => {
  const rows = await owner.rows(await owner.list(listTitles.workings));
  const bodies = rows.filter((row) => String(row.Key).startsWith(`message:${id}:${event}:`)).map((row) => row.Body);
  return bodies.map((body) => z.object({ state: z.string() }).parse(JSON.parse(String(body))).state).join();
};

let tabs: readonly Page[] = [];
let reader: Page;

beforeAll(async () => {
  await setUpSite();
  const tell = Object.fromEntries(messageEvents.map((event) => [event, true]));
  await putWorking(
    { kind: 'arrangements', home, tell, actionsTo: 'channel', quiet: null, preElection: [] },
    keys.arrangements(home),
  );
  await openForAll();
}, 120_000);

test('who has not answered and what a councillor asks goes to people’s own activity, and the channel hears nothing of it', async () => {
  const deputy = { id: personId('tom'), displayName: 'Tom Okafor' };
  const both = { facilitators: [priya, deputy], publicKey: null };
  await putWorking({ kind: 'facilitators', assessmentId: id, serial: 2, ...both }, keys.facilitators(id, 2));
  await askAndReply('');
  const page = await openAs(`as=priya&in=general&${tab}`);
  const { remind, questions, people } = words.landing.facilitator;
  const before = told();
  await product(page)
    .getByRole('button', { name: remind.send(6) })
    .click();
  await product(page).getByText(people.told(5)).waitFor();
  expect(told()).toEqual(before);
  const ben = await openAs('as=ben&in=general&frame=activity', await elsewhere());
  const line = ben.getByText(`Priya Shah asks for your answer: ${title}`);
  await line.waitFor();
  await stage.look(ben, 'channel-waiting');
  await line.click();
  await heading(ben, title).waitFor();

  await product(page).getByRole('button', { name: questions.tell }).click();
  await product(page).getByText(people.told(1)).waitFor();
  expect(told()).toEqual(before);
  const tom = await openAs('as=tom&in=general&frame=activity&theme=dark', await elsewhere());
  const asked = tom.getByText(`A councillor asks: ${areaTitle}`).first();
  await asked.waitFor();
  await stage.look(tom, 'channel-question');
  await asked.click();
  await heading(tom, 'Results').waitFor();
});

test.each(steps)('%s: five tabs, one post, and its card leads to the right place', async (event, happen, screen) => {
  // Every test closes its windows.
  const second = await elsewhere();
  const query = `as=priya&in=general&${tab}`;
  tabs = [
    await openAs(query),
    await openAs(query),
    await openAs(query),
    await openAs(query, second),
    await openAs(query, second),
  ];
  for (const page of tabs) await heading(page, title).waitFor();
  const before = told();
  await happen();
  for (const page of tabs) await lookAgain(page);
  const buttons = tabs.map((page) => noteOf(page, event).getByRole('button', { name: 'Post now' }));
  for (const button of buttons) await button.waitFor();
  const [first] = tabs as [Page];
  const seen = await noteOf(first, event).locator('details p').textContent();
  // Whoever comes too late finds the button gone: another was quicker.
  await Promise.all(buttons.map((button) => button.click({ timeout: 3_000 }).catch(() => undefined)));
  await eventually(async () => (await stateOf(event)) === 'posted');
  for (const page of tabs) await lookAgain(page);
  for (const page of tabs) await noteOf(page, event).waitFor({ state: 'detached' });
  const after = told();
  expect(after).toHaveLength(before.length + 1);
  expect(seen).toContain(
    JSON.parse(after.at(-1) ?? '')
      .body.content.match(/<p>(.*?)<\/p>/s)?.[1]
      .slice(0, 20),
  );

  const theme = before.length % 2 === 0 ? 'dark' : 'default';
  reader = await openAs(`as=aisha&in=general&tab=posts&theme=${theme}`, await elsewhere());
  const link = reader.locator('.ac-pushButton').last();
  await link.scrollIntoViewIfNeeded();
  await stage.look(reader, `channel-${event}`);
  await link.click();
  await heading(reader, screen).waitFor();
});
