// Words that several screens share.
import { timeInWords } from '../dates';
import { plural } from '../plural';

export const common = {
  product: 'Showing leadership',
  back: 'Back',
  backTo: (where: string): string => `Back to ${where}`,
  loading: 'Loading …',
  slow: 'This is taking longer than usual.',
  retry: 'Try again',
  discard: 'Discard',
  cancel: 'Cancel',
  save: 'Save',
  remove: 'Remove',
  keep: 'Keep',
  copy: 'Copy what I wrote',
  copied: 'Copied',
  yes: 'Yes',
  no: 'No',
  nav: {
    label: 'In this tab',
    assessment: 'Assessment',
    framework: 'Framework',
    check: 'Connection check',
  },
  people: (count: number): string => plural(count, 'person', 'people'),
  answered: (answered: number, asked: number): string => `${answered} of ${asked} answered`,
  level: (level: number, word: string): string => `${level} ${word}`,
  saveState: {
    saving: 'Saving …',
    saved: 'Saved',
    savedAt: (at: string): string => `Saved at ${timeInWords(at)}`,
    waiting: (because: string): string =>
      `Not yet saved in SharePoint because ${because}. It is kept on this device and will be saved by itself.`,
    parked: (because: string): string => `Not saved in SharePoint because ${because}.`,
    twoVersions: 'There are two versions: yours, and one that somebody saved meanwhile. Choose one.',
  },
  standing: {
    offline: 'You are offline. What you enter is kept on this device and saved when you are back.',
    apart:
      'What councillors read and write is out of reach for you: SharePoint does not let you read “Procurement results” or “Procurement comments”. Everything else works.',
    behind: (because: string): string =>
      `What you see may be out of date, because ${because}. It is tried again by itself.`,
    lost: 'Something that belongs to the assessment is no longer in SharePoint: a list, perhaps. The connection check says what, and who can mend it.',
    newerVersion:
      'A newer version of this product is in use here. Reload the page to go on; what you entered is kept on this device.',
    notKept: 'This browser does not let the product keep anything. Stay on this page until everything is saved.',
    readOnly: 'You only read here: SharePoint does not let you change this assessment.',
    unsent: (count: number): string => `${plural(count, 'change')} not yet in SharePoint.`,
  },
  missing: {
    heading: 'There is no such assessment',
    text: 'The link may be old, or the assessment was deleted or belongs to another channel. Ask whoever sent you the link, or go to the assessment that is open here.',
    action: 'See what is open here',
  },
  lost: {
    heading: 'There is no such page',
    text: 'The link does not lead to anything in this tab. It may have been cut off when it was copied.',
    action: 'Go to the start',
  },
  broken: {
    heading: 'Something went wrong on this page',
    text: 'What you entered before is kept. Reload the page; if it happens again, run the connection check and pass on these details:',
    reload: 'Reload',
  },
  notFetched: {
    heading: 'This page is not here yet',
    text: 'This part of the page could not be fetched. What you entered is kept. If trying again does not help, reload the page.',
    offline:
      'This part of the page could not be fetched, because you are offline. What you entered is kept. It is fetched when you are back.',
  },
  start: {
    starting: 'Signing in and looking for the assessment …',
    readFramework: 'Read the framework meanwhile',
    outside: {
      heading: 'Open this in Microsoft Teams',
      text: 'Assessments are worked on in a tab of a Teams channel or meeting. In a browser on its own, only the framework can be read here.',
    },
    signIn: {
      heading: 'Sign in to go on',
      text: 'Your council account is needed to read and save the assessment in SharePoint. A small window opens.',
    },
    notSetUp: {
      heading: (channel: string): string => `Nothing is set up for ${channel} yet`,
      text: 'The assessment is kept in a few SharePoint lists of this team’s site. They have to be made once.',
    },
    torn: {
      heading: 'Some of the assessment’s lists are incomplete',
      text: 'Setting up was not finished, or a list or a column was deleted since. A deleted list comes back from the recycle bin of the SharePoint site with everything in it. Otherwise what is missing can be made anew here, empty. What you entered is kept on this device.',
    },
    inTheWay: {
      network: 'Microsoft 365 cannot be reached',
      permission: 'A permission is needed',
      'sign-in': 'Signing in did not work',
      site: 'The team’s SharePoint site cannot be reached',
      lists: 'The assessment’s lists cannot be read',
    },
    noAccess:
      'You were probably asked to answer without being a member of this team. Ask whoever asked you, or an owner of the team, to add you; then open this tab again.',
  },
};
