import { Checkpoint, tellsWrapping, type Wrapping, wrappedRecordAgain } from '../../core/index';
import type { LogText } from '../logText';
import type { Change } from '../openText';
import type { LogIndex } from './logIndex';
import { rowOf } from './rowOf';

/** What is known of a log of which the events stand inside other JSON, so that a change inside of one can be followed. */
export interface Wrapped {
  readonly kind: 'wrapped';
  readonly index: LogIndex;
  readonly wrapping: Wrapping;
  /** No change from here on can make the text another thing than this log. */
  readonly settledBy: number;
}

/** So far what holds events is looked for what it is. */
const LOOKED_THROUGH = 100_000;
/** So many events are asked how they stand, or more. */
const ASKED = 4;
/** Is read before an event, and behind the beginning of the next one. */
const MARGIN = { before: 4000, behind: 4000 };
/** So far the end of an event is looked for, whatever other events stand there. */
const NEAR = 64_000;
/** A damaged event is read no further than this. */
const FAR = 1_100_000;
/** A part of a log that is longer is not worth it. */
const LONGEST_PART = 2_000_000;

/** Undefined where the beginning of a log does not tell what it is. */
export function wrappedLog(text: LogText, index: LogIndex, wrapping: Wrapping): Wrapped | undefined {
  const told = index.end(Math.min(index.count, ASKED) - 1) ?? 0;
  const settledBy = Math.min(text.length, Math.max(LOOKED_THROUGH, told + MARGIN.behind));
  return tellsWrapping(text.slice(0, settledBy), wrapping)
    ? { kind: 'wrapped', index, wrapping, settledBy }
    : undefined;
}

/**
 * Follows a change inside of one event of a log: reads that event anew where it stands. Undefined where the change could
 * have a part in anything else; then the whole text has to be read.
 */
export function wrappedRevised(before: Wrapped, { text, start, end, inserted }: Change): Wrapped | undefined {
  const { index, wrapping } = before;
  const by = inserted - (end - start);
  const at = index.countUpTo(start - 1) - 1;
  const own = { start: index.start(at) ?? 0, end: index.end(at) ?? 0 };
  if (at < 0 || end >= own.end || followsDamage(index, at)) return undefined;
  const settledBy = before.settledBy + (start < before.settledBy ? by : 0);
  if (start < before.settledBy && !tellsWrapping(text.slice(0, settledBy), wrapping)) return undefined;

  const from = index.end(at - 1) ?? 0;
  const next = index.start(at + 1);
  const behind = next === undefined ? text.length : next + by;
  const first = Math.max(0, Math.min(from, own.start - MARGIN.before));
  const last = Math.min(text.length, Math.max(behind + MARGIN.behind, own.start + NEAR));
  if (last - first > LONGEST_PART) return undefined;
  const place = {
    start: own.start - first,
    end: own.end + by - first,
    changed: start - first,
    from: from - first,
    isFirst: at === 0,
    next: behind - first,
    endsLog: last === text.length,
  };
  const form = index.at(at, (block, row) => block.form(row)) ?? 'object';
  const record = wrappedRecordAgain(text.slice(first, last), { form, index: at, place }, wrapping);
  if (record === undefined) return undefined;
  const row = rowOf(record, new Checkpoint(), index.names, index.baseAt(at) - first);
  return { ...before, index: index.spliced(at, at + 1, [row], by, index.lastGaps), settledBy };
}

/** Whether an event before this one is damaged, so that its reading may have reached into this one. */
function followsDamage(index: LogIndex, record: number): boolean {
  const start = index.start(record) ?? 0;
  for (let at = record - 1; at >= 0 && (index.start(at) ?? 0) > start - FAR; at--) {
    if (index.at(at, (block, row) => block.malformed(row)) === 'syntax') return true;
  }
  return false;
}
