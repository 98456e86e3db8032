import type { Container, Form, JsonObject } from '../record';
import { csvAgain, csvRows } from './tables/csvRows';
import { jsonRows, jsonTableOf, rowAgain } from './tables/jsonRows';
import { tableOf } from './tables/table';
import { placementIn } from './wrapped/eventPlaces';
import { holdingObjectIn } from './wrapped/holdingObject';
import type { Outside, PlaceInPart, Placement } from './wrapped/placement';
import type { Embedded } from './wrapped/readEvent';
import { eventAgain, wrapped } from './wrapped/wrappedEvents';

/** An event that a tool or a service hands on, and the object around it as far as that can be read. */
export interface ForeignPiece extends Embedded {
  readonly around?: JsonObject | undefined;
}

const HEAD = 40_000;

/** All events of a log that is not in one of CloudTrail's own forms, in the order of the text. */
export function foreignPieces(text: string, container: Container): Generator<ForeignPiece, Outside> {
  const table = container === 'csv' || container === 'console-csv' ? tableOf(text.slice(0, HEAD)) : undefined;
  if (table !== undefined) return csvRows(text, table);
  return jsonTableOf(text) === container ? jsonRows(text, container) : wrapped(text, container);
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
  { container, placement, needsAround }: { container: Container; placement: Placement; needsAround: boolean },
): ForeignPiece | undefined {
  if (placement.kind === 'csv') return csvAgain(part, form, place, placement);
  if (placement.kind === 'rows') return rowAgain(part, place, container);
  const event = eventAgain(part, place, container, placement);
  if (event === undefined || !needsAround) return event;
  const around = holdingObjectIn(part, place, placement);
  return around && { ...event, around };
}

/** Whether the beginning of a log still tells that its events stand in it like this. */
export function isPlacement(beginning: string, placement: Placement): boolean {
  if (placement.kind === 'rows') return true;
  if (placement.kind === 'csv')
    return JSON.stringify(tableOf(beginning.slice(0, HEAD))) === JSON.stringify(placement.table);
  const found = placementIn(beginning);
  return found?.level === placement.level && found.fills === placement.fills && found.tail === placement.tail;
}
