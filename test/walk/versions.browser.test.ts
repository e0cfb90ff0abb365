// One person on two devices changes the same remark on both, one of them without a network: both texts stay, also over a reload,
// until they choose; and the choice arrives on the other device.
import type { Page } from 'playwright-core';
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
  toAnswer,
  width,
} from './scene';
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
