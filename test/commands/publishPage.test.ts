// One page an assessment, whatever breaks off where: a model of the site and the row, with owners that die between any two steps.
import fc from 'fast-check';
import type { Person } from '../../src/base/person';
import { fail, ok, type Result } from '../../src/base/result';
import type { PageRow, PageRows } from '../../src/commands/pageRow';
import { pageName, publishPage, seenOf } from '../../src/commands/publishPage';
import type { GraphFault } from '../../src/graph/faults';
import type { ResultsPage } from '../../src/report';
import type { PageWorking } from '../../src/sharepoint/records';
import type { Page, Pages } from '../../src/sharepoint/resultsPage';
import { must } from '../sharepoint/tenant';

const id = '10000000-0000-4000-8000-000000000001';
const priya: Person = { id: 'priya', displayName: 'Priya Shah' };
const tom: Person = { id: 'tom', displayName: 'Tom Okafor' };

interface Held {
  page: Page;
  content: string;
  published: string | null;
}

/** Somebody's process ended: nothing after it happens. */
class Died extends Error {}

/** A site and the row, with a clock that moves on with every step. */
class Site {
  time = Date.parse('2026-11-24T10:00:00Z');
  readonly pages: Held[] = [];
  row: PageRow | null = null;
  private count = 0;
  /** How many steps whoever is at work may still take. */
  steps = Number.POSITIVE_INFINITY;
  refuse: (step: string) => GraphFault | null = () => null;

  now = (): string => new Date(this.time).toISOString();

  /** One step: counted, timed, refused where the test says so. Whoever dies may die before or after it is done. */
  private async step<T>(name: string, work: () => Result<T, GraphFault>): Promise<Result<T, GraphFault>> {
    await Promise.resolve();
    if (this.steps <= 0) throw new Died();
    this.steps -= 1;
    this.time += 1000;
    const refusal = this.refuse(name);
    const done = refusal === null ? work() : fail(refusal);
    await Promise.resolve();
    if (this.steps <= 0) throw new Died();
    this.steps -= 1;
    return done;
  }

  private next = (): string => {
    this.count += 1;
    return String(this.count);
  };

  rowsOf(by: Person): PageRows {
    const put = (itemId: string, page: PageWorking): PageRow => {
      this.row = { itemId, eTag: this.next(), lastModifiedBy: by, lastModifiedAt: this.now(), page };
      return this.row;
    };
    return {
      read: () => this.step('row.read', () => ok(this.row)),
      create: (page) =>
        this.step('row.create', () => (this.row ? fail({ kind: 'already-exists' }) : ok(put(this.next(), page)))),
      change: (before, page) =>
        this.step('row.change', () =>
          this.row?.eTag === before.eTag ? ok(put(before.itemId, page)) : fail({ kind: 'conflict' }),
        ),
    };
  }

  touch(held: Held, by: Person): void {
    held.page = { ...held.page, eTag: this.next(), lastModifiedBy: by, lastModifiedAt: this.now() };
  }

  /** Somebody changes the page in SharePoint. */
  editByHand(by: Person, content: string): void {
    const [held] = this.pages;
    if (!held) throw new Error('There is no page.');
    this.time += 1000;
    held.content = content;
    held.published = content;
    this.touch(held, by);
  }

  pagesOf(by: Person): Pages {
    const missing = fail<GraphFault>({ kind: 'not-found', what: 'page' });
    const of = (pageId: string): Held | undefined => this.pages.find(({ page }) => page.id === pageId);
    const withPage = <T>(pageId: string, then: (held: Held) => Result<T, GraphFault>): Result<T, GraphFault> => {
      const held = of(pageId);
      return held ? then(held) : missing;
    };
    return {
      read: (pageId) => this.step('page.read', () => withPage(pageId, ({ page }) => ok(page))),
      byName: (name) =>
        this.step('page.byName', () => ok(this.pages.find(({ page }) => page.name === name)?.page ?? null)),
      create: (name, content) =>
        this.step('page.create', () => {
          if (this.pages.some(({ page }) => page.name === name)) return fail({ kind: 'already-exists' });
          const stamp = { lastModifiedBy: by, lastModifiedAt: this.now() };
          const page: Page = { id: this.next(), name, url: `https://x.example/${name}`, eTag: this.next(), ...stamp };
          this.pages.push({ page, content: content.title, published: null });
          return ok(page);
        }),
      change: (pageId, eTag, content) =>
        this.step('page.change', () =>
          withPage(pageId, (held) => {
            if (held.page.eTag !== eTag) return fail({ kind: 'conflict' });
            held.content = content.title;
            this.touch(held, by);
            return ok(undefined);
          }),
        ),
      publish: (pageId) =>
        this.step('page.publish', () =>
          withPage(pageId, (held) => {
            held.published = held.content;
            this.touch(held, by);
            return ok(undefined);
          }),
        ),
      remove: (pageId) =>
        this.step('page.remove', () =>
          withPage(pageId, (held) => {
            this.pages.splice(this.pages.indexOf(held), 1);
            return ok(undefined);
          }),
        ),
    };
  }

  private attempts = 0;
  publish(by: Person, title: string, replace: string | null = null): Promise<Result<PageWorking, GraphFault>> {
    this.attempts += 1;
    const content: ResultsPage = { title, sections: [] };
    return publishPage({
      rows: this.rowsOf(by),
      pages: this.pagesOf(by),
      assessmentId: id,
      content,
      sharedAt: title,
      owner: `owner ${this.attempts}`,
      now: new Date(this.time),
      replace,
    });
  }

  /** Long enough for everybody to take the owner for gone. */
  wait(): void {
    this.time += 10 * 60_000;
    this.steps = Number.POSITIVE_INFINITY;
  }

  text = (): string | null => this.pages[0]?.published ?? null;
}

test('the page is made once, updated from then on, and the row says where it is and what it tells of', async () => {
  const site = new Site();
  const first = must(await site.publish(priya, 'one'));
  expect(first).toMatchObject({ state: 'published', sharedAt: 'one', url: site.pages[0]?.page.url, owner: null });
  expect(site.text()).toBe('one');
  expect(must(await site.publish(tom, 'two'))).toMatchObject({ state: 'published', pageId: first.pageId });
  expect([site.pages.length, site.text(), site.pages[0]?.page.name]).toEqual([1, 'two', pageName(id)]);
});

test('five at once make one page, and all of them know of it', async () => {
  const site = new Site();
  const all = await Promise.all([1, 2, 3, 4, 5].map((place) => site.publish(place % 2 ? priya : tom, 'one')));
  expect(all.every(({ ok: done }) => done)).toBe(true);
  expect(all.map((each) => must(each).state).filter((state) => state === 'published')).toHaveLength(1);
  expect([site.pages.length, site.text(), site.row?.page?.state]).toEqual([1, 'one', 'published']);
});

test('wherever an owner dies, the next one finishes the one page without asking', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat({ max: 16 }), fc.boolean(), fc.constantFrom(priya, tom), async (steps, hadPage, heir) => {
      const site = new Site();
      if (hadPage) must(await site.publish(priya, 'zero'));
      site.steps = steps;
      await site.publish(priya, 'one').catch((error: unknown) => {
        if (!(error instanceof Died)) throw error;
      });
      site.wait();
      expect(must(await site.publish(heir, 'two')).state).toBe('published');
      expect([site.pages.length, site.text()]).toEqual([1, 'two']);
    }),
    { numRuns: 200 },
  );
});

test('while an owner may still be at it, nobody goes on in their place', async () => {
  const site = new Site();
  site.steps = 4;
  await expect(site.publish(priya, 'one')).rejects.toThrow(Died);
  site.steps = Number.POSITIVE_INFINITY;
  expect(must(await site.publish(tom, 'two'))).toMatchObject({ state: 'making', owner: 'owner 1' });
  expect(site.text()).not.toBe('two');
});

test('what somebody changed by hand stays until somebody says that this edit may be replaced', async () => {
  for (const editor of [priya, tom]) {
    const site = new Site();
    must(await site.publish(priya, 'one'));
    site.editByHand(editor, 'by hand');
    const asked = must(await site.publish(priya, 'two'));
    expect(asked).toMatchObject({ state: 'edited', edited: { by: editor }, sharedAt: 'one' });
    expect(site.text()).toBe('by hand');
    // Asked again, as often as nobody says so.
    expect(must(await site.publish(tom, 'two')).state).toBe('edited');
    const seen = asked.edited && seenOf({ lastModifiedBy: asked.edited.by, lastModifiedAt: asked.edited.at });
    site.editByHand(editor, 'by hand again');
    expect(must(await site.publish(priya, 'two', seen)).state).toBe('edited');
    expect(site.text()).toBe('by hand again');
    const again = site.pages[0] ? seenOf(site.pages[0].page) : null;
    expect(must(await site.publish(priya, 'two', again))).toMatchObject({ state: 'published', edited: null });
    expect(site.text()).toBe('two');
    expect(must(await site.publish(priya, 'three')).state).toBe('published');
  }
});

test('an edit by hand between the look and the change is not lost', async () => {
  const site = new Site();
  must(await site.publish(priya, 'one'));
  let edited = false;
  site.refuse = (step) => {
    if (step === 'page.change' && !edited) {
      edited = true;
      site.editByHand(tom, 'by hand');
    }
    return null;
  };
  expect(must(await site.publish(priya, 'two'))).toMatchObject({ state: 'refused', reason: 'conflict' });
  expect(must(await site.publish(priya, 'two')).state).toBe('edited');
  expect(site.text()).toBe('by hand');
});

test('a page that was deleted is made anew', async () => {
  const site = new Site();
  const first = must(await site.publish(priya, 'one'));
  site.pages.splice(0);
  const second = must(await site.publish(priya, 'two'));
  expect(second.pageId).not.toBe(first.pageId);
  expect([second.state, site.pages.length, site.text()]).toEqual(['published', 1, 'two']);
});

test('a refusal says why, keeps what is known of the page, and the next attempt goes on without taking our own hand for somebody’s', async () => {
  for (const step of ['page.create', 'page.change', 'page.publish']) {
    const site = new Site();
    if (step !== 'page.create') must(await site.publish(priya, 'one'));
    site.refuse = (name) => (name === step ? { kind: 'no-access', to: '/sites' } : null);
    const before = site.row?.page?.url ?? '';
    expect(must(await site.publish(priya, 'two'))).toMatchObject({
      state: 'refused',
      reason: 'no-access',
      url: before,
    });
    site.refuse = () => null;
    expect(must(await site.publish(priya, 'two')).state).toBe('published');
    expect([site.pages.length, site.text()]).toEqual([1, 'two']);
  }
  const site = new Site();
  const locked: GraphFault = { kind: 'unexpected', status: 423, message: '', requestId: null };
  must(await site.publish(priya, 'one'));
  site.refuse = (name) => (name === 'page.change' ? locked : null);
  expect(must(await site.publish(priya, 'two')).reason).toBe('open-for-editing');
});

test('a page that the row names and that is not ours by name is left alone', async () => {
  const site = new Site();
  const other = must(await site.pagesOf(tom).create('home.aspx', { title: 'Home', sections: [] }));
  must(await site.publish(priya, 'one'));
  if (site.row?.page) site.row = { ...site.row, page: { ...site.row.page, pageId: other.id, lastSeen: seenOf(other) } };
  await site.publish(priya, 'two');
  expect(site.pages.find(({ page }) => page.id === other.id)?.content).toBe('Home');
});

test('where SharePoint gives a taken name another one, the spare page goes and the first stays the only one', async () => {
  const site = new Site();
  site.steps = 6;
  await site.publish(priya, 'one').catch(() => undefined);
  site.wait();
  expect(site.pages).toHaveLength(1);
  const renaming = (by: Person): Pages => {
    const pages = site.pagesOf(by);
    return { ...pages, create: (name, content) => pages.create(site.pages.length > 0 ? `1-${name}` : name, content) };
  };
  const done = await publishPage({
    rows: site.rowsOf(priya),
    pages: renaming(priya),
    assessmentId: id,
    content: { title: 'two', sections: [] },
    sharedAt: 'two',
    owner: 'renamed',
    now: new Date(site.time),
    replace: null,
  });
  expect(must(done).state).toBe('published');
  expect(site.pages.map(({ page }) => page.name)).toEqual([pageName(id)]);
});
