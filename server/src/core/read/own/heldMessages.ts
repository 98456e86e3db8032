import type { Span, TextEdit } from '../../record';
import type { Gap } from '../gaps';

/** What CloudWatch Logs calls a message, where something holds it: in a string of JSON, behind a time, or in a cell of a table. Offsets are those of its text. */
export interface HeldMessage extends Span {
  readonly text: string;
  /** What makes `text` of its stretch. */
  readonly edits: readonly TextEdit[];
  /** When it happened as what holds it says, in milliseconds since 1970; of JSON `outsideOf` says it. */
  readonly around?: number;
  /** It is a line of values, though the first of them begins like JSON. */
  readonly isValues?: true;
}

/** What is known of a text beside the messages in it. */
export interface AroundMessages {
  /** The id of a file of `schemas/forms`. */
  readonly form: string;
  readonly gaps: readonly Gap[];
  /** When they happened, by their position; as `HeldMessage.around`. */
  readonly around?: ReadonlyMap<number, number>;
}

/** A text that holds messages. */
export interface Holder {
  /** Those that can be lines of values or their header, and of a table and a dump also those that are JSON; in the order of the text. */
  readonly messages: () => Iterable<HeldMessage>;
  readonly outside: (messages: readonly HeldMessage[]) => AroundMessages;
}
