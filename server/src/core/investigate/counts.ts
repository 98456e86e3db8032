import { isMailCall } from '../record';
import type { EventFacts } from './facts';

/** The records of a log in groups: every record is in exactly one. */
export interface LogCounts {
  /** Whole WorkMail and Message Flow records without an error. */
  readonly workmail: number;
  /** Broken JSON, whichever service wrote it, and WorkMail records that do not fit their schema. */
  readonly malformed: number;
  /** Whole records of other services. */
  readonly other: number;
  /** Whole records of WorkMail's own logs, which are no CloudTrail events. Absent where there are none. */
  readonly own?: number;
}

/** Counts that still grow. */
export type GrowingCounts = { -readonly [key in keyof LogCounts]-?: number };

/** The counts of nothing yet. */
export function newCounts(): GrowingCounts {
  return { workmail: 0, malformed: 0, other: 0, own: 0 };
}

/** What was counted; nothing is said of logs that are not there. */
export function counted({ own, ...counts }: GrowingCounts): LogCounts {
  return own === 0 ? counts : { ...counts, own };
}

/** The counts of an empty log. */
export const noCounts: LogCounts = { workmail: 0, malformed: 0, other: 0 };

/** The group a record belongs to. Takes a record as well as its facts. */
export function countKeyOf({ malformed, service }: Pick<EventFacts, 'malformed' | 'service'>): keyof LogCounts {
  if (malformed !== null) return 'malformed';
  if (service === 'own') return service;
  return !isMailCall(service) ? 'other' : 'workmail';
}

/** The sum of both; neither is changed. */
export function addCounts(left: LogCounts, right: LogCounts): LogCounts {
  return counted({
    workmail: left.workmail + right.workmail,
    malformed: left.malformed + right.malformed,
    other: left.other + right.other,
    own: (left.own ?? 0) + (right.own ?? 0),
  });
}

/** All records of a log, each counted once. */
export function allRecords({ workmail, malformed, other, own = 0 }: LogCounts): number {
  return workmail + malformed + other + own;
}
