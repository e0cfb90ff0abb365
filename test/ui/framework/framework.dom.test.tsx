// The framework screen says everything the framework says, word for word, and whose words they are.
import { screen, within } from '@testing-library/react';
import { framework } from '../../../src/framework';
import { FrameworkScreen } from '../../../src/ui/framework/FrameworkScreen';
import { fakeWorkplace } from '../fakeWorkplace';
import { show } from '../render';

it('shows every key area with its five descriptors in order', async () => {
  await show(await fakeWorkplace(), <FrameworkScreen />);
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Showing leadership');
  for (const area of framework.theme.keyAreas) {
    const region = screen.getByRole('region', { name: area.title });
    for (const text of [area.summary, area.whatItIs, area.whyItIsImportant])
      expect(within(region).getByText(text)).toBeTruthy();
    const levels = within(region).getAllByRole('listitem');
    const rows = area.statements.flatMap((row) =>
      row.descriptors.map((text, index) => [framework.levels[index], text]),
    );
    expect(levels.map((item) => item.textContent)).toEqual(
      rows.map(([name, text], index) => `${(index % 5) + 1} ${name}${text}`),
    );
  }
});

it('names whose wording it is, and opens their page through the host', async () => {
  const work = await fakeWorkplace();
  const { user } = await show(work, <FrameworkScreen />);
  expect(screen.getByText(/The wording of this framework is the Local Government Association’s/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: /opens outside Teams/ }));
  expect(work.host.opened).toEqual([framework.attribution.url]);
});
