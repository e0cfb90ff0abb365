// A sandbox for one test file, and a caller that speaks to its Graph as one of the demo people.
import { type RunningSandbox, type StartOptions, startSandbox } from '../../../sandbox/start';
import { clientId, generalChannelId, people, siteId, teamId, tenantId } from '../../../sandbox/store/seed';

const everyScope = [
  'User.Read',
  'User.ReadBasic.All',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Files.Read',
  'Files.ReadWrite.AppFolder',
  'Team.ReadBasic.All',
  'Channel.ReadBasic.All',
  'ChannelMessage.Send',
  'ChannelMessage.Read.All',
];

export const site = `/sites/${siteId}`;
export const messages = `/teams/${teamId}/channels/${encodeURIComponent(generalChannelId)}/messages`;

/** A member of a collection, or an entity: the members that tests speak of. */
export interface Row {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly eTag: string;
  readonly path: string;
  readonly role: string;
  readonly user: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string & Body;
  readonly deleted?: object;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly sharePointIds: { readonly siteId: string };
  readonly parentReference: { readonly driveId: string };
  readonly columns: readonly Row[];
  readonly webUrl: string;
  readonly list: { readonly hidden: boolean };
  readonly struck: number;
  readonly error: { readonly code: string; readonly message: string };
}

interface Tally {
  readonly units: number;
  readonly refused: number;
}

/** The JSON body of an answer, as far as tests speak of it. Which members are there is for their expectations to say. */
export interface Body extends Row, ReadonlyArray<Row> {
  readonly value: readonly Row[];
  readonly responses: readonly Row[];
  readonly access_token: string;
  readonly threshold: number;
  readonly rules: readonly Row[];
  readonly limit: number | null;
  readonly secondsLeft: number;
  readonly minute: Tally;
  readonly total: Tally;
  readonly people: Readonly<Record<string, { readonly minute: Tally; readonly total: Tally }>>;
  readonly notificationUrl: string;
  readonly expirationDateTime: string;
  readonly '@odata.count': number;
  readonly '@odata.nextLink'?: string;
  readonly '@odata.deltaLink': string;
}

/** What came back: JSON is parsed; `text` is the body as it was. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

export type Call = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** Calls any address of a sandbox, with JSON in and out. */
export async function send(
  origin: string,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const url = path.startsWith('http') ? path : `${origin}${path}`;
  const json = body === undefined ? {} : { 'Content-Type': 'application/json' };
  const payload = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url, {
    method,
    headers: { ...json, ...headers },
    ...(payload === undefined ? {} : { body: payload }),
  });
  const text = await response.text();
  const isJson = /json/.test(response.headers.get('Content-Type') ?? '');
  return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
}

/** A token for the person with this short name. */
export async function tokenFor(origin: string, slug: string, scopes: readonly string[] = everyScope): Promise<string> {
  const person = people.find((each) => each.slug === slug);
  const { body } = await send(origin, 'POST', '/sandbox/token', { userId: person?.id, scopes });
  return body.access_token;
}

/** Asks the token endpoint for a token of the app; `parameters` says how it proves who it is, or what else is asked. */
export const askToken = (
  origin: string,
  parameters: Readonly<Record<string, string>>,
  tenant = tenantId,
): Promise<Answer> => {
  const usual = {
    grant_type: 'client_credentials',
    client_id: clientId,
    scope: 'https://graph.microsoft.com/.default',
  };
  const body = String(new URLSearchParams({ ...usual, ...parameters }));
  return send(origin, 'POST', `/${tenant}/oauth2/v2.0/token`, body, {
    'Content-Type': 'application/x-www-form-urlencoded',
  });
};

export interface TestSandbox {
  readonly origin: string;
  readonly running: RunningSandbox;
  /** Graph as a person; paths are relative to the version root, or whole links. */
  readonly as: (slug: string, scopes?: readonly string[]) => Promise<Call>;
  /** Graph as the app, without a person. */
  readonly asApp: () => Promise<Call>;
  /** The sandbox's own interfaces. */
  readonly own: Call;
  readonly idOf: (slug: string) => string;
}

/** Starts a sandbox that keeps nothing; close it with `running.close()`. */
export async function startForTest(options: Partial<StartOptions> = {}): Promise<TestSandbox> {
  const running = await startSandbox({
    port: 0,
    directory: ':memory:',
    quiet: true,
    ...options,
    settings: { tenantSize: 'without-limit', ...options.settings },
  });
  const { origin } = running;
  return {
    origin,
    running,
    own: (method, path, body, headers) => send(origin, method, `/sandbox${path}`, body, headers),
    as: async (slug, scopes) => {
      const token = await tokenFor(origin, slug, scopes);
      return (method, path, body, headers = {}) =>
        send(origin, method, path.startsWith('http') ? path : `/graph/v1.0${path}`, body, {
          Authorization: `Bearer ${token}`,
          ...headers,
        });
    },
    asApp: async () => {
      const answer = await askToken(origin, { client_secret: 'sandbox-secret' });
      return (method, path, body, headers = {}) =>
        send(origin, method, path.startsWith('http') ? path : `/graph/v1.0${path}`, body, {
          Authorization: `Bearer ${answer.body.access_token}`,
          ...headers,
        });
    },
    idOf: (slug) => people.find((each) => each.slug === slug)?.id ?? '',
  };
}

/** Creates a list with one column of each kind the product uses; answers its address. */
export async function makeList(call: Call, displayName: string): Promise<string> {
  const { status, body, text } = await call('POST', `${site}/lists`, {
    displayName,
    list: { template: 'genericList' },
    columns: [
      { name: 'AssessmentId', text: {}, indexed: true },
      { name: 'Key', text: {}, indexed: true, enforceUniqueValues: true },
      { name: 'Body', text: { allowMultipleLines: true } },
      { name: 'Level', number: { decimalPlaces: 'none', minimum: 0, maximum: 5 } },
      { name: 'State', choice: { choices: ['open', 'closed'], displayAs: 'dropDownMenu' } },
      { name: 'Due', dateTime: { format: 'dateOnly' } },
      { name: 'At', dateTime: { format: 'dateTime' } },
      { name: 'Told', boolean: {} },
      { name: 'Secret', text: {}, hidden: true },
    ],
  });
  if (status !== 201) throw new Error(`The list was not made: ${text}`);
  return `${site}/lists/${body.id}`;
}
