import type { Act } from '../act';

/** What somebody can be seen with for the first time; `principal` is himself. */
export type SeenKind = 'principal' | 'key' | 'address' | 'program' | 'action' | 'account' | 'hour';

/** Who acted, as he is compared: the ARN, else the name. */
export function principalOf({ row }: Act): string {
  return row.actorArn || row.actor;
}

/** A value of a kind, and the first event in which somebody was seen with it. */
export interface Seen {
  /** A key that stays, an address, a program by its family, `service action`, an account, an hour of the day (UTC, `07:00`); of a principal itself. Texts are as the log has them. */
  readonly value: string;
  readonly act: Act;
}

/** The values of one kind that one principal was seen with. They can be many, and are made when somebody asks. */
export interface SeenOfKind {
  readonly kind: SeenKind;
  /** The ARN of who acted, else his name. */
  readonly principal: string;
  readonly before: Before;
  /** The first event of the first of them. */
  readonly first: Act;
  /** The earliest of them, as they happened first; at least one. @param most so many */
  readonly seen: (most: number) => readonly Seen[];
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
