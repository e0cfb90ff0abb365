// Which site an address leads to, as people copy it.
import { siteAddress } from '../../src/sharepoint/siteAddress';

test.each([
  ['https://council.sharepoint.com/sites/members', '/sites/members'],
  [' https://council.sharepoint.com/sites/members/ ', '/sites/members'],
  ['council.sharepoint.com/sites/members', '/sites/members'],
  ['https://council.sharepoint.com/sites/members/Lists/Procurement%20results/AllItems.aspx?view=7', '/sites/members'],
  ['https://council.sharepoint.com/sites/members/SitePages/Home.aspx', '/sites/members'],
  ['https://council.sharepoint.com/sites/members/Shared%20Documents/Forms/AllItems.aspx', '/sites/members'],
  ['https://council.sharepoint.com/sites/members/scrutiny', '/sites/members/scrutiny'],
  ['https://council.sharepoint.com', '/'],
])('%s', (text, path) => {
  expect(siteAddress(text)).toEqual({ domain: 'council.sharepoint.com', path });
});

test('the port of a Microsoft 365 on one’s own machine is left out', () => {
  expect(siteAddress('http://127.0.0.1:4430/sites/members')).toEqual({ domain: '127.0.0.1', path: '/sites/members' });
});

test.each(['', 'members', 'the members’ site', 'javascript:alert(1)', 'https://', '/sites/members'])(
  'no address: %j',
  (text) => {
    expect(siteAddress(text)).toBeNull();
  },
);
