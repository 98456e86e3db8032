import type { FieldPath } from './fieldPath';
import type { Test } from './test';
import type { Work } from './work';

/** How much a rule says it matters, the heaviest first. */
export const levels = ['critical', 'high', 'medium', 'low', 'informational'] as const;

export type Level = (typeof levels)[number];

/** What is told of a rule, whatever kind it is of. Its texts are a stranger's. */
export interface RuleTold {
  /** As the file is called below the folder that was named. */
  readonly file: string;
  /** Counted from 1: where it begins in its file. */
  readonly line: number;
  readonly id: string;
  /** By which correlations refer to it, beside its id; empty for most. */
  readonly name: string;
  readonly title: string;
  /** Undefined where it says none, or one that Sigma does not know. */
  readonly level: Level | undefined;
  readonly status: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly references: readonly string[];
  readonly falsepositives: readonly string[];
  /** Fields that are worth looking at in its events. */
  readonly fields: readonly string[];
}

/** What a rule asks of one record. */
export interface EventAsked {
  readonly kind: 'event';
  readonly test: Test;
  readonly work: Work;
}

/** What a rule asks of the events of others. */
export interface EventsAsked {
  readonly kind: 'correlation';
  readonly correlation: Correlation;
}

/** A rule whose events nobody can tell, and why: in sentences. */
export interface Unasked {
  readonly kind: 'unsupported';
  readonly reasons: readonly string[];
  /** It is of other logs than CloudTrail's, and nothing is wrong with it. */
  readonly isOfOtherLogs: boolean;
}

export interface Rule extends RuleTold {
  readonly asked: EventAsked | EventsAsked | Unasked;
  /** It only serves correlations, and none of them wants its events told for themselves (`generate`). */
  readonly isQuiet: boolean;
}

export const correlationTypes = ['event_count', 'value_count', 'temporal', 'temporal_ordered'] as const;

export type CorrelationType = (typeof correlationTypes)[number];

/** One of the rules whose events are looked at together. */
export interface Correlated {
  /** Position among all rules. */
  readonly rule: number;
  /** What its events are grouped by, in the order of `groupBy`: aliases name other fields for other rules. */
  readonly groupBy: readonly FieldPath[];
  /** Of `value_count`: the fields whose values are counted. */
  readonly counted: readonly FieldPath[];
}

export interface Correlation {
  readonly type: CorrelationType;
  /** The fields of `group-by` as the rule names them, aliases among them. */
  readonly groupBy: readonly string[];
  /** In the order in which the rule names them. */
  readonly of: readonly Correlated[];
  readonly timespanMs: number;
  /** Whether so many, of events, values or rules, are what is asked for. */
  readonly isEnough: (count: number) => boolean;
}
