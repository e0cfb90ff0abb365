// What a permission means, in plain words, for the consent dialog. Source of the names: Microsoft Graph permissions reference.

const words: Readonly<Record<string, string>> = {
  'User.Read': 'See who you are: your name, your address and your photo',
  'User.ReadBasic.All': 'Look up colleagues by name',
  'Sites.Read.All': 'Read the SharePoint sites that you can read',
  'Sites.ReadWrite.All': 'Read and change items in the SharePoint sites that you can change',
  'Sites.Manage.All': 'Create lists in the SharePoint sites where you can create them',
  'Files.ReadWrite.AppFolder': 'Keep files of its own in your OneDrive, in one folder and nowhere else',
  'Team.ReadBasic.All': 'See the names of your teams',
  'Channel.ReadBasic.All': 'See the names of your channels',
  'TeamsActivity.Send':
    'Tell colleagues something in their Teams activity as you, when you press a button that says so',
  'ChannelMessage.Send': 'Post in channels as you, when you press a button that says so',
};

/** A scope in plain words; one that nobody described is shown by its name. */
export const scopeInWords = (scope: string): string => words[scope] ?? scope;
