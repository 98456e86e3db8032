import type { Container, Form, JsonObject } from '../../record';
import { csvAgain, csvRows } from './csvRows';
import type { Embedded } from './embedded';
import { carried, heldAgain } from './foreign';
import { heldMannerIn } from './heldPlaces';
import { holderIn } from './holder';
import { jsonRows, jsonTableOf, rowAgain } from './jsonRows';
import type { Manner, Outside, PlaceInPart } from './manner';
import { tableOf } from './table';

/** An event that a tool or a service hands on, and the object around it as far as that can be read. */
export interface ForeignPiece extends Embedded {
  readonly around?: JsonObject | undefined;
}

const HEAD = 40_000;

/** All events of a log that is not in one of CloudTrail's own forms, in the order of the text. */
export function foreignPieces(text: string, container: Container): Generator<ForeignPiece, Outside> {
  const table = container === 'csv' || container === 'console-csv' ? tableOf(text.slice(0, HEAD)) : undefined;
  if (table !== undefined) return csvRows(text, table);
  return jsonTableOf(text) === container ? jsonRows(text, container) : carried(text, container);
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
  { container, manner, needsAround }: { container: Container; manner: Manner; needsAround: boolean },
): ForeignPiece | undefined {
  if (manner.kind === 'csv') return csvAgain(part, form, place, manner);
  if (manner.kind === 'rows') return rowAgain(part, place, container);
  const event = heldAgain(part, place, container, manner);
  if (event === undefined || !needsAround) return event;
  const around = holderIn(part, place, manner);
  return around && { ...event, around };
}

/** Whether the beginning of a log still tells that its events stand in it like this. */
export function isManner(beginning: string, manner: Manner): boolean {
  if (manner.kind === 'rows') return true;
  if (manner.kind === 'csv') return JSON.stringify(tableOf(beginning.slice(0, HEAD))) === JSON.stringify(manner.table);
  const found = heldMannerIn(beginning);
  return found?.level === manner.level && found.fills === manner.fills && found.tail === manner.tail;
}
