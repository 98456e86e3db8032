import { once } from '../../once';
import { burstsAway, lengthOf, pryingNets } from './bursts';
import { dailyWork } from './daily';
import type { Door, Doors } from './door';
import type { Line } from './line';
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
/** What is more than looking. */
export const BUSY: ReadonlySet<string> = new Set([
  'carry',
  'work',
  'setUp',
  'other',
  'end',
  'forward',
  'guard',
  'give',
]);
/** Of a shorter time nobody can tell what is usual. */
const SHORTEST = 2 * DAY;
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
 */
export function trustIn(lines: readonly Line[], doors: Doors, broad: ReadonlySet<Door>, isUnsettled = false): Trust {
  const nets = new Tallies(sizeFor(lines, ({ netNumber }) => netNumber));
  const people = new Tallies(sizeFor(lines, ({ whoNumber }) => whoNumber));
  const roles = new Tallies(sizeFor(lines, ({ roleNumber }) => roleNumber));
  const workplaces = new Map<number, Set<number>>();
  const away = burstsAway(broad, lines);
  const isStep = stepTest(doors, broad, away);
  const daily = dailyWork(doors, broad);
  const hours = new WorkingHours();
  const moving: Line[] = [];
  const workers = new Int32Array(sizeFor(lines, ({ netNumber }) => netNumber));
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
      (BUSY.has(deed) ? SAID.busy : 0) |
      (!isOdd && deed !== 'probe' ? SAID.quiet : 0);
    const day = Math.floor(at / DAY);
    if (isStill) putInto(workplaces, whoNumber, netNumber);
    people.add(whoNumber, said, at, day);
    nets.add(netNumber, said | (steps && deed !== 'carry' && isAnother(workers, line) ? SAID.another : 0), at, day);
    // Whose roles they are is asked of what is settled.
    if (!isUnsettled) roles.add(line.roleNumber, said, at, day);
  }
  const knownNets = new Set(nets.known(MANY_STEPS));
  const knownPeople = new Set(people.known(SOME_STEPS));
  for (const net of pooledNets(moving, MANY_STEPS)) knownNets.add(net);
  for (const { netNumber, whoNumber } of makingLines(lines, broad, away)) {
    knownNets.add(netNumber);
    knownPeople.add(whoNumber);
  }
  const knownRoles = roles.known(SOME_STEPS);
  const isShort = lengthOf(lines) < SHORTEST;
  const strange = once(() => strangeNets(lines, nets));
  const isKnownNet = ({ netNumber }: Line): boolean =>
    netNumber === 0 || (isShort ? !strange().has(netNumber) : knownNets.has(netNumber));
  const isKnownWho = ({ whoNumber }: Line): boolean => isShort || knownPeople.has(whoNumber);
  const isSeen = (line: Line): boolean => isKnownNet(line) || nets.isSeen(line.netNumber);
  const prying = once(() => pryingNets(lines));
  const made = once(() => madeBy(lines, isSeen));
  const isEmpty = knownNets.size === 0;
  return {
    isKnownNet,
    isKnownWho,
    isMadeHere: ({ who }) => made().has(who),
    isOfHouse: (line) =>
      isEmpty ||
      isKnownNet(line) ||
      (isKnownWho(line) && isSeen(line)) ||
      (made().has(line.who) && !prying().has(line.netNumber)),
    isKnownRole: ({ roleNumber }) => isShort || knownRoles.has(roleNumber),
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

function sizeFor(lines: readonly Line[], numberOf: (line: Line) => number): number {
  let largest = 0;
  for (const line of lines) largest = Math.max(largest, numberOf(line));
  return largest + 1;
}

function putInto(sets: Map<number, Set<number>>, key: number, value: number): void {
  const known = sets.get(key);
  if (known === undefined) sets.set(key, new Set([value]));
  else known.add(value);
}

/** Whether a line is a step of a move, or of the work of those who look after mail. */
function stepTest(doors: Doors, broad: ReadonlySet<Door>, away: ReadonlySet<Line>): (line: Line) => boolean {
  const readers = new Set(
    doors.all.flatMap((door) => (door.through === 'grantee' && !broad.has(door) ? [door.name] : [])),
  );
  return (line) => {
    const { deed } = line;
    if (deed === 'end') return !readers.has(line.mailbox);
    // Whoever is made to read the mail of others is not made in daily work.
    if (doors.diverted.away.has(line)) return false;
    if (deed === 'work') return !readers.has(line.mailbox) && !line.made.some((id) => readers.has(id.toLowerCase()));
    if (deed !== 'carry') return false;
    const door = doors.doorOf(line);
    return door !== undefined && broad.has(door) && !away.has(line);
  };
}

function isOddity(line: Line, doors: Doors, broad: ReadonlySet<Door>): boolean {
  if (line.deed === 'forward' || line.deed === 'guard' || doors.diverted.away.has(line)) return true;
  if (line.deed !== 'carry' && line.deed !== 'open') return false;
  const door = doors.doorOf(line);
  return door !== undefined && !broad.has(door) && door.through !== 'nothing';
}
