/**
 * What rows of WorkMail's own logs have in common, by number, row by row: what follows from it is found once for all rows of a number. Numbers
 * mean something together with the table that the texts of the rows are in. 0 where it is not told: then the columns of the row say it.
 */
export interface AlikeRows {
  /** The same organization, user, mailbox, impersonation role, protocol, address and program. */
  readonly who: Uint32Array;
  /** The same log, outcome, call, kind of object and protocol, and an attachment is named or not. None of them says that roles were left out. */
  readonly what: Uint32Array;
}
