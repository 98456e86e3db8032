import type { JsonObject, Span } from '../record';
import type { Without } from './starts';

/**
 * What may still be spent on looks that can fail, in characters, for a whole log. Without it, a log made of nothing
 * but openings would be read to its end once for each of them.
 */
export interface Effort {
  left: number;
  /**
   * The furthest offset that a look of no fixed length has come to: what stands behind it has had no part in what was read,
   * but for what is looked at within `NEAR_BY`.
   */
  seen: number;
  /**
   * How the last two records were parted, from the brace that closes the one to the first key of the other: most logs part
   * all of theirs in the same way. Only saves time; what is read does not depend on it.
   */
  parting: string;
  /** The latest look for a whole event. Only saves time, too. */
  looked: Looked | undefined;
  /** The latest look for the first field of an event. Only saves time, too. */
  readonly without: Without;
  /** Whole records that were read before the walk began, by their offset. */
  readonly known: KnownRecords;
}

/** Records of a text that are known to be whole and to stand right before another one. */
export type KnownRecords = ReadonlyMap<number, { readonly end: number; readonly value: JsonObject | undefined }>;

const NONE_KNOWN: KnownRecords = new Map();

/** A whole event, found by looking for one. */
export interface SoundEvent extends Span {
  /** Where what stands before it ends: at its brace, or at the beginning of the log that it is the first event of. */
  readonly from: number;
}

/** Behind `from` and before `to` no whole event begins, but for `found`. */
export interface Looked {
  readonly from: number;
  readonly to: number;
  readonly found: SoundEvent | undefined;
}

/** What a text of this length may cost in looks that fail. */
export function effortFor(length: number): number {
  return 8 * length + 1_000_000;
}

/** An effort with so much `left` for looks that fail; see `effortFor`. */
export function newEffort(left: number, known = NONE_KNOWN): Effort {
  return { left, seen: 0, parting: '', looked: undefined, without: { start: 0, end: 0 }, known };
}

/** No look ahead of fixed length goes further than this, counted from behind a record or from what stands between records. */
export const NEAR_BY = 100_000;

/** Says that the text before this offset was looked at, so that a change of it may change what was found. */
export function look(effort: Effort, offset: number): void {
  if (offset > effort.seen) effort.seen = offset;
}

/** What JSON makes of a text, if that is an object. */
export function parseObject(source: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(source);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value is an object of JSON: neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
