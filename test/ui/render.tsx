// Renders a part of the product as the tab does, in a workplace of the tests.
import { act, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { WorkplaceContext } from '../../src/ui/app/contexts';
import { Providers } from '../../src/ui/app/Providers';
import type { FakeWorkplace } from './fakeWorkplace';

/** Shows something within a workplace, and gives a user who acts on it. */
export async function show(work: FakeWorkplace, shown: ReactNode) {
  window.location.hash = '';
  const page = render(
    <Providers surroundings={work}>
      <WorkplaceContext value={work}>{shown}</WorkplaceContext>
    </Providers>,
  );
  await settle();
  return { ...page, user: userEvent.setup() };
}

/** Lets reads of the replica, and real sealing, come back. */
export async function settle(): Promise<void> {
  await act(async () => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  });
}

/** Moves the clock and lets what was due happen. */
export async function pass(work: FakeWorkplace, milliseconds: number): Promise<void> {
  await act(async () => work.environment.advance(milliseconds));
  await settle();
}
