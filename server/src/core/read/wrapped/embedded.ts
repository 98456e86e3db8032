import type { Form, JsonObject, TextEdit } from '../../record';
import type { Proposal } from '../repairs/proposal';

/** One event inside other JSON: where it stands, and what it says. */
export interface Embedded {
  readonly start: number;
  readonly end: number;
  readonly form: Form;
  /** The event's own text, as JSON or as broken JSON. */
  readonly source: string;
  /** What it says; absent when nothing can be read. */
  readonly value: JsonObject | undefined;
  /** Spans and edits are offsets of the log, relative to `start`. */
  readonly damages: readonly Proposal[];
  readonly edits: readonly TextEdit[];
  /** See `EventRecord`. */
  readonly columns?: readonly string[];
}
