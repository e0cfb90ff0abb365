// Telling one person in their activity feed (Microsoft Graph: "userTeamwork: sendActivityNotification").
import { z } from 'zod';
import manifest from '../../appPackage/manifest.json';
import { addActivity } from '../store/activities';
import { findPerson, type Person } from '../store/people';
import { GraphFault } from './fault';
import { bodyOf } from './query';
import { roles, scopes } from './scopes';
import type { GraphContext, Route, Sandbox } from './types';

const wish = z.looseObject({
  topic: z.looseObject({
    source: z.enum(['text', 'entityUrl']),
    value: z.string().min(1),
    webUrl: z.string().nullish(),
  }),
  activityType: z.string().min(1),
  previewText: z.looseObject({ content: z.string().nullish() }).nullish(),
  templateParameters: z.array(z.looseObject({ name: z.string(), value: z.string() })).nullish(),
  chainId: z.number().nullish(),
  teamsAppId: z.string().nullish(),
});
type Wish = z.infer<typeof wish>;

/** Kinds of line that the app's manifest declares, with the text of each. */
const declared = z
  .looseObject({
    activities: z
      .looseObject({ activityTypes: z.array(z.looseObject({ type: z.string(), templateText: z.string() })) })
      .optional(),
  })
  .parse(manifest);

/** Every app has this kind without declaring it: free text. */
const systemDefault = { type: 'systemDefault', templateText: '{systemDefaultText}' };
const kinds = [systemDefault, ...(declared.activities?.activityTypes ?? [])];

const bad = (message: string): GraphFault => new GraphFault(400, 'BadRequest', message);

/** The text of the line, its gaps filled; `{actor}` is who sends it. */
function titleOf(asked: Wish, actor: string): string {
  const kind = kinds.find(({ type }) => type === asked.activityType);
  if (kind === undefined)
    throw bad(`Activity type '${asked.activityType}' is not declared in the manifest of the app.`);
  const values = new Map([
    ['actor', actor],
    ...(asked.templateParameters ?? []).map(({ name, value }) => [name, value] as const),
  ]);
  return kind.templateText.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw bad(`The template parameter '${name}' is missing.`);
    return value;
  });
}

function addressOf({ topic }: Wish, sandbox: Sandbox): string {
  const address = topic.source === 'text' ? (topic.webUrl ?? '') : topic.value;
  if (topic.source === 'entityUrl') return address;
  const isDeepLink = ['https://teams.microsoft.com/l/', `${sandbox.origin()}/l/`].some((start) =>
    address.startsWith(start),
  );
  if (!isDeepLink) throw bad("'topic.webUrl' must be a Microsoft Teams deep link when 'topic.source' is 'text'.");
  return address;
}

// The app is installed in the team, so for its members; for a councillor it is not.
const hasApp = ({ role }: Person): boolean => role !== 'councillor' && role !== 'guest';

async function tell(c: GraphContext, sandbox: Sandbox): Promise<Response> {
  const person = findPerson(sandbox.database, c.req.param('user') ?? '');
  if (person === undefined) throw new GraphFault(404, 'NotFound', 'The recipient was not found.');
  const asked = await bodyOf(c, wish);
  const title = titleOf(asked, c.get('person').displayName);
  const webUrl = addressOf(asked, sandbox);
  if (!hasApp(person)) {
    throw new GraphFault(
      403,
      'Forbidden',
      'The application is not authorized to generate notifications to the recipient. Ensure that the expected Teams app is installed in the target scope (user, team, or chat).',
    );
  }
  addActivity(sandbox.database, person.id, {
    id: sandbox.newId(),
    createdAt: sandbox.now().toISOString(),
    sentBy: c.get('person').id,
    read: false,
    activityType: asked.activityType,
    title,
    preview: asked.previewText?.content ?? '',
    topic: asked.topic.source === 'text' ? asked.topic.value : '',
    webUrl,
  });
  return c.body(null, 204);
}

export const activityRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/users/:user/teamwork/sendActivityNotification',
    scopes: scopes.activity,
    roles: roles.activity,
    need: { on: 'nothing' },
    units: 0,
    handle: tell,
  },
];
