import type { EventInLog, Question } from '../core/index';
import type { EventSort, Services } from '../wire/protocol';
import type { MergedEvents, Picked } from './mergedEvents';
import type { NumberedPiece } from './numberedRows';

/** What is looked for, and from where. */
export interface Beside {
  readonly services: Services;
  readonly isForward: boolean;
  /** In the order of events; undefined: before the first one, or behind the last. */
  readonly from: PlaceInTime | undefined;
  /** Rows have to be in each of these. */
  readonly picks: readonly Picked[];
}

/** Where an event stands among all others: by time, then by log, then by its place there. */
export interface PlaceInTime {
  /** In milliseconds; infinite where it can't be read. */
  readonly time: number;
  readonly log: number;
  readonly index: number;
}

/** The question that events of a sort answer. */
export function questionFor(sort: EventSort): Question {
  switch (sort) {
    case 'failed':
    case 'malformed':
      return { kind: 'field', field: 'is', values: [{ kind: 'word', word: sort }] };
    case 'notable':
      return { kind: 'field', field: 'weight', values: [{ kind: 'weight', relation: '>=', weight: 'high' }] };
  }
}

/** Where an event stands. */
export function placeInTime({ log, facts }: EventInLog): PlaceInTime {
  return { time: facts.time ?? Number.POSITIVE_INFINITY, log, index: facts.index };
}

/** The nearest event on one side of a place. Looks at columns alone; yields between pieces. */
export function* eventBeside(merged: MergedEvents, beside: Beside): Generator<void, { event: EventInLog | undefined }> {
  const { isForward, from, picks, services } = beside;
  let best: PlaceInTime | undefined;
  const isNearer = (place: PlaceInTime): boolean => {
    const sign = isForward ? 1 : -1;
    return (
      (from === undefined || sign * byPlaceInTime(place, from) > 0) &&
      (best === undefined || sign * byPlaceInTime(place, best) < 0)
    );
  };
  for (const [side, { together, silenced }] of merged.sides.entries()) {
    const picked = picks.map(({ onDisk, open }) => (side === 0 ? onDisk : open));
    for (const numbered of together.rows.pieces) {
      const { piece, first, log } = numbered;
      for (let row = piece.from; row < piece.to; row++) {
        const number = first + row - piece.from;
        if (picked.some((each) => each[number] !== 1) || silenced.has(number) || !isShown(numbered, row, services))
          continue;
        const time = piece.rows.time(row);
        const place = {
          time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time,
          log,
          index: piece.index + row - piece.from,
        };
        if (isNearer(place)) best = place;
      }
      yield;
    }
  }
  return { event: best && merged.event(best.log, best.index) };
}

/** Records that can't be read may well be WorkMail's. */
function isShown({ piece: { rows, names } }: NumberedPiece, row: number, services: Services): boolean {
  if (services === 'all' || rows.service(row) !== 'other') return true;
  return rows.malformed(row) !== null && names.textOf(rows.eventSource(row)) === '';
}

function byPlaceInTime(left: PlaceInTime, right: PlaceInTime): number {
  // Infinity minus itself is not a number, so equality is asked first.
  return left.time === right.time ? left.log - right.log || left.index - right.index : left.time - right.time;
}
