import type { Gap } from '../gaps';
import type { JsonTable } from '../tables/jsonTable';
import type { Table } from '../tables/table';
import type { WrappedPlacement } from './eventPlaces';

/** How events stand in a log that is in none of CloudTrail's own forms. */
export type Placement = WrappedPlacement | RowPlacement | CsvPlacement;

/** They are rows of JSON. */
export interface RowPlacement {
  readonly kind: 'rows';
  readonly table: JsonTable;
}

/** They are rows of a CSV file, or stand in a cell of each. */
export interface CsvPlacement {
  readonly kind: 'csv';
  readonly table: Table;
  /** The row of the header as it is written: the same one again is no event. */
  readonly heading: string;
}

/** What a reading of a log tells beside its events. */
export interface Outside {
  /** The id of the form, a file of `schemas/forms`. */
  readonly form: string;
  /** Where the form is not known: the keys under which the events stand. */
  readonly under: string | undefined;
  readonly gaps: readonly Gap[];
  /** Undefined when something is wrong around the events, or they do not stand all alike. */
  readonly placement: Placement | undefined;
}

/** Where an event stands in a part of its log: offsets of that part. */
export interface PlaceInPart {
  readonly start: number;
  /** Where it has to end if all else is to be as it was. */
  readonly end: number;
  /** Where the change inside of it begins. */
  readonly changed: number;
  /** Behind the event before it, or the beginning of the log. */
  readonly from: number;
  readonly isFirst: boolean;
  /** Where the next event begins, or the log ends. */
  readonly next: number;
  /** The part reaches to the end of the log. */
  readonly endsLog: boolean;
}
