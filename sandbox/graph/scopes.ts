// Which scopes each kind of call accepts, narrowest first (Microsoft Graph permissions reference).

const sitesWrite = ['Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.FullControl.All'];

export const scopes = {
  me: [
    'User.Read',
    'User.ReadBasic.All',
    'User.ReadWrite',
    'User.Read.All',
    'User.ReadWrite.All',
    'Directory.Read.All',
  ],
  people: [
    'User.ReadBasic.All',
    'User.Read.All',
    'User.ReadWrite.All',
    'Directory.Read.All',
    'Directory.ReadWrite.All',
  ],
  photos: ['User.Read', 'User.ReadBasic.All', 'ProfilePhoto.Read.All', 'User.Read.All'],
  sitesRead: ['Sites.Read.All', ...sitesWrite],
  sitesWrite,
  sitesManage: ['Sites.Manage.All', 'Sites.FullControl.All'],
  publish: ['Files.ReadWrite', 'Files.ReadWrite.All', ...sitesWrite],
  drives: ['Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All', 'Sites.Read.All', ...sitesWrite],
  channelFolder: [
    'Files.Read.All',
    'Files.Read',
    'Files.ReadWrite',
    'Files.ReadWrite.All',
    'Sites.Read.All',
    ...sitesWrite,
  ],
  sockets: ['Files.Read', 'Files.ReadWrite', 'Files.Read.All', 'Files.ReadWrite.All', 'Sites.ReadWrite.All'],
  appFolder: ['Files.ReadWrite.AppFolder', 'Files.ReadWrite', 'Files.ReadWrite.All'],
  teams: [
    'Team.ReadBasic.All',
    'TeamSettings.Read.All',
    'TeamSettings.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
  ],
  channels: [
    'Channel.ReadBasic.All',
    'ChannelSettings.Read.All',
    'ChannelSettings.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
  ],
  messagesRead: ['ChannelMessage.Read.All', 'Group.Read.All', 'Group.ReadWrite.All'],
  messagesSend: ['ChannelMessage.Send', 'Group.ReadWrite.All'],
  activity: ['TeamsActivity.Send'],
} as const;

/** The same for calls without a person (Microsoft Graph permissions reference, application). */
export const roles = {
  sitesRead: ['Sites.Selected', ...scopes.sitesRead],
  sitesWrite: ['Sites.Selected', ...sitesWrite],
  activity: ['TeamsActivity.Send', 'TeamsActivity.Send.User'],
} as const;
