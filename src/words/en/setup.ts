// Words of the configuration page, of setting up and repairing, and of choosing a channel.
import { plural } from '../plural';

export const setup = {
  heading: 'Add the procurement assessment',
  intro:
    'Officers assess together how well the council leads its procurement, in this channel and its meetings. What they write is kept in SharePoint lists of this team’s own site, and nowhere else, unless you choose another site for what councillors read and write.',
  checking: 'Checking the connection …',
  connection: {
    heading: 'Connection',
    works: 'The connection works.',
    broken: 'The connection is broken. Mend it first:',
    see: 'See each link',
  },
  reading: 'Looking at what is there …',
  lists: {
    heading: 'Lists in SharePoint',
    willBe: (site: string): string => `Six lists will be created in the site “${site}”:`,
    are: (site: string): string => `Six lists are in the site “${site}”:`,
    belong: (site: string): string => `Six lists belong in the site “${site}”:`,
    elsewhere: (four: string, two: string): string =>
      `Four lists belong in the site “${four}”, and the two for councillors in the site “${two}”:`,
    openSite: 'Open the site',
    named: {
      workings:
        'What the tab keeps for itself, out of SharePoint’s menus. Answers lie here hidden until they are shown.',
      assessments: 'For officers: one row for each assessment.',
      responses: 'For officers: answers, once they have been shown.',
      actions: 'For officers: what will be done, by whom and by when.',
      results: 'For councillors to read: what officers choose to share.',
      comments: 'For councillors to write: questions and comments, with the officers’ replies.',
    },
    columns: (names: readonly string[]): string =>
      names.length > 4
        ? `${plural(names.length, 'column is', 'columns are')} missing.`
        : `Missing: ${names.map((name) => `“${name}”`).join(', ')}.`,
    foreign: 'A list of this name that is not ours is there. It is left alone; ours gets a name of its own.',
  },
  state: {
    there: 'There already',
    missing: 'Will be created',
    incomplete: 'Will be repaired',
    waiting: 'Waiting',
    working: 'Working on it …',
    done: 'Done',
    failed: 'Not done',
    'out-of-reach': 'Out of reach',
  },
  councillors: {
    legend: 'Where do councillors read and comment?',
    hint: 'The lists for councillors may be in a site where councillors are at home. Officers’ own lists stay in the team’s site.',
    here: (site: string): string => `In the site “${site}”`,
    there: 'In another site, such as a members’ site',
    address: 'Address of that site',
    otherAddress: 'Address of another site',
    addressHint:
      'Open the site in a browser and copy its address, such as https://council.sharepoint.com/sites/members.',
    noAddress: 'This is not the address of a site. Copy it from the browser’s address bar.',
    use: 'Use this site',
    looking: 'Looking for the site …',
    isThere: (site: string): string => `Councillors read and comment in the site “${site}”.`,
    isHere: (site: string): string => `Councillors read and comment in the site “${site}”, with everything else.`,
    open: 'Open that site',
    change: 'Choose another site for councillors',
    moves:
      'What was shared before, and the comments on it, stay where they are: nothing is moved or removed. Results shared from now on, and new comments, go to the site chosen here. Share again to have earlier results there too.',
    back: 'Choose another site',
    move: 'Use this site from now on',
    outOfReach:
      'The site in which councillors read and comment is out of reach for you. Everything else works. An owner of that site can give you the right to edit its lists “Procurement results” and “Procurement comments”.',
    notFound: {
      heading: 'That site cannot be used',
      text: 'There is no such site, or you may not see it. An owner of that site can make you a member of it. To create lists there you need the right to edit the site.',
    },
    whoCan: {
      heading: 'You may not create lists in the site for councillors',
      text: 'An owner of that site, or anyone who may create lists in it, can do it: ask one of them to open this tab and run the connection check, or to give you the right to edit that site.',
    },
  },
  rights:
    'Afterwards, an owner of the site lets councillors read the results list and write in the comments list, with SharePoint’s own “Manage access”.',
  create: 'Create the lists',
  repair: 'Repair the lists',
  goOn: 'Go on creating',
  progress: (done: number, of: number): string => `${done} of ${of} lists ready`,
  failed: (list: string): string => `“${list}” could not be made ready.`,
  resumes: 'What is done stays. Try again goes on where it stopped.',
  whoCan: {
    heading: 'You may not create lists in this site',
    text: 'An owner of the team, or anyone who may create lists in its SharePoint site, can do it: ask one of them to add this tab, or to open it once it is added.',
  },
  needsPermission: {
    heading: 'One more permission is needed to create lists',
    text: (scopes: readonly string[]): string =>
      `Microsoft 365 calls it ${scopes.join(', ')}. Press Allow and confirm in the window that opens. Where your council reserves that for administrators, pass on the link from the connection check.`,
  },
  ready: {
    heading: 'Everything is ready',
    save: 'Press Save to add the tab.',
    open: 'The lists are ready.',
    already:
      'The lists are there already, from another channel of this team or an earlier time. Nothing needs to be created.',
  },
  saveTooEarly: 'The lists are not ready yet. Create them first, then press Save.',
  tabName: 'Procurement assessment',
  signIn: {
    heading: 'Sign in to go on',
    text: 'Your council account is needed to look at the team’s SharePoint site and to create the lists.',
  },
  notInTeams: {
    heading: 'Open this in Microsoft Teams',
    text: 'This page adds the assessment to a channel or a meeting. In Teams, choose “+” above a channel and then this app.',
  },
  choose: {
    heading: 'Which assessment belongs here?',
    intro:
      'A meeting or chat without a channel has no SharePoint site of its own. Choose the channel whose assessment is to be used here.',
    searching: 'Looking through your teams …',
    legend: 'Channels with an assessment',
    option: (channel: string, team: string): string => `${channel}, ${team}`,
    use: 'Use this channel’s assessment',
    chosen: (channel: string): string => `The assessment of ${channel} will be used here. Press Save to add the tab.`,
    none: {
      heading: 'None of your channels has an assessment yet',
      text: 'Add this app to a channel of a team first: open the channel, choose “+” and then this app. It asks for nothing but a click. Then come back here.',
    },
    other: 'Choose another channel',
    again: 'Look again',
    failed: 'Your teams could not be looked through.',
  },
  brokenConfig: {
    heading: 'The product is not installed properly',
    text: 'Its configuration file cannot be used. Pass these details on to whoever installed it:',
  },
};
