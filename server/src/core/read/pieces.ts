import type { Form, JsonObject } from '../record';
import type { Recognized } from './recognize';
import { csvAgain, csvRows } from './tables/csvRows';
import { jsonRows, rowAgain } from './tables/jsonRows';
import { jsonTableOf } from './tables/jsonTable';
import { tableOf } from './tables/table';
import type { Embedded } from './wrapped/embedded';
import { placementIn } from './wrapped/eventPlaces';
import { holdingObjectIn } from './wrapped/holdingObject';
import type { Outside, PlaceInPart, Placement } from './wrapped/placement';
import { eventAgain, wrappedEvents } from './wrapped/wrappedEvents';

/** An event that a tool or a service hands on, and the object around it as far as that can be read. */
export interface WrappedPiece extends Embedded {
  readonly around?: JsonObject | undefined;
}

/** All events of a log that is not in one of CloudTrail's own forms, in the order of the text; undefined where a caller may pause. */
export function wrappedPieces(
  text: string,
  found: Exclude<Recognized, { kind: 'none' | 'native' | 'own' }>,
): Generator<WrappedPiece | undefined, Outside> {
  if (found.kind === 'csv') return csvRows(text, found.table);
  return found.kind === 'rows' ? jsonRows(text, found.table) : wrappedEvents(text, found.first);
}

/**
 * One event of a log once more, from a part of the log, after a change inside of the event. The part begins before the event and
 * reaches beyond the beginning of the next one, or to the end of the log.
 *
 * @param form of the event before the change
 * @param needsAround the object around it is wanted
 * @returns undefined where it takes the whole log to say how it reads now
 */
export function pieceAgain(
  part: string,
  form: Form,
  place: PlaceInPart,
  { placement, needsAround }: { readonly placement: Placement; readonly needsAround: boolean },
): WrappedPiece | undefined {
  if (placement.kind === 'csv') return csvAgain(part, form, place, placement);
  if (placement.kind === 'rows') return rowAgain(part, place, placement);
  const event = eventAgain(part, place, placement);
  if (event === undefined || !needsAround) return event;
  const around = holdingObjectIn(part, place, placement);
  return around && { ...event, around };
}

const HEAD = 40_000;

/** Whether the beginning of a log still tells that its events stand in it like this. */
export function isPlacement(beginning: string, placement: Placement): boolean {
  const { kind } = placement;
  if (kind === 'wrapped') return isSame(placementIn(beginning), placement);
  return kind === 'rows'
    ? isSame(jsonTableOf(beginning), placement.table)
    : isSame(tableOf(beginning.slice(0, HEAD)), placement.table);
}

function isSame(found: unknown, before: unknown): boolean {
  return JSON.stringify(found) === JSON.stringify(before);
}
