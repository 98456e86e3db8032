/**
 * The wire between client and server: every custom message, and nothing else. The one server file the client imports.
 *
 * Positions are LSP positions (zero based, UTF-16). Strings that come from a log are raw: whoever shows them escapes them.
 */
import {
  NotificationType,
  type Position,
  ProgressType,
  type Range,
  RequestType,
  type WorkDoneProgressParams,
} from 'vscode-languageserver-protocol';
import type { EventFilter } from './core/investigate/filter';

/** Makes text from a log safe to show as a label. */
export { label as labelText } from './core/explain/escape';

/** Whether a text is a CloudTrail log: the client never shows the server anything else. */
export { mayHoldRecords } from './core/read/recognize';
export type { Position, Range };

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

/** All events of one action in all open logs. */
export interface EventGroup {
  /** Stable across edits: `workmail/CreateUser`, or the bare source for other services. */
  readonly key: string;
  readonly action: string;
  readonly eventSource: string;
  readonly service: 'workmail' | 'messageflow' | 'other';
  readonly count: number;
  readonly failed: number;
  readonly malformed: number;
  /** Earliest and latest eventTime as written, if any can be read. */
  readonly first: string | undefined;
  readonly last: string | undefined;
  /** How much an investigator should care: `critical`, `high`, `medium`, `low`, `info`; absent for unknown actions. */
  readonly weight: string | undefined;
}

export interface EventGroups {
  /** Grows with every change of any open log. */
  readonly revision: number;
  readonly logs: readonly LogStatus[];
  /** In alphabetical order of the action. */
  readonly groups: readonly EventGroup[];
  /** Events of other services in the open logs, shown or not. */
  readonly others: number;
}

export interface EventItem {
  readonly uri: string;
  /** Index of the record in its log. */
  readonly index: number;
  /** The record's characters, exactly. */
  readonly range: Range;
  readonly eventName: string;
  readonly eventTime: string | undefined;
  /** Who did it, short: user or role name, `root`, a service. Empty when unknown. */
  readonly actor: string;
  /** To whom or what: a name the log teaches, else the id. Empty when the action has none. */
  readonly target: string;
  readonly outcome: 'succeeded' | 'failed' | 'unknown';
  readonly errorCode: string | undefined;
  readonly malformed: 'syntax' | 'schema' | null;
}

export interface EventPage {
  readonly revision: number;
  readonly total: number;
  /** In time order (eventTime, then log, then place in the log). */
  readonly events: readonly EventItem[];
}

/** Where an event stands in the tree. */
export interface EventPlace {
  readonly groupKey: string;
  /** Position in the group's time order, zero based. */
  readonly position: number;
  readonly item: EventItem;
}

/** A question put to the events of the open logs: every given field must match. */
export type { EventFilter };

export interface RepairResult {
  /** The whole text with every safe repair made. */
  readonly text: string;
  /** How many problems were repaired. */
  readonly repaired: number;
  /** What could not be repaired without inventing facts, one sentence each with its line. */
  readonly left: readonly string[];
}

/** client → server: the groups of the tree. */
export const EventGroupsRequest = new RequestType<{ services: Services }, EventGroups, void>(
  'workmailTrail/eventGroups',
);

/** client → server: one page of a group's events. */
export const EventPageRequest = new RequestType<
  { groupKey: string; services: Services; offset: number; limit: number },
  EventPage,
  void
>('workmailTrail/eventPage');

/** client → server: one event told in Markdown (who, when, from where, what, outcome), for a tooltip. Null when gone. */
export const EventDetailsRequest = new RequestType<{ uri: string; index: number }, { markdown: string } | null, void>(
  'workmailTrail/eventDetails',
);

/** client → server: the event that holds a position, and its place in the tree. Null when there is none. */
export const EventAtRequest = new RequestType<
  { uri: string; position: Position; services: Services },
  EventPlace | null,
  void
>('workmailTrail/eventAt');

/**
 * client → server: the report on some open logs. `labels` gives the name to print for each uri. Links are paths below the
 * report: `event/<position of the uri>/L<line>,<column>-L<line>,<column>.trail-event` (one based) and
 * `selection/<EventFilter as key=value&…>/<name>.json`. `events` is the number of distinct WorkMail events.
 */
export const SummarizeRequest = new RequestType<
  { uris: readonly string[]; labels: readonly string[] } & WorkDoneProgressParams,
  { markdown: string; events: number },
  void
>('workmailTrail/summarize');

/** client → server: the events of the given logs that a filter picks, as a readable JSON array in time order. */
export const SelectEventsRequest = new RequestType<
  { uris: readonly string[]; filter: EventFilter },
  { text: string; events: number; missing: readonly string[] },
  void
>('workmailTrail/selectEvents');

/** client → server: a log's text with every safe repair made. Null when the log is not open or not a log. */
export const RepairRequest = new RequestType<{ uri: string }, RepairResult | null, void>('workmailTrail/repair');

/** server → client: some log changed, opened or closed; ask again for what is shown. */
export const LogsChangedNotification = new NotificationType<{ revision: number }>('workmailTrail/logsChanged');

/** The progress token type of SummarizeRequest. */
export const SummarizeProgress = new ProgressType<{ kind: 'report'; percentage: number; message: string }>();
