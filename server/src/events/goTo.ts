import type { EventInLog } from '../core/index';
import { type Answers, answersOf } from './answers';
import { Earliest } from './earliest';
import { idTest } from './idBeginning';
import type { MergedEvents } from './mergedEvents';

const DAY = 86_400_000;

/**
 * The earliest events whose eventID or requestID begins so, of all services. An id of a record for which another one speaks leads to
 * that one. Looks at columns alone; yields between chunks.
 *
 * @param id in small letters
 * @param most so many of them, at least one
 */
export function* eventsWithId(merged: MergedEvents, id: string, most: number): Generator<void, Answers> {
  const [isEventId, isRequestId] = [idTest(id, 'eventID', 'begins'), idTest(id, 'requestID', 'begins')];
  const sides = merged.sides.map(({ together, silenced }) => ({
    together,
    silenced,
    earliest: new Earliest(most, silenced),
  }));
  const spokenFor: EventInLog[] = [];
  for (const { together, silenced, earliest } of sides) {
    for (const { pieces } of together.inChunks) {
      const chunk = pieces[0]?.piece.chunk();
      if (chunk === undefined) continue;
      const tests = [isEventId(chunk), isRequestId(chunk)];
      for (const { piece, first } of pieces) {
        const positions: number[] = [];
        for (let row = piece.from; row < piece.to; row++) {
          if (!tests.some((test) => test(row))) continue;
          const number = first + row - piece.from;
          if (together.speaks(number) && !silenced.has(number)) positions.push(row);
          else if (spokenFor.length < most) spokenFor.push(together.rows.event(number));
        }
        const numberOf = (position: number): number => first + position - piece.from;
        if (positions.length > 0) earliest.add({ chunk, positions: Uint32Array.from(positions), numberOf });
      }
      yield;
    }
  }
  const found = answersOf(sides, most);
  if (found.total > 0) return found;
  const speaking = new Set(spokenFor.map((event) => merged.speaking(event) ?? event));
  return { events: Array.from(speaking), total: speaking.size };
}

/**
 * Of each day on which anything happened from a clock on, the first event that did. Yields between chunks.
 *
 * @param clock in milliseconds since midnight, UTC
 * @param most so many days, the earliest
 */
export function* eventsAtClock(merged: MergedEvents, clock: number, most: number): Generator<void, Answers> {
  const nearest = new Map<number, { readonly time: number; readonly side: number; readonly number: number }>();
  for (const [side, { together, silenced }] of merged.sides.entries()) {
    for (const { pieces } of together.inChunks) {
      const chunk = pieces[0]?.piece.chunk();
      if (chunk === undefined) continue;
      for (const { piece, first } of pieces) {
        for (let row = piece.from; row < piece.to; row++) {
          const time = chunk.time(row);
          const day = Math.floor(time / DAY);
          if (!(time - day * DAY >= clock) || time >= (nearest.get(day)?.time ?? Number.POSITIVE_INFINITY)) continue;
          const number = first + row - piece.from;
          if (together.speaks(number) && !silenced.has(number)) nearest.set(day, { time, side, number });
        }
      }
      yield;
    }
  }
  const found = Array.from(nearest.values()).sort((left, right) => left.time - right.time);
  return {
    events: found.slice(0, most).flatMap(({ side, number }) => merged.sides[side]?.together.rows.event(number) ?? []),
    total: found.length,
  };
}
