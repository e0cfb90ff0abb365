// A council for the worker: lists that people filled, two channels with a workflow, and the worker run against them as its entry runs it.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import {
  boardChannelId,
  clientId,
  generalChannelId,
  siteDomain,
  siteId,
  sitePath,
  teamId,
  tenantId,
} from '../../sandbox/store/seed';
import type { Action, Arrangements, Assessment, KeyAreaState } from '../../src/assessment';
import { usualArrangements } from '../../src/assessment';
import type { Environment } from '../../src/base/environment';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { framework } from '../../src/framework';
import { createGraph } from '../../src/graph/client';
import { createAppSignIn } from '../../src/hosts/appSignIn';
import { deepLink } from '../../src/hosts/deepLink';
import { listAccess } from '../../src/sharepoint/access';
import { decode, encode } from '../../src/sharepoint/codecs';
import type { Place } from '../../src/sharepoint/place';
import { type ChannelMessage, homeKey, keys, type ListName, type RecordOf } from '../../src/sharepoint/records';
import { siteByPath } from '../../src/sharepoint/sites';
import { wholeList } from '../../src/sharepoint/wholeList';
import type { ExitCode } from '../../src/unattended/exitCode';
import type { Command, Happening } from '../../src/unattended/log';
import { run } from '../../src/unattended/run';
import type { Settings } from '../../src/unattended/settings';
import { londonDay } from '../../src/words';
import { exampleAssessment, exampleState, firstArea } from '../assessment/examples';
import { must, personOf, startTenant, type Tenant } from '../sharepoint/tenant';
import { microsoftAt } from './microsoft';

// A busy machine is no fault of what is tested.
jest.setTimeout(60_000);

export const general = { teamId, channelId: generalChannelId, channelName: 'General' };
export const board = { teamId, channelId: boardChannelId, channelName: 'Commercial board' };

/** Everything that may be told is. */
export const tellAll: Arrangements = {
  ...usualArrangements,
  tell: { waiting: true, 'answers-shown': true, agreed: true, 'due-soon': true, overdue: true, question: true },
};

/** How much faster than the machine's the clock of the worker's waits runs. */
const hurry = 40;
const dayLong = 24 * 3600_000;

export interface WorkerOptions {
  readonly command?: Command;
  readonly dryRun?: boolean;
  readonly settings?: Partial<Settings>;
  readonly fetch?: typeof fetch;
  readonly stopping?: AbortSignal;
  /** Told of every event as it happens. */
  readonly hear?: (happening: Happening) => void;
}

export interface Ran {
  readonly exitCode: ExitCode;
  readonly happened: readonly Happening[];
  readonly events: readonly Happening['event'][];
}

export interface Line {
  readonly title: string;
  readonly preview: string;
  readonly webUrl: string;
}

const posts = z.object({
  value: z.array(z.object({ attachments: z.array(z.object({ content: z.string() })), from: z.unknown() })),
});

export type WorkerCouncil = Awaited<ReturnType<typeof openWorkerCouncil>>;

/** Starts it: lists set up by Priya, in this process. */
export async function openWorkerCouncil() {
  let ahead = 0;
  const now = (): Date => new Date(Date.now() + ahead);
  const tenant = await startTenant({ inProcess: true, now });
  const owner = tenant.graphAs('priya');
  const site = must(await siteByPath(owner, siteDomain, sitePath));
  const place = must(await setUp(owner, must(await planSetUp(owner, site)), () => undefined));
  const workflows = z.record(z.string(), z.string()).parse(await tenant.control('GET', '/workflows'));
  const environment: Environment = {
    now,
    newId: randomUUID,
    randomBelow: () => 0,
    online: () => true,
    visible: () => true,
    onChange: () => () => undefined,
    after: (milliseconds, callback) => {
      const timer = setTimeout(callback, milliseconds / hurry);
      return () => clearTimeout(timer);
    },
  };
  const council = {
    tenant,
    place,
    environment,
    /** The day so many days from now, in London. */
    day: (days: number): string => londonDay(new Date(now().getTime() + days * dayLong)),
    /** Lets time pass, for SharePoint and the worker alike. */
    pass(milliseconds: number): void {
      ahead += milliseconds;
    },
    write: <L extends ListName>(slug: string, list: L, key: string, record: RecordOf[L]) =>
      writeRow(tenant, place, slug, list, key, record),
    /** An assessment that Priya opened three days ago; she, Tom and Aisha are asked. */
    async opened(changes: Partial<Assessment> = {}): Promise<Assessment> {
      const people = ['priya', 'tom', 'aisha'].map(personOf);
      const assessment = exampleAssessment({
        id: randomUUID(),
        home: general,
        facilitators: people.slice(0, 1),
        participants: people.map((person) => ({ ...person, takingPart: true })),
        dueDate: null,
        openedAt: new Date(now().getTime() - 3 * dayLong).toISOString(),
        tellChannel: false,
        ...changes,
      });
      await council.write('priya', 'assessments', assessment.id, assessment);
      return assessment;
    },
    arrange: (home: Assessment['home'], arrangements: Arrangements = tellAll) =>
      council.write('priya', 'workings', keys.arrangements(homeKey(home)), {
        kind: 'arrangements',
        home: homeKey(home),
        ...arrangements,
      }),
    /** Somebody's sealed answers to all key areas. */
    async answered({ id, keyAreaIds }: Assessment, slug: string): Promise<void> {
      const personId = personOf(slug).id;
      const envelope = { version: 1 as const, content: '', recipients: [] };
      for (const keyAreaId of keyAreaIds)
        await council.write(slug, 'workings', keys.response(id, keyAreaId, personId), {
          kind: 'response',
          assessmentId: id,
          keyAreaId,
          personId,
          frameworkVersion: framework.version,
          envelope,
        });
    },
    async area({ id }: Assessment, changes: Partial<KeyAreaState>): Promise<void> {
      const state = exampleState({ assessmentId: id, ...changes });
      await council.write('priya', 'workings', keys.area(id, state.keyAreaId), {
        kind: 'area',
        assessmentId: id,
        state,
      });
    },
    async action({ id }: Assessment, changes: Partial<Action> = {}): Promise<Action> {
      const action: Action = {
        id: randomUUID(),
        assessmentId: id,
        keyAreaId: firstArea,
        text: 'Brief the cabinet',
        owner: { kind: 'post', post: 'Head of procurement' },
        due: council.day(-1),
        status: 'open',
        ...changes,
      };
      await council.write('priya', 'actions', action.id, action);
      return action;
    },
    /** The cards of a channel. */
    async cards(channelId = generalChannelId): Promise<readonly string[]> {
      const path = `/teams/${teamId}/channels/${encodeURIComponent(channelId)}/messages?$top=50`;
      const read = await owner.send({ method: 'GET', path, scopes: ['ChannelMessage.Read.All'] }, posts);
      return must(read).value.map((each) => each.attachments[0]?.content ?? '');
    },
    async feed(slug: string): Promise<readonly Line[]> {
      return (await tenant.control('GET', `/teams/activities/${personOf(slug).id}`)) as Line[];
    },
    /** The rows of messages, as they lie in the list. */
    async messages(): Promise<readonly ChannelMessage[]> {
      const rows = must(await wholeList(owner, place, 'workings'));
      return rows.flatMap((row) => {
        const decoded = decode('workings', row);
        return decoded.ok && decoded.value.record.kind === 'message' ? [decoded.value.record] : [];
      });
    },
    /** What misbehaves from now on. */
    async faults(...rules: readonly object[]): Promise<void> {
      await tenant.control('DELETE', '/faults');
      if (rules.length > 0) await tenant.control('POST', '/faults', { rules });
    },
    grant: (right: 'none' | 'read' | 'write') => tenant.control('PUT', `/site-grants/${siteId}`, { right }),
    /** Runs the worker, as its entry does. */
    async work(options: WorkerOptions = {}): Promise<Ran> {
      const happened: Happening[] = [];
      const settings: Settings = {
        tenantId,
        clientId,
        proof: { kind: 'secret', secret: 'sandbox-secret' },
        sites: [{ domain: siteDomain, path: sitePath }],
        webhooks: new Map(Object.entries(workflows)),
        teamsAppId: clientId,
        tabAddress: 'https://leadership.example/tab.html',
        ...options.settings,
      };
      const fetch = options.fetch ?? microsoftAt(tenant);
      const { token } = must(createAppSignIn(settings, fetch));
      const exitCode = await run({
        command: options.command ?? 'remind',
        dryRun: options.dryRun ?? false,
        settings,
        // At the sandbox's own address: the links in its answers name it.
        graph: createGraph({ baseUrl: tenant.baseUrl, token, environment, fetch }),
        token,
        fetch,
        environment,
        framework,
        linkTo: (channelId, subPage, label) =>
          deepLink(
            { appId: clientId, entityId: 'tab', subPage, label, webUrl: settings.tabAddress, channelId, chatId: null },
            'https://teams.microsoft.com',
          ),
        log: (happening) => {
          happened.push(happening);
          options.hear?.(happening);
        },
        stopping: options.stopping ?? new AbortController().signal,
      });
      return { exitCode, happened, events: happened.map(({ event }) => event) };
    },
    close: tenant.close,
  };
  return council;
}

async function writeRow<L extends ListName>(
  tenant: Tenant,
  place: Place,
  slug: string,
  list: L,
  key: string,
  record: RecordOf[L],
): Promise<void> {
  const access = listAccess(tenant.graphAs(slug), place);
  const before = must(await access.byKey(list, key));
  const fields = encode(list, record, key);
  must(before ? await access.change(list, before.itemId, before.eTag, fields) : await access.create(list, fields));
}
