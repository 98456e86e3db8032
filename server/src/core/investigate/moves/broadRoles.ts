import { type Doings, moverOf } from './doings';
import type { Door, Doors } from './door';
import type { Line } from './line';
import { isStanding } from './standing';
import type { Trust } from './trust';

const DAY = 86_400_000;
/** So many tokens are asked for by a program that works for long. */
const MANY_TOKENS = 4;
const MANY_DAYS = 3;
/** So many are taken by a move, whoever works on it. */
const MANY = 12;
/** A share of what the role takes that takes most. */
const SHARE_OF_LARGEST = 0.25;
/**
 * Impersonation roles of a move: a program that reads mailbox after mailbox asks for token after token. A role that is made, or used,
 * from where nobody works is none, nor one that is used for some hours while the move goes another way, nor one that is gone again within a day.
 */
export function broadRoles({ all }: Doors, doings: Doings, broad: ReadonlySet<Door>, trust: Trust): ReadonlySet<Door> {
  const isKnown = (line: Line): boolean => trust.isKnownNet(line) && trust.isKnownWho(line);
  const areOurs = ({ around }: Door): boolean =>
    around.every((line) => line.action !== 'CreateImpersonationRole' || trust.isOfHouse(line));
  const standing = new Set(all.filter((door) => isStanding(door) && areOurs(door)));
  // What a tool of every day takes in weeks says nothing of how much a move takes.
  const most = Math.max(
    0,
    ...all.map((door) => (door.through === 'role' && !standing.has(door) ? door.carried.length : 0)),
  );
  const isMoving = Array.from(broad).some(({ through }) => through !== 'nothing');
  return new Set(
    all.filter((door) => {
      const { through, carried, around } = door;
      if (standing.has(door)) return true;
      if (through === 'role' && carried.length === most && !isMoving && isMadeForMove(door, doings, trust)) return true;
      if (through !== 'role' || carried.length < MANY_TOKENS) return false;
      if (carried.length < MANY && carried.length < SHARE_OF_LARGEST * most) return false;
      const makers = around.filter(({ deed }) => deed === 'open');
      const isMost = carried.filter(isKnown).length * 2 > carried.length;
      const isLong = carried.length >= 2 * MANY || (carried.length >= 2 * MANY_TOKENS && daysOf(carried) >= MANY_DAYS);
      const made = makers[0]?.at ?? 0;
      const isGone = around.some(({ deed, at }) => deed === 'close' && at > made && at - made < DAY);
      const isSpread =
        daysOf(carried) >= MANY_DAYS && (carried.at(-1)?.at ?? 0) - (carried[0]?.at ?? 0) > MANY_DAYS * DAY;
      const areMakersKnown = makers.length > 0 && makers.every((line) => trust.isKnownWho(line));
      if (areMakersKnown && carried.length >= 2 * MANY) return true;
      // Whoever goes through mailbox after mailbox made the role for it, and leaves it until all are through.
      const areMakersOurs = makers.length > 0 && makers.every((line) => trust.isOfHouse(line));
      if (carried.length >= 2 * MANY_TOKENS && broad.size === 0 && !isGone) return true;
      const areOthers = carried.every((line) => trust.isMadeHere(line));
      if (carried.length >= MANY && (broad.size === 0 || (areMakersOurs && (!isGone || areOthers)))) return true;
      if (isSpread && areMakersKnown && broad.size === 0) return true;
      if (!isLong && (broad.size > 0 || (makers.length > 0 && isGone))) return false;
      if (isLong && carried.filter((line) => trust.isOfHouse(line)).length * 2 > carried.length) return true;
      if (makers.length > 0) return makers.every(isKnown) || (isMost && areMakersKnown);
      return isMost || carried.length >= MANY;
    }),
  );
}

/**
 * Whether one of the house made a role, and for somebody else: a user that was made here as well, or a program that does nothing else.
 * However few mailboxes it reads, it was made to read them.
 */
function isMadeForMove({ carried, around }: Door, doings: Doings, trust: Trust): boolean {
  const makers = around.filter(({ action }) => action === 'CreateImpersonationRole');
  if (makers.length === 0 || !makers.every((line) => trust.isKnownNet(line))) return false;
  const mover = moverOf(carried);
  if (mover === undefined || makers.some(({ whoNumber }) => whoNumber === mover.whoNumber)) return false;
  if (mover.who.includes(':user/')) return trust.isMadeHere(mover);
  const own = carried.filter(({ whoNumber }) => whoNumber === mover.whoNumber).length;
  return doings.of(mover.whoNumber) === own;
}

function daysOf(lines: readonly Line[]): number {
  return new Set(lines.map(({ at }) => Math.floor(at / DAY))).size;
}
