// Deep links: read, written, and where they lead from where a window is.
import { boardChannelId, generalChannelId } from '../../../sandbox/store/seed';
import { parseAddress } from '../../../sandbox/teams/address';
import { formatDeepLink, parseDeepLink } from '../../../sandbox/teams/deepLink';
import { linkTarget } from '../../../sandbox/teams/linkTarget';
import { product } from '../../../sandbox/teams/product';
import { rooms } from '../../../sandbox/teams/rooms';

const here = 'http://127.0.0.1:4430';
const link = (part: object = {}) => ({
  appId: product.appId,
  entityId: 'procurement-assessment',
  subPageId: 'assessment/ä ?&',
  channelId: generalChannelId,
  chatId: undefined,
  ...part,
});
const url = (part: object = {}) => formatDeepLink(link(part), 'A “label”', `${here}/x`, here);

it('reads what it wrote, also under Teams’ own name', () => {
  expect(parseDeepLink(url(), here)).toEqual(link());
  expect(parseDeepLink(url().replace(here, 'https://teams.microsoft.com'), here)).toEqual(link());
});

it.each([
  'https://elsewhere.example/l/entity/a/b',
  `${here}/l/message/a/b`,
  `${here}/l/entity/a`,
  'javascript:alert(1)',
  '',
])('does not take %j for a deep link', (other) => expect(parseDeepLink(other, here)).toBeUndefined());

it('still leads to the tab when the context is damaged', () => {
  expect(parseDeepLink(`${here}/l/entity/a/b?context={nonsense`, here)).toMatchObject({ appId: 'a', entityId: 'b' });
});

it('leads to the channel it names', () => {
  expect(linkTarget(url({ channelId: boardChannelId }), parseAddress('?in=general'), here)).toEqual({
    in: 'board',
    frame: 'channel',
    tab: 'entity:procurement-assessment',
    sub: 'assessment/ä ?&',
  });
});

it('stays in the side panel of the channel’s meeting', () => {
  const inMeeting = parseAddress('?in=meeting&frame=panel');
  expect(linkTarget(url(), inMeeting, here)).toMatchObject({ in: 'meeting', frame: 'panel' });
});

it('leads to an ordinary meeting by its chat, and to the person’s own page by its id', () => {
  const chat = url({ channelId: undefined, chatId: rooms['chat-meeting'].where.chatId });
  expect(linkTarget(chat, parseAddress('?in=general'), here)).toMatchObject({ in: 'chat-meeting', frame: 'channel' });
  const own = url({ entityId: product.personalEntityId });
  expect(linkTarget(own, parseAddress('?in=general'), here)).toMatchObject({ frame: 'personal' });
});

it('leaves links to other apps alone', () => {
  expect(linkTarget(url({ appId: 'other' }), parseAddress(''), here)).toBeUndefined();
});
