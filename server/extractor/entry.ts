/** What is told of a line of a flat log. */

/** What an entry begins with, in words; behind it stands a word for each field. */
export namespace Entry {
  export const START: usize = 0;
  export const LENGTH: usize = 4;
  export const HANDED_OVER: usize = 8;
  /** In the bytes of the part. */
  export const BYTES_START: usize = 12;
  export const BYTES_LENGTH: usize = 16;
  /** A bit for each field that says something. */
  export const THERE: usize = 24;
  export const TIME: usize = 32;
  export const REQUEST: usize = 40;
  export const FIELDS: usize = 56;
}
