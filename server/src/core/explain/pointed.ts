import type { JsonPath } from '../record';

/** A key or a value inside a record. */
export interface Pointed {
  readonly path: JsonPath;
  readonly part: 'key' | 'value';
}
