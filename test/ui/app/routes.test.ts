// Addresses: what a route is written as reads back as the same route, and nothing that is typed or passed on can break the tab.
import fc from 'fast-check';
import { formatRoute, hrefOf, parseRoute, type Route } from '../../../src/ui/app/routes';

const id = fc.oneof(
  fc.uuid(),
  fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((text) => text.length > 0 && text.length <= 60),
);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>(
    { screen: 'landing' },
    { screen: 'framework' },
    { screen: 'open' },
    { screen: 'unsaved' },
    { screen: 'arrangements' },
  ),
  fc.record({ screen: fc.constant('check' as const), assessmentId: fc.option(id) }),
  fc.record({
    screen: fc.constantFrom('assessment' as const, 'people', 'share', 'results', 'committee'),
    assessmentId: id,
  }),
  fc.record({ screen: fc.constantFrom('answer' as const, 'discuss'), assessmentId: id, keyAreaId: id }),
);

it('reads back what it writes', () => {
  fc.assert(fc.property(route, (original) => expect(parseRoute(formatRoute(original))).toEqual(original)));
});

it('reads any text without an error', () => {
  fc.assert(fc.property(fc.string(), (text) => expect(parseRoute(text).screen).toEqual(expect.any(String))));
});

it.each([
  ['assessment', 'lost'],
  ['assessment/x/answer', 'lost'],
  ['assessment/x/results/y', 'lost'],
  ['assessment/<script>', 'lost'],
  ['assessment/x/answer/y/z', 'lost'],
  ['nowhere', 'lost'],
  ['framework/x', 'lost'],
  ['unsaved', 'unsaved'],
  ['unsaved/x', 'lost'],
  ['arrangements', 'arrangements'],
  ['arrangements/x', 'lost'],
  ['assessment/x/committee/y', 'lost'],
  ['', 'landing'],
  ['/', 'landing'],
  ['ASSESSMENT/ABC', 'assessment'],
])('%s leads to %s', (text, screen) => {
  expect(parseRoute(text).screen).toBe(screen);
});

it('makes links of the page itself', () => {
  expect(hrefOf({ screen: 'landing' })).toBe('#/');
  expect(hrefOf({ screen: 'framework' })).toBe('#/framework');
});
