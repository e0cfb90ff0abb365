// A council at work without a page: people with devices of their own, real commands, real sealing, real replicas, and the local Microsoft 365.
import { randomUUID } from 'node:crypto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import * as z from 'zod';
import { channels, siteDomain, siteId, sitePath, teamId, teamName, tenantId } from '../../sandbox/store/seed';
import type { AssessmentDraft, Judgement, ResponseContent } from '../../src/assessment';
import type { Environment } from '../../src/base/environment';
import type { Host } from '../../src/base/host';
import { agree } from '../../src/commands/agree';
import { saveAnswer } from '../../src/commands/answer';
import { attend } from '../../src/commands/attend';
import { openAssessment } from '../../src/commands/openAssessment';
import { showAnswers } from '../../src/commands/showAnswers';
import { startWork } from '../../src/commands/start';
import { type AssessmentView, readView } from '../../src/commands/view';
import type { Workplace } from '../../src/commands/workplace';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { framework, type Level } from '../../src/framework';
import { createGraph } from '../../src/graph/client';
import { scopes } from '../../src/graph/scopes';
import { listAccess } from '../../src/sharepoint/access';
import type { ListAccess, Row } from '../../src/sharepoint/listAccess';
import type { Place } from '../../src/sharepoint/place';
import { type ListName, listNames } from '../../src/sharepoint/records';
import { siteByPath } from '../../src/sharepoint/sites';
import { must, personOf, startTenant, type Tenant, type Token } from '../sharepoint/tenant';

// A busy machine is no fault of what is tested.
jest.setTimeout(60_000);

const keyAreaIds = framework.theme.keyAreas.map((area) => area.id);
export const [area, otherArea, thirdArea] = keyAreaIds as [string, string, string];

export type Slug = 'priya' | 'tom' | 'aisha' | 'ben' | 'carol' | 'vera';
export type ChannelName = 'General' | 'Commercial board';

/** A browser profile: what it keeps outlives the page. Without one, a device forgets (and tests are quick). */
export type Profile = IDBFactory;
export const newProfile = (): Profile => new IDBFactory();

/** The connection of one device. */
export interface Network {
  online: boolean;
  /** Looks at what is about to leave; true drops the connection instead. */
  drop: (request: { readonly path: string; readonly body: string }) => boolean;
  /** What a request waits for before it leaves. */
  hold: (request: { readonly path: string; readonly body: string }) => Promise<void>;
}

export interface Device {
  readonly work: Workplace;
  readonly network: Network;
  readonly profile: Profile | null;
  /** The connection is back, and the browser says so. */
  reconnect(): void;
  /** The page is closed. */
  close(): void;
  /** Resolves once nothing of a closed page is under way any more. */
  over(): Promise<void>;
}

export interface Council {
  readonly tenant: Tenant;
  readonly place: Place;
  /** Somebody opens the product on a device, as the tab's page does. */
  arrive(
    slug: Slug,
    at?: { readonly channel?: ChannelName; readonly profile?: Profile; readonly random?: Environment['randomBelow'] },
  ): Promise<Device>;
  /** The lists as somebody reaches them by hand, past the product. */
  byHand(slug: Slug): ListAccess;
  /** All rows of a list, oldest first. */
  rows(list: ListName): Promise<readonly Row[]>;
  posts(channel?: ChannelName): Promise<readonly Post[]>;
  /** Closes every device and clears what it kept; fails where something unexpected happened in the background. */
  leave(): Promise<void>;
  end(): Promise<void>;
}

const message = z.object({
  id: z.string(),
  from: z.object({ user: z.object({ id: z.string() }) }),
  body: z.object({ content: z.string() }),
  attachments: z.array(z.object({ contentType: z.string(), content: z.string() })),
});
const post = message.extend({ replies: z.array(message) });
export type Post = z.infer<typeof post>;

const channelOf = (name: ChannelName) => {
  const found = channels.find((channel) => channel.displayName === name);
  if (!found) throw new Error(`There is no channel ${name}`);
  return found;
};

/** Starts the local Microsoft 365 with the product set up in the team's site; see `startTenant`. */
export async function openCouncil(directory?: string): Promise<Council> {
  const tenant = await startTenant(directory === undefined ? {} : { directory });
  const owner = tenant.graphAs('priya');
  const site = must(await siteByPath(owner, siteDomain, sitePath));
  const place = must(await setUp(owner, must(await planSetUp(owner, site)), () => undefined));
  const surprises: unknown[] = [];
  const devices: Device[] = [];

  async function arrive(slug: Slug, at: Parameters<Council['arrive']>[1] = {}): Promise<Device> {
    const device = await openDevice(tenant, slug, at, (error) => surprises.push(error));
    devices.push(device);
    return device;
  }

  return {
    tenant,
    place,
    arrive,
    byHand: (slug) => listAccess(tenant.graphAs(slug), place),
    async rows(list) {
      const found = await listAccess(owner, place).changes(list, deltaFromStart(tenant, place, list));
      return [...must(found).rows].sort((left, right) => Number(left.itemId) - Number(right.itemId));
    },
    async posts(channel = 'General') {
      const path = `/teams/${teamId}/channels/${encodeURIComponent(channelOf(channel).id)}/messages?$expand=replies`;
      const call = { method: 'GET', path, scopes: ['ChannelMessage.Read.All'] } as const;
      return must(await owner.send(call, z.object({ value: z.array(post) }))).value;
    },
    async leave() {
      const left = devices.splice(0);
      for (const device of left) device.close();
      await Promise.all(left.map((device) => device.over()));
      await Promise.all([...new Set(left.flatMap(({ profile }) => profile ?? []))].map(cleared));
      expect(surprises.splice(0)).toEqual([]);
    },
    end: tenant.close,
  };
}

/** Deletes what a browser kept; that waits until everything under way there is over. */
async function cleared(profile: Profile): Promise<void> {
  for (const { name } of await profile.databases()) {
    await new Promise<void>((resolve, reject) => {
      const request = profile.deleteDatabase(name ?? '');
      request.onsuccess = () => resolve();
      request.onerror = () => reject(request.error);
    });
  }
}

/** A change feed without a token begins with everything there is (Microsoft Graph: listItem delta). */
const deltaFromStart = (tenant: Tenant, place: Place, list: ListName): string =>
  `${tenant.baseUrl}/sites/${siteId}/lists/${place.lists[list]}/items/delta?$expand=fields`;

async function openDevice(
  tenant: Tenant,
  slug: Slug,
  at: NonNullable<Parameters<Council['arrive']>[1]>,
  failed: (error: unknown) => void,
): Promise<Device> {
  const network: Network = { online: true, drop: () => false, hold: async () => undefined };
  const profile = at.profile ?? null;
  const listeners = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  const environment: Environment = {
    now: () => new Date(),
    newId: randomUUID,
    randomBelow: at.random ?? ((below) => Math.floor(Math.random() * below)),
    online: () => network.online,
    // Nothing is looked for unless a test says so; how often a page looks is the replica's own business.
    visible: () => false,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    after(milliseconds, callback) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, milliseconds);
      timers.add(timer);
      return () => clearTimeout(timer);
    },
  };
  const underWay = new Set<Promise<unknown>>();
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work);
    const over = () => underWay.delete(work);
    work.then(over, over);
    return work;
  };
  const token: Token = (scopes) => track(tenant.tokenFor(slug)(scopes));
  const graph = createGraph({
    baseUrl: tenant.baseUrl,
    token,
    environment,
    fetch: async (input, init) => {
      const request = { path: String(input).slice(tenant.baseUrl.length), body: String(init?.body ?? '') };
      await network.hold(request);
      const lost = !network.online || network.drop(request);
      return lost ? Promise.reject(new TypeError('fetch failed')) : track(wholeAnswer(input, init));
    },
  });
  const started = await startWork({
    host: hostOf(slug, at.channel ?? 'General', token),
    graph,
    environment,
    framework,
    chosen: null,
    frames: { locks: null, line: null },
    share: null,
    database: profile && { indexedDB: profile, IDBKeyRange },
    failed,
  });
  if (started.kind !== 'ready') throw new Error(`${slug} cannot start: ${JSON.stringify(started)}`);
  const work = started.workplace;
  must(await work.replica.refresh());
  const stopAttending = attend(work, failed);
  return {
    work,
    network,
    profile,
    reconnect() {
      network.online = true;
      for (const listener of listeners) listener();
    },
    close() {
      stopAttending();
      work.replica.close();
      for (const timer of timers) clearTimeout(timer);
      network.online = false;
    },
    async over() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
      // What waited for those answers has its turn before anybody takes the ground away.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((next) => setImmediate(next));
    },
  };
}

/** The answer with all its content, so that nothing of it comes later. */
async function wholeAnswer(...asked: Parameters<typeof fetch>): Promise<Response> {
  const answer = await fetch(...asked);
  const text = await answer.text();
  return new Response(text === '' ? null : text, { status: answer.status, headers: answer.headers });
}

/** A Teams that shows nothing: the channel's tab, and tokens without asking. */
function hostOf(slug: Slug, channel: ChannelName, token: Token): Host {
  const { id, displayName } = channelOf(channel);
  return {
    kind: 'teams',
    context: () => ({
      person: personOf(slug),
      tenantId,
      frame: 'content',
      subPage: null,
      channel: { teamId, channelId: id, teamName, channelName: displayName },
      meeting: null,
      site: { domain: siteDomain, path: sitePath },
    }),
    theme: () => 'default',
    onThemeChange: () => () => undefined,
    token,
    linkTo: (subPage) => `https://teams.microsoft.com/l/entity/app/tab?sub=${encodeURIComponent(subPage)}`,
    open: async () => undefined,
    notifyReady: () => undefined,
    pickPeople: null,
    shareToStage: null,
    configuration: null,
  };
}

/** Waits until what a device knows satisfies a condition, and gives it. */
export function until<T>(
  device: Device,
  what: string,
  query: () => Promise<T>,
  holds: (value: T) => boolean,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      query().then((last) => reject(new Error(`Waited in vain until ${what}: ${JSON.stringify(last)}`)), reject);
    }, 30_000);
    const stop = device.work.replica.watch(
      query,
      (value) => {
        if (!holds(value)) return;
        clearTimeout(timer);
        queueMicrotask(() => stop());
        resolve(value);
      },
      reject,
    );
  });
}

/** Waits until SharePoint has everything that was written on a device. */
export const sent = (device: Device): Promise<unknown> =>
  until(
    device,
    'everything is in SharePoint',
    () => device.work.replica.unsent(),
    (unsent) => unsent.length === 0,
  );

/** The assessment as somebody sees it after looking for changes now. */
export async function seenBy(device: Device, assessmentId: string): Promise<AssessmentView> {
  must(await device.work.replica.refresh());
  const view = await readView(device.work, assessmentId);
  if (!view) throw new Error(`${device.work.person.displayName} does not see ${assessmentId}`);
  return view;
}

/** Waits on a device until what it sees by itself satisfies a condition, and SharePoint has everything written there. */
export async function comesTo(
  device: Device,
  id: string,
  what: string,
  holds: (view: AssessmentView) => boolean,
): Promise<void> {
  await seenBy(device, id);
  await until(
    device,
    what,
    () => readView(device.work, id),
    (view) => view !== null && holds(view),
  );
  await sent(device);
}

/** What the opening form holds once it is filled in: Priya and Tom facilitate, five officers are asked. */
export const draftOf = (more: Partial<AssessmentDraft> = {}): AssessmentDraft => ({
  title: 'Autumn 2026',
  organisation: 'Northbridge Council',
  dueDate: null,
  keyAreaIds,
  facilitators: [personOf('priya'), personOf('tom')],
  participants: askedOf('priya', 'tom', 'aisha', 'ben', 'carol'),
  showNames: false,
  earlier: [],
  previousId: null,
  tellChannel: false,
  ...more,
});

export const askedOf = (...slugs: readonly Slug[]) => slugs.map((slug) => ({ ...personOf(slug), takingPart: true }));

/** Opens an assessment, and waits until SharePoint has all of it. */
export async function opened(device: Device, more: Partial<AssessmentDraft> = {}): Promise<string> {
  const id = must(await openAssessment(device.work, draftOf(more)));
  await sent(device);
  return id;
}

export const answerOf = (judgement: Judgement, more: Partial<ResponseContent> = {}): ResponseContent => ({
  responseId: randomUUID(),
  judgement,
  movingOn: false,
  confidence: null,
  remark: '',
  evidence: null,
  ...more,
});

/** Gives an answer, and waits until SharePoint has it. */
export async function answered(
  device: Device,
  assessmentId: string,
  keyAreaId: string,
  content: ResponseContent,
): Promise<ResponseContent> {
  const { assessment } = await seenBy(device, assessmentId);
  must(await saveAnswer(device.work, assessment, keyAreaId, content));
  await sent(device);
  return content;
}

/** Everything a browser keeps, as text. */
export async function keptIn({ profile }: Device): Promise<string> {
  if (!profile) throw new Error('This device keeps nothing');
  const contents: unknown[] = [];
  for (const { name } of await profile.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = profile.open(name ?? '');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of database.objectStoreNames) {
      const request = database.transaction(store).objectStore(store).getAll();
      contents.push(
        await new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        }),
      );
    }
    database.close();
  }
  return JSON.stringify(contents);
}

const versions = z.object({ value: z.array(z.unknown()) });

/** Every version of every row of the lists, as text; SharePoint keeps what was written over. */
export async function allVersions(council: Council, lists: readonly ListName[] = listNames): Promise<string> {
  const owner = council.tenant.graphAs('priya');
  const found: unknown[] = [];
  for (const list of lists)
    for (const { itemId } of await council.rows(list)) {
      const path = `/sites/${siteId}/lists/${council.place.lists[list]}/items/${itemId}/versions?$expand=fields`;
      found.push(must(await owner.send({ method: 'GET', path, scopes: scopes.readLists }, versions)).value);
    }
  return JSON.stringify(found);
}

/** Every row of every list, as text. */
export async function allRows(council: Council): Promise<string> {
  const rows = await Promise.all(listNames.map((list) => council.rows(list)));
  return JSON.stringify(rows);
}

/** Shows the answers of a key area, and agrees on a level. */
export async function agreed(device: Device, assessmentId: string, keyAreaId: string, level: Level): Promise<void> {
  must(await showAnswers(device.work, assessmentId, [keyAreaId]));
  must(await agree(device.work, assessmentId, keyAreaId, { level, reason: `Reason for ${level}` }));
  await sent(device);
}

/** Changes a row by hand, past the product. */
export async function editByHand(
  access: ListAccess,
  list: ListName,
  key: string,
  fields: Row['fields'],
): Promise<void> {
  const row = must(await access.byKey(list, key));
  if (!row) throw new Error(`There is no ${key}`);
  must(await access.change(list, row.itemId, row.eTag, fields));
}
