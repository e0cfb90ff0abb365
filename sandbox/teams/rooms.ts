// The places of the small Teams: two channels of one team, a meeting of the first channel, and an ordinary meeting.
import {
  boardChannelId,
  channels,
  generalChannelId,
  siteCollectionId,
  siteDomain,
  sitePath,
  siteWebUrl,
  teamId,
  teamName,
} from '../store/seed';
import type { RoomKey } from './address';
import type { Team, Where } from './protocol/context';

/** One place: its name, and what a tab in it is told. `conversationId` is where tabs and the stage are kept. */
export interface Room {
  readonly key: RoomKey;
  readonly kind: 'channel' | 'channelMeeting' | 'meeting';
  readonly name: string;
  readonly conversationId: string;
  readonly where: Where;
  /** When a meeting takes place, in words; nothing here depends on it. */
  readonly when?: string;
}

const team: Team = {
  groupId: teamId,
  internalId: generalChannelId,
  displayName: teamName,
  siteId: siteCollectionId,
  siteWebUrl: siteWebUrl,
  siteDomain: siteDomain,
  sitePath,
};

const channelRoom = (key: RoomKey, id: string): Room => {
  const name = channels.find((channel) => channel.id === id)?.displayName ?? id;
  return { key, kind: 'channel', name, conversationId: id, where: { team, channel: { id, displayName: name } } };
};

const general = channelRoom('general', generalChannelId);
const board = channelRoom('board', boardChannelId);

const channelMeetingId = 'MCMxOTpsZWFkZXJzaGlwLWFzc2Vzc21lbnRAdGhyZWFkLnRhY3YyIzE3OTU2ODAwMDAwMDA=';
const meetingChatId = '19:meeting_ZmluYW5jZS1jYXRjaC11cA@thread.v2';

/** The four places, by the name they have in the address. */
export const rooms: Readonly<Record<RoomKey, Room>> = {
  general,
  board,
  meeting: {
    key: 'meeting',
    kind: 'channelMeeting',
    name: 'Leadership assessment meeting',
    conversationId: `${generalChannelId};messageid=1795680000000`,
    // A channel's meeting happens in the channel: it has no chat of its own.
    where: { ...general.where, meetingId: channelMeetingId },
    when: 'Tuesdays, 10:00 to 11:00',
  },
  'chat-meeting': {
    key: 'chat-meeting',
    kind: 'meeting',
    name: 'Catch-up with finance',
    conversationId: meetingChatId,
    where: { chatId: meetingChatId, meetingId: 'MCMxOTptZWV0aW5nX1ptbHVZVzVqWlMxallYUmphQzExY0FAdGhyZWFkLnYyIzA=' },
    when: 'Thursdays, 14:00 to 14:30',
  },
};

/** The channel a meeting belongs to, for the tabs that its channel already has. */
export const channelOfMeeting = (room: Room): Room | undefined =>
  room.kind === 'channelMeeting' ? general : undefined;

/** The place a deep link names by its channel or chat. */
export function roomOf(channelId: string | undefined, chatId: string | undefined): RoomKey | undefined {
  const all = Object.values(rooms);
  const found =
    all.find((room) => room.kind === 'channel' && room.conversationId === channelId) ??
    all.find((room) => room.where.chatId !== undefined && room.where.chatId === chatId);
  return found?.key;
}
