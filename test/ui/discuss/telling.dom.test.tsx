// The switch beside a step: offered only where the officers want such steps told, with exactly what would be posted, and remembered.
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import type { MessageEvent } from '../../../src/assessment';
import { previewAgreement } from '../../../src/commands/messages';
import { readView } from '../../../src/commands/view';
import { homeKey, keys } from '../../../src/sharepoint/records';
import { DiscussScreen } from '../../../src/ui/discuss/DiscussScreen';
import { fakeWorkplace, home, priya } from '../fakeWorkplace';
import { show } from '../render';
import { firstArea, putArea, putOpen } from '../shownAssessment';

// A busy machine is no fault of what is tested.
jest.setTimeout(30_000);
afterEach(cleanup);

async function discussing(phase: 'collecting' | 'revealed', events: readonly MessageEvent[], more = {}) {
  const work = await fakeWorkplace();
  const { id } = await putOpen(work, more);
  putArea(work, id, { phase });
  const tell = Object.fromEntries(events.map((event) => [event, true]));
  const arrangements = {
    kind: 'arrangements',
    home: homeKey(home),
    tell,
    actionsTo: 'channel',
    quiet: null,
    preElection: [],
  } as const;
  work.replica.putAs(priya, 'workings', keys.arrangements(homeKey(home)), arrangements);
  return { work, id, screen: <DiscussScreen assessmentId={id} keyAreaId={firstArea} /> };
}

const agreeSwitch = 'Tell the channel General what was agreed';
const now = () => within(screen.getByRole('region', { name: 'Where are we now' }));

it('shows beside agreeing what the channel would read, as it is filled in, and remembers the switch', async () => {
  const { work, id, screen: shown } = await discussing('revealed', ['agreed']);
  const first = await show(work, shown);
  expect(now().queryByRole('switch')).toBeNull();
  await first.user.click(now().getByRole('radio', { name: /Mature/ }));
  fireEvent.change(now().getByRole('textbox'), { target: { value: ' We brief them ' } });
  const view = await readView(work, id);
  const seen = view && previewAgreement(work, view, firstArea, { level: 3, reason: 'We brief them' }).text;
  expect(document.querySelector('blockquote')?.textContent).toBe(seen);
  expect(seen).toMatch(/Mature.*We brief them/s);
  await first.user.click(now().getByRole('switch', { name: agreeSwitch }));
  expect(document.querySelector('blockquote')).toBeNull();
  first.unmount();
  await show(work, shown);
  expect(now().getByRole<HTMLInputElement>('switch', { name: agreeSwitch }).checked).toBe(false);
});

it('shows beside showing answers what the channel would read of each key area', async () => {
  const { work, screen: shown } = await discussing('collecting', ['answers-shown']);
  await show(work, shown);
  screen.getByRole('switch', { name: /^Tell the channel General when answers are shown/ });
  const text = document.querySelector('blockquote')?.textContent ?? '';
  expect(text).toMatch(/^Northbridge Council has shown the answers on Engaging councillors/);
  expect(text).toContain('a message like this for each: Engaging senior managers');
});

it.each([
  ['where the officers want no such step told', [], {}],
  ['in practice, which tells nobody', ['agreed', 'answers-shown'], { practice: true }],
] as const)('offers no switch %s', async (_, events, more) => {
  for (const phase of ['collecting', 'revealed'] as const) {
    const { work, screen: shown } = await discussing(phase, events, more);
    const { user, unmount } = await show(work, shown);
    if (phase === 'revealed') await user.click(now().getByRole('radio', { name: /Mature/ }));
    expect(screen.queryByRole('switch', { name: /^Tell the channel/ })).toBeNull();
    unmount();
  }
});
