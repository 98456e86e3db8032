import type { Door, Doors } from './door';
import type { Line } from './line';

/** So large a part of the tokens of a role makes somebody one who moves with it. */
const SHARE = 0.1;

/** Tells who asks for tokens of a move's role, or changes it, and neither moves with it nor has made it. */
export class OtherHands {
  readonly #doors: Doors;
  readonly #broad: ReadonlySet<Door>;
  readonly #own = new Map<Door, ReadonlySet<number>>();

  /** @param broad the doors of moves */
  constructor(doors: Doors, broad: ReadonlySet<Door>) {
    this.#doors = doors;
    this.#broad = broad;
  }

  are(line: Line): boolean {
    if (line.deed !== 'carry' && line.action !== 'UpdateImpersonationRole') return false;
    const door = this.#doors.doorOf(line);
    if (door === undefined || door.through !== 'role' || !this.#broad.has(door)) return false;
    const own = this.#own.get(door) ?? ownOf(door);
    this.#own.set(door, own);
    return !own.has(line.whoNumber);
  }
}

/** Numbers of those who move with a role, or made it. */
function ownOf({ carried, around }: Door): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { whoNumber } of carried) counts.set(whoNumber, (counts.get(whoNumber) ?? 0) + 1);
  const own = new Set(
    around.flatMap(({ action, whoNumber }) => (action === 'CreateImpersonationRole' ? whoNumber : [])),
  );
  for (const [who, count] of counts) if (count >= SHARE * carried.length) own.add(who);
  return own;
}
