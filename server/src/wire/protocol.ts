/**
 * The wire between client and server: every custom message, and nothing else. The one server file the client imports.
 *
 * Positions are LSP positions: zero based, in UTF-16 unless `initialize` has agreed on another encoding. Strings that come from a
 * log are raw: whoever shows them escapes them.
 */

import { NotificationType, ProgressType, RequestType } from 'vscode-jsonrpc';
import type { Position, Range, WorkDoneProgressParams } from 'vscode-languageserver-protocol';
import type { CopiedAs } from '../core/investigate/copiedEvent';
import type { EventFilter } from '../core/investigate/filter';
import type { GroupField } from '../core/investigate/groupFields';
import type { EventGroup } from '../core/investigate/groups';
import type { QuestionCompletion } from '../core/query/completionsAt';
import type { QuestionProblem } from '../core/query/questionProblem';
import type { EventItem } from './eventItem';

/** When something happened, as lists say it. */
export { clockOf, momentText } from '../core/explain/clock';
/** Makes text from a log safe to show as a label, and inside HTML. */
export {
  cutLabel,
  html as htmlText,
  label as labelText,
  languageStatus as statusItemText,
} from '../core/explain/escape';
/** What lists say of an event. */
export { eventLabel, listedOutcome as outcomeWords, outcomeBehindLabel } from '../core/explain/eventLabel';
/** `workmail` of `workmail.amazonaws.com`; not escaped. */
export { serviceLabel } from '../core/explain/serviceLabel';
/** What somebody writes on the answers about some logs, and how these are known again. */
export {
  type Case,
  CONCLUSION,
  mergedCases,
  noteId,
  notesOn,
  type QuestionNotes,
  SETTLED,
  writtenIn,
  YES,
} from '../core/investigate/case/case';
export { caseFileText, readCaseFile } from '../core/investigate/case/caseFile';
export { sameCase } from '../core/investigate/case/sameCase';
export type { Sketch } from '../core/investigate/case/sketch';
/** What events can be grouped by. */
export { askedFields, groupFields, MOST_LEVELS } from '../core/investigate/groupFields';
/** Whether a text is a CloudTrail log: the client never shows the server anything else. */
export { mayHoldRecords } from '../core/read/recognize';
/** The clocks of time zones. */
export { clocksOf, isZone, offsetText, UTC } from '../core/timeline/zone';
/** The questions that are asked of every log. */
export * from './engineMessages';
/** Events for other programs. */
export * from './exportMessages';
/** Whether two uris name one file. */
export { fileKey } from './fileKey';
/** Events by what somebody has of them. */
export * from './goToMessages';
export * from './inquiryMessages';
/** Lists of names. */
export * from './nameMessages';
/** What a file or folder is called; not escaped. */
export { pathText, placesApart } from './placeNames';
/** What is asked, and what answers. */
export * from './questionMessages';
/** Reports. */
export * from './reportMessages';
/** Cases as files. */
export * from './savedCases';
/** Events over time. */
export * from './timelineMessages';
/** Whether logs are as CloudTrail wrote them. */
export * from './verifyMessages';
/** Readable views. */
export * from './viewMessages';
export type { CopiedAs, EventGroup, EventItem, GroupField, Position, QuestionCompletion, QuestionProblem, Range };

/**
 * What a client says of itself beyond the capabilities of LSP, as `announces` in its `initializationOptions`. What is absent is
 * false: a client that has never heard of this server is sent nothing that LSP does not know.
 */
export interface Announced {
  /** It hears `LogsChangedNotification`. */
  readonly logsChanged?: boolean;
  /** It has the command `workmailTrail.repairCopy`, which makes a repaired copy of the log whose uri it is given. */
  readonly repairCopy?: boolean;
  /** It asks for the problems of every log it shows, so that none need be sent before it does. */
  readonly alwaysPulls?: boolean;
  /** It has the command `workmailTrail.showAllOfThis`, and follows links to it in hovers: its argument is a `NameHere`. */
  readonly showAll?: boolean;
  /** It shows what `ReadViewRequest` gives for the uris of views; other clients are led to files. */
  readonly views?: boolean;
}

/** Which services the tree shows. */
export type Services = 'workmail' | 'all';

/** One open log, in words for the view. */
export interface LogStatus {
  readonly uri: string;
  /** `records`, `single`, `array`, `json-lines`, `concatenated` … */
  readonly container: string;
  /** One sentence: what was read and what was found. */
  readonly status: string;
  readonly workmail: number;
  readonly malformed: number;
  readonly other: number;
}

/** How a log is read, for the status of an editor that shows it: `uri` is that of the log itself. Texts are safe as labels. */
export interface LogForm extends LogStatus {
  /** What the log is, in a few words: `CloudTrail log file`, `CloudTrail events under data.Records`. */
  readonly form: string;
  /** The version of the record format, as the first record has it; absent where that has none, as in tables. */
  readonly eventVersion?: string;
  /** All records, and those of WorkMail and Message Flow among them, malformed or not. */
  readonly records: number;
  readonly ofWorkMail: number;
  /** Sentences: what lies over the log and was taken off for reading, and what was not read (`isLoss`). */
  readonly notes: readonly { readonly message: string; readonly isLoss: boolean }[];
}

/** The top of the tree of events: groups, and how each log and place stands. */
export interface EventGroups {
  /** Grows with every change of any open log. */
  readonly revision: number;
  readonly logs: readonly LogStatus[];
  /** Those of the outermost level, in their order: as many as were asked for of the `total`. */
  readonly groups: readonly EventGroup[];
  readonly total: number;
  /** Events of other services in open logs and inspected places, shown or not; those that the question picks, where one is asked. */
  readonly others: number;
  /** What came of the question; absent where none was asked. */
  readonly answered?: Answered;
  /** The files and folders on disk that the user asked to inspect, in the order they were asked for. */
  readonly places: readonly InspectedPlace[];
}

/** What came of a question that was asked of all events, those of hidden services among them. */
export interface Answered {
  /** Events that it picks, of all services, each once. */
  readonly events: number;
  /** Of so many. */
  readonly of: number;
  /** What of the question can't be read: then it is not what somebody meant, and picks nothing. */
  readonly problems: readonly QuestionProblem[];
}

/** A file or folder that the server reads from disk, and how far it is. */
export interface InspectedPlace {
  readonly uri: string;
  readonly isFolder: boolean;
  /** `partial`: stopped before everything was read. `failed`: nothing could be read; the only reason says why. */
  readonly state: 'reading' | 'complete' | 'partial' | 'failed';
  /** The days that were asked for, as `YYYY-MM-DD`, inclusive. */
  readonly since?: string;
  readonly until?: string;
  /** Files found so far, and what became of them. `read` includes those without WorkMail events. */
  readonly found: number;
  readonly read: number;
  readonly partly: number;
  readonly skipped: number;
  readonly records: number;
  /** Events of WorkMail and Message Flow, each once, however often it was delivered. */
  readonly workmail: number;
  /** Records of WorkMail's own logs, copies too; absent where there are none. */
  readonly own?: number;
  /** Of a file: what is wrong with it as a container of text. Of a folder, the scan report says it. */
  readonly reasons: readonly string[];
}

/** Some of what a group holds; `total` is how much there is of it: groups, and on the innermost level events. */
export interface EventPage {
  readonly revision: number;
  readonly total: number;
  /** In their order; empty where there are events. */
  readonly groups: readonly EventGroup[];
  /** In time order (eventTime, then log, then place in the log). */
  readonly events: readonly EventItem[];
}

/** Where an event stands in the tree. */
export interface EventPlace {
  /** The groups that hold it, the outermost first, each with its position among its neighbours, zero based. */
  readonly groups: readonly { readonly group: EventGroup; readonly position: number }[];
  /** Position in the innermost group's time order, zero based. */
  readonly position: number;
  readonly item: EventItem;
}

/** A question put to the events of the open logs: every given field must match. */
export type { EventFilter };

/** A repaired copy of a log; the log itself is not changed. */
export interface RepairResult {
  /** The whole text with every safe repair made. */
  readonly text: string;
  /** How many problems were repaired. */
  readonly repaired: number;
  /** What could not be repaired without inventing facts, one sentence each with its line. */
  readonly left: readonly string[];
}

/** A copy of a log with other values in the place of those that tell of somebody. */
export interface RedactResult {
  readonly text: string;
  /** What the log would be called without what is replaced in it. */
  readonly name: string;
  /** The text of the key file, with what this copy has added. */
  readonly key: string;
  readonly replaced: number;
  /** Records that were redacted by the form of what stands in them, since their fields can't be read. */
  readonly byForm: number;
  /** Values that were replaced, and stand in the copy all the same: so many, and where the first of each does. */
  readonly remaining: readonly Position[];
  /** Values the copy was not searched for: they are too short, or words of everybody's. */
  readonly notSearched: number;
}

/** Which events are told, and how: here and below. */
export interface AskedEvents {
  readonly services: Services;
  /** A question: only events that it picks. */
  readonly where?: string;
  /** What they are grouped by, the outermost level first; by action where it is absent. */
  readonly by?: readonly GroupField[];
}

/** client → server: the groups of the tree, at most `limit` of them. */
export const EventGroupsRequest = new RequestType<AskedEvents & { limit?: number }, EventGroups, void>(
  'workmailTrail/eventGroups',
);

/** client → server: one page of what a group holds. `path`: the keys that lead to it, the outermost first. */
export const EventPageRequest = new RequestType<
  AskedEvents & { path: readonly string[]; offset: number; limit: number },
  EventPage,
  void
>('workmailTrail/eventPage');

/** client → server: one event told in Markdown (who, when, from where, what, outcome), for a tooltip. Null when gone. */
export const EventDetailsRequest = new RequestType<{ uri: string; index: number }, { markdown: string } | null, void>(
  'workmailTrail/eventDetails',
);

/** client → server: the event that holds a position, and its place in the tree. Null when there is none. */
export const EventAtRequest = new RequestType<
  AskedEvents & { uri: string; position: Position },
  EventPlace | null,
  void
>('workmailTrail/eventAt');

/**
 * client → server: of the events that the tree shows with `services` and `where`, the next or the previous one of a sort, in the
 * order they happened, over all open logs and inspected places. Counted from the event at a place of an open document or view, else
 * from the record before the place; without any, from before the first event, or from behind the last. Null when there is no such
 * event any more, or none the question picks.
 */
export const EventBesideRequest = new RequestType<
  {
    sort: EventSort;
    direction: 'next' | 'previous';
    from?: { uri: string; position: Position };
    services: Services;
    where?: string;
  },
  EventItem | null,
  void
>('workmailTrail/eventBeside');

/** What is looked for one by one: calls that failed, records that are malformed, calls that weigh high or critical. */
export type EventSort = 'failed' | 'malformed' | 'notable';

/** An event of a text of ours, which begins at `line` of it (zero based): its log, and its position among the records there. */
export interface EventOrigin {
  readonly uri: string;
  readonly index: number;
  readonly line: number;
}

/**
 * client → server: the events of the given logs and places that a filter picks, as a readable JSON array in time order. `where`: the question
 * of the report that the filter stands in.
 * `origins`: where each of the array comes from, in its order. `missing`: uris of logs that are not there, and of files on disk that
 * changed since they were inspected.
 */
export const SelectEventsRequest = new RequestType<
  { uris: readonly string[]; filter: EventFilter; where?: string },
  { text: string; events: number; origins: readonly EventOrigin[]; missing: readonly string[] },
  void
>('workmailTrail/selectEvents');

/**
 * client → server: a redacted copy of a log. `key`: the text of the key file of the case; without it the copy begins a new one.
 * Null when the log is not open or not a log; `refused` says in a sentence why there is no copy.
 */
export const RedactRequest = new RequestType<
  { uri: string; key?: string },
  RedactResult | { readonly refused: string } | null,
  void
>('workmailTrail/redact');

/** client → server: a log's text with every safe repair made. Null when the log is not open or not a log. */
export const RepairRequest = new RequestType<{ uri: string }, RepairResult | null, void>('workmailTrail/repair');

/**
 * client → server: how the log that an editor shows is read. For the uri of an open log, of a readable view (then of the log
 * it shows) or of a file that was inspected by itself. Waits for the newest version of that log and no other. Null for
 * everything else. LSP has nothing that tells it by itself: ask again after `LogsChangedNotification`.
 */
export const LogFormRequest = new RequestType<{ uri: string }, LogForm | null, void>('workmailTrail/logForm');

/**
 * client → server: events as text to be pasted; safe for what it is pasted into. A table has a head where it has several rows. `missing`: how
 * many of them are no longer there.
 */
export const CopyEventsRequest = new RequestType<
  { events: readonly { readonly uri: string; readonly index: number }[]; as: CopiedAs },
  { text: string; missing: number },
  void
>('workmailTrail/copyEvents');

/** server → client: some log changed, opened or closed; ask again for what is shown. */
export const LogsChangedNotification = new NotificationType<{ revision: number }>('workmailTrail/logsChanged');

/** Which of the open documents count, where a log and its views are open together. */
export { distinctLogs } from './distinctLogs';
/**
 * The scheme of readable views: documents that show a log from disk, or an open log of one long line, record by record. A
 * view's uri says all that is needed to make it: see `viewUri`.
 */
export { readViewUri, type View, viewScheme, viewUri } from './viewUri';

/**
 * client → server: read a file or folder on disk, and keep what was found until `ForgetPlaceRequest`. Answers when all is
 * read; meanwhile the tree can be asked as usual. A cancelled reading leaves what it has read, marked as partial. Days are
 * `YYYY-MM-DD`, inclusive, and only of a folder. Of a file everything is read that an open log would show, its problems
 * too. Null where the server has no files, and for a file that is no log.
 */
export const InspectRequest = new RequestType<
  { uri: string; isFolder: boolean; since?: string; until?: string } & WorkDoneProgressParams,
  InspectedPlace | null,
  void
>('workmailTrail/inspect');

/** The progress token type of InspectRequest: the place as far as it is read, a few times a second. */
export const InspectProgress = new ProgressType<InspectedPlace>();

/** client → server: let go of what was read of a place. */
export const ForgetPlaceRequest = new RequestType<{ uri: string }, null, void>('workmailTrail/forgetPlace');

/** client → server: what became of every file of a place, in Markdown. */
export const ScanReportRequest = new RequestType<{ uri: string }, { markdown: string } | null, void>(
  'workmailTrail/scanReport',
);
