import { once } from '../../once';
import { burstsAway, lengthOf, pryingNets } from './bursts';
import { dailyWork } from './daily';
import type { Door, Doors } from './door';
import type { Line } from './line';
import type { LineSet } from './lineSet';
import { makingLines } from './making';
import { pooledNets } from './pools';
import { SAID, Tallies } from './tally';
import { WorkingHours } from './workingHours';

const DAY = 86_400_000;
/** Whoever works from so many addresses works from any. */
const MANY_NETS = 3;
/** So many steps of the move or of daily work make an address one of the house. */
const MANY_STEPS = 3;
/** And so many make whoever does them one of its people. */
const SOME_STEPS = 2;
/** Of a shorter time nobody can tell what is usual. */
const SHORTEST = 2 * DAY;
/** Calls that are no steps of a move, though they look like some. */
export interface NoSteps {
  /** See `burstsAway`. */
  readonly away: LineSet;
  /** See `dailyWork`. */
  readonly daily: LineSet;
}

/** Who and which addresses take part in a move or in daily work. */
export interface Trust {
  /** Where AWS stands in the place of an address, nothing is told by it. */
  readonly isKnownNet: (line: Line) => boolean;
  readonly isKnownWho: (line: Line) => boolean;
  /** Whether who acts is a user that one of the house made. */
  readonly isMadeHere: (line: Line) => boolean;
  /** Whether who acts, or the address, is one of the house, or who acts was made by one. */
  readonly isOfHouse: (line: Line) => boolean;
  /** Whether who acts, or anybody else in the same role, is. */
  readonly isKnownRole: (line: Line) => boolean;
  /** Whether who acts does nothing but take mailboxes along. */
  readonly isMover: (line: Line) => boolean;
  /** Whether who acts is seen at work at many addresses. */
  readonly roams: (line: Line) => boolean;
  /** Whether an address is seen again on other days, though little is done there. */
  readonly isSeenAgain: (line: Line) => boolean;
  /** Whether hardly anybody works at this hour, or on this day of the week. */
  readonly isOddHour: (at: number) => boolean;
}

/** Numbers of addresses from which only those call who do their usual work at another one. */
function strangeNets(lines: readonly Line[], nets: Tallies): ReadonlySet<number> {
  const usual = new Set<number>();
  for (const { whoNumber, netNumber } of lines) if (nets.isUsual(netNumber)) usual.add(whoNumber);
  const callers = new Map<number, boolean>();
  for (const { whoNumber, netNumber } of lines)
    if (whoNumber !== 0)
      callers.set(netNumber, (callers.get(netNumber) ?? true) && usual.has(whoNumber) && !nets.isUsual(netNumber));
  return new Set(Array.from(callers).flatMap(([net, isStrange]) => (isStrange ? [net] : [])));
}

/** Users that somebody made who is trusted. */
function madeBy(lines: readonly Line[], isTrusted: (line: Line) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) if (line.deed === 'give' && isTrusted(line)) for (const arn of line.made) found.add(arn);
  return found;
}

/**
 * @param broad the doors of moves
 * @param isUnsettled whether it is not known yet which impersonation roles are
 * @param noSteps what is none of theirs, where somebody knows it already
 */
export function trustIn(
  lines: readonly Line[],
  doors: Doors,
  broad: ReadonlySet<Door>,
  isUnsettled = false,
  { away, daily }: NoSteps = { away: burstsAway(broad, lines), daily: dailyWork(doors, broad) },
): Trust {
  const sizes = sizesOf(lines);
  const [nets, people] = [new Tallies(sizes.nets), new Tallies(sizes.people)];
  // Whose roles they are is asked of what is settled.
  const roles = new Tallies(isUnsettled ? 0 : sizes.roles);
  const workplaces = new Map<number, Set<number>>();
  const isStep = stepTest(doors, broad, away);
  const hours = new WorkingHours();
  const moving: Line[] = [];
  const workers = new Int32Array(sizes.nets);
  for (const line of lines) {
    const { whoNumber, netNumber, at, deed } = line;
    if (whoNumber === 0) continue;
    const isDaily = deed === 'carry' && daily.has(line);
    const steps = isStep(line);
    // As long as nobody knows whose roles they are, they speak neither for nor against.
    if (isUnsettled && doors.doorOf(line)?.through === 'role') continue;
    const isStill = steps || isDaily;
    const isOdd = !isStill && isOddity(line, doors, broad);
    if (isStill) hours.add(at);
    if (steps && deed === 'carry') moving.push(line);
    const said =
      (steps ? SAID.step : 0) |
      (steps && deed === 'carry' ? SAID.carried : 0) |
      (isDaily ? SAID.daily : 0) |
      (isOdd ? SAID.odd : 0) |
      (deed === 'probe' || (deed === 'carry' && !steps) ? SAID.unusual : 0) |
      (line.isBusy ? SAID.busy : 0) |
      (!isOdd && deed !== 'probe' ? SAID.quiet : 0);
    const day = Math.floor(at / DAY);
    if (isStill) putInto(workplaces, whoNumber, netNumber);
    people.add(whoNumber, said, at, day);
    nets.add(netNumber, said | (steps && deed !== 'carry' && isAnother(workers, line) ? SAID.another : 0), at, day);
    if (!isUnsettled) roles.add(line.roleNumber, said, at, day);
  }
  const knownNets = nets.known(MANY_STEPS);
  const knownPeople = people.known(SOME_STEPS);
  for (const net of pooledNets(moving, MANY_STEPS)) knownNets[net] = 1;
  for (const { netNumber, whoNumber } of makingLines(lines, broad, away)) {
    knownNets[netNumber] = 1;
    knownPeople[whoNumber] = 1;
  }
  const knownRoles = roles.known(SOME_STEPS);
  const isShort = lengthOf(lines) < SHORTEST;
  const strange = once(() => strangeNets(lines, nets));
  const isKnownNet = ({ netNumber }: Line): boolean =>
    netNumber === 0 || (isShort ? !strange().has(netNumber) : knownNets[netNumber] === 1);
  const isKnownWho = ({ whoNumber }: Line): boolean => isShort || knownPeople[whoNumber] === 1;
  const isSeen = (line: Line): boolean => isKnownNet(line) || nets.isSeen(line.netNumber);
  const prying = once(() => pryingNets(lines));
  const made = once(() => madeBy(lines, isSeen));
  const isEmpty = !knownNets.includes(1);
  return {
    isKnownNet,
    isKnownWho,
    isMadeHere: ({ who }) => made().has(who),
    isOfHouse: (line) =>
      isEmpty ||
      isKnownNet(line) ||
      (isKnownWho(line) && isSeen(line)) ||
      (made().has(line.who) && !prying().has(line.netNumber)),
    isKnownRole: ({ roleNumber }) => isShort || knownRoles[roleNumber] === 1,
    isMover: ({ whoNumber }) => people.isMover(whoNumber),
    // Harmless work at the address in question says nothing for it.
    roams: ({ whoNumber, netNumber }) => {
      const places = workplaces.get(whoNumber);
      if (places === undefined) return false;
      return places.size - (places.has(netNumber) && !nets.isTrusted(netNumber) ? 1 : 0) >= MANY_NETS;
    },
    isSeenAgain: ({ netNumber }) => nets.isSeenAgain(netNumber),
    isOddHour: (at) => hours.isOdd(at),
  };
}

/** @param workers by address the one who worked there last */
function isAnother(workers: Int32Array, { netNumber, whoNumber }: Line): boolean {
  const before = workers[netNumber];
  workers[netNumber] = whoNumber;
  return before !== 0 && before !== whoNumber;
}

/** Above all numbers of some lines. */
function sizesOf(lines: readonly Line[]): { readonly nets: number; readonly people: number; readonly roles: number } {
  let [net, who, role] = [0, 0, 0];
  for (const { netNumber, whoNumber, roleNumber } of lines) {
    if (netNumber > net) net = netNumber;
    if (whoNumber > who) who = whoNumber;
    if (roleNumber > role) role = roleNumber;
  }
  return { nets: net + 1, people: who + 1, roles: role + 1 };
}

function putInto(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** Whether a line is a step of a move, or of the work of those who look after mail. */
function stepTest(doors: Doors, broad: ReadonlySet<Door>, away: LineSet): (line: Line) => boolean {
  const readers = new Set(
    doors.all.flatMap((door) => (door.through === 'grantee' && !broad.has(door) ? [door.name] : [])),
  );
  return (line) => {
    const { deed } = line;
    if (deed === 'end') return !readers.has(line.mailbox);
    if (deed !== 'work' && deed !== 'carry') return false;
    // Whoever is made to read the mail of others is not made in daily work.
    if (doors.diverted.away.has(line)) return false;
    if (deed === 'work') return !readers.has(line.mailbox) && !line.made.some((id) => readers.has(id.toLowerCase()));
    const door = doors.doorOf(line);
    return door !== undefined && broad.has(door) && !away.has(line);
  };
}

function isOddity(line: Line, doors: Doors, broad: ReadonlySet<Door>): boolean {
  const { deed } = line;
  if (deed === 'forward' || deed === 'guard' || (deed === 'work' && doors.diverted.away.has(line))) return true;
  if (deed !== 'carry' && deed !== 'open') return false;
  const door = doors.doorOf(line);
  return door !== undefined && !broad.has(door) && door.through !== 'nothing';
}
