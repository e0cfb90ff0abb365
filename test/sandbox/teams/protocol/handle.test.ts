// What the small Teams answers to each call of teams-js.
import { answer, type Host } from '../../../../sandbox/teams/protocol/handle';
import { parseRequest, replyTo } from '../../../../sandbox/teams/protocol/messages';

const appOrigin = 'http://localhost:4430';

const meeting = {
  details: { id: 'm', title: 'Meeting', type: 'Recurring', joinUrl: '', scheduledStartTime: '', scheduledEndTime: '' },
  conversation: { id: 'c' },
  organizer: { id: 'p', tenantId: 't' },
};

/** A host whose every function is watched. */
function hostWith(part: Partial<Host> = {}): Host {
  const host: Host = {
    frameContext: 'content',
    context: () => ({ entityId: 'e' }),
    started: () => undefined,
    failed: () => undefined,
    config: () => undefined,
    setConfig: async () => undefined,
    setValidity: () => undefined,
    saved: () => undefined,
    selectPeople: async () => undefined,
    meeting: () => meeting,
    staged: () => undefined,
    stage: async () => undefined,
    openLink: () => true,
    shareLink: () => undefined,
    authenticate: async (request) => `answer to ${request}`,
    ...part,
  };
  for (const name of ['started', 'failed', 'setConfig', 'setValidity', 'saved', 'stage'] as const)
    jest.spyOn(host, name);
  return host;
}

const call = (func: string, args: readonly unknown[], host: Host, data?: string) =>
  answer({ id: 1, func, args, data }, host, appOrigin);

describe('a message of a window', () => {
  it('is a request only in the shape teams-js gives it', () => {
    expect(parseRequest({ id: 3, uuidAsString: 'u', func: 'getContext' })).toMatchObject({ id: 3, args: [] });
    expect(parseRequest({ id: 3, func: 'getContext', args: null })).toMatchObject({ args: [] });
    for (const other of [undefined, null, 'text', 7, {}, { func: 'x' }, { id: '3', func: 'x' }, { id: 3, func: '' }]) {
      expect(parseRequest(other)).toBeUndefined();
    }
  });

  it('is replied to under both of its ids', () => {
    expect(replyTo({ id: 3, uuidAsString: 'u', func: 'f', args: [] }, ['a'])).toEqual({
      id: 3,
      uuidAsString: 'u',
      args: ['a'],
    });
  });
});

describe('initialize', () => {
  it('says the frame, the client, the version and last the runtime, in which nested app authentication is on', async () => {
    const [frame, client, version, runtime] =
      (await call('initialize', [], hostWith({ frameContext: 'sidePanel' }))) ?? [];
    expect([frame, client]).toEqual(['sidePanel', 'web']);
    // teams-js tells version and runtime apart by which of them is JSON.
    expect(() => JSON.parse(String(version))).toThrow(SyntaxError);
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      supports: { nestedAppAuth: {}, pages: { config: {} } },
    });
  });
});

describe('the app’s start', () => {
  it('is told to the page, a failure with its reason and message', async () => {
    const host = hostWith();
    expect(await call('appInitialization.appLoaded', ['2.58'], host)).toBeUndefined();
    expect(await call('appInitialization.success', ['2.58'], host)).toBeUndefined();
    expect(await call('appInitialization.failure', ['AuthFailed', 'No sign-in'], host)).toBeUndefined();
    expect(host.started).toHaveBeenNthCalledWith(1, 'loaded');
    expect(host.started).toHaveBeenNthCalledWith(2, 'succeeded');
    expect(host.failed).toHaveBeenCalledWith('AuthFailed', 'No sign-in');
  });
});

describe('a configurable tab', () => {
  it('is kept when it has a content page, and refused with words when not', async () => {
    const host = hostWith();
    expect(await call('settings.setSettings', [{ entityId: 'e', contentUrl: 'http://x/tab' }], host)).toEqual([true]);
    expect(host.setConfig).toHaveBeenCalledWith({ entityId: 'e', contentUrl: 'http://x/tab' });
    expect(await call('settings.setSettings', [{ entityId: 'e' }], host)).toEqual([false, expect.any(String)]);
    expect(host.setConfig).toHaveBeenCalledTimes(1);
  });

  it('says when it can be saved, and how saving went', async () => {
    const host = hostWith();
    await call('settings.setValidityState', [true], host);
    await call('settings.setValidityState', ['yes'], host);
    await call('settings.save.success', [], host);
    await call('settings.save.failure', ['No right to create lists'], host);
    expect(host.setValidity).toHaveBeenNthCalledWith(1, true);
    expect(host.setValidity).toHaveBeenNthCalledWith(2, false);
    expect(host.saved).toHaveBeenNthCalledWith(1);
    expect(host.saved).toHaveBeenNthCalledWith(2, 'No right to create lists');
  });
});

describe('the people picker', () => {
  it('gives the chosen people, or says that it was closed', async () => {
    const picked = [{ objectId: 'a', displayName: 'A', email: 'a@x' }];
    const host = hostWith({ selectPeople: async () => picked });
    expect(await call('people.selectPeople', [{ setSelected: ['a'], singleSelect: true }], host)).toEqual([
      null,
      picked,
    ]);
    expect(await call('people.selectPeople', [], hostWith())).toEqual([expect.objectContaining({ errorCode: 8000 })]);
    expect(await call('people.selectPeople', [{ setSelected: 'a' }], host)).toEqual([
      expect.objectContaining({ errorCode: 4000 }),
    ]);
  });
});

describe('the stage', () => {
  it('takes pages of the app only', async () => {
    const host = hostWith();
    expect(await call('meeting.shareAppContentToStage', [`${appOrigin}/tab.html#/1`], host)).toEqual([null, true]);
    for (const url of ['https://elsewhere.example/', 'javascript:alert(1)', 'no address', undefined]) {
      expect(await call('meeting.shareAppContentToStage', [url], host)).toEqual([
        expect.objectContaining({ errorCode: 501 }),
      ]);
    }
    expect(host.stage).toHaveBeenCalledTimes(1);
    expect(host.stage).toHaveBeenCalledWith(`${appOrigin}/tab.html#/1`);
  });

  it('is nowhere but in a meeting', async () => {
    const host = hostWith({ meeting: () => undefined });
    for (const func of [
      'meeting.getMeetingDetails',
      'meeting.shareAppContentToStage',
      'meeting.stopSharingAppContentToStage',
    ]) {
      expect(await call(func, [`${appOrigin}/`], host)).toEqual([expect.objectContaining({ errorCode: 100 })]);
    }
    expect(host.stage).not.toHaveBeenCalled();
  });
});

describe('links', () => {
  it('are followed, or the app is told that they were not', async () => {
    expect(await call('executeDeepLink', ['https://teams.microsoft.com/l/entity/a/b'], hostWith())).toEqual([true]);
    expect(await call('executeDeepLink', ['javascript:x'], hostWith({ openLink: () => false }))).toEqual([
      false,
      expect.any(String),
    ]);
  });
});

it('hands a nested app authentication request on and its answer back second', async () => {
  expect(await call('nestedAppAuth.execute', [], hostWith(), '{"a":1}')).toEqual([null, 'answer to {"a":1}']);
});

it('knows what it does not know', async () => {
  expect(await call('calendar.composeMeeting', [], hostWith())).toBe('unknown');
});
