// Links that open the tab: whatever is put in comes out again, for a reader that follows Microsoft's rules.
import fc from 'fast-check';
import { parseDeepLink } from '../../sandbox/teams/deepLink';
import { deepLink, isDeepLink } from '../../src/hosts/deepLink';

const teams = 'https://teams.microsoft.com';
const text = fc.string({ unit: 'grapheme', minLength: 1 });
// No address can hold a path of dots; entity ids are the product's own and are none.
const entity = text.filter((id) => !/^\.{1,2}$/.test(id));

test('a link read back says what it was made of', () => {
  fc.assert(
    fc.property(
      entity,
      text,
      text,
      fc.webUrl(),
      fc.option(text),
      fc.option(text),
      (entityId, subPage, label, webUrl, channelId, chatId) => {
        const url = deepLink({ appId: 'app-1', entityId, subPage, label, webUrl, channelId, chatId }, teams);
        expect(parseDeepLink(url, teams)).toEqual({
          appId: 'app-1',
          entityId,
          subPageId: subPage,
          channelId: channelId ?? undefined,
          chatId: channelId === null ? (chatId ?? undefined) : undefined,
        });
        const { searchParams, hash } = new URL(url);
        expect([searchParams.get('webUrl'), searchParams.get('label'), hash]).toEqual([webUrl, label, '']);
      },
    ),
  );
});

test('spaces are written as %20 and a halved emoji does not stop the link', () => {
  const url = deepLink(
    {
      appId: 'a',
      entityId: 'e',
      subPage: '',
      label: 'Our view \ud83d',
      webUrl: 'https://x.example/',
      channelId: null,
      chatId: null,
    },
    teams,
  );
  expect(url).toContain('label=Our%20view%20%EF%BF%BD');
  expect(url).toContain('context=%7B%7D');
});

test.each([
  [`${teams}/l/entity/a/b`, true],
  [`${teams}/other`, false],
  ['https://teams.microsoft.com.evil.example/l/entity/a/b', false],
  ['javascript:alert(1)', false],
])('%s opens inside Teams: %s', (url, inside) => expect(isDeepLink(url, teams)).toBe(inside));
