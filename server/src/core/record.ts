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

/** Replace `start..end` by `text`. An insertion has `start === end`. */
export interface TextEdit extends Span {
  readonly text: string;
}

/** A JSON value as `JSON.parse` gives it. Log values are an attacker's pen: read members with `Object.hasOwn`. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

/** How a log wraps its records. `none` is any file that is not a CloudTrail log. */
export type Container = 'records' | 'single' | 'array' | 'json-lines' | 'concatenated' | 'none';

/** The service a record belongs to, told from its eventSource, whatever the case of the letters. */
export type Service = 'workmail' | 'messageflow' | 'other';

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
  readonly start: number;
  readonly end: number;
  /** The record as JSON gives it; of a damaged record, what could be read. Absent when nothing could. */
  readonly event: JsonObject | undefined;
  readonly service: Service;
  /** Absent for records of other services and where eventName can't be read. */
  readonly action: Action | undefined;
  /** Why the record counts as malformed: broken JSON, or (WorkMail and Message Flow only) an error against its schema. */
  readonly malformed: 'syntax' | 'schema' | null;
  readonly problems: readonly Problem[];
  /**
   * All edits, safe or not, that turn a damaged record into JSON, in order and relative to `start`; empty for a whole
   * one. They carry offsets between the record as written and `event`.
   */
  readonly mends: readonly TextEdit[];
}

/** What is known of a log beside its records. */
export interface LogOutline {
  readonly container: Container;
  /** Problems outside any record: in the wrapping, between records, after the last one. Spans are absolute. */
  readonly problems: readonly Problem[];
  /** For `none`: what the text is, if it is a known relative of a CloudTrail log ("a CloudTrail digest file"). */
  readonly kind: string | undefined;
}
