import type {
  EventFacts,
  EventRecord,
  Form,
  JsonObject,
  LearnedName,
  Problem,
  Seen,
  Service,
  TextEdit,
} from '../../core/index';

import type { Uuid } from '../../core/store/uuid';

/**
 * What is kept of one record: where it stands, and what lists and groups of events ask of every record. All else is read
 * again from its text when somebody looks. Offsets count from the base of the block that the row is in.
 */
export interface Row {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  readonly service: Service;
  readonly malformed: EventRecord['malformed'];
  readonly outcome: EventFacts['outcome'];
  /** It tells how a VPC endpoint saw a call of WorkMail. */
  readonly isNetwork: boolean;
  /** Numbers of `Texts`. */
  readonly eventName: number;
  readonly eventSource: number;
  /** Milliseconds since 1970; not a number where it can't be read. */
  readonly time: number;
  /** As written, where `time` does not say it. */
  readonly eventTime: string | undefined;
  readonly eventID: string | Uuid;
  readonly problems: readonly Problem[];
  readonly mends: readonly TextEdit[];
  readonly columns: EventRecord['columns'];
  /** What could be saved of a damaged record: it can't always be read a second time. */
  readonly saved: JsonObject | undefined;
  readonly teaches: Teaching | undefined;
  /** What is wrong between the row before and this one. */
  readonly gaps: readonly Problem[];
  /** What a later reading has to know of this one: see the core's `Checkpoint`. `level` is a number of `Texts`. */
  readonly level: number;
  readonly met: Seen;
  /** Counted from the base, too; 0 for a record between its like. */
  readonly reach: number;
}

/** What an event teaches about ids, with the organization they are unique in. */
export interface Teaching {
  readonly lessons: readonly LearnedName[];
  readonly organizationId: string;
}

/** A row that is moved to another base. */
export function rebased(row: Row, by: number): Row {
  if (by === 0) return row;
  return {
    ...row,
    start: row.start + by,
    end: row.end + by,
    gaps: row.gaps.length === 0 ? row.gaps : row.gaps.map((gap) => moved(gap, by)),
    reach: row.reach === 0 ? 0 : row.reach + by,
  };
}

/** A problem between records that has moved with its text. */
export function moved(problem: Problem, by: number): Problem {
  if (by === 0) return problem;
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...problem,
    ...(problem.span && { span: move(problem.span) }),
    ...(problem.edits && { edits: problem.edits.map(move) }),
  };
}
