// The SharePoint page's address, and SharePoint's own paths as Graph gives them in webUrl.
import { formatAddress, parseAddress } from '../../../sandbox/sharepoint/address';

it('shows the same after a reload', () => {
  const address = { as: 'margaret', list: 'Procurement results', item: '7', theme: 'dark' } as const;
  expect(parseAddress('/sharepoint', formatAddress(address))).toEqual(address);
});

it.each([
  ['/sites/procurement', undefined, undefined],
  ['/sites/procurement/Lists/Procurement%20results', 'Procurement results', undefined],
  ['/sites/procurement/Lists/Procurement%20results/7_.000', 'Procurement results', '7'],
  ['/sites/members/Lists/Procurement%20comments/NewForm.aspx', 'Procurement comments', 'new'],
  ['/sites/procurement/SitePages', 'SitePages', undefined],
  ['/sites/procurement/SitePages/my%20page.aspx', 'SitePages', 'my page.aspx'],
])('finds its way from %s', (path, list, item) => {
  const { list: foundList, item: foundItem } = parseAddress(path, '');
  expect([foundList, foundItem]).toEqual([list, item]);
});

it('takes an unknown theme for the default', () =>
  expect(parseAddress('/sharepoint', '?theme=pink').theme).toBe('default'));
