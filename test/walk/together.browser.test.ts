// Several people and several frames at once, in real browsers: no screen shows an answer before its time, and of the frames of one
// browser one looks for all, the next one when that is closed or frozen.
import type { Page } from 'playwright-core';
import { product } from '../browser/person';
import {
  areaTitle,
  databasesSeenBy,
  elsewhere,
  eventually,
  goTo,
  heading,
  id,
  openAs,
  openForAll,
  owner,
  setUpSite,
  text,
  title,
  toAnswer,
} from './scene';
import { addMore, choose, tab } from './steps';

const planted = 'zephyr-quill-ombudsman';

/** Everything a window shows, what is folded away and what only screen readers hear included. */
const shownIn = (page: Page): Promise<string> =>
  product(page)
    .locator('html')
    .evaluate((root) => root.outerHTML);

beforeAll(async () => {
  await setUpSite();
  await openForAll();
}, 90_000);

test('words of an answer are on nobody else’s screen and in nobody else’s browser before they are shown, and where they belong after it', async () => {
  const aisha = await toAnswer(`as=aisha&in=general&${tab}`, await elsewhere());
  await choose(aisha, 'Mature');
  await addMore(aisha);
  await product(aisha).getByLabel('Remark').fill(planted);
  await text(aisha, /^Saved at /).waitFor();
  expect(await shownIn(aisha)).toContain('Saved at');

  const others = [
    await openAs(`as=tom&in=general&${tab}`, await elsewhere()),
    await openAs(`as=priya&in=general&${tab}`, await elsewhere()),
  ];
  for (const page of others) {
    await heading(page, title).waitFor();
    await text(page, '1 of 7 answered').first().waitFor();
    for (const screen of ['', '/answer/engaging-councillors', '/discuss/engaging-councillors', '/people', '/results']) {
      await goTo(page, `assessment/${id}${screen}`);
      await product(page).getByRole('heading', { level: 1 }).waitFor();
      expect(await shownIn(page)).not.toContain(planted);
    }
    expect(JSON.stringify(await databasesSeenBy(page))).not.toContain(planted);
  }

  const [tom, priya] = others as [Page, Page];
  await goTo(priya, `assessment/${id}/discuss/engaging-councillors`);
  await product(priya).getByRole('button', { name: 'Show answers', exact: true }).click();
  await product(priya).getByRole('button', { name: 'Show answers anyway' }).click();
  await goTo(tom, `assessment/${id}/discuss/engaging-councillors`);
  await heading(tom, areaTitle).waitFor();
  await text(tom, planted).waitFor();
  await text(priya, planted).waitFor();
  // Names are off: nothing beside the words says whose they are.
  expect(await shownIn(tom)).not.toContain('Aisha');
});

test('of two frames of one browser one looks for both, and the other within moments after that one is frozen or closed', async () => {
  // Where the service tells of changes by itself, there is little looking to be seen.
  await owner.sandbox('POST', '/settings', { sockets: 'off' });
  const profile = await elsewhere();
  const asked = new Map<Page, number>();
  const follow = (page: Page): Page => {
    asked.set(page, 0);
    page.on('request', (request) => {
      if (request.url().includes('/graph/')) asked.set(page, (asked.get(page) ?? 0) + 1);
    });
    return page;
  };
  const since = (page: Page, before: number) => async () => (asked.get(page) ?? 0) > before;
  const first = follow(await openAs(`as=ben&in=general&${tab}`, profile));
  await heading(first, title).waitFor();
  const second = follow(await openAs(`as=ben&in=general&${tab}`, profile));
  await heading(second, title).waitFor();
  // The second has read what it needs to begin, and then leaves the looking to the first.
  const looked = asked.get(first) ?? 0;
  await eventually(since(first, looked));
  const quiet = asked.get(second) ?? 0;
  await eventually(since(first, (asked.get(first) ?? 0) + 1));
  expect(asked.get(second)).toBe(quiet);

  // A frame that is frozen keeps its lock, answers nobody, and its timers stand still.
  await product(first)
    .locator('html')
    .evaluate('BroadcastChannel.prototype.postMessage = () => {}; window.setTimeout = () => 0');
  await eventually(since(second, quiet));

  const third = follow(await openAs(`as=ben&in=general&${tab}`, profile));
  await heading(third, title).waitFor();
  await second.close();
  await first.close();
  const before = asked.get(third) ?? 0;
  await eventually(since(third, before));
});
