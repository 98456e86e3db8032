/**
 * The one record model. Everything in the product is a fold over a stream of `EventRecord`.
 *
 * All of it is readonly plain data: no classes, no back references, so it crosses `postMessage` as it is.
 * Offsets are UTF-16 code units, zero based, end exclusive.
 */

/** Keys and array positions from the root of a record to a value: `['userIdentity', 'accountId']`. */
export type JsonPath = readonly (string | number)[];

/** A stretch of text, UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text that gives stretches of itself: a string, or a log that is held in pieces. */
export interface Text {
  slice(start: number, end: number): string;
}

/** Replace `start..end` by `text`. An insertion has `start === end`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A JSON value as `JSON.parse` gives it. Log values are an attacker's pen: read members with `Object.hasOwn`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
/** An object as `JSON.parse` gives it: read its members with `Object.hasOwn`. */
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** How a log wraps its records: the id of a file of `schemas/forms`; `none` is any file that is not a CloudTrail log. */
export type Container = string;

/**
 * How a record stands in its log, which says how its text becomes JSON (see `read/view`).
 *
 * `object`: as a JSON object. `text`: inside a JSON string, so that its quotes are escaped; `text-in-text` and
 * `text-in-text-in-text`: in a string of JSON that stands in a string itself. `cell`: in a cell of a CSV file, with its
 * quotes doubled; `text-in-cell` and further: in a string of JSON that stands in such a cell. `reshaped`: as an object in which a tool has moved or rewritten fields. `row`: as a row of a table, whose
 * columns are a part of the fields at most. `delimited`: as a line of values of one of WorkMail's own logs; its `columns` begin with what
 * stands between the values; without columns as a list in JSON of names and values.
 */
export type Form =
  | 'object'
  | 'text'
  | 'text-in-text'
  | 'text-in-text-in-text'
  | 'cell'
  | 'text-in-cell'
  | 'text-in-text-in-cell'
  | 'text-in-text-in-text-in-cell'
  | 'reshaped'
  | 'row'
  | 'delimited';

/**
 * The service a record belongs to, told from its eventSource, whatever the case of the letters. `own` is no service: the record is no
 * CloudTrail event, but one of a log that WorkMail itself writes beside CloudTrail (`read/own`).
 */
export type Service = MailService | 'other' | 'own';

/** The services whose calls the schemas know. */
export type MailService = 'workmail' | 'messageflow';

/** Whether a record is a CloudTrail event of WorkMail or Message Flow: a call. */
export function isMailCall(service: Service): service is MailService {
  return service === 'workmail' || service === 'messageflow';
}

/** A WorkMail or Message Flow call as the record names it; the name may be one the catalog does not know. */
export interface Action {
  readonly service: 'workmail' | 'messageflow';
  readonly name: string;
}

/**
 * Something wrong in a record or in what stands between records. It has no severity and no message: the rule table
 * (`check/rules`) gives both.
 *
 * A problem of broken JSON knows its `span`, relative to the start of its record (for a problem between records:
 * to the start of the text), so that a record can move without being read again. Every other problem names the
 * value by `path`, and `locate` finds it when somebody looks.
 */
export interface Problem {
  readonly code: string;
  readonly path: JsonPath;
  readonly target: 'key' | 'value' | 'record' | 'gap';
  /** Words the rule's message needs, by name: `{ before: '"userName"' }`. Text from the log, not yet escaped. */
  readonly detail: Readonly<Record<string, string>>;
  readonly span?: Span;
  /** The repair, if there is one that adds no fact of its own. Offsets are relative, as in `span`. */
  readonly edits?: readonly TextEdit[];
}

/** One record of a log, whole or damaged. */
export interface EventRecord {
  /** Position among the records of the log, zero based, in the order of the text. */
  readonly index: number;
  /** Its characters in the log, without the quotes of a string or cell that it may stand in. */
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  /** The record as JSON gives it; of a damaged record, what could be read. Absent when nothing could. */
  readonly event: JsonObject | undefined;
  readonly service: Service;
  /** Absent for records of other services and where eventName can't be read. */
  readonly action: Action | undefined;
  /** Why the record counts as malformed: broken JSON, or (WorkMail and Message Flow only) an error against its schema. */
  readonly malformed: 'syntax' | 'schema' | null;
  readonly problems: readonly Problem[];
  /**
   * All edits, safe or not, that mend a damaged record, in order and relative to `start`; empty for a whole one. Those of a
   * record in a string are escaped like the string. They carry offsets between the record as written and `event`.
   */
  readonly mends: readonly TextEdit[];
  /** When it happened, in milliseconds since 1970, as what holds the record says: of a record that does not say so itself. */
  readonly around?: number;
  /** What the cells of a row are called, where neither the row itself nor the header at the beginning of the log says it. */
  readonly columns?: readonly string[];
}

/** What is known of a log beside its records. */
export interface LogOutline {
  readonly container: Container;
  /** Problems outside any record: in the wrapping, between records, after the last one. Spans are absolute. */
  readonly problems: readonly Problem[];
  /**
   * What the text is, if it is not a log of ordinary events: for `none` a known relative of one ("a CloudTrail digest
   * file"), else what its records are ("CloudTrail Insights file").
   */
  readonly kind: string | undefined;
  /** Something lay over the text and was taken off for reading: its records stand in it otherwise than they read. */
  readonly isLayered?: true;
  /** Where its events can't be read: what to do, in a sentence or two. */
  readonly advice?: string;
  /** Lines of values of WorkMail's own logs: the names of their fields are told by a call in another log, if they are. */
  readonly lacksNames?: true;
  /** Nor does anything in the text name an organization: only an order of fields without it tells more. */
  readonly lacksOrganization?: true;
}
