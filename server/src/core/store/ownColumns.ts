/**
 * What records of WorkMail's own logs say beyond the columns that all rows have: numbers of texts, column after column, beside the rows
 * of a chunk. Logs about mailboxes and logs about messages have columns of their own in the same places; `state` says which.
 *
 *     numbers[column * rows.length + place]
 *
 * Columns in which no row says anything may be left out: then `begins` tells for each column where it begins, and for those the same place
 * with a 0 for each row.
 */
export interface OwnNumbers {
  /** The rows of the chunk that are of such logs, in ascending order. */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly numbers: Uint32Array<ArrayBuffer>;
  readonly begins?: Uint32Array<ArrayBuffer>;
}

/** Columns of logs that tell who used a mailbox. All but the first are numbers of texts, 0 where there is none. */
export const auditColumns = {
  /** See `ownState`. */
  state: 0,
  user: 1,
  owner: 2,
  impersonator: 3,
  protocol: 4,
  object: 5,
  item: 6,
  folder: 7,
  folderId: 8,
  attachment: 9,
  /** The name that somebody signed in with. */
  name: 10,
  method: 11,
  token: 12,
  tokenName: 13,
  expires: 14,
  scopes: 15,
  scope: 16,
  rule: 17,
  reason: 18,
  kind: 19,
  domain: 20,
  endpoint: 21,
} as const;

/** Columns of logs that tell of messages on their way. Lists have a line feed between their parts. */
export const mailColumns = {
  state: 0,
  trace: 1,
  message: 2,
  from: 3,
  sender: 4,
  recipients: 5,
  subject: 6,
  folder: 7,
  rule: 8,
  kind: 9,
  actions: 10,
  /** Where a rule or journaling sends mail to. */
  target: 11,
  reason: 12,
  spam: 13,
  dkim: 14,
  dmarc: 15,
  spf: 16,
  policy: 17,
  version: 18,
} as const;

/** Numbers of a row. */
export const OWN_WIDTH = 22;

export type AuditColumn = keyof typeof auditColumns;
export type MailColumn = keyof typeof mailColumns;

/** Of a state: which log, in four bits. */
export const LOG_MASK = 15;
/** Whether it was allowed or worked: two bits, 0 where it is not said. */
export const ALLOWED_SHIFT = 4;
export const NOT_SAID = 0;
export const ALLOWED = 1;
export const REFUSED = 2;
/** The thousandths of its second, in ten bits. */
export const MS_SHIFT = 6;
export const MS_MASK = 1023;
/** Its time is told by what holds the record, not by the record itself. */
export const TIME_AROUND = 1 << 16;
/** The names of its fields say that the log was not asked to tell of roles. */
export const ROLES_LEFT_OUT = 1 << 17;

/** The number of its log, whether it was allowed, and the thousandths of its second. */
export function ownState(log: number, allowed: boolean | undefined, ms: number, isAround = false): number {
  const around = isAround ? TIME_AROUND : 0;
  return (
    around |
    log |
    ((allowed === undefined ? NOT_SAID : allowed ? ALLOWED : REFUSED) << ALLOWED_SHIFT) |
    (ms << MS_SHIFT)
  );
}
