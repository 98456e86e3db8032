import type { Act } from '../act';
import { CLOCKS } from './readDoors';

/** Permissions that were taken away may hold so long. Milliseconds. */
const TAKES_EFFECT = 5 * 60 * 1000;

/** A call that gives somebody a right on a mailbox. */
export interface Grant {
  readonly act: Act;
  /** From when on it held: of one to a group, once the user was put into it. Milliseconds since 1970. */
  readonly from: number;
  /** When another call took it away or replaced it, in milliseconds since 1970; infinity where none did. */
  readonly until: number;
  /** The rights, as the call has them; undefined where it does not say them. */
  readonly rights: readonly string[] | undefined;
}

/**
 * Calls that give a user, or a group that the user was put into, a right on a mailbox; as they happened.
 *
 * @param organization empty where nothing tells it: then it may be any
 */
export type Grants = (user: string, owner: string, organization: string) => readonly Grant[];

/** Whether a grant held at a moment, as far as calls tell: clocks differ, and what is taken away may hold for minutes. Of a moment that can't be read nothing tells it. */
export function heldAt({ from, until }: Grant, time: number): boolean {
  return Number.isFinite(time) && time >= from - CLOCKS && time <= until + TAKES_EFFECT;
}

/** Who may only send in somebody's name reads nothing. */
export function opensMail({ rights }: Grant): boolean {
  return rights === undefined || rights.includes('FULL_ACCESS');
}
