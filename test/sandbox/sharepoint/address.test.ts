// The SharePoint page's address, and SharePoint's own paths as Graph gives them in webUrl.
import { formatAddress, parseAddress } from '../../../sandbox/sharepoint/address';

it('shows the same after a reload', () => {
  const address = { as: 'margaret', site: 'members', list: 'Procurement results', item: '7', theme: 'dark' } as const;
  expect(parseAddress('/sharepoint', formatAddress(address))).toEqual(address);
});

it.each([
  ['/sites/procurement', 'procurement', undefined, undefined],
  ['/sites/procurement/Lists/Procurement%20results', 'procurement', 'Procurement results', undefined],
  ['/sites/procurement/Lists/Procurement%20results/7_.000', 'procurement', 'Procurement results', '7'],
  ['/sites/members', 'members', undefined, undefined],
  ['/sites/members/Lists/Procurement%20comments/7_.000', 'members', 'Procurement comments', '7'],
  ['/sites/members/Lists/Procurement%20comments/NewForm.aspx', 'members', 'Procurement comments', 'new'],
  ['/sites/procurement/SitePages', 'procurement', 'SitePages', undefined],
  ['/sites/members/SitePages/my%20page.aspx', 'members', 'SitePages', 'my page.aspx'],
])('finds its way from %s', (path, site, list, item) => {
  const { site: foundSite, list: foundList, item: foundItem } = parseAddress(path, '');
  expect([foundSite, foundList, foundItem]).toEqual([site, list, item]);
});

it('takes an unknown theme for the default', () =>
  expect(parseAddress('/sharepoint', '?theme=pink').theme).toBe('default'));
