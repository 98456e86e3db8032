import type { TextEdit } from '../../record';
import type { EditList } from './editList';

/** What lies over a text and was seen through. */
export interface Layer {
  /** The name of its file in `schemas/layers`. */
  readonly id: string;
  /** One sentence for the user. */
  readonly words: string;
  /** What makes the inner text of the outer one: in order, apart from each other, offsets of the outer text. */
  readonly edits: EditList;
  /** What it puts into a record is no JSON there: line breaks inside of strings. */
  readonly breaksJson: boolean;
}

/** Something over a text that can't be seen through. */
export interface Hindrance {
  readonly id: string;
  /** What it is, in a few words without an article. */
  readonly name: string;
  /** For the user: what it is, and what gives a file that can be read. */
  readonly words: string;
}

/** How a layer is taken off a text: told from the head of it, done to all of it. */
export interface Undoing {
  /** In order; may be made as they are asked for. */
  readonly edits: (text: string) => Iterable<TextEdit>;
  /** What `{…}` in the sentence stands for. */
  readonly detail?: string;
}
