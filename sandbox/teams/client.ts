// The Teams page's calls to its own server endpoints (api.ts).
import { getJson, send, sendJson } from '../pages/http';
import { type Conversation, conversation, type NewTab, type SavedTab, type Stage, savedTab } from './shapes';

const base = '/sandbox/teams';
const place = (id: string) => `${base}/conversations/${encodeURIComponent(id)}`;

/** Tabs, stage and number of posts of a channel or meeting. */
export const readConversation = (id: string): Promise<Conversation> => getJson(place(id), conversation);

export const addTab = (id: string, tab: NewTab): Promise<SavedTab> =>
  sendJson('POST', `${place(id)}/tabs`, tab, savedTab);

export const changeTab = (tab: SavedTab): Promise<void> =>
  send('PUT', `${place(tab.conversationId)}/tabs/${encodeURIComponent(tab.id)}`, tab);

export const removeTab = (tab: SavedTab): Promise<void> =>
  send('DELETE', `${place(tab.conversationId)}/tabs/${encodeURIComponent(tab.id)}`);

/** Puts a page on a meeting's stage for everyone, or takes what is there away. */
export const changeStage = (id: string, stage: Stage | undefined): Promise<void> =>
  stage ? send('PUT', `${place(id)}/stage`, stage) : send('DELETE', `${place(id)}/stage`);
