// Puts together what one frame of the product may ask for, out of what the page offers and where the frame stands. Pure.
import type { DemoPerson } from '../pages/people';
import { appId, people, tenantId } from '../store/seed';
import { legacyContext, type Theme } from './protocol/context';
import type { Host, MeetingDetails, PickedPerson, PickerRequest, TabConfig } from './protocol/handle';
import { type Authority, answerAuthentication } from './protocol/naa';
import type { FrameContext } from './protocol/runtime';
import type { Room } from './rooms';

/** What the page does for every frame alike. */
export interface Services {
  readonly person: DemoPerson;
  readonly theme: Theme;
  readonly sessionId: string;
  readonly authority: Authority;
  pickPeople(request: PickerRequest): Promise<readonly PickedPerson[] | undefined>;
  openLink(url: string): boolean;
}

/** Where one frame stands, and what is its own. */
export interface Frame {
  readonly frameContext: FrameContext;
  /** Undefined for the person's own apps. */
  readonly room: Room | undefined;
  readonly entityId: string;
  readonly subPageId: string | undefined;
  readonly config: TabConfig | undefined;
  readonly staged: string | undefined;
  setConfig(config: TabConfig): Promise<void>;
  setValidity?(valid: boolean): void;
  saved?(failure?: string): void;
  stage(url: string | undefined): Promise<void>;
  shareLink(link: { subPageId: string; label: string; webUrl: string | undefined }): void;
}

/** The host as one frame sees it. */
export function hostFor(services: Services, frame: Frame): Omit<Host, 'started' | 'failed'> {
  const { room } = frame;
  return {
    frameContext: frame.frameContext,
    context: () =>
      legacyContext({
        person: services.person,
        tenantId,
        appId,
        where: room?.where ?? {},
        frameContext: frame.frameContext,
        theme: services.theme,
        entityId: frame.entityId,
        subPageId: frame.subPageId,
        sessionId: services.sessionId,
      }),
    config: () => frame.config,
    setConfig: frame.setConfig,
    setValidity: (valid) => frame.setValidity?.(valid),
    saved: (failure) => frame.saved?.(failure),
    selectPeople: services.pickPeople,
    meeting: () => (room ? meetingOf(room) : undefined),
    staged: () => frame.staged,
    stage: frame.stage,
    openLink: services.openLink,
    shareLink: frame.shareLink,
    authenticate: (request) => answerAuthentication(request, services.authority),
  };
}

function meetingOf(room: Room): MeetingDetails | undefined {
  const { meetingId } = room.where;
  if (meetingId === undefined) return undefined;
  return {
    details: {
      id: meetingId,
      title: room.name,
      type: 'Recurring',
      joinUrl: `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(room.conversationId)}/0`,
      scheduledStartTime: '2026-11-24T10:00:00Z',
      scheduledEndTime: '2026-11-24T11:00:00Z',
    },
    conversation: { id: room.conversationId },
    organizer: { id: people[0]?.id ?? '', tenantId },
  };
}
