/** What the files of `schemas/forms` and `schemas/relatives.json` say; `schemas/meta` describes each member. */

/** A file of `schemas/forms`: how one tool or service hands events on. */
export interface FormFile {
  readonly words: string;
  readonly isName?: boolean;
  readonly holds?: string;
  readonly told: Told;
  readonly repeats?: Repeats;
  /** Names of columns, and the path of the field that each stands for, with dots. */
  readonly columns?: Readonly<Record<string, string>>;
  /** Texts that a spreadsheet would run have an apostrophe in front. */
  readonly isGuarded?: boolean;
  readonly lacks?: string;
  readonly changes?: FieldChanges;
}

/** What a form does to the fields of an event that stands in it as an object. */
export interface FieldChanges {
  readonly marks: readonly string[];
  readonly adds: readonly string[];
  readonly renames?: Readonly<Record<string, string>>;
}

/** The signs by which a form is told from others. */
export interface Told {
  readonly under?: readonly Under[];
  readonly line?: string;
  readonly table?: TableSign;
}

/** A place in which a form keeps its events. */
export interface Under {
  readonly keys?: readonly string[];
  readonly as?: string;
  readonly beside?: readonly string[];
}

/** How a table is told. */
export interface TableSign {
  readonly as: string;
  readonly spelling?: string;
  readonly columns?: readonly string[];
  readonly least?: number;
}

/** Fields of an event that the object around it repeats. */
export interface Repeats {
  readonly beside: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly times?: readonly string[];
}

/** An entry of `schemas/relatives.json`: a file that looks like a log and is none. */
export interface RelativeFile {
  readonly pattern: string;
  readonly kind?: string;
  readonly quotes?: string;
}
