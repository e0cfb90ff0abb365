// A Microsoft 365 to measure against: the sandbox beside us, with the product set up in the team's site.
import * as z from 'zod';
import { openDatabase, type SandboxDatabase } from '../sandbox/store/database';
import { siteDomain, sitePath } from '../sandbox/store/seed';
import { planSetUp, setUp } from '../src/connection/setUp';
import { createGraph } from '../src/graph/client';
import type { Place } from '../src/sharepoint/place';
import { siteByPath } from '../src/sharepoint/sites';
import { newFolder } from '../test/scale/yearsOfPast';
import { must, personOf } from '../test/sharepoint/tenant';
import { environmentOn, newClock } from './clock';
import { type Reach, reach } from './reach';
import { sandboxBeside } from './sandboxProcess';

const logged = z.array(z.object({ path: z.string(), status: z.number(), resourceUnits: z.number(), time: z.string() }));
export type Logged = z.infer<typeof logged>[number];

export interface BenchTenant extends Reach {
  readonly directory: string;
  readonly place: Place;
  /** Works on the sandbox's database past its process. */
  inDatabase<T>(work: (database: SandboxDatabase) => T | Promise<T>): Promise<T>;
  /** Every call so far, oldest first, without the batches themselves. */
  log(): Promise<readonly Logged[]>;
  end(): Promise<void>;
}

/** Starts one whose clock runs at that speed. */
export async function startTenant(speed = 1): Promise<BenchTenant> {
  const { directory, remove } = newFolder();
  const clock = newClock(speed);
  const { origin, end } = await sandboxBeside(directory, clock);
  const reached = reach(origin, clock);
  const { baseUrl, tokenFor, control } = reached;
  const environment = environmentOn(clock, { online: true, visible: true });
  const owner = createGraph({ baseUrl, token: tokenFor(personOf('priya')), environment });
  const site = must(await siteByPath(owner, siteDomain, sitePath));
  const place = must(await setUp(owner, must(await planSetUp(owner, site)), () => undefined));
  return {
    ...reached,
    directory,
    place,
    async inDatabase(work) {
      const database = openDatabase(directory);
      try {
        return await work(database);
      } finally {
        database.close();
      }
    },
    log: async () => logged.parse(await control('GET', '/requests')).filter(({ path }) => path !== '/$batch'),
    async end() {
      await end();
      remove();
    },
  };
}
