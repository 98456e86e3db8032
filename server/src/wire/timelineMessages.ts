import { RequestType } from 'vscode-jsonrpc';
import type { Weight } from '../core/check/schemaTypes';
import type { GroupField } from '../core/investigate/groupFields';
import type { QuestionProblem } from '../core/query/questionProblem';
import type { HourMap } from '../core/timeline/hours';
import type { Pause } from '../core/timeline/lanes';
import type { EventItem } from './eventItem';

export type { HourMap, Pause };

/** What the events of a timeline can be split by, and what its columns tell the values of. */
export type SplitField = GroupField | 'service';

/** Which events a timeline is asked for: times are milliseconds since 1970. */
export interface AskedTimes {
  /** The question of the tree; absent for all events. The stretch of time that it asks for is told, and events beside it are counted as well. */
  readonly where?: string;
  /** Absent: from the first event to the last. `to` is exclusive. */
  readonly from?: number;
  readonly to?: number;
  /** On whose clocks hours and days begin: `Europe/Berlin`. Absent, and where it is not known: UTC. */
  readonly zone?: string;
}

/** Events of open logs and inspected places, of all services, over time. */
export interface Timeline {
  /** As `EventGroups` has it. */
  readonly revision: number;
  /** What of the question can't be read: then nothing is counted. */
  readonly problems: readonly QuestionProblem[];
  /** Events there are; those that answer the question but for its stretch of time; those that answer all of it. */
  readonly all: number;
  readonly shown: number;
  readonly picked: number;
  /** Of the shown ones, those whose time can't be read: they are in no piece. */
  readonly untimed: number;
  /** The times of the first and the last of all events; null where none has one. */
  readonly first: number | null;
  readonly last: number | null;
  /** The stretch of time that the question asks for; a side that is null is open. */
  readonly brush: { readonly from: number | null; readonly to: number | null } | null;
  /** How long a piece of the timeline is, but for days on which clocks are changed: milliseconds. */
  readonly step: number;
  /** Where the pieces begin, and behind them where the last one ends. */
  readonly starts: readonly number[];
  /** The most events first, but for weights and outcomes, which have an order; last all others together. */
  readonly series: readonly TimelineSeries[];
}

/** The events of a timeline that have something in common. */
export interface TimelineSeries {
  /** Null for all others. */
  readonly key: string | null;
  /** As the log has it, not escaped. */
  readonly label: string;
  /** Which events these are, in the language of questions; null for all others. */
  readonly question: string | null;
  /** Of all that are shown, also outside of the pieces that were asked for. */
  readonly total: number;
  /** A number for each piece. */
  readonly counts: readonly number[];
}

/** client → server: how many events there are in each of some pieces of time, no more than `most`. */
export const TimelineRequest = new RequestType<
  AskedTimes & { readonly split: SplitField; readonly most: number },
  Timeline,
  void
>('workmailTrail/timeline');

/** What one principal did, or what was done to one target: over pieces of time. */
export interface Lane {
  readonly key: string;
  /** As the log has it, not escaped. */
  readonly label: string;
  readonly question: string;
  readonly weight: Weight | null;
  readonly count: number;
  readonly failed: number;
  /** In the stretch of time that was asked for. */
  readonly first: number | null;
  readonly last: number | null;
  /** The pieces in which something happened, and how many events: piece, events, piece, events … */
  readonly acts: readonly number[];
  /** The longest stretches without an event, in the order of time. */
  readonly pauses: readonly Pause[];
  /** The times of sign-ins to the console, those of one piece once. */
  readonly signIns: readonly number[];
}

/** Lanes, those with the most events first. */
export interface Lanes {
  readonly revision: number;
  readonly total: number;
  readonly lanes: readonly Lane[];
  readonly starts: readonly number[];
  /** Shorter stretches without an event are no pauses: milliseconds. */
  readonly leastPause: number;
}

/** client → server: what principals (`actor`) did, or what was done to mailboxes and other targets (`target`). */
export const TimelineLanesRequest = new RequestType<
  AskedTimes & { readonly of: 'actor' | 'target'; readonly most: number; readonly limit: number },
  Lanes,
  void
>('workmailTrail/timelineLanes');

/** client → server: how many events happened in which hour of which day. Null where the stretch of time is too long for that, or empty. */
export const TimelineHoursRequest = new RequestType<AskedTimes, HourMap | null, void>('workmailTrail/timelineHours');

/** The values of a field, the most frequent first. */
export interface ColumnValues {
  readonly field: SplitField;
  /** How many different ones there are. */
  readonly total: number;
  readonly values: readonly {
    readonly key: string;
    readonly label: string;
    readonly question: string;
    readonly count: number;
  }[];
}

/** client → server: the values of some fields among all events that answer a question, its stretch of time included. */
export const TimelineValuesRequest = new RequestType<
  { readonly where?: string; readonly fields: readonly SplitField[]; readonly limit: number },
  { readonly revision: number; readonly events: number; readonly columns: readonly ColumnValues[] },
  void
>('workmailTrail/timelineValues');

/** client → server: the first event of a stretch of time that answers all of some questions. Null where there is none. */
export const TimelineEventRequest = new RequestType<
  { readonly questions: readonly string[]; readonly from: number; readonly to: number },
  { readonly event: EventItem; readonly events: number } | null,
  void
>('workmailTrail/timelineEvent');

/** client → server: a question with another stretch of time in whole seconds, or with none; what it asks for besides stays. */
export const BrushedQuestionRequest = new RequestType<
  { readonly where: string; readonly brush: { readonly from: number; readonly to: number } | null },
  string,
  void
>('workmailTrail/brushedQuestion');
