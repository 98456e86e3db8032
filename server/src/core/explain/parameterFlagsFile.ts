import type { JsonValue } from '../record';

/** schemas/parameterFlags.json: parameters whose value makes a call more than its name says. */
export interface ParameterFlagsFile {
  readonly rules: readonly ParameterRule[];
  readonly ofOtherAccounts: FlaggedAnywhere;
  readonly secrets: FlaggedAnywhere;
}

/** A value that is flagged in the requests of some actions, where all that the rule says of it holds. */
export interface ParameterRule {
  readonly actions: readonly string[];
  /** The way to it from requestParameters on, with dots, and `*` for every entry of a list. */
  readonly parameter: string;
  readonly is?: JsonValue;
  /** It is a list with this in it. */
  readonly holds?: string;
  readonly isGiven?: true;
  readonly atMost?: number;
  /** In small letters; those of the value may be any. */
  readonly begins?: string;
  /** What must stand beside it, or beside the list that it is in; and what must not. */
  readonly when?: Readonly<Record<string, string>>;
  readonly unless?: Readonly<Record<string, string>>;
  /** Lists beside it that must have entries, and those that must have none. */
  readonly filled?: readonly string[];
  readonly empty?: readonly string[];
  readonly words: string;
}

/** Parameters that are looked for in the requests of all actions. */
export interface FlaggedAnywhere {
  readonly parameters: readonly string[];
  readonly words: string;
}
