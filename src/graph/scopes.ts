// The delegated permissions this product asks for, by purpose, each the least that allows it (Microsoft Graph permissions reference).

export const scopes = {
  profile: ['User.Read'],
  readLists: ['Sites.Read.All'],
  writeLists: ['Sites.ReadWrite.All'],
  /** Lists and columns; asked for only while setting up or repairing. */
  createLists: ['Sites.Manage.All'],
  searchPeople: ['User.ReadBasic.All'],
  appFolder: ['Files.ReadWrite.AppFolder'],
  postToChannel: ['ChannelMessage.Send'],
  /** Lines in people's Teams activity. */
  tellPeople: ['TeamsActivity.Send'],
  readTeams: ['Team.ReadBasic.All'],
  readChannels: ['Channel.ReadBasic.All'],
  /** Where a private or shared channel keeps its site. */
  readChannelFolder: ['Files.Read'],
  /** Being told of changes in a list (Microsoft Graph: subscriptions/socketIo). */
  hearOfChanges: ['Files.Read'],
} as const satisfies Record<string, readonly string[]>;
