// The worker as an operator runs it: the built program, in a process of its own, against a Microsoft 365; and what people then see in Teams.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { clientId, generalChannelId, siteDomain, sitePath, teamId, tenantId } from '../../sandbox/store/seed';
import type { Assessment } from '../../src/assessment';
import { planSetUp, setUp } from '../../src/connection/setUp';
import { createGraph } from '../../src/graph/client';
import { listAccess } from '../../src/sharepoint/access';
import { encode } from '../../src/sharepoint/codecs';
import { homeKey, keys } from '../../src/sharepoint/records';
import { siteByPath } from '../../src/sharepoint/sites';
import { exitCodes } from '../../src/unattended/exitCode';
import { exampleAssessment } from '../assessment/examples';
import { product } from '../browser/person';
import { environment, must, personOf } from '../sharepoint/tenant';
import { personId, siteAs } from './site';
import { type Stage, setStage } from './stage';

jest.setTimeout(120_000);

const root = path.resolve(__dirname, '../..');
const home = { teamId, channelId: generalChannelId, channelName: 'General' };
const dayLong = 24 * 3600_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage?.close();
  expect(stage?.troubles.found).toEqual([]);
});

interface Ended {
  readonly code: number | null;
  readonly lines: readonly { readonly event: string }[];
}

/** Runs the built worker with a manager's environment; Microsoft's addresses lead to the sandbox. */
function worker(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ended> {
  const program = [
    '--import',
    path.join(root, 'scripts/sandboxNetwork.mjs'),
    path.join(root, 'build/worker/worker.mjs'),
  ];
  const child = spawn(process.execPath, [...program, ...args], {
    env: { PATH: process.env.PATH, SANDBOX: stage.sandbox.origin, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        code,
        lines: text
          .split('\n')
          .filter((line) => line !== '')
          .map((line) => JSON.parse(line)),
      }),
    );
  });
}

async function settings(): Promise<Readonly<Record<string, string>>> {
  const workflows = await (await siteAs(stage.sandbox, 'priya')).sandbox('GET', '/workflows');
  return {
    AAD_APP_TENANT_ID: tenantId,
    AAD_APP_CLIENT_ID: clientId,
    TEAMS_APP_ID: 'c94d2b7e-5f16-4a83-b0e9-1d7c58a23f60',
    TAB_ENDPOINT: stage.sandbox.productOrigin,
    WORKER_SITES: `https://${siteDomain}${sitePath}`,
    WORKER_WEBHOOKS: JSON.stringify(workflows),
    // The identity that the sandbox gives the machine.
    IDENTITY_ENDPOINT: `${stage.sandbox.origin}/sandbox/identity`,
    IDENTITY_HEADER: 'sandbox',
  };
}

/** An assessment that waits for Tom, with an action overdue. */
async function waitingAssessment(): Promise<Assessment> {
  const site = await siteAs(stage.sandbox, 'priya');
  const token = async (scopes: readonly string[]) => {
    const given = await site.sandbox('POST', '/token', { userId: personId('priya'), scopes: [...scopes] });
    return { ok: true as const, value: (given as { access_token: string }).access_token };
  };
  const graph = createGraph({ baseUrl: `${stage.sandbox.origin}/graph/v1.0`, token, environment });
  const found = must(await siteByPath(graph, siteDomain, sitePath));
  const place = must(await setUp(graph, must(await planSetUp(graph, found)), () => undefined));
  const access = listAccess(graph, place);
  const assessment = exampleAssessment({
    home,
    facilitators: [personOf('priya')],
    participants: [{ ...personOf('tom'), takingPart: true }],
    openedAt: new Date(Date.now() - 3 * dayLong).toISOString(),
    tellChannel: false,
  });
  must(await access.create('assessments', encode('assessments', assessment, assessment.id)));
  const arrangements = {
    kind: 'arrangements',
    home: homeKey(home),
    tell: { waiting: true, overdue: true },
    actionsTo: 'channel',
    quiet: null,
    preElection: [],
  } as const;
  must(await access.create('workings', encode('workings', arrangements, keys.arrangements(homeKey(home)))));
  const due = new Date(Date.now() - 2 * dayLong).toISOString().slice(0, 10);
  const action = { id: 'a1', assessmentId: assessment.id, keyAreaId: assessment.keyAreaIds[0] ?? '', due } as const;
  const record = { ...action, text: 'Brief the cabinet', owner: null, status: 'open' } as const;
  must(await access.create('actions', encode('actions', record, record.id)));
  await site.sandbox('POST', `/teams/conversations/${encodeURIComponent(generalChannelId)}/tabs`, {
    entityId: 'procurement-assessment',
    contentUrl: `${stage.sandbox.productOrigin}/tab.html`,
    name: 'Showing leadership',
    addedBy: personId('priya'),
  });
  return assessment;
}

test('without settings it names what is missing, and ends with the code for that', async () => {
  const { code, lines } = await worker(['remind'], {});
  expect(code).toBe(exitCodes.configuration);
  expect(lines.map(({ event }) => event)).toEqual(Array.from({ length: 6 }, () => 'settings-wrong'));
  expect((await worker(['shout'], await settings())).code).toBe(exitCodes.configuration);
});

test('two at once remind one person once; the person sees it in Teams and comes to the assessment; the channel has one card', async () => {
  const assessment = await waitingAssessment();
  const env = await settings();
  const dry = await worker(['remind', '--dry-run'], env);
  expect([dry.code, dry.lines.filter(({ event }) => event === 'would-say').length]).toEqual([exitCodes.done, 2]);
  const both = await Promise.all([worker(['remind'], env), worker(['remind'], env)]);
  expect(both.map(({ code }) => code)).toEqual([exitCodes.done, exitCodes.done]);
  expect(both.flatMap(({ lines }) => lines).filter(({ event }) => event === 'said')).toHaveLength(2);

  const page = await stage.window(await stage.profile(), 'as=tom&in=general');
  await page.getByRole('button', { name: /Activity.*1 new/ }).click();
  const line = page.getByRole('main').getByRole('button');
  await line.filter({ hasText: assessment.title }).waitFor();
  expect(await line.count()).toBe(1);
  await stage.look(page, 'worker-activity');
  await line.click();
  await product(page).getByRole('heading', { name: assessment.title }).waitFor();
  await page.getByRole('button', { name: 'Activity', exact: true }).waitFor();

  await page.getByRole('button', { name: 'General', exact: true }).click();
  await page.getByRole('tab', { name: 'Posts' }).click();
  await page.getByRole('article', { name: 'Post by Workflows' }).getByText('Brief the cabinet').waitFor();
  expect(await page.getByRole('article').count()).toBe(1);
  await stage.look(page, 'worker-channel');
});

test('a watch ends when it is told to, with what it has begun done', async () => {
  const program = [
    '--import',
    path.join(root, 'scripts/sandboxNetwork.mjs'),
    path.join(root, 'build/worker/worker.mjs'),
  ];
  const child = spawn(process.execPath, [...program, 'watch'], {
    env: { PATH: process.env.PATH, SANDBOX: stage.sandbox.origin, ...(await settings()) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let text = '';
  child.stdout.on('data', (chunk) => {
    text += String(chunk);
    if (!child.killed && text.includes('"site-read"')) child.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect(code).toBe(exitCodes.done);
  expect(text).toContain('"stopping"');
  expect(text).toContain('"finished"');
});
