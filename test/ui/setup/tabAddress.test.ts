// A tab's place survives in its address, whatever a channel is called.
import fc from 'fast-check';
import { readTabPlace, tabAddress } from '../../../src/ui/setup/tabAddress';

const text = fc.string({ unit: 'grapheme', minLength: 1 });

test('a place read back is the place that was saved', () => {
  fc.assert(
    fc.property(text, fc.uuid(), text, fc.string({ unit: 'grapheme' }), (siteId, teamId, channelId, channelName) => {
      const place = { siteId, teamId, channelId, channelName };
      const address = tabAddress('https://council.example/app/configure.html?x=1#/check', place);
      expect(readTabPlace(address)).toEqual(place);
      expect(new URL(address).pathname).toBe('/app/tab.html');
    }),
  );
});

test.each([
  ['https://council.example/tab.html', 'no place'],
  ['https://council.example/tab.html?site=s&team=t', 'half a place'],
  ['https://council.example/tab.html?site=&team=t&channel=c', 'an empty site'],
])('%s holds %s', (address) => expect(readTabPlace(address)).toBeNull());
