// What a digest costs: 200 assessments with four key areas each, all with something due, read and said by the unattended worker.
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { inTransaction, type SandboxDatabase } from '../sandbox/store/database';
import { clientId, siteDomain, sitePath, tenantId } from '../sandbox/store/seed';
import { usualArrangements } from '../src/assessment';
import { serverEnvironment } from '../src/base/serverEnvironment';
import { framework } from '../src/framework';
import { createGraph } from '../src/graph/client';
import { createAppSignIn } from '../src/hosts/appSignIn';
import type { Place } from '../src/sharepoint/place';
import { homeKey, keys } from '../src/sharepoint/records';
import { exitCodes } from '../src/unattended/exitCode';
import { run } from '../src/unattended/run';
import { addOfficers } from '../test/scale/officers';
import { rowsInto, type Written } from '../test/scale/rowsInto';
import { general } from '../test/scale/yearsOfPast';
import { must, personOf } from '../test/sharepoint/tenant';
import { microsoftAt } from '../test/unattended/microsoft';
import type { Figure, Measure } from './figures';
import { type BenchTenant, startTenant } from './tenant';

const many = 200;
const few = 4;
const answering = 12;
/** Assessments that are written in one go. */
const atATime = 10;
const dayLong = 24 * 3600_000;

/** As long as a sealed answer without a remark. */
const envelope = {
  version: 1 as const,
  content: 'x'.repeat(400),
  recipients: [1, 2].map(() => ({ keyId: randomUUID(), enc: 'x'.repeat(43), sealed: 'x'.repeat(64) })),
};

/** Open assessments of the General channel: twelve people answered everything, two key areas agreed, an action overdue in each. */
async function addOpen(database: SandboxDatabase, place: Place, howMany: number): Promise<void> {
  const priya = personOf('priya');
  const people = addOfficers(database, answering);
  const at = new Date(Date.now() - dayLong).toISOString();
  let writer = rowsInto(database, place);
  const add = (written: Written): void => writer.add(written, at);
  const writeDown = (): void => inTransaction(database, () => writer.finish());
  for (let nth = 0; nth < howMany; nth += 1) {
    if (nth % atATime === 0) {
      writeDown();
      writer = rowsInto(database, place);
      // The connections to the sandbox must have their turns, or they go stale.
      await new Promise((next) => setImmediate(next));
    }
    const id = randomUUID();
    const keyAreaIds = framework.theme.keyAreas.map((area) => area.id);
    const working = (key: string, record: Written<'workings'>['record'], by = priya): void =>
      add({ list: 'workings', key, record, by });
    add({
      list: 'assessments',
      key: id,
      by: priya,
      record: {
        id,
        title: `Service ${nth + 1}`,
        organisation: 'Northbridge Council',
        home: general,
        phase: 'open',
        practice: false,
        dueDate: null,
        frameworkId: framework.id,
        frameworkVersion: framework.version,
        keyAreaIds,
        facilitators: [priya],
        participants: people.map((person) => ({ ...person, takingPart: true })),
        showNames: false,
        publicKey: null,
        previousId: null,
        earlier: [],
        tellChannel: true,
        openedAt: at,
        sharedAt: null,
      },
    });
    working(keys.facilitators(id, 1), {
      kind: 'facilitators',
      assessmentId: id,
      serial: 1,
      facilitators: [priya],
      publicKey: null,
    });
    keyAreaIds.forEach((keyAreaId, area) => {
      const agreement = area < 2 ? ({ level: 3, reason: 'As most said', at, by: priya } as const) : null;
      const state = {
        assessmentId: id,
        keyAreaId,
        phase: agreement ? 'agreed' : 'revealed',
        agreement,
        target: null,
        reason: '',
      } as const;
      working(keys.area(id, keyAreaId), { kind: 'area', assessmentId: id, state });
      add({
        list: 'actions',
        key: randomUUID(),
        by: priya,
        record: {
          id: randomUUID(),
          assessmentId: id,
          keyAreaId,
          text: 'Brief the cabinet',
          owner: null,
          due: at.slice(0, 10),
          status: 'open',
        },
      });
      for (const person of people) {
        const record = {
          kind: 'response',
          assessmentId: id,
          keyAreaId,
          personId: person.id,
          frameworkVersion: framework.version,
          envelope,
        } as const;
        working(keys.response(id, keyAreaId, person.id), record, person);
      }
    });
  }
  const home = homeKey(general);
  const tell = { agreed: true, 'answers-shown': true, overdue: true, 'due-soon': true };
  add({
    list: 'workings',
    key: keys.arrangements(home),
    by: priya,
    record: { kind: 'arrangements', home, ...usualArrangements, tell },
  });
  writeDown();
}

interface Cost {
  readonly said: boolean;
  /** Exchanges over the network; a batch is one. */
  readonly exchanges: number;
  /** Calls of Graph, each part of a batch for itself. */
  readonly calls: number;
  readonly units: number;
  readonly rows: number;
  readonly milliseconds: number;
}

/** Runs the digest as its entry does. */
async function digest(tenant: BenchTenant): Promise<Cost> {
  let exchanges = 0;
  const there = microsoftAt({ baseUrl: tenant.baseUrl, fetch: globalThis.fetch });
  const fetch: typeof globalThis.fetch = (input, init) => {
    exchanges += 1;
    return there(input, init);
  };
  const workflows = z.record(z.string(), z.string()).parse(await tenant.control('GET', '/workflows'));
  const settings = {
    tenantId,
    clientId,
    proof: { kind: 'secret', secret: 'sandbox-secret' },
    sites: [{ domain: siteDomain, path: sitePath }],
    webhooks: new Map(Object.entries(workflows)),
    teamsAppId: clientId,
    tabAddress: 'https://leadership.example/tab.html',
  } as const;
  const { token } = must(createAppSignIn(settings, fetch));
  const before = (await tenant.log()).length;
  const since = performance.now();
  let [said, rows] = [false, 0];
  const exitCode = await run({
    command: 'digest',
    dryRun: false,
    settings,
    graph: createGraph({ baseUrl: tenant.baseUrl, token, environment: serverEnvironment, fetch }),
    token,
    fetch,
    environment: serverEnvironment,
    framework,
    linkTo: () => 'https://teams.microsoft.com/l/entity/app/tab',
    log: (happening) => {
      if (happening.event === 'said') said = true;
      if (happening.event === 'site-read') rows = happening.rows;
    },
    stopping: new AbortController().signal,
  });
  const milliseconds = performance.now() - since;
  if (exitCode !== exitCodes.done) throw new Error(`The worker ended with ${exitCode}`);
  const calls = (await tenant.log()).slice(before);
  const units = calls.reduce((sum, { resourceUnits }) => sum + resourceUnits, 0);
  return { said, exchanges, calls: calls.length, units, rows, milliseconds };
}

async function measured(howMany: number): Promise<{ readonly first: Cost; readonly second: Cost }> {
  const tenant = await startTenant();
  try {
    await tenant.inDatabase((database) => addOpen(database, tenant.place, howMany));
    const first = await digest(tenant);
    const second = await digest(tenant);
    if (!first.said || second.said) throw new Error('A digest is said once a day');
    return { first, second };
  } finally {
    await tenant.end();
  }
}

const figuresOf = (
  what: string,
  cost: Cost,
  most: { readonly exchanges: number; readonly units: number },
): Figure[] => [
  { what: `exchanges, ${what}`, value: cost.exchanges, unit: 'calls', most: most.exchanges },
  { what: `calls of Graph, ${what}`, value: cost.calls, unit: 'calls' },
  { what: `units, ${what}`, value: cost.units, unit: 'units', most: most.units },
  { what: `rows read, ${what}`, value: cost.rows, unit: 'rows' },
  { what: `time, ${what}`, value: cost.milliseconds, unit: 'ms' },
];

export const workerDigest: Measure = {
  name: 'worker-digest',
  title: `A digest of ${many} assessments with four key areas each, ${answering} people asked`,
  async run(tell) {
    tell(`${few} assessments`);
    const small = await measured(few);
    tell(`${many} assessments`);
    const large = await measured(many);
    return [
      ...figuresOf(`${few} assessments`, small.first, { exchanges: 20, units: 60 }),
      ...figuresOf(`${many} assessments`, large.first, { exchanges: 40, units: 80 }),
      ...figuresOf(`${many} assessments, said already`, large.second, { exchanges: 40, units: 80 }),
    ];
  },
};
