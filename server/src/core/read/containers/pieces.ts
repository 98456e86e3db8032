import type { Container, JsonObject } from '../../record';
import type { Gap } from '../gaps';
import { csvRows } from './csvRows';
import type { Embedded } from './embedded';
import { carried } from './foreign';
import { jsonRows, jsonTableOf } from './jsonRows';
import { tableOf } from './table';

/** An event that a tool or a service hands on, and the object around it as far as that can be read. */
export interface ForeignPiece extends Embedded {
  readonly around?: JsonObject | undefined;
}

const HEAD = 40_000;

/**
 * All events of a log that is not in one of CloudTrail's own forms, in the order of the text.
 *
 * @returns what is wrong around them
 */
export function foreignPieces(text: string, container: Container): Generator<ForeignPiece, readonly Gap[]> {
  const table = container === 'csv' || container === 'console-csv' ? tableOf(text.slice(0, HEAD)) : undefined;
  if (table !== undefined) return csvRows(text, table);
  return jsonTableOf(text) === container ? jsonRows(text, container) : carried(text, container);
}
