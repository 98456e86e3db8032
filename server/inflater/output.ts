/**
 * Room for what comes out. Outputs of the streams of one file stay one behind the other; what does not fit is handed out in pieces, and
 * then the last 32 KB of it are kept, to which the stream may refer.
 */

const SIZE: usize = 2097152;
const WINDOW: usize = 32768;
/** Outputs stay in this half, so that as much room is left for the next stream. */
const KEPT: usize = 1048576;

/** Behind its end is room for the longest match, and for what is copied beyond that. */
const room: usize = memory.data(2097152 + 512, 16);

/** Of the stream that is read: before what may be referred to, before what was not handed out yet, and where the next byte comes. */
let start: usize = room;
let fresh: usize = room;
let at: usize = room;

/** No output is needed any more. */
export function forgetOutputs(): void {
  start = room;
}

export function beginOutput(): void {
  fresh = start;
  at = start;
}

/** What came out stays until all outputs are forgotten; false where there is no room for it. */
export function keepOutput(): bool {
  const behind = (at + 15) & ~15;
  if (behind > room + KEPT) return false;
  start = behind;
  return true;
}

/** The output behind this is full: nothing longer than a match may be put there. */
export function outputStop(): usize {
  return room + SIZE;
}

export function outputStart(): usize {
  return start;
}

export function freshOutput(): usize {
  return fresh;
}

export function outputAt(): usize {
  return at;
}

export function setOutputAt(place: usize): void {
  at = place;
}

/** Makes room behind what may be referred to; what came out was handed out. */
export function slide(): void {
  const kept = min(at - start, WINDOW);
  memory.copy(start, at - kept, kept);
  at = start + kept;
  fresh = at;
}
