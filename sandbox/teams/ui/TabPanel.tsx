// A tab somebody added, as one frame shows it: in a channel or meeting, in the side panel, or on the stage.
import { useState } from 'react';
import { changeStage, changeTab } from '../client';
import { hostFor, type Services } from '../hostFor';
import { withTheme } from '../product';
import { tabConfigShape } from '../protocol/handle';
import type { FrameContext } from '../protocol/runtime';
import type { Room } from '../rooms';
import type { SavedTab } from '../shapes';
import { ProductFrame } from './ProductFrame';

export interface TabPanelProps {
  readonly tab: SavedTab;
  readonly room: Room;
  readonly frameContext: FrameContext;
  readonly services: Services;
  readonly subPageId: string | undefined;
  /** What is on the stage of this meeting now. */
  readonly staged: string | undefined;
  /** Counts how often a link led here: each time the page starts anew at its sub page. */
  readonly visit: number;
  /** Something about the tab or the stage was changed on the server. */
  onChanged(): void;
  onShareLink(tab: SavedTab, subPageId: string, label: string): void;
}

/** The product's content page of a saved tab. */
export function TabPanel(props: TabPanelProps) {
  const { tab, room, frameContext, services, subPageId, staged, visit, onChanged, onShareLink } = props;
  // A changed theme is told to the running page; its address stays as it was.
  const [firstTheme] = useState(services.theme);
  const host = hostFor(services, {
    frameContext,
    room,
    entityId: tab.entityId,
    subPageId,
    config: tabConfigShape.parse({ ...tab, suggestedDisplayName: tab.name }),
    staged,
    async setConfig(config) {
      await changeTab({ ...tab, ...config, entityId: config.entityId ?? tab.entityId });
      onChanged();
    },
    async stage(url) {
      await changeStage(
        room.conversationId,
        url === undefined ? undefined : { contentUrl: url, by: services.person.id },
      );
      onChanged();
    },
    shareLink: (link) => onShareLink(tab, link.subPageId, link.label),
  });
  return (
    <ProductFrame
      key={[services.person.id, room.key, tab.id, frameContext, subPageId ?? '', visit].join(' ')}
      url={withTheme(tab.contentUrl, firstTheme)}
      title={tab.name}
      theme={services.theme}
      host={host}
    />
  );
}
