import type { Act } from '../act';

/** What somebody can be seen with for the first time; `principal` is himself. */
export type SeenKind = 'principal' | 'key' | 'address' | 'program' | 'action' | 'account' | 'hour';

/** Something that somebody was seen with, in any service, and the first event of it. Texts are as the log has them. */
export interface Seen {
  readonly kind: SeenKind;
  /** The ARN of who acted, else his name. */
  readonly principal: string;
  /** A key that stays, an address, a program by its family, `service action`, an account, an hour of the day (UTC, `07:00`); of a principal itself. */
  readonly value: string;
  readonly act: Act;
  readonly before: Before;
}

/** What somebody did in the time that is compared with; empty of whoever was not there. */
export interface Before {
  readonly calls: number;
  /** On how many days, counted up to `MOST_DAYS`. */
  readonly days: number;
  /** Hours of the day in UTC: bit 0 is the first. */
  readonly hours: number;
}

export const MOST_DAYS = 3;

/** What is new since a time. */
export interface SeenSince {
  readonly seen: readonly Seen[];
  /** So many principals are new beside those that are told: the earliest are. */
  readonly otherPrincipals: number;
}
