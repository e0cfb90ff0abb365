// The demo council: fixed ids of its tenant, team, channels and sites, and its people.

export const tenantId = '7f1c8a52-3b0e-4d6a-9e41-5c2d90b7a613';
export const clientId = '2a6f4e0d-81c3-4b57-a9d2-6e3f17c05b84';
export const appId = 'c94d2b7e-5f16-4a83-b0e9-1d7c58a23f60';
export const appName = 'Showing leadership';
/** The bot that posts what a workflow posts. */
export const workflowsBotId = '8c1f6d25-0e7a-4b93-8d54-a2f3907be16c';
export const teamId = '5d0e97b3-6c24-4f1b-8a75-93e2b41c6d08';
export const teamName = 'Procurement and commercial';
export const councilName = 'Northbridge Council';
export const siteDomain = 'northbridge.sharepoint.example';
export const sitePath = '/sites/procurement';
export const siteCollectionId = '0b8d6f3a-27c1-4e95-b6a0-48f1d3e7c259';
export const webId = 'e2a71c94-9d58-4036-8f2b-b5c60d4a7e13';
export const siteId = `${siteDomain},${siteCollectionId},${webId}`;
export const siteWebUrl = `https://${siteDomain}${sitePath}`;
/** A site of the demo council. */
export interface SeedSite {
  readonly id: string;
  readonly collectionId: string;
  readonly path: string;
  readonly name: string;
  readonly displayName: string;
}

export const teamSite: SeedSite = {
  id: siteId,
  collectionId: siteCollectionId,
  path: sitePath,
  name: 'procurement',
  displayName: teamName,
};

/** Where councillors are at home: no councillor has a right on the team's site, and this one belongs to no team. */
export const membersSite: SeedSite = {
  id: `${siteDomain},6d1b7f04-83ea-4c29-a5d7-2f90c4b81e36,9a3e5c17-40fb-4d82-b6c9-71d8e02f5a4c`,
  collectionId: '6d1b7f04-83ea-4c29-a5d7-2f90c4b81e36',
  path: '/sites/members',
  name: 'members',
  displayName: 'Members’ site',
};

export const sites = [teamSite, membersSite] as const;

export const driveId = 'b!Om-NC8EnlU62oEjx0-fCWZQccaLYnTZAjyu1xg1KfhM';
export const generalChannelId = '19:4f7ac1e08b2d4c6d9a35e7b1c08d2f46@thread.tacv2';
export const boardChannelId = '19:b83e5d2710fa4be58c69a4d7f3e12c90@thread.tacv2';

/** Channels of the demo team, with the folder each has in the team's document library. */
export const channels = [
  { id: generalChannelId, displayName: 'General', description: 'Procurement and commercial, for everyone in the team' },
  { id: boardChannelId, displayName: 'Commercial board', description: 'Papers and decisions of the commercial board' },
] as const;

export type SiteRole = 'owner' | 'member' | 'visitor' | 'councillor' | 'guest';

/** A person of the demo council. `role` is the one they begin with, on both sites. `slug` is the short name used in page addresses (`?as=priya`). */
export interface SeedPerson {
  readonly id: string;
  readonly givenName: string;
  readonly surname: string;
  readonly displayName: string;
  readonly slug: string;
  readonly jobTitle: string;
  readonly role: SiteRole;
  readonly hasPhoto: boolean;
}

const person = (
  id: string,
  name: readonly [given: string, surname: string],
  jobTitle: string,
  role: SiteRole,
  hasPhoto = true,
): SeedPerson => ({
  id,
  givenName: name[0],
  surname: name[1],
  displayName: role === 'councillor' ? `Cllr ${name[0]} ${name[1]}` : `${name[0]} ${name[1]}`,
  slug: name[0].toLowerCase(),
  jobTitle,
  role,
  hasPhoto,
});

export const people: readonly SeedPerson[] = [
  person('a1f0c3d2-4b56-4e78-9a01-2c3d4e5f6071', ['Priya', 'Shah'], 'Head of procurement', 'owner'),
  person('b2e1d4c3-5a67-4f89-8b12-3d4e5f607182', ['Tom', 'Okafor'], 'Commercial manager', 'member'),
  person('c3d2e5b4-6978-4a9a-9c23-4e5f60718293', ['Aisha', 'Khan'], 'Finance business partner', 'member'),
  person('d4c3f6a5-7889-4bab-8d34-5f60718293a4', ['Ben', 'Carter'], 'Legal services manager', 'member'),
  person('e5b40796-879a-4cbc-9e45-60718293a4b5', ['Carol', 'Whitfield'], 'Adult social care commissioner', 'member'),
  person('f6a51887-96ab-4dcd-8f56-718293a4b5c6', ['Dan', 'Hughes'], 'Digital services lead', 'guest', false),
  person('07962978-a5bc-4ede-9067-8293a4b5c6d7', ['Margaret', 'Doyle'], 'Cabinet member for resources', 'councillor'),
  person('18873a69-b4cd-4fef-8178-93a4b5c6d7e8', ['Sunil', 'Rao'], 'Chair of audit', 'councillor', false),
  person('29784b5a-c3de-4001-9289-a4b5c6d7e8f9', ['Vera', 'Lindqvist'], 'Internal auditor', 'visitor'),
];

/** Address of a demo person, used as mail and user principal name. */
export const mailOf = (givenName: string, surname: string): string =>
  `${givenName}.${surname}@northbridge.gov.example`.toLowerCase();
