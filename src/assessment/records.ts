// What an assessment is made of. Plain data, as the rest of the product passes it round; how it lies in lists is src/sharepoint's business.
import type { Person } from '../base/person';
import type { Level } from '../framework';

/** A calendar day in Europe/London, `yyyy-mm-dd`. */
export type Day = string;
/** A moment in UTC, ISO 8601. */
export type Moment = string;

/** The channel an assessment belongs to. Two channels of one team share the lists and see their own. */
export interface Home {
  readonly teamId: string;
  readonly channelId: string;
  readonly channelName: string;
}

export type AssessmentPhase = 'draft' | 'open' | 'shared' | 'cleared' | 'closed' | 'cancelled';
export type KeyAreaPhase = 'collecting' | 'revealing' | 'revealed' | 'agreed' | 'skipped' | 'does-not-apply';

/** Somebody asked to answer. Who is replaced or marked as not taking part stays on the record, and does not count. */
export interface Participant extends Person {
  readonly takingPart: boolean;
}

/** An earlier result to compare with: brought forward from the previous assessment, or typed in. */
export interface EarlierResult {
  readonly keyAreaId: string;
  readonly level: Level;
  readonly date: Day;
  readonly source: string;
}

/** The public half of an assessment's key; its id stands in every envelope sealed to it. */
export interface PublicKey {
  readonly id: string;
  /** Raw public key, base64url. */
  readonly key: string;
}

export interface Assessment {
  readonly id: string;
  readonly title: string;
  readonly organisation: string;
  readonly home: Home;
  readonly phase: AssessmentPhase;
  /** Practice assessments post nothing, share nothing and delete completely. */
  readonly practice: boolean;
  readonly dueDate: Day | null;
  readonly frameworkId: string;
  readonly frameworkVersion: string;
  readonly keyAreaIds: readonly string[];
  /** As the creator named them at first; later changes count only along the chain in `facilitators.ts`. */
  readonly facilitators: readonly Person[];
  readonly participants: readonly Participant[];
  /** Whether names show beside answers once they are shown. */
  readonly showNames: boolean;
  readonly publicKey: PublicKey | null;
  readonly previousId: string | null;
  readonly earlier: readonly EarlierResult[];
  /** Whether the channel is told when the assessment opens. */
  readonly tellChannel: boolean;
  readonly openedAt: Moment | null;
  readonly sharedAt: Moment | null;
}

/** *Cannot judge* is an answer and never a zero. */
export type Judgement = Level | 'cannot-judge';

export type Confidence = 'low' | 'medium' | 'high';

/** Evidence is a link with a note, never an upload. */
export interface Evidence {
  readonly link: string;
  readonly note: string;
}

/** What one person says of one key area. Only the judgement is required. Sealed until shown. */
export interface ResponseContent {
  /** Random, made when the answer begins, and sealed with it: the identity of the row once shown, so that nothing joins it to a person before or (names off) after. */
  readonly responseId: string;
  readonly judgement: Judgement;
  /** "Moving towards the next level": words, never half a point. */
  readonly movingOn: boolean;
  readonly confidence: Confidence | null;
  readonly remark: string;
  readonly evidence: Evidence | null;
}

/** How an answer came to be recorded: by the person, or openly by a facilitator. */
export type RecordedAs = 'own' | 'for-person' | 'show-of-hands';

/** What a facilitator recorded for others, hidden like every other answer until shown: one part, or one for each level with hands up. */
export interface RecordedContent {
  readonly parts: readonly RecordedPart[];
}

export interface RecordedPart {
  /** Random and sealed with it, as of any answer. */
  readonly responseId: string;
  readonly judgement: Judgement;
  /** How many hands; 1 for one person's answer. */
  readonly count: number;
  readonly remark: string;
}

/** One answer that has been shown. */
export interface RevealedResponse extends ResponseContent {
  readonly assessmentId: string;
  readonly keyAreaId: string;
  /** Null when names are off. */
  readonly person: Person | null;
  readonly recordedAs: RecordedAs;
  /** The facilitator who recorded it; null for a person's own answer. */
  readonly recordedBy: Person | null;
  /** How many hands; 1 for a single answer. */
  readonly count: number;
}

/** The agreed level is set by people with a reason, never computed. */
export interface Agreement {
  readonly level: Level;
  readonly reason: string;
  readonly at: Moment;
  readonly by: Person;
}

/** The council's own choice: no default, and it may come later. */
export type Target =
  | { readonly kind: 'level'; readonly level: Level; readonly by: Day | null }
  | { readonly kind: 'later'; readonly agreeBy: Day | null };

/** Where one key area of an assessment stands. */
export interface KeyAreaState {
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly phase: KeyAreaPhase;
  readonly agreement: Agreement | null;
  readonly target: Target | null;
  /** Why it was reopened, skipped, or does not apply; empty where nothing needs a reason. */
  readonly reason: string;
}

export type ActionStatus = 'open' | 'done' | 'dropped';
export type ActionOwner =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'post'; readonly post: string };

export interface Action {
  readonly id: string;
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly text: string;
  readonly owner: ActionOwner | null;
  readonly due: Day | null;
  readonly status: ActionStatus;
}

/** What councillors read of one key area: words only, written by the deliberate step "share with councillors". */
export interface SharedResult {
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly assessmentTitle: string;
  readonly organisation: string;
  readonly keyArea: string;
  readonly level: string;
  readonly meaning: string;
  readonly change: string;
  readonly target: string;
  readonly reason: string;
  readonly actions: string;
  readonly comparison: string;
  readonly sharedOn: Day;
}

/** A councillor's question or comment, with the officers' reply. */
export interface Comment {
  /** Null where it names no assessment: officers place it. */
  readonly assessmentId: string | null;
  readonly keyAreaId: string | null;
  /** What SharePoint's form calls the title; some write all they have to say into it. */
  readonly title: string;
  readonly kind: 'question' | 'comment';
  readonly text: string;
  readonly reply: string;
}

/** Everything that may be told. The order is the one settings list them in. */
export const messageEvents = [
  'opened',
  'waiting',
  'answers-shown',
  'agreed',
  'shared',
  'question',
  'reply',
  'due-soon',
  'overdue',
  'cleared',
  'outcome',
] as const;
export type MessageEvent = (typeof messageEvents)[number];

/** What the officers of a channel arranged: what is told, when it is quiet, and when sharing asks first. */
export interface Arrangements {
  /** Whether an event is told; one that is not named is as usual. */
  readonly tell: Readonly<Partial<Record<MessageEvent, boolean>>>;
  /** Who hears of actions that are due: everybody in the channel, or their owners alone. */
  readonly actionsTo: 'channel' | 'owners';
  /** Nothing is said unattended in these hours (Europe/London, `HH:MM`, may pass midnight); null where every hour will do. */
  readonly quiet: { readonly from: string; readonly to: string; readonly weekends: boolean } | null;
  /** Between these days, both included, sharing and posting ask first. */
  readonly preElection: readonly PreElectionPeriod[];
}

export interface PreElectionPeriod {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
}

/** Who cleared a result for the committee. */
export interface Clearing {
  readonly name: string;
  readonly post: string;
  readonly on: Day;
}

/** What the committee decided. */
export interface CommitteeOutcome {
  readonly decision: 'noted' | 'agreed' | 'recommended' | 'referred-back';
  /** To whom it was recommended; empty otherwise. */
  readonly recommendedTo: string;
  readonly body: string;
  readonly on: Day;
  readonly minute: string;
  /** A draft until the minutes are confirmed. */
  readonly minutesConfirmed: boolean;
  /** Call-in, in the officers' own words; empty where there is nothing to say. */
  readonly callIn: string;
}

/** What stood in the results when the committee had them. */
export interface Snapshot {
  /** The results as canonical JSON. */
  readonly text: string;
  /** SHA-256 of the text in UTF-8, hexadecimal. */
  readonly digest: string;
  readonly at: Moment;
}

/** One edition of the result: cleared, then considered. A correction makes the next one; earlier ones stay. */
export interface Edition {
  readonly assessmentId: string;
  /** 1 for the first. */
  readonly number: number;
  readonly clearing: Clearing;
  readonly outcome: CommitteeOutcome | null;
  readonly snapshot: Snapshot;
}
