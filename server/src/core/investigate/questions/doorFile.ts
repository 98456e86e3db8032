/** A door of schemas/doors.json: a call that lets somebody in or takes a guard away, and the calls that undo it. */
export interface DoorFile {
  /** As `serviceLabel` has it. */
  readonly service: string;
  readonly opens: string;
  /** What it is called at the beginning of a sentence. */
  readonly what: string;
  /** Values of the request without which it opens none. */
  readonly when?: Readonly<Record<string, string>>;
  /** A parameter of the request: only an ARN of another account in it opens one. */
  readonly whenElsewhere?: string;
  /** A parameter of the request: with an ARN of another account in it a call of `closedBy` does not close it. */
  readonly unlessElsewhere?: string;
  /** A list of the request: where it is empty the call of `opens` closes instead. */
  readonly emptied?: string;
  readonly closedBy: readonly string[];
  /** Values of the request with which a call of `closedBy` does not close it. */
  readonly unless?: Readonly<Record<string, string>>;
  /** Parameters of the request that say which door it is. */
  readonly same: readonly string[];
}
