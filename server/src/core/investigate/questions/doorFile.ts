/** A door of schemas/doors.json: a call that lets somebody in or takes a guard away, and the calls that undo it. */
export interface DoorFile {
  /** As `serviceLabel` has it. */
  readonly service: string;
  readonly opens: string;
  /** What it is called at the beginning of a sentence. */
  readonly what: string;
  readonly closedBy: readonly string[];
  /** Parameters of the request that say which door it is. */
  readonly same: readonly string[];
}
