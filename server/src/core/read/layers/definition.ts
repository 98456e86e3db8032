/** What `schemas/layers` says of a layer: how it is told, what is taken away, and the sentence for the user. */
interface Common {
  readonly id: string;
  /** Of what can only be named: its name, in a few words without an article. */
  readonly name?: string;
  /** Layers are tried in this order; where two explain a text equally well, the first is believed. */
  readonly order: number;
  /** For the user: what lies over the text, and that it was seen through. */
  readonly words: string;
  /** A pattern that must be found in the head of a text (flag `u`). */
  readonly tell?: string;
  /** A pattern that must not be found there. */
  readonly unless?: string;
  /** How many different telling names must have become keys; 2 where nothing is said. */
  readonly least?: number;
  /** Other text may stand beside the events when the layer is undone: what people write around a quote. */
  readonly amongText?: true;
  /** The layer stands inside values, so that a text can be JSON with it and without it. */
  readonly inValues?: true;
  /** No name can be read before the layer is undone. */
  readonly hides?: true;
}

/** A prefix of each line: the first of `patterns` that matches most lines. */
export interface LinePrefix extends Common {
  readonly kind: 'line-prefix';
  readonly patterns: readonly string[];
  /** The part of the lines of the head that must begin so; half of them where nothing is said. */
  readonly share?: number;
  /** The first group of the pattern is a number that grows: by one with each line, or by any step. */
  readonly counts?: 'by-one' | 'up';
}

/** What begins most lines of a text that is laid out, whatever it is. */
export interface CommonPrefix extends Common {
  readonly kind: 'common-prefix';
}

/** Whole lines that are no part of the log. */
export interface WholeLines extends Common {
  readonly kind: 'lines';
  readonly pattern: string;
}

/** Lines broken at a column, behind a space before it, or with the rest of a value below its beginning. */
export interface Wrap extends Common {
  readonly kind: 'wrap';
  readonly at: 'column' | 'space' | 'hanging';
}

/** Characters that stand for others. */
export interface Replaced extends Common {
  readonly kind: 'replaced';
  readonly pattern: string;
  readonly decoding: DecodingName;
}

/** Marks between which the log stands. */
export interface Fence extends Common {
  readonly kind: 'fence';
  readonly open: string;
  readonly close: string;
}

/** A value as a programming language writes it, YAML, or base64. */
export interface Written extends Common {
  readonly kind: 'literal' | 'yaml' | 'base64';
}

/** A layer that can't be undone here. */
export interface Obstacle extends Common {
  readonly kind: 'obstacle';
}

/** How what was found is read; see `undo/decodings.ts`. */
export type DecodingName =
  | 'removed'
  | 'quoted-printable'
  | 'percent'
  | 'form'
  | 'character-reference'
  | 'reference-in-string'
  | 'quote-in-strings'
  | 'backslash'
  | 'defanged'
  | 'first-group';

/** A layer that can be taken off. */
export type UndoableDefinition = LinePrefix | CommonPrefix | WholeLines | Wrap | Replaced | Fence | Written;
/** A layer as `schemas/layers` defines it; `kind` tells which sort it is of. */
export type LayerDefinition = UndoableDefinition | Obstacle;
