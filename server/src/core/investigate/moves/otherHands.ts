import type { Door, Doors } from './door';
import type { Line } from './line';
import type { Trust } from './trust';

/** So large a part of the tokens of a role, asked for on other days, makes somebody one who moves with it. */
const SHARE = 0.1;
/** So many, and so large a part, are nobody's borrowing. */
const MANY = 12;
const LARGE_SHARE = 0.25;
const HOUR = 3_600_000;
/** What is done with shorter pauses is done in one go. */
const PAUSE = 30 * HOUR;
/** Whoever goes on where another one stops takes over. */
const SOON = 3 * HOUR;

/** Whose an impersonation role is, each by number. */
interface Owners {
  readonly makers: ReadonlySet<number>;
  readonly movers: ReadonlySet<number>;
  /** When the movers first and last ask for tokens, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

/** Tells who asks for tokens of a move's role, or changes it, and neither moves with it nor has made it. */
export class OtherHands {
  readonly #doors: Doors;
  readonly #broad: ReadonlySet<Door>;
  readonly #trust: Trust;
  readonly #owners = new Map<Door, Owners>();

  /** @param broad the doors of moves */
  constructor(doors: Doors, broad: ReadonlySet<Door>, trust: Trust) {
    this.#doors = doors;
    this.#broad = broad;
    this.#trust = trust;
  }

  are(line: Line): boolean {
    const isChange = line.action === 'UpdateImpersonationRole';
    if (line.deed !== 'carry' && !isChange) return false;
    const door = this.#doors.doorOf(line);
    if (door === undefined || door.through !== 'role' || !this.#broad.has(door)) return false;
    const { makers, movers } = this.#ownersOf(door);
    if (makers.has(line.whoNumber)) return false;
    // Who moves with a role that somebody else made has nothing to change about it.
    return !movers.has(line.whoNumber) || (isChange && makers.size > 0 && !this.#trust.isMadeHere(line));
  }

  /** Whether whoever calls is none of those who move with a role. */
  isNoMover(door: Door, { whoNumber }: Line): boolean {
    return !this.#ownersOf(door).movers.has(whoNumber);
  }

  /** Whether those who move with a role ask for tokens both before and after some calls: nobody takes over then. */
  goOn(door: Door, lines: readonly Line[]): boolean {
    const { from, to } = this.#ownersOf(door);
    return (lines[0]?.at ?? 0) > from && (lines.at(-1)?.at ?? 0) < to;
  }

  #ownersOf(door: Door): Owners {
    const owners = this.#owners.get(door) ?? ownersOf(door, this.#trust);
    this.#owners.set(door, owners);
    return owners;
  }
}

function ownersOf({ carried, around }: Door, trust: Trust): Owners {
  const byWho = new Map<number, Line[]>();
  for (const line of carried) {
    const known = byWho.get(line.whoNumber);
    if (known === undefined) byWho.set(line.whoNumber, [line]);
    else known.push(line);
  }
  const movers = new Set<number>();
  const groups = Array.from(byWho.values()).sort((one, other) => other.length - one.length);
  for (const [first] of groups) if (first !== undefined && trust.isMadeHere(first)) movers.add(first.whoNumber);
  const most = groups[0]?.[0];
  if (movers.size === 0 && most !== undefined)
    for (const [first] of groups) if (first?.roleNumber === most.roleNumber) movers.add(first.whoNumber);
  const main = carried.filter(({ whoNumber }) => movers.has(whoNumber));
  for (const lines of groups) {
    const [first] = lines;
    if (first !== undefined && (isSteady(lines, carried.length) || takesOver(lines, main))) movers.add(first.whoNumber);
  }
  return {
    makers: new Set(
      around.flatMap(({ action, whoNumber }) => (action === 'CreateImpersonationRole' ? [whoNumber] : [])),
    ),
    movers,
    from: main[0]?.at ?? 0,
    to: main.at(-1)?.at ?? 0,
  };
}

/** Whether somebody asks for many tokens, or does so again on other days: what is done in one go says nothing for itself. */
function isSteady(lines: readonly Line[], all: number): boolean {
  if (lines.length >= Math.max(MANY, LARGE_SHARE * all)) return true;
  let [largest, going] = [0, 0];
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    going = before !== undefined && line.at - before.at < PAUSE ? going + 1 : 1;
    largest = Math.max(largest, going);
  }
  return lines.length - largest >= Math.max(1, SHARE * all);
}

/** Whether somebody begins where those who moved so far stop, and they do not go on. */
function takesOver(lines: readonly Line[], main: readonly Line[]): boolean {
  const pause = (lines[0]?.at ?? 0) - (main.at(-1)?.at ?? 0);
  return pause >= 0 && pause <= SOON;
}
