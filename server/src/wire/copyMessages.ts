import { RequestType } from 'vscode-jsonrpc';
import type { Position } from 'vscode-languageserver-protocol';

/** A repaired copy of a log; the log itself is not changed. */
export interface RepairResult {
  /** The whole text with every safe repair made. */
  readonly text: string;
  /** How many problems were repaired. */
  readonly repaired: number;
  /** What could not be repaired without inventing facts, one sentence each with its line. */
  readonly left: readonly string[];
}

/** A copy of a log with other values in the place of those that tell of somebody. */
export interface RedactResult {
  readonly text: string;
  /** What the log would be called without what is replaced in it. */
  readonly name: string;
  /** The text of the key file, with what this copy has added. */
  readonly key: string;
  readonly replaced: number;
  /** Records that were redacted by the form of what stands in them, since their fields can't be read. */
  readonly byForm: number;
  /** Values that were replaced, and stand in the copy all the same: so many, and where the first of each does. */
  readonly remaining: readonly Position[];
  /** Values the copy was not searched for: they are too short, or words of everybody's. */
  readonly notSearched: number;
}

/**
 * client → server: a redacted copy of a log. `key`: the text of the key file of the case; without it the copy begins a new one.
 * Null when the log is not open or not a log; `refused` says in a sentence why there is no copy.
 */
export const RedactRequest = new RequestType<
  { uri: string; key?: string },
  RedactResult | { readonly refused: string } | null,
  void
>('workmailTrail/redact');

/** client → server: a log's text with every safe repair made. Null when the log is not open or not a log. */
export const RepairRequest = new RequestType<{ uri: string }, RepairResult | null, void>('workmailTrail/repair');
