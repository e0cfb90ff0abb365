// Parts that are fetched when they are shown: what is around them stays where that fails, and they come when they can.
import { act, screen } from '@testing-library/react';
import { later } from '../../../src/ui/parts/later';
import { fakeWorkplace } from '../fakeWorkplace';
import { settle, show } from '../render';

const Part = ({ name }: { readonly name: string }) => <p>The part for {name}</p>;

/** A form with a part whose script can be fetched, or not, as is said. */
async function form(reachable: boolean) {
  const work = await fakeWorkplace();
  const server = { reachable, asked: 0 };
  const Later = later(async () => {
    server.asked += 1;
    if (!server.reachable) throw new Error('Loading chunk 317 failed');
    return Part;
  });
  const shown = (
    <>
      <input aria-label="Remark" />
      <Later name="Ben" />
    </>
  );
  return { work, server, shown };
}

it('is fetched once, and there at once when it is shown again', async () => {
  const { work, server, shown } = await form(true);
  const { unmount } = await show(work, shown);
  expect(screen.getByText('The part for Ben')).toBeTruthy();
  unmount();
  await show(work, shown);
  expect(screen.getByText('The part for Ben')).toBeTruthy();
  expect(server.asked).toBe(1);
});

it('says that it could not be fetched, keeps what was typed beside it, and comes by itself with the network', async () => {
  const { work, server, shown } = await form(false);
  work.environment.setOnline(false);
  const { user } = await show(work, shown);
  await user.type(screen.getByLabelText('Remark'), 'Typed');
  expect(screen.getByRole('status').textContent).toContain('because you are offline');
  server.reachable = true;
  await act(async () => work.environment.setOnline(true));
  await settle();
  expect(screen.getByText('The part for Ben')).toBeTruthy();
  expect(screen.getByLabelText('Remark')).toHaveProperty('value', 'Typed');
});

it('is asked for again by a press', async () => {
  const { work, server, shown } = await form(false);
  const { user } = await show(work, shown);
  expect(screen.getByRole('status').textContent).toContain('could not be fetched');
  server.reachable = true;
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('The part for Ben')).toBeTruthy();
});
