// Words of the screen that shares the result with councillors.
import { dayInWords } from '../dates';
import { inWords, plural } from '../plural';

/** Why a page was not published, by what its record keeps. */
const pageReasons: Readonly<Record<string, string>> = {
  'no-access':
    'You may not change the pages of that site. An owner of the site can allow it, or another facilitator can try.',
  'not-found': 'The site has no place for pages, or the page went away meanwhile.',
  'consent-missing': 'The permission to write to SharePoint has not been given.',
  'signed-out': 'The sign-in had run out.',
  'open-for-editing': 'Somebody has the page open for editing. Once they have saved it, try again.',
  conflict: 'Somebody changed the page just then.',
  'too-large': 'The page was too long for SharePoint.',
  throttled: 'SharePoint was too busy.',
  offline: 'The connection broke off.',
};

export const share = {
  notPreset: (because: string): string =>
    `New comments of councillors will not name this assessment by themselves, because ${because}. Officers place them on the results screen.`,
  heading: 'Share with councillors',
  intro:
    'Councillors read what you share in a SharePoint list, in words. Remarks, evidence and who said what never go there.',
  practice: {
    heading: 'A practice assessment shares nothing',
    text: 'It is there to try things out. Open a real assessment to share a result with councillors.',
  },
  readOnly: 'Only facilitators can share the result. Here is what would be shared now.',
  where: {
    heading: 'Where it goes',
    text: (list: string): string =>
      `Into the SharePoint list “${list}” of this team’s site: one row for each key area. Who may read it is set in SharePoint; an owner of the site can give councillors access.`,
    open: (list: string): string => `Open the list “${list}”`,
  },
  what: {
    heading: 'What will be shared',
    none: 'Nothing yet: no key area has an agreed level.',
    lastShared: (day: string, at: string): string => `Last shared on ${dayInWords(day)} at ${at}.`,
    never: 'Nothing has been shared before.',
  },
  change: {
    first: 'New: not shared before.',
    same: 'Unchanged since it was last shared.',
    changed: (fields: readonly string[]): string => `Changed since it was last shared: ${inWords(fields)}.`,
    edited: (fields: readonly string[]): string => `The list says something else, edited by hand: ${inWords(fields)}.`,
    before: (text: string): string => `In the list: ${text === '' ? '(empty)' : text}`,
  },
  gone: {
    text: (area: string): string =>
      `Still in the list from last time: ${area}. It is no longer agreed, and sharing leaves its row as it is.`,
    takeOut: (area: string): string => `Take out of the list: ${area}`,
  },
  edited: {
    title: 'Edited by hand in SharePoint',
    row: (area: string, name: string, at: string): string => `${area}: by ${name === '' ? 'somebody' : name}, ${at}`,
    kept: 'Councillors read the list as it was edited. Your own record is unchanged.',
    replaced: 'Sharing again replaces these edits with what stands here.',
  },
  page: {
    heading: 'A page to read',
    text: 'In the same SharePoint site, in plain words and with questions councillors could ask. Whoever may read the pages of that site can read it.',
    label: 'Also make a page that councillors can read',
    preview: 'See what the page says',
    status: 'The page for councillors',
    none: 'There is no page of this result yet.',
    make: 'Make the page',
    making: 'The page is being made …',
    abandoned: 'Somebody began to make the page and did not finish.',
    goOn: 'Go on',
    published: 'The page is published.',
    behind: 'The page does not say yet what was shared last.',
    update: 'Update the page',
    open: 'Open the page',
    shareFirst: 'Something has changed since the result was shared. Share it again to update the page.',
    edited: (name: string, at: string): string =>
      `${name === '' ? 'Somebody' : name} edited the page by hand in SharePoint, ${at}. It was left as it is.`,
    replace: 'Replace it',
    leave: 'Leave it',
    left: (name: string, at: string): string =>
      `The page stays as ${name === '' ? 'somebody' : name} edited it by hand, ${at}.`,
    refused: 'The page could not be published. The list is not affected.',
    because: (reason: string): string => pageReasons[reason] ?? 'SharePoint gave no reason that helps here.',
    tryAgain: 'Try again',
  },
  missing: {
    heading: 'What is left out',
    text: 'Key areas without an agreed level are not shared:',
    area: (title: string, standing: string): string => `${title}: ${standing}`,
  },
  channel: {
    heading: 'Telling the channel',
    label: (channel: string): string => `Tell the channel ${channel}`,
  },
  submit: 'Share with councillors',
  again: 'Share again',
  againReplacing: 'Share again and replace the edits',
  sharing: 'Sharing …',
  done: (areas: number): string => `Shared: councillors can now read ${plural(areas, 'key area')} in the list.`,
  failedHalf: 'The sharing has not finished. What was written stays; trying again goes on from there.',
  message: 'The message to the channel',
};
