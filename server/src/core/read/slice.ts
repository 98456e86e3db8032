import type { JsonObject, TextEdit } from '../record';
import { COMMA, skipSpace, skipSpaceBack } from './characters';
import { applyEdits } from './edits';
import { mend } from './mend';
import { beginsNextRecord, endingAt, type Position } from './recordEnd';
import { ofRecord, type Proposal } from './repairs/proposal';
import { nextSound } from './soundEvents';
import { beginningLike, nextRecordStart } from './starts';
import { type Effort, look, parseObject } from './whole';
import { readWhole } from './wholeRecord';

/** One record's text, and what JSON makes of it. Spans and edits of damages are relative to `start`. */
export interface Slice {
  readonly start: number;
  readonly end: number;
  /** Absent when nothing could be read. */
  readonly value: JsonObject | undefined;
  readonly damages: readonly Proposal[];
  /** All edits, safe or not, that turn the slice into JSON; in order, relative to `start`. */
  readonly edits: readonly TextEdit[];
}

/** A damaged record is mended within this length: CloudTrail Lake allows 1 MB, everything else less. */
const LONG = 1_000_000;

/** Reads the record that begins at `start`. Only a record that is not whole is looked at character by character. */
export function readSlice(text: string, start: number, position: Position, effort: Effort): Slice {
  const whole = readWhole(text, start, position, effort);
  if (whole !== undefined) return { start, end: whole.end, value: whole.value, damages: [], edits: [] };
  const damaged = readDamaged(text, start, position, effort);
  const next = skipSpace(text, damaged.end, text.length);
  if (next === text.length || !damaged.damages.some(({ kind }) => kind === 'cut-off')) return damaged;
  look(effort, next + 1);
  return { ...damaged, damages: damaged.damages.map(ofRecord) };
}

/**
 * A damaged record is mended up to where the next one begins. A brace too many inside it may look like that; so when
 * mending finds more than one simple damage, it is tried again up to the record after that.
 */
function readDamaged(text: string, start: number, position: Position, effort: Effort): Slice {
  const far = Math.min(text.length, start + LONG);
  const like = beginningLike(text, start, !position.inList);
  const sound = nextSound(text, start + 1, far, effort)?.from ?? far;
  const limit = nextRecordStart(text, start + 1, sound, like);
  look(effort, limit);
  const near = mendedUpTo(text, start, limit, position);
  const [first] = near.damages;
  const mayBeSplit = near.damages.length > 1 || first?.kind === 'missing-bracket' || first?.kind === 'cut-off';
  const isNext = /^\s*,?\s*$/.test(text.slice(near.end, Math.min(limit, near.end + 200)));
  if (limit === sound || !mayBeSplit || !isNext) return near;
  if (beginsNextRecord(text, skipSpace(text, limit + 1, far), like.own, near.value)) return near;
  const beyond = nextRecordStart(text, limit + 1, sound, like);
  look(effort, beyond);
  const other = mendedUpTo(text, start, beyond, position, limit);
  return other.end > limit && other.damages.length === 1 ? other : near;
}

/** @param beyond the record goes on behind this offset, whatever stands there */
function mendedUpTo(text: string, start: number, limit: number, position: Position, beyond = start): Slice {
  // White space before the next record is never part of this one, and a cut is easier seen without it.
  const stop = skipSpaceBack(text, limit, start + 1);
  const mended = mend(text.slice(start, stop), {
    endsLog: limit === text.length || !position.inList,
    isBare: !position.inList && !position.inWrapper,
    ending: (at) => (start + at <= beyond ? 'no' : endingAt(text, start, start + at, position)),
  });
  const end = withoutSeparator(text, start, start + mended.end, mended.edits);
  const value = parseObject(applyEdits(text.slice(start, end), mended.edits));
  const isEmpty = value === undefined || Object.keys(value).length === 0;
  return { start, end, value: isEmpty ? undefined : value, damages: mended.damages, edits: mended.edits };
}

/** A comma behind the last edit parts the record from the next one, and is no part of it. */
function withoutSeparator(text: string, start: number, end: number, edits: readonly TextEdit[]): number {
  const comma = skipSpaceBack(text, end, start + 1) - 1;
  const last = edits.at(-1)?.end ?? 0;
  return text.charCodeAt(comma) === COMMA && last <= comma - start && comma > start ? comma : end;
}
