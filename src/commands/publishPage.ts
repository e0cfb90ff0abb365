// One page for an assessment, whoever presses and however often: claimed before it is made, found again by its name, and never
// written over what somebody changed by hand unless they said so.
import type { Moment } from '../assessment';
import { samePerson } from '../base/person';
import { ok, type Result } from '../base/result';
import { leaseMilliseconds } from '../channel';
import type { GraphFault } from '../graph/faults';
import type { ResultsPage } from '../report';
import type { PageWorking } from '../sharepoint/records';
import type { Page, Pages } from '../sharepoint/resultsPage';
import type { PageRow, PageRows } from './pageRow';

export interface PublishOptions {
  readonly rows: PageRows;
  readonly pages: Pages;
  readonly assessmentId: string;
  readonly content: ResultsPage;
  /** Which sharing the content is of. */
  readonly sharedAt: Moment | null;
  /** A new random id for this attempt. */
  readonly owner: string;
  readonly now: Date;
  /** The edit by hand that somebody said may be replaced, as `seenOf` has it; null where nobody did. */
  readonly replace: string | null;
}

/** The same on every device: what was made but not noted is found again by it. */
export const pageName = (assessmentId: string): string => `procurement-results-${assessmentId.toLowerCase()}.aspx`;

/**
 * Who changed a page last, and when. Not its eTag, which SharePoint also changes by itself, as when it makes a thumbnail.
 */
export const seenOf = (page: Pick<Page, 'lastModifiedBy' | 'lastModifiedAt'>): string =>
  `${page.lastModifiedAt} ${page.lastModifiedBy.id}`;

/** Whether whoever is making the page is gone, and somebody else may go on. */
export const isAbandoned = (lastModifiedAt: string, now: Date): boolean =>
  now.getTime() - new Date(lastModifiedAt).getTime() > leaseMilliseconds;

/**
 * Makes or updates the page and publishes it. Gives the row's record as it then stands: `making` where somebody else is at it,
 * `edited` where it was left as it is, `refused` with the kind of fault. Fails only where the row itself cannot be written.
 */
export async function publishPage(options: PublishOptions): Promise<Result<PageWorking, GraphFault>> {
  const claimed = await claim(options);
  if (!claimed.ok) return claimed;
  const { row, before } = claimed.value;
  if (row.page !== null && row.page.owner !== options.owner) return ok(row.page);
  const outcome = await write(options, before);
  const after: PageWorking = { ...newPage(options), ...kept(before), ...outcome, owner: null };
  const noted = await options.rows.change(row, after);
  return noted.ok ? ok(after) : noted;
}

const newPage = ({ assessmentId, owner }: PublishOptions): PageWorking => ({
  kind: 'page',
  assessmentId,
  state: 'making',
  owner,
  pageId: null,
  url: '',
  lastSeen: '',
  sharedAt: null,
  edited: null,
  reason: '',
});

/** What is known of the page from before stays known while it is worked on, and after it could not be. */
function kept(before: PageRow | null): Pick<PageWorking, 'pageId' | 'url' | 'lastSeen' | 'sharedAt'> {
  const { pageId = null, url = '', lastSeen = '', sharedAt = null } = before?.page ?? {};
  return { pageId, url, lastSeen, sharedAt };
}

interface Claim {
  /** Mine if its owner is; else as somebody else has it. */
  readonly row: PageRow;
  /** As it stood before; null where there was none. */
  readonly before: PageRow | null;
}

async function claim(options: PublishOptions): Promise<Result<Claim, GraphFault>> {
  const { rows, now } = options;
  const found = await rows.read();
  if (!found.ok) return found;
  const before = found.value;
  if (before?.page?.state === 'making' && !isAbandoned(before.lastModifiedAt, now)) return ok({ row: before, before });
  const mine: PageWorking = { ...newPage(options), ...kept(before) };
  const made = before === null ? await rows.create(mine) : await rows.change(before, mine);
  if (made.ok) return ok({ row: made.value, before });
  if (made.error.kind !== 'already-exists' && made.error.kind !== 'conflict') return made;
  // Somebody was quicker: it is theirs, as it now stands.
  const theirs = await rows.read();
  if (!theirs.ok) return theirs;
  return theirs.value === null ? made : ok({ row: theirs.value, before });
}

type Outcome = Pick<PageWorking, 'state'> & Partial<PageWorking>;

const refused = (fault: GraphFault): Outcome => ({ state: 'refused', edited: null, reason: reasonOf(fault) });

/** Why it was refused: the kind of fault, or that somebody has the page open for editing, which has no kind of its own. */
const reasonOf = (fault: GraphFault): string =>
  fault.kind === 'unexpected' && fault.status === 423 ? 'open-for-editing' : fault.kind;

async function write(options: PublishOptions, before: PageRow | null): Promise<Outcome> {
  const found = await findOrMake(options, before);
  if (!found.ok) return refused(found.error);
  const { page, isNew } = found.value;
  const where = { pageId: page.id, url: page.url };
  if (!isNew) {
    if (!isOurs(page, before) && seenOf(page) !== options.replace) return edited(page, where);
    const changed = await options.pages.change(page.id, page.eTag, options.content);
    if (!changed.ok) return { ...refused(changed.error), ...where };
  }
  const published = await options.pages.publish(page.id);
  const seen = await options.pages.read(page.id);
  // What the page looks like after my own hand, so that the next attempt does not take it for somebody's.
  const noted = seen.ok ? { ...where, url: seen.value.url, lastSeen: seenOf(seen.value) } : where;
  if (!published.ok) return { ...refused(published.error), ...noted };
  return { state: 'published', ...noted, sharedAt: options.sharedAt, edited: null, reason: '' };
}

const edited = (page: Page, where: Pick<PageWorking, 'pageId' | 'url'>): Outcome => ({
  state: 'edited',
  ...where,
  edited: { by: page.lastModifiedBy, at: page.lastModifiedAt },
  reason: '',
});

/**
 * Whether nobody changed the page since we did: it is as it was last seen, or an owner who died before noting it wrote it. They
 * had claimed the row a moment before, under the same name.
 */
function isOurs(page: Page, before: PageRow | null): boolean {
  if (before?.page == null) return false;
  if (before.page.lastSeen === seenOf(page)) return true;
  const apart = Math.abs(new Date(page.lastModifiedAt).getTime() - new Date(before.lastModifiedAt).getTime());
  return (
    before.page.state === 'making' &&
    before.lastModifiedBy !== null &&
    samePerson(before.lastModifiedBy.id, page.lastModifiedBy.id) &&
    apart <= leaseMilliseconds
  );
}

type Found = Result<{ readonly page: Page; readonly isNew: boolean }, GraphFault>;

/** The page as noted, or under its name; else a new one. A noted id of another page counts for nothing. */
async function findOrMake(options: PublishOptions, before: PageRow | null): Promise<Found> {
  const { pages, assessmentId, content } = options;
  const name = pageName(assessmentId);
  const pageId = before?.page?.pageId ?? null;
  if (pageId !== null) {
    const noted = await pages.read(pageId);
    if (!noted.ok && noted.error.kind !== 'not-found') return noted;
    if (noted.ok && isNamed(noted.value, name)) return ok({ page: noted.value, isNew: false });
  }
  const made = await pages.create(name, content);
  if (made.ok && isNamed(made.value, name)) return ok({ page: made.value, isNew: true });
  if (made.ok) {
    // The name was taken, and SharePoint gave it another one.
    const gone = await pages.remove(made.value.id);
    if (!gone.ok) return gone;
  } else if (made.error.kind !== 'already-exists' && made.error.kind !== 'conflict') return made;
  const there = await pages.byName(name);
  if (!there.ok) return there;
  if (there.value !== null) return ok({ page: there.value, isNew: false });
  return made.ok ? { ok: false, error: { kind: 'conflict' } } : made;
}

const isNamed = (page: Page, name: string): boolean => page.name.toLowerCase() === name;
