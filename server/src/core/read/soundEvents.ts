import { OPEN_BRACE } from './characters';
import { isWholeEvent } from './continued';
import { run, START } from './grammar';
import { headBefore } from './logHead';
import { FIELDS } from './starts';
import { closingBracket } from './valueEnd';
import { type Effort, look, parseObject, type SoundEvent } from './whole';

/**
 * Where the next whole event stands, whatever stands before it. Mending, comments and whatever else takes text that is
 * nothing in itself ends there at the latest: an event that JSON reads, and that is one by its content, is never a part of
 * what is damaged before it. See docs/design/mending-a-record.md.
 */

/** Brackets are first counted this far. */
const SHORT = 16_000;
const CANDIDATE = new RegExp(`\\{\\s*"(?:${FIELDS})"\\s*:`, 'g');

/** The first whole event that begins at or after `from` and before `limit`. */
export function nextSound(text: string, from: number, limit: number, effort: Effort): SoundEvent | undefined {
  const known = effort.looked;
  let at = from;
  if (known !== undefined && known.from <= from && from <= known.to) {
    const { found } = known;
    if (found !== undefined && from <= found.start) return upTo(text, found, from, limit, effort);
    if (found === undefined && limit <= known.to) return upTo(text, undefined, from, limit, effort);
    if (found === undefined) at = known.to;
  }
  const found = search(text, at, limit, effort);
  effort.looked = { from: at === from ? from : (known?.from ?? from), to: found?.start ?? limit, found };
  return upTo(text, found, from, limit, effort);
}

function upTo(
  text: string,
  found: SoundEvent | undefined,
  from: number,
  limit: number,
  effort: Effort,
): SoundEvent | undefined {
  look(effort, found?.end ?? limit);
  if (found === undefined || found.start >= limit) return undefined;
  return found.from >= from ? found : { ...found, from: headBefore(text, found.start, from) ?? found.start };
}

function search(text: string, from: number, limit: number, effort: Effort): SoundEvent | undefined {
  const near = text.slice(from, Math.min(text.length, limit + LONGEST_BEGINNING));
  CANDIDATE.lastIndex = 0;
  for (let match = CANDIDATE.exec(near); match !== null; match = CANDIDATE.exec(near)) {
    const start = from + match.index;
    if (start >= limit || effort.left <= 0) return undefined;
    const end = soundEnd(text, start, effort);
    if (end > 0) return { from: headBefore(text, start, from) ?? start, start, end };
    CANDIDATE.lastIndex = match.index + 1;
  }
  return undefined;
}

/** A beginning that lies across the limit is still one. */
const LONGEST_BEGINNING = 500;

/** Where the event that opens at `start` ends, if it is whole; -1 if it isn't. */
function soundEnd(text: string, start: number, effort: Effort): number {
  if (text.charCodeAt(start) !== OPEN_BRACE) return -1;
  const known = effort.known.get(start);
  if (isWholeEvent(known?.value)) {
    look(effort, known?.end ?? start);
    return known?.end ?? -1;
  }
  let end = closingBracket(text, start, Math.min(text.length, start + SHORT));
  let reached = end < 0 ? Math.min(text.length, start + SHORT) : end;
  if (end < 0) {
    const limit = Math.min(text.length, start + effort.left);
    const stop = run(text, start, limit, START);
    reached = Math.max(reached, stop.kind === 'deep' ? limit : stop.at);
    if (stop.kind === 'closed') end = stop.at;
    if (stop.kind === 'deep') end = closingBracket(text, start, limit);
  }
  look(effort, reached);
  if (end > 0 && isWholeEvent(parseObject(text.slice(start, end)))) return end;
  effort.left = Math.max(0, effort.left - (reached - start));
  return -1;
}
