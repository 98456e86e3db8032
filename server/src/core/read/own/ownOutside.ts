import type { Gap } from '../gaps';

/** The forms of records that stand alone. */
export const LINES = 'json-lines';
export const SINGLE = 'single';

/** What is known of a text beside the records of WorkMail's own logs in it. */
export interface OwnOutside {
  /** The id of a file of `schemas/forms`. */
  readonly form: string;
  readonly gaps: readonly Gap[];
  /** The names of fields stand nowhere in it. */
  readonly lacksNames?: true;
}
