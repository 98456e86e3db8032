import { isMailCall } from '../record';
import type { EventFacts } from './facts';

/** The records of a log in three groups: every record is in exactly one. */
export interface LogCounts {
  /** Whole WorkMail and Message Flow records without an error. */
  readonly workmail: number;
  /** Broken JSON, whichever service wrote it, and WorkMail records that do not fit their schema. */
  readonly malformed: number;
  /** Whole records of other services. */
  readonly other: number;
}

/** The counts of an empty log. */
export const noCounts: LogCounts = { workmail: 0, malformed: 0, other: 0 };

/** The group a record belongs to. Takes a record as well as its facts. */
export function countKeyOf({ malformed, service }: Pick<EventFacts, 'malformed' | 'service'>): keyof LogCounts {
  if (malformed !== null) return 'malformed';
  return !isMailCall(service) ? 'other' : 'workmail';
}

/** The sum of both; neither is changed. */
export function addCounts(left: LogCounts, right: LogCounts): LogCounts {
  return {
    workmail: left.workmail + right.workmail,
    malformed: left.malformed + right.malformed,
    other: left.other + right.other,
  };
}

/** All records of a log, each counted once. */
export function allRecords({ workmail, malformed, other }: LogCounts): number {
  return workmail + malformed + other;
}
