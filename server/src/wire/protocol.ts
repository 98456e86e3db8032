/**
 * The wire between client and server: every custom message, and nothing else. The one server file the client imports.
 *
 * Positions are LSP positions: zero based, in UTF-16 unless `initialize` has agreed on another encoding. Strings that come from a
 * log are raw: whoever shows them escapes them.
 */

import { NotificationType } from 'vscode-jsonrpc';
import type { Position, Range } from 'vscode-languageserver-protocol';
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
/** Copies of logs: repaired, redacted. */
export * from './copyMessages';
/** The questions that are asked of every log. */
export * from './engineMessages';
/** Events for other programs. */
export * from './exportMessages';
/** Whether two uris name one file. */
export { fileKey } from './fileKey';
/** Events by what somebody has of them. */
export * from './goToMessages';
export * from './inquiryMessages';
/** How logs are read. */
export * from './logMessages';
/** Lists of names. */
export * from './nameMessages';
/** Files and folders on disk. */
export * from './placeMessages';
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
/** The tree of events, and events by where they stand. */
export * from './treeMessages';
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

/** A question put to the events of the open logs: every given field must match. */
export type { EventFilter };

/** server → client: some log changed, opened or closed; ask again for what is shown. */
export const LogsChangedNotification = new NotificationType<{ revision: number }>('workmailTrail/logsChanged');

/** Which of the open documents count, where a log and its views are open together. */
export { distinctLogs } from './distinctLogs';
/**
 * The scheme of readable views: documents that show a log from disk, or an open log of one long line, record by record. A
 * view's uri says all that is needed to make it: see `viewUri`.
 */
export { readViewUri, type View, viewScheme, viewUri } from './viewUri';
