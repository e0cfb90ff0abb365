// One assessment as screens see it: what counts of what the replica holds, and what it says. Read inside `replica.watch`.
import {
  type Action,
  type Assessment,
  type Authorship,
  committeeStanding,
  type FacilitatorChain,
  isAsked,
  isFacilitator,
  isFacilitatorsWork,
  type KeyAreaState,
  type RevealedResponse,
  type Role,
  type SharedResult,
  type Summary,
  summarise,
} from '../assessment';
import type { Person } from '../base/person';
import type { Replica } from '../replica/replica';
import { digestOf } from '../sealing';
import {
  type AreaWorking,
  type ChannelMessage,
  type EditionWorking,
  keys,
  type OpenedWorking,
  type PageWorking,
  type RecordedWorking,
  type SealedResponse,
  type SharedWorking,
  type Stored,
  type Working,
  type WorkingKind,
} from '../sharepoint/records';
import { creatorOf } from './creators';
import { chainOf, type OwnRows } from './ownRows';
import { judgeSealed } from './sealedAnswers';
import type { Workplace } from './workplace';

export interface AssessmentView {
  /** As its row has it, or had it where that is overruled; but for the public key: that is the one facilitators say it is. */
  readonly assessment: Assessment;
  /** Its row as it stands in SharePoint. */
  readonly stored: Stored<Assessment>;
  /** Whether somebody who is no facilitator wrote the row last, and what a facilitator wrote before counts instead. */
  readonly overruled: boolean;
  readonly chain: FacilitatorChain;
  /** What I am to this assessment. */
  readonly role: Role;
  readonly asked: boolean;
  readonly states: readonly KeyAreaState[];
  /** Shown answers that count, in the order of their random ids. */
  readonly responses: readonly RevealedResponse[];
  readonly actions: readonly Action[];
  readonly summary: Summary;
  /** Sealed answers that count, whoever gave them. */
  readonly sealed: readonly Stored<SealedResponse>[];
  /** What facilitators recorded for others, in the order of their keys: the first for a person counts. */
  readonly recorded: readonly Stored<RecordedWorking>[];
  /** For each key area, the ids of the people with an answer that counts, their own or one recorded for them. */
  readonly answeredBy: ReadonlyMap<string, readonly string[]>;
  /** For each key area, the voices that were opened and shown. */
  readonly opened: ReadonlyMap<string, readonly string[]>;
  /** Ids of people whose sealed answer somebody else changed: it does not count until they give it again. */
  readonly tampered: readonly { readonly personId: string; readonly keyAreaId: string }[];
  /** Key areas whose state was changed by someone who is no facilitator, and is not believed. */
  readonly disbelieved: readonly string[];
  readonly messages: readonly ChannelMessage[];
  /** What the results list holds, whoever wrote it. */
  readonly shared: readonly Stored<SharedResult>[];
  /** What officers shared, as a facilitator noted it. */
  readonly sharedAs: readonly Stored<SharedWorking>[];
  /** The results page, as a facilitator noted it; null where there is none. */
  readonly page: Stored<PageWorking> | null;
  /** The editions of the result that count, the newest first. */
  readonly editions: readonly StoredEdition[];
  /** Rows that would be editions, had a facilitator written them last. */
  readonly doubtedEditions: readonly Stored<EditionWorking>[];
}

/** An edition, and whether what was kept with it still has the fingerprint it had. */
export interface StoredEdition extends Stored<EditionWorking> {
  readonly intact: boolean;
}

/** What a view is made from: records, wherever they were read, and who looks. */
export interface ViewParts extends Pick<Workplace, 'person' | 'framework'> {
  readonly replica: Pick<Replica, 'one' | 'all' | 'kept' | 'saveState'>;
  readonly ownRows: Pick<OwnRows, 'instead'>;
}

/** Reads one assessment from the replica; null where the replica does not have it. */
export async function readView(work: ViewParts, assessmentId: string): Promise<AssessmentView | null> {
  const { replica, person, framework } = work;
  const stored = await replica.one('assessments', assessmentId);
  if (!stored) return null;
  const [workings, responseRows, actionRows, shared] = await Promise.all([
    replica.all('workings', assessmentId),
    replica.all('responses', assessmentId),
    replica.all('actions', assessmentId),
    replica.all('results', assessmentId),
  ]);
  const chain = chainOf(await creatorOf(replica, stored, person), workings, person);
  const believed = (row: Authorship) => isFacilitatorsWork(row, chain.held);
  const instead = believed(stored) ? null : work.ownRows.instead(stored);
  const assessment = { ...(instead ?? stored.record), publicKey: chain.publicKey };
  const areas = ofKind(workings, 'area').filter(isAtItsPlace);
  const states = areas.filter(believed).map((row) => row.record.state);
  const { counting: sealed, tampered } = judgeSealed(ofKind(workings, 'response'));
  const recorded = ofKind(workings, 'recorded')
    .filter((row) => isRecording(row) && believed(row))
    .sort(byKey);
  const opened = openedBy(ofKind(workings, 'opened').filter(believed));
  const responses = responseRows
    .filter(believed)
    .map((row) => row.record)
    .sort((left, right) => (left.responseId < right.responseId ? -1 : 1));
  const actions = actionRows.map((row) => row.record);
  const given = await withoutRefused(work, sealed);
  const editionRows = ofKind(workings, 'edition').filter(isEdition);
  const editions = await Promise.all(editionRows.filter(believed).sort(byNumber).map(checkedEdition));
  const answered = answeredBy([...given, ...recorded]);
  const summary = summarise({
    framework,
    assessment,
    states,
    answeredBy: answered,
    opened,
    responses,
    actions,
  });
  const written = <T>(row: Stored<T>): Stored<T> => writtenBy(row, person);
  const stateRows = areas.filter(believed).map((row) => ({ ...row, record: row.record.state }));
  const rows = [...stateRows.map(written), ...actionRows.map(written)];
  const results = shared.map(written);
  return {
    assessment,
    stored,
    overruled: instead !== null,
    chain,
    role: roleOf(work, assessment, chain),
    asked: isAsked(assessment, person.id),
    states,
    responses,
    actions,
    summary: { ...summary, committee: committeeStanding({ editions, results, summary, rows }) },
    sealed,
    recorded,
    answeredBy: answered,
    opened,
    tampered,
    disbelieved: areas.filter((row) => !believed(row)).map((row) => row.record.state.keyAreaId),
    messages: ofKind(workings, 'message').map((row) => row.record),
    shared,
    sharedAs: ofKind(workings, 'shared').filter((row) => isSharingNote(row) && believed(row)),
    page: ofKind(workings, 'page').find((row) => row.key === keys.page(assessmentId) && believed(row)) ?? null,
    editions,
    doubtedEditions: editionRows.filter((row) => !believed(row)),
  };
}

/** The workings of one kind. */
export function ofKind<K extends WorkingKind>(
  rows: readonly Stored<Working>[],
  kind: K,
): readonly Stored<Extract<Working, { kind: K }>>[] {
  return rows.filter((row): row is Stored<Extract<Working, { kind: K }>> => row.record.kind === kind);
}

/** A row made by hand under another key says nothing of a key area. */
const isAtItsPlace = ({ key, record: { state } }: Stored<AreaWorking>): boolean =>
  key === keys.area(state.assessmentId, state.keyAreaId);

/** Under any other key it would be a copy. */
const isRecording = ({ key, record }: Stored<RecordedWorking>): boolean =>
  key === keys.recorded(record.assessmentId, record.keyAreaId, record.recordingId);

const isSharingNote = ({ key, record }: Stored<SharedWorking>): boolean =>
  key === keys.shared(record.assessmentId, record.result.keyAreaId);

/** Under another number's key it would be a copy. */
const isEdition = ({ key, record }: Stored<EditionWorking>): boolean =>
  key === keys.edition(record.assessmentId, record.number);

const byNumber = (left: Stored<EditionWorking>, right: Stored<EditionWorking>): number =>
  right.record.number - left.record.number;

async function checkedEdition(row: Stored<EditionWorking>): Promise<StoredEdition> {
  const { text, digest } = row.record.snapshot;
  return { ...row, intact: (await digestOf(text)) === digest };
}

/** What SharePoint does not have yet, I wrote. */
const writtenBy = <T>(row: Stored<T>, me: Person): Stored<T> => ({ ...row, lastModifiedBy: row.lastModifiedBy ?? me });

const byKey = (left: Stored<Working>, right: Stored<Working>): number => (left.key < right.key ? -1 : 1);

function openedBy(rows: readonly Stored<OpenedWorking>[]): ReadonlyMap<string, readonly string[]> {
  const voices = new Map<string, readonly string[]>();
  for (const { record } of rows)
    voices.set(record.keyAreaId, [...(voices.get(record.keyAreaId) ?? []), ...record.voices]);
  return voices;
}

function roleOf(work: ViewParts, assessment: Assessment, chain: FacilitatorChain): Role {
  if (isFacilitator(chain.facilitators, work.person.id)) return 'facilitator';
  return isAsked(assessment, work.person.id) ? 'participant' : 'anyone';
}

/** Without answers that exist only here because SharePoint refused them: others would look for them in vain. */
async function withoutRefused(
  { replica }: ViewParts,
  sealed: readonly Stored<SealedResponse>[],
): Promise<readonly Stored<SealedResponse>[]> {
  const refused = new Set<string>();
  for (const { key, createdBy } of sealed)
    if (createdBy === null && (await replica.saveState('workings', key)).kind === 'parked') refused.add(key);
  return sealed.filter(({ key }) => !refused.has(key));
}

/** Who has answered each key area, themselves or by what was recorded for them. */
function answeredBy(rows: readonly Stored<SealedResponse | RecordedWorking>[]): ReadonlyMap<string, readonly string[]> {
  const people = new Map<string, readonly string[]>();
  for (const { record } of rows)
    if (record.personId !== null)
      people.set(record.keyAreaId, [...(people.get(record.keyAreaId) ?? []), record.personId]);
  return people;
}
