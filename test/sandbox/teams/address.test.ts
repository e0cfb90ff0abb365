// The Teams page's address: what a window shows survives a reload, and nonsense shows a page all the same.
import fc from 'fast-check';
import { formatAddress, framesOf, move, parseAddress } from '../../../sandbox/teams/address';

const addresses = fc
  .record({
    as: fc.constantFrom('', 'priya', 'margaret'),
    in: fc.constantFrom('general', 'board', 'meeting', 'chat-meeting'),
    tab: fc.string({ minLength: 1 }),
    frame: fc.constantFrom('channel', 'panel', 'stage', 'personal', 'activity'),
    theme: fc.constantFrom('default', 'dark', 'contrast'),
    sub: fc.option(fc.string({ minLength: 1 }), { nil: '' }),
  })
  .map((parts) => parseAddress(`?${new URLSearchParams(parts)}`));

it('shows the same after a reload', () => {
  fc.assert(fc.property(addresses, (address) => expect(parseAddress(formatAddress(address))).toEqual(address)));
});

it('only ever shows a frame that the place has', () => {
  const frames = fc.constantFrom('channel', 'panel', 'stage', 'personal', 'activity');
  const places = fc.constantFrom('general', 'board', 'meeting', 'chat-meeting');
  fc.assert(
    fc.property(addresses, frames, places, (from, frame, place) => {
      for (const to of [from, move(from, { frame }), move(from, { in: place }), move(from, { in: place, frame })]) {
        expect(framesOf(to.in)).toContain(to.frame);
      }
    }),
  );
});

it('takes what it does not know for nothing', () => {
  expect(parseAddress('?in=nowhere&frame=x&theme=pink&tab=')).toEqual({
    as: '',
    in: 'general',
    tab: 'posts',
    frame: 'channel',
    theme: 'default',
  });
});

it('forgets the sub page with the tab it belonged to, and starts a new place at its first tab', () => {
  const from = parseAddress('?in=general&tab=t1&sub=assessment/1&frame=channel');
  expect(move(from, { theme: 'dark' }).sub).toBe('assessment/1');
  expect(move(from, { tab: 't2' }).sub).toBeUndefined();
  expect(move(from, { in: 'board' })).toMatchObject({ tab: 'posts', sub: undefined });
});

it('takes the side panel of General for that of its meeting', () => {
  expect(parseAddress('?in=general&frame=panel&tab=t1')).toMatchObject({ in: 'meeting', frame: 'panel', tab: 't1' });
  expect(parseAddress('?in=board&frame=panel')).toMatchObject({ in: 'board', frame: 'channel' });
});
