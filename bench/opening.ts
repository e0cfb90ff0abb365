// Opening the product with 10, 100 and 1,000 past assessments in the lists: it must not cost more.
import { readView } from '../src/commands/view';
import { addOfficers } from '../test/scale/officers';
import { addYearsOfPast } from '../test/scale/yearsOfPast';
import { must } from '../test/sharepoint/tenant';
import { type Figure, type Measure, median } from './figures';
import { openAssessment } from './openAssessment';
import { arrive } from './participant';
import { startTenant } from './tenant';
import { noTraffic, type Traffic, withExchange } from './traffic';

const sizes = [10, 100, 1_000] as const;
const timesOpened = 15;

interface Cost extends Traffic {
  readonly units: number;
  readonly milliseconds: number;
}

async function openingAfter(past: number): Promise<Cost> {
  const tenant = await startTenant();
  try {
    await addYearsOfPast(tenant.directory, tenant.place, past);
    const [officer, ...others] = await tenant.inDatabase((database) => addOfficers(database, 12));
    if (!officer) throw new Error('There are no officers');
    const { priya, assessment } = await openAssessment(tenant, [officer, ...others], {
      keeps: 'memory',
      visible: false,
    });
    priya.leave();
    const before = (await tenant.log()).length;
    let traffic = noTraffic;
    const times: number[] = [];
    for (let time = 0; time < timesOpened; time += 1) {
      traffic = noTraffic;
      const since = performance.now();
      const opened = await arrive(tenant, officer, {
        keeps: 'indexed-database',
        visible: false,
        listen: (exchanged) => {
          traffic = withExchange(traffic, exchanged);
        },
      });
      must(await opened.work.replica.refresh());
      if (!(await readView(opened.work, assessment.id))) throw new Error('The open assessment is not seen');
      times.push(performance.now() - since);
      opened.leave();
    }
    const units =
      (await tenant.log()).slice(before).reduce((sum, { resourceUnits }) => sum + resourceUnits, 0) / timesOpened;
    return { ...traffic, units, milliseconds: median(times) };
  } finally {
    await tenant.end();
  }
}

export const opening: Measure = {
  name: 'opening',
  title: 'Opening the product, one assessment open, a device that kept nothing',
  async run(tell) {
    const costs: Cost[] = [];
    for (const past of sizes) {
      tell(`${past} past assessments`);
      costs.push(await openingAfter(past));
    }
    const [first] = costs;
    if (!first) return [];
    return costs.flatMap(({ calls, units, bytes, rows, milliseconds }, place): Figure[] => {
      const where = `after ${sizes[place]} assessments`;
      return [
        { what: `calls of Graph ${where}`, value: calls, unit: 'calls', most: first.calls },
        { what: `resource units ${where}`, value: units, unit: 'units', most: first.units },
        { what: `rows read ${where}`, value: rows, unit: 'rows', most: first.rows },
        { what: `received ${where}`, value: bytes / 1000, unit: 'kB' },
        {
          what: `time ${where} / after ${sizes[0]}`,
          value: milliseconds / first.milliseconds,
          unit: '×',
          detail: `middle of ${timesOpened}: ${milliseconds.toFixed(0)} ms`,
        },
      ];
    });
  },
};
