// A thousand changes that were made without a network, once it is back: how long they take to reach SharePoint, and what memory they need.
import { randomUUID } from 'node:crypto';
import { inTransaction } from '../sandbox/store/database';
import type { Action } from '../src/assessment';
import { addOfficers } from '../test/scale/officers';
import { rowsInto } from '../test/scale/rowsInto';
import { must } from '../test/sharepoint/tenant';
import { deviceAllowance, tenantAllowance, unitsOfChange, unitsOfCreation } from './allowances';
import type { Figure, Measure } from './figures';
import { megabytesKept, megabytesUsed } from './memory';
import { firstArea, openAssessment } from './openAssessment';
import { arrive, type Participant, sent } from './participant';
import { type BenchTenant, startTenant } from './tenant';

/** How many times as fast as the machine's the clock runs. */
const speed = 8;
const [changed, created] = [500, 500];
const unitsNeeded = changed * unitsOfChange + created * unitsOfCreation;

const actionOf = (assessmentId: string, id: string, text: string): Action => ({
  id,
  assessmentId,
  keyAreaId: firstArea,
  text,
  owner: null,
  due: null,
  status: 'open',
});

/** An officer who has 500 actions of the open assessment on the device, as SharePoint has them. */
async function withActions(
  tenant: BenchTenant,
): Promise<{ readonly officer: Participant; readonly actions: readonly Action[] }> {
  const people = await tenant.inDatabase((database) => addOfficers(database, 12));
  const { priya, assessment } = await openAssessment(tenant, people, { keeps: 'memory', visible: false });
  priya.leave();
  const actions = Array.from({ length: changed }, () =>
    actionOf(assessment.id, randomUUID(), 'Publish the contract register'),
  );
  await tenant.inDatabase((database) =>
    inTransaction(database, () => {
      const rows = rowsInto(database, tenant.place);
      for (const record of actions)
        rows.add({ list: 'actions', key: record.id, record, by: priya.person }, new Date().toISOString());
      rows.finish();
    }),
  );
  const [person] = people;
  if (!person) throw new Error('There are no officers');
  const officer = await arrive(tenant, person, { keeps: 'indexed-database', visible: false });
  must(await officer.work.replica.refresh());
  return { officer, actions };
}

/** Changes every action and adds as many, while the network is away. */
async function workOffline({ work, environment }: Participant, actions: readonly Action[]): Promise<void> {
  environment.set({ online: false });
  for (const action of actions) await work.replica.put('actions', action.id, { ...action, status: 'done' }, action);
  for (const { assessmentId } of actions.slice(0, created)) {
    const id = randomUUID();
    await work.replica.put('actions', id, actionOf(assessmentId, id, 'Name an owner for each contract'));
  }
}

async function drain(tenant: BenchTenant, tell: (text: string) => void): Promise<readonly Figure[]> {
  const { officer, actions } = await withActions(tenant);
  const before = megabytesKept();
  await workOffline(officer, actions);
  const unsent = (await officer.work.replica.unsent()).length;
  if (unsent !== changed + created) throw new Error(`${unsent} changes wait, not ${changed + created}`);
  const waiting = megabytesKept();
  tell(`${unsent} changes wait, and the network is back`);
  const logged = (await tenant.log()).length;
  let [peak, exchanges] = [0, 0];
  officer.listen(() => {
    exchanges += 1;
    peak = Math.max(peak, megabytesUsed());
  });
  const since = performance.now();
  officer.environment.set({ online: true, visible: true });
  await sent(officer);
  const minutes = ((performance.now() - since) * speed) / 60_000;
  const log = (await tenant.log()).slice(logged);
  const units = log.reduce((sum, { resourceUnits }) => sum + resourceUnits, 0);
  const refusals = log.filter(({ status }) => status === 429).length;
  officer.leave();
  const took = `${minutes.toFixed(1)} minutes for ${unitsNeeded} units; clock × ${speed}`;
  return [
    {
      what: 'time to drain, of the least the pace allows one device',
      value: minutes / (unitsNeeded / deviceAllowance),
      unit: '×',
      detail: took,
    },
    {
      what: 'time to drain, of the least the smallest tenant allows',
      value: minutes / (unitsNeeded / tenantAllowance),
      unit: '×',
    },
    {
      what: 'resource units, of those needed',
      value: units / unitsNeeded,
      unit: '×',
      detail: `looking included; ${exchanges} exchanges`,
    },
    { what: 'refused for want of units', value: refusals, unit: 'refusals', most: 0 },
    { what: 'memory before', value: before, unit: 'MB' },
    {
      what: 'memory with all of it waiting',
      value: waiting,
      unit: 'MB',
      detail: 'the database is in memory here, unlike a browser’s',
    },
    { what: 'most memory while it was sent', value: peak, unit: 'MB' },
    { what: 'memory once all was sent', value: megabytesKept(), unit: 'MB' },
  ];
}

export const queued: Measure = {
  name: 'queued',
  title: '1,000 changes made without a network, once it is back',
  async run(tell) {
    const tenant = await startTenant(speed);
    try {
      return await drain(tenant, tell);
    } finally {
      await tenant.end();
    }
  },
};
