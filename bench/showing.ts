// The showing of 300 answers, as the facilitator's page goes through it, with a screen that follows every change.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { showAnswers } from '../src/commands/showAnswers';
import { readView } from '../src/commands/view';
import { addAnswers } from '../test/scale/answers';
import { addOfficers } from '../test/scale/officers';
import { must } from '../test/sharepoint/tenant';
import { deviceAllowance, unitsOfCreation } from './allowances';
import type { Figure, Measure } from './figures';
import { firstArea, openAssessment } from './openAssessment';
import { startTenant } from './tenant';

const sizes = [12, 300] as const;
/** How many times as fast as the machine's the clock runs. */
const speed = 8;

interface Shown {
  /** By the clock. */
  readonly minutes: number;
  readonly longestBlock: number;
  readonly batches: number;
  readonly drawn: number;
}

async function showing(howMany: number): Promise<Shown> {
  const tenant = await startTenant(speed);
  try {
    const people = await tenant.inDatabase((database) => addOfficers(database, howMany));
    const { priya, assessment } = await openAssessment(tenant, people, { keeps: 'indexed-database', visible: false });
    const { publicKey } = assessment;
    if (!publicKey) throw new Error('The assessment has no key');
    await tenant.inDatabase((database) =>
      addAnswers(database, tenant.place, { ...assessment, publicKey }, firstArea, people),
    );
    must(await priya.work.replica.refresh());
    let drawn = 0;
    const stopDrawing = priya.work.replica.watch(
      () => readView(priya.work, assessment.id),
      () => {
        drawn += 1;
      },
      (error) => console.error(error),
    );
    let batches = 0;
    priya.listen(() => {
      batches += 1;
    });
    const blocks = monitorEventLoopDelay({ resolution: 1 });
    blocks.enable();
    const since = performance.now();
    must(await showAnswers(priya.work, assessment.id, [firstArea]));
    const minutes = ((performance.now() - since) * speed) / 60_000;
    blocks.disable();
    stopDrawing();
    const shown = (await readView(priya.work, assessment.id))?.responses.length;
    if (shown !== howMany) throw new Error(`${shown} of ${howMany} answers were shown`);
    priya.leave();
    return { minutes, longestBlock: blocks.max / 1e6, batches, drawn };
  } finally {
    await tenant.end();
  }
}

export const showingAnswers: Measure = {
  name: 'showing',
  title: 'Showing the answers to one key area, with a screen that follows',
  async run(tell) {
    const all: Shown[] = [];
    for (const howMany of sizes) {
      tell(`${howMany} answers`);
      all.push(await showing(howMany));
    }
    const blocks = all.map(
      ({ longestBlock }, place): Figure => ({
        what: `longest time that the page could not react, ${sizes[place]} answers`,
        value: longestBlock,
        unit: 'ms',
      }),
    );
    const [, many] = all;
    if (!many) return blocks;
    const least = (sizes[1] * unitsOfCreation) / deviceAllowance;
    const detail = `${(many.minutes * 60).toFixed(0)} s; ${many.batches} exchanges; the screen was drawn anew ${many.drawn} times`;
    return [
      {
        what: `showing ${sizes[1]}, of the least the pace allows one device`,
        value: many.minutes / least,
        unit: '×',
        detail,
      },
      ...blocks,
    ];
  },
};
