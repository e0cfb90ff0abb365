// Two writers of one thing. Whoever writes into the assessment's own row by hand is not believed. Where one person changes the same
// remark on two devices, both texts stay, also over a reload, until they choose; and the choice arrives on the other device.
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { siteId } from '../../sandbox/store/seed';
import { product } from '../browser/person';
import {
  answerRow,
  areaTitle,
  cutOff,
  elsewhere,
  eventually,
  goTo,
  heading,
  id,
  openAs,
  openForAll,
  setUpSite,
  stage,
  text,
  title,
  toAnswer,
  width,
} from './scene';
import { siteAs } from './site';
import { addMore, choose, tab } from './steps';

const answering = `as=aisha&in=general&${tab}`;
const onLaptop = 'The cabinet member is briefed before every contract above the threshold, and asks for more.';
const onPhone = 'Briefings happen, but only once the contract is let.';

const remark = (page: Page) => product(page).getByLabel('Remark');
const version = (page: Page, name: string) => product(page).getByRole('group', { name, exact: true });

/** Both texts, each on its own side. */
async function bothStand(page: Page): Promise<void> {
  await version(page, 'Yours').getByText(onLaptop).waitFor();
  await version(page, 'The other one').getByText(onPhone).waitFor();
}

beforeAll(async () => {
  await setUpSite();
  await openForAll();
}, 90_000);

test('what a member wrote into the assessment’s own row by hand does not count, and a facilitator puts it back', async () => {
  const ben = await siteAs(stage.sandbox, 'ben');
  const list = await ben.list('Procurement assessments');
  const found = await ben.graph('GET', `/sites/${siteId}/lists/${list}/items?$expand=fields`);
  const [row] = z.object({ value: z.array(z.object({ id: z.string() })) }).parse(found).value;
  const tom = await openAs(`as=tom&in=general&${tab}`, await elsewhere());
  await heading(tom, title).waitFor();
  const forged = { Phase: 'closed', OpenIn: null, Title: 'Called off', Participants: '[]' };
  await ben.graph('PATCH', `/sites/${siteId}/lists/${list}/items/${row?.id}/fields`, forged);
  await text(tom, /^Ben Carter changed this assessment by hand in SharePoint/).waitFor();
  await heading(tom, title).waitFor();
  const priya = await openAs(`as=priya&in=meeting&${tab}&frame=panel&theme=dark&sub=assessment/${id}`);
  await text(priya, 'Ben Carter changed the assessment’s own row in SharePoint').scrollIntoViewIfNeeded();
  await text(priya, `Title: “Called off” instead of “${title}”`).waitFor();
  expect(await width(priya)).toEqual({ page: 280, content: 280 });
  await stage.look(priya, 'overruled-panel-dark');
  await product(priya).getByRole('button', { name: 'Put it back' }).click();
  await text(priya, 'Ben Carter changed the assessment’s own row in SharePoint').waitFor({ state: 'detached' });
  await text(tom, /^Ben Carter changed this assessment by hand/).waitFor({ state: 'detached' });
  await heading(tom, title).waitFor();
  expect((await ben.rows(list)).map((each) => [each.Title, each.Phase])).toEqual([[title, 'open']]);
});

test('a remark changed on two devices is kept in both versions until its author chooses, and the choice arrives everywhere', async () => {
  const [laptopProfile, phoneProfile] = [await elsewhere(), await elsewhere()];
  const laptop = await toAnswer(answering, laptopProfile);
  await choose(laptop, 'Developing');
  await addMore(laptop);
  await remark(laptop).fill('First thoughts');
  await text(laptop, /^Saved at /).waitFor();
  await eventually(async () => (await answerRow('aisha')) !== undefined);
  const phone = await toAnswer(answering, phoneProfile);
  await eventually(async () => (await remark(phone).inputValue()) === 'First thoughts');

  const join = await cutOff(laptop);
  await laptopProfile.setOffline(true);
  await remark(laptop).fill(onLaptop);
  await text(laptop, /^Not yet saved in SharePoint because you are offline/).waitFor();
  await goTo(laptop, 'unsaved');
  await heading(laptop, 'Not yet in SharePoint').waitFor();
  await text(laptop, onLaptop).waitFor();
  await stage.look(laptop, 'unsaved-offline');
  await goTo(laptop, `assessment/${id}/answer/engaging-councillors`);
  const before = (await answerRow('aisha'))?.Body;
  await remark(phone).fill(onPhone);
  await eventually(async () => (await answerRow('aisha'))?.Body !== before);
  await join();
  await laptopProfile.setOffline(false);

  await bothStand(laptop);
  await version(laptop, 'Yours').scrollIntoViewIfNeeded();
  await stage.look(laptop, 'versions-answer');
  await laptop.reload();
  await text(laptop, '1 change not yet in SharePoint.').click();
  await heading(laptop, 'Not yet in SharePoint').waitFor();
  await bothStand(laptop);
  await stage.look(laptop, 'versions-unsaved');

  const panel = await openAs(`as=aisha&in=meeting&${tab}&frame=panel&theme=dark&sub=unsaved`, laptopProfile);
  await bothStand(panel);
  expect(await width(panel)).toEqual({ page: 280, content: 280 });
  await stage.look(panel, 'versions-panel-dark');
  await version(panel, 'The other one').scrollIntoViewIfNeeded();
  await stage.look(panel, 'versions-panel-dark-other');
  await panel.close();

  await goTo(laptop, `assessment/${id}/answer/engaging-councillors`);
  await heading(laptop, areaTitle).waitFor();
  await bothStand(laptop);
  await version(laptop, 'Yours').getByRole('button', { name: 'Keep mine' }).click();
  await text(laptop, /^Saved at /).waitFor();
  await eventually(async () => (await remark(phone).inputValue()) === onLaptop);
  await expect(remark(laptop).inputValue()).resolves.toBe(onLaptop);
});
