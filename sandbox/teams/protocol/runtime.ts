// What the host says about itself when an app initialises.
// Source: Microsoft Teams JavaScript library 2.58, internal/appHelpers and public/runtime.

/** Where an app's page is shown. `content` is a tab in a channel or chat, or a personal app. */
export type FrameContext = 'content' | 'settings' | 'sidePanel' | 'meetingStage';

// Everything named here is answered in handle.ts; teams-js refuses every other capability before it sends a message.
const supports = {
  app: {},
  meeting: {},
  nestedAppAuth: {},
  pages: { config: {} },
  people: {},
  teamsCore: {},
};

const clientSupportedSdkVersion = '2.0.1';

/**
 * The four arguments of the reply to `initialize`, in the order teams-js reads them. The version comes third and the
 * runtime fourth: swapped, initialisation still succeeds, but nested app authentication silently stays away.
 */
export function initializeReply(frameContext: FrameContext): readonly [FrameContext, 'web', string, string] {
  const runtime = {
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isNAAChannelRecommended: true,
    isLegacyTeams: false,
    supports,
  };
  return [frameContext, 'web', clientSupportedSdkVersion, JSON.stringify(runtime)];
}
