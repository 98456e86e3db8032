/**
 * What an identifying stretch of text is, which says what stands in its place: another one of the same form. `known` is a text
 * that was found elsewhere and stands here as well.
 */
export type Identifying =
  | 'account'
  | 'uniqueId'
  | 'name'
  | 'words'
  | 'domain'
  | 'v4'
  | 'v6'
  | 'uuid'
  | 'prefixedId'
  | 'securityId'
  | 'opaque'
  | 'secret'
  | 'known';

/** A stretch of a text that is replaced. Offsets are UTF-16, zero based, of the text it was found in. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly as: Identifying;
  /** What stands there, without escapes. */
  readonly original: string;
}

/** Collects what is found, in the order of the text. */
export type Find = (found: Found) => void;
