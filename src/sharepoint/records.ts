// Which record lies in which list. The workings list carries several kinds, each with a versioned body.
import type {
  Action,
  Arrangements,
  Assessment,
  Comment,
  Edition,
  KeyAreaState,
  MessageEvent,
  Moment,
  PublicKey,
  RevealedResponse,
  SharedResult,
} from '../assessment';
import type { Person } from '../base/person';
import type { Envelope } from '../sealing';

export const listNames = ['assessments', 'workings', 'responses', 'actions', 'results', 'comments'] as const;
export type ListName = (typeof listNames)[number];

/** A person's answer to one key area, sealed. Key `response:{assessment}:{key area}:{person}`, or with `:2` where someone else took it. */
export interface SealedResponse {
  readonly kind: 'response';
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly personId: string;
  readonly frameworkVersion: string;
  readonly envelope: Envelope;
}

/** What a facilitator recorded for others, sealed. Key `recorded:{assessment}:{key area}:{id}`. It counts only if a facilitator wrote it. */
export interface RecordedWorking {
  readonly kind: 'recorded';
  readonly assessmentId: string;
  readonly keyAreaId: string;
  /** Random; what the row's key ends with. */
  readonly recordingId: string;
  /** For whom; null for a show of hands. */
  readonly personId: string | null;
  readonly frameworkVersion: string;
  readonly envelope: Envelope;
}

/**
 * Which voices of a key area were opened and shown: names that stand in no shown row, so that nobody is shown twice.
 * Key `opened:{assessment}:{key area}:{random id}`: one row for the showing, one for what each device added later.
 */
export interface OpenedWorking {
  readonly kind: 'opened';
  readonly assessmentId: string;
  readonly keyAreaId: string;
  readonly voices: readonly string[];
}

/** Where a key area stands, with its draft agreement. Key `area:{assessment}:{key area}`. */
export interface AreaWorking {
  readonly kind: 'area';
  readonly assessmentId: string;
  readonly state: KeyAreaState;
}

/** One link of the facilitator chain. Key `facilitators:{assessment}:{serial}`. */
export interface FacilitatorsWorking {
  readonly kind: 'facilitators';
  readonly assessmentId: string;
  readonly serial: number;
  readonly facilitators: readonly Person[];
  /** What answers are sealed to. It stands here too because only the chain says whose word counts. */
  readonly publicKey: PublicKey | null;
}

/** A person's public key. Key `person-key:{person}`. It counts only while SharePoint says that the person wrote it. */
export interface PersonKey {
  readonly kind: 'person-key';
  readonly personId: string;
  readonly keyId: string;
  readonly publicKey: string;
}

/** The assessment's private key, sealed to one facilitator. Key `assessment-key:{assessment}:{key id}:{person}`. */
export interface WrappedKey {
  readonly kind: 'assessment-key';
  readonly assessmentId: string;
  readonly keyId: string;
  readonly personId: string;
  readonly envelope: Envelope;
}

/** What a row may say was told: an event, or what was due in a channel that day. */
export type SaidEvent = MessageEvent | 'digest';

/** A channel message, or one for a person's activity feed: a record before it is a post. Key `message:{assessment}:{event}:{occasion}`. */
export interface ChannelMessage {
  readonly kind: 'message';
  /** Empty for a digest, which is of a whole channel. */
  readonly assessmentId: string;
  readonly event: SaidEvent;
  /** Which one of its kind: `1` for the first sharing, `2` for the next; a key area; an action and its day; a person and a day; a home and a day. Lower case. */
  readonly occasion: string;
  /** For whose activity feed; null for the channel. */
  readonly personId: string | null;
  /** `declined`: whoever took the step chose that it is not told. */
  readonly state: 'ready' | 'posting' | 'posted' | 'perhaps-posted' | 'refused' | 'declined';
  /** Who pressed the button that said so; null where nobody did, and it is said unattended. */
  readonly by: Person | null;
  /** Which frame is posting; null unless `posting`. */
  readonly owner: string | null;
  /** The Teams message id once posted. */
  readonly messageId: string | null;
  /** Why it was refused; empty otherwise. */
  readonly reason: string;
}

/** Which lists are ours, by id. Key `settings`. */
export interface SettingsWorking {
  readonly kind: 'settings';
  readonly lists: Readonly<Partial<Record<ListName, string>>>;
  /** The site of results and comments, where that is another one (a members' site); null where it is the same. */
  readonly councillorsSiteId: string | null;
}

/** What the officers of a home arranged. Key `arrangements:{home}`. */
export interface ArrangementsWorking extends Arrangements {
  readonly kind: 'arrangements';
  readonly home: string;
}

/** One edition of the result on its way through the committee. Key `edition:{assessment}:{number}`. It counts only if a facilitator wrote it. */
export interface EditionWorking extends Edition {
  readonly kind: 'edition';
}

/**
 * What officers shared of a key area, word for word: what the results list says beyond that was put there by hand.
 * Key `shared:{assessment}:{key area}`. It counts only if a facilitator wrote it.
 */
export interface SharedWorking {
  readonly kind: 'shared';
  readonly assessmentId: string;
  readonly result: SharedResult;
}

/**
 * The results page: claimed before it is made, so that there is one. Key `page:{assessment}`. It counts only if a facilitator
 * wrote it, or it could name any page of the site.
 */
export interface PageWorking {
  readonly kind: 'page';
  readonly assessmentId: string;
  /** `edited`: somebody changed it by hand, and it was left as it is. */
  readonly state: 'making' | 'published' | 'edited' | 'refused';
  /** Which frame is at it; null unless `making`. */
  readonly owner: string | null;
  /** Its id in SharePoint, once it was made. */
  readonly pageId: string | null;
  readonly url: string;
  /** What SharePoint said when we last wrote it: a page that says something else was edited by hand. */
  readonly lastSeen: string;
  /** Which sharing it tells of: the moment the assessment has of it. */
  readonly sharedAt: Moment | null;
  /** Who changed it by hand, and when; null unless `edited`. */
  readonly edited: { readonly by: Person; readonly at: Moment } | null;
  /** Why it was refused; empty otherwise. */
  readonly reason: string;
}

/** The newest real assessment of a home: where history begins, followed by `previousId`. Key `latest:{home}`. */
export interface LatestWorking {
  readonly kind: 'latest';
  readonly home: string;
  readonly assessmentId: string;
}

export type Working =
  | SealedResponse
  | RecordedWorking
  | OpenedWorking
  | AreaWorking
  | FacilitatorsWorking
  | PersonKey
  | WrappedKey
  | ChannelMessage
  | LatestWorking
  | ArrangementsWorking
  | EditionWorking
  | PageWorking
  | SharedWorking
  | SettingsWorking;
export type WorkingKind = Working['kind'];

/** The record each list holds. */
export interface RecordOf {
  readonly assessments: Assessment;
  readonly workings: Working;
  readonly responses: RevealedResponse;
  readonly actions: Action;
  readonly results: SharedResult;
  readonly comments: Comment;
}

/** A record with what SharePoint says of its row. The SharePoint parts are null until the row exists there. */
export interface Stored<T> {
  /** The row's unique key, lower case; for comments the item id. */
  readonly key: string;
  readonly record: T;
  readonly createdBy: Person | null;
  readonly lastModifiedBy: Person | null;
  readonly createdAt: string | null;
  readonly lastModifiedAt: string | null;
}

/** The unique keys of rows. Always lower case: SharePoint's uniqueness ignores case. */
export const keys = {
  response: (assessmentId: string, keyAreaId: string, personId: string): string =>
    `response:${assessmentId}:${keyAreaId}:${personId}`.toLowerCase(),
  recorded: (assessmentId: string, keyAreaId: string, recordingId: string): string =>
    `recorded:${assessmentId}:${keyAreaId}:${recordingId}`.toLowerCase(),
  opened: (assessmentId: string, keyAreaId: string, noteId: string): string =>
    `opened:${assessmentId}:${keyAreaId}:${noteId}`.toLowerCase(),
  area: (assessmentId: string, keyAreaId: string): string => `area:${assessmentId}:${keyAreaId}`.toLowerCase(),
  facilitators: (assessmentId: string, serial: number): string =>
    `facilitators:${assessmentId}:${serial}`.toLowerCase(),
  personKey: (personId: string): string => `person-key:${personId}`.toLowerCase(),
  assessmentKey: (assessmentId: string, keyId: string, personId: string): string =>
    `assessment-key:${assessmentId}:${keyId}:${personId}`.toLowerCase(),
  message: (assessmentId: string, event: SaidEvent, occasion: string): string =>
    `message:${assessmentId}:${event}:${occasion}`.toLowerCase(),
  latest: (home: string): string => `latest:${home}`.toLowerCase(),
  settings: 'settings',
  arrangements: (home: string): string => `arrangements:${home}`.toLowerCase(),
  edition: (assessmentId: string, number: number): string => `edition:${assessmentId}:${number}`.toLowerCase(),
  shared: (assessmentId: string, keyAreaId: string): string => `shared:${assessmentId}:${keyAreaId}`.toLowerCase(),
  page: (assessmentId: string): string => `page:${assessmentId}`.toLowerCase(),
  result: (assessmentId: string, keyAreaId: string): string => `${assessmentId}:${keyAreaId}`.toLowerCase(),
};

/** The value of `OpenIn` for a home: what the one indexed look-up for open assessments filters on. */
export const homeKey = (home: { readonly teamId: string; readonly channelId: string }): string =>
  `${home.teamId}/${home.channelId}`.toLowerCase();
