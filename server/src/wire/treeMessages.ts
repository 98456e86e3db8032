import { RequestType } from 'vscode-jsonrpc';
import type { Position } from 'vscode-languageserver-protocol';
import type { CopiedAs } from '../core/investigate/copiedEvent';
import type { EventFilter } from '../core/investigate/filter';
import type { GroupField } from '../core/investigate/groupFields';
import type { EventGroup } from '../core/investigate/groups';
import type { QuestionProblem } from '../core/query/questionProblem';
import type { EventItem } from './eventItem';
import type { LogStatus } from './logMessages';
import type { InspectedPlace } from './placeMessages';

/** Which services the tree shows. */
export type Services = 'workmail' | 'all';

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
 * client → server: events as text to be pasted; safe for what it is pasted into. A table has a head where it has several rows. `missing`: how
 * many of them are no longer there.
 */
export const CopyEventsRequest = new RequestType<
  { events: readonly { readonly uri: string; readonly index: number }[]; as: CopiedAs },
  { text: string; missing: number },
  void
>('workmailTrail/copyEvents');
