import type { ContentBytes } from './contentBytes';

/**
 * What events of some rows say beyond their columns (see `Particulars`), as numbers one behind the other: few rows of a log say anything of
 * the kind, and each something else.
 *
 * Of a row there are: flags, which say which of the following there are and how many; the numbers of the texts of errorMessage,
 * organizationId and endpoint; two numbers for each target, its id and the parameter with its kind; three for each lesson, id, name
 * and kind; two for each weighty parameter, its name and the words; and to the end, where flags say so, the texts of what the call made,
 * those of what else it names, and how many of both there are.
 */
export interface ParticularNumbers {
  /** In ascending order. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** Where the numbers of each of these rows end. */
  readonly ends: Uint32Array<ArrayBuffer>;
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly contents: ContentBytes;
}

export const ERROR_MESSAGE = 1;
export const ORGANIZATION = 1 << 1;
export const ENDPOINT = 1 << 2;
/** There are things at the end. */
export const THINGS = 1 << 3;
/** Of flags: how many targets there are, at most eight. */
export const TARGETS_SHIFT = 4;
export const TARGETS_MASK = 15;
/** Of flags: how many lessons, in all bits that are left. */
export const LEARNED_SHIFT = 8;

/** Of the last number: how many things were made, in the bits above how many else there are. */
export const NAMED_MASK = 63;
export const MADE_SHIFT = 6;

/** Of the number for the parameter of a target: whether its id is a name; its kind, plus one; the number of the text. */
export const IS_NAMED = 1;
export const KIND_SHIFT = 2;
export const KIND_MASK = 31;
export const TEXT_SHIFT = 7;
/** Of the number for the kind of a lesson. */
export const IS_ADDRESS = 1;
export const IS_TAKEN = 2;

/** How many targets a row has, by its flags. */
export function targetsIn(flags: number): number {
  return (flags >>> TARGETS_SHIFT) & TARGETS_MASK;
}

/** How many lessons. */
export function learnedIn(flags: number): number {
  return flags >>> LEARNED_SHIFT;
}

/** How many there are of some of its texts. @param which their flags */
export function flaggedIn(flags: number, which: number): number {
  const asked = flags & which;
  return (
    ((asked & ERROR_MESSAGE) === 0 ? 0 : 1) +
    ((asked & ORGANIZATION) === 0 ? 0 : 1) +
    ((asked & ENDPOINT) === 0 ? 0 : 1)
  );
}

/** Numbers before the lessons, behind the flags. */
export function headIn(flags: number): number {
  return flaggedIn(flags, ERROR_MESSAGE | ORGANIZATION | ENDPOINT) + 2 * targetsIn(flags);
}
