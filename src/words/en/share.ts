// Words of the screen that shares the result with councillors.
import { dayInWords } from '../dates';
import { inWords, plural } from '../plural';

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
    before: (text: string): string => `Before: ${text === '' ? '(empty)' : text}`,
  },
  gone: (areas: readonly string[]): string =>
    `Still in the list from last time: ${inWords(areas)}. Sharing leaves ${areas.length === 1 ? 'this row' : 'these rows'} as ${areas.length === 1 ? 'it is' : 'they are'}.`,
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
  sharing: 'Sharing …',
  done: (areas: number): string => `Shared: councillors can now read ${plural(areas, 'key area')} in the list.`,
  failedHalf: 'The sharing has not finished. What was written stays; trying again goes on from there.',
  message: 'The message to the channel',
};
