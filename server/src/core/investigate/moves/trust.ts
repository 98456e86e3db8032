import { once } from '../../once';
import { dailyWork } from './daily';
import type { Door, Doors } from './door';
import type { Line } from './line';
import { WorkingHours } from './workingHours';

const DAY = 86_400_000;
const HOUR = 3_600_000;
/** So many steps of the move or of daily work make an address one of the house. */
const MANY_STEPS = 3;
/** And so many make whoever does them one of its people. */
const SOME_STEPS = 2;
const MANY_CARRIED = 5;
/** From the first to the last day of a help desk's work: what is done in one stretch tells little. */
const SOME_DAYS = 4;
/** Days on which nothing is done but daily work or looking. */
const MANY_DAYS = 3;
/** Calls of one who does the same again and again, and how long. */
const BUSY: ReadonlySet<string> = new Set(['carry', 'work', 'setUp', 'other', 'end', 'forward', 'guard', 'give']);
const MANY_CALLS = 10;
const MANY_HOURS = 6 * HOUR;
/** Of a shorter time nobody can tell what is usual. */
const SHORTEST = 2 * DAY;
/** A part of the time that a move takes, and of what it takes. */
const SHORT = 0.25;
const FEW = 5;
/** Whoever only wants to know how many mailboxes there are asks for none of these. */
export const CLOSE_LOOKS: ReadonlySet<string> = new Set([
  'ListMailboxPermissions',
  'ListImpersonationRoles',
  'ListAccessControlRules',
  'GetJournalingRules',
]);
/** Whoever works from so many addresses works from any. */
const MANY_NETS = 3;

/** Who and which addresses take part in a move or in daily work. */
export interface Trust {
  /** @param net as a line has it; where AWS stands in the place of an address, nothing is told by it */
  readonly isKnownNet: (net: string) => boolean;
  readonly isKnownWho: (who: string) => boolean;
  /** Whether who acts is a user that one of the house made. */
  readonly isMadeHere: (who: string) => boolean;
  /** Whether who acts, or the address, is one of the house, or who acts was made by one. */
  readonly isOfHouse: (line: Line) => boolean;
  /** Whether somebody, or anybody else in the same role, is. */
  readonly isKnownRole: (who: string) => boolean;
  /** Whether somebody does nothing but take mailboxes along. */
  readonly isMover: (who: string) => boolean;
  /** Whether somebody is seen at work at many addresses. */
  readonly roams: (who: string) => boolean;
  /** Whether an address is seen again on other days, though little is done there. */
  readonly isSeenAgain: (net: string) => boolean;
  /** Whether hardly anybody works at this hour, or on this day of the week. */
  readonly isOddHour: (at: number) => boolean;
}

/** What is counted of one who acts, or of one address. */
class Tally {
  steps = 0;
  oddities = 0;
  /** Whether nothing odd was done on a day. */
  readonly days = new Map<number, boolean>();
  readonly daily = new Set<number>();
  /** On which something was done, not only looked at. */
  readonly busy = new Set<number>();
  /** Of all its calls. */
  calls = 0;
  /** Of the steps. */
  carried = 0;
  /** Whether it does what a help desk does. */
  isHelping = false;
  /** Refused calls, and those that open mailboxes without being a step of anything. */
  unusual = 0;
  from = 0;
  to = 0;
  readonly nets = new Set<string>();

  #day = Number.NaN;
  #workday = Number.NaN;

  /** Acts come as they happened, so most are of the day of the one before. */
  seen(day: number, isQuiet: boolean): void {
    if (day === this.#day && isQuiet) return;
    this.#day = day;
    this.days.set(day, (this.days.get(day) ?? true) && isQuiet);
  }

  worked(day: number): void {
    if (day === this.#workday) return;
    this.#workday = day;
    this.daily.add(day);
  }

  isMover(): boolean {
    return this.carried >= MANY_CARRIED && this.carried === this.steps && !this.isHelping;
  }

  isBusyFor(days: number): boolean {
    return this.unusual === 0 && lengthOfDays(this.busy) >= days;
  }

  /** Whether something is done over hours again and again, and nothing odd. */
  isUsual(): boolean {
    return this.oddities + this.unusual === 0 && this.calls >= MANY_CALLS && this.to - this.from >= MANY_HOURS;
  }

  /** Whether little is known, and nothing odd. */
  isSeen(): boolean {
    return this.oddities === 0 && (this.steps > 0 || this.days.size > 1);
  }

  isKnown(least: number): boolean {
    if (this.isUsual()) return true;
    if (this.steps >= least && this.steps >= this.oddities) return true;
    if (this.steps + this.daily.size >= this.oddities && lengthOfDays(this.daily) >= SOME_DAYS) return true;
    let quiet = 0;
    for (const isQuiet of this.days.values()) if (isQuiet) quiet++;
    return quiet >= MANY_DAYS && quiet * 2 > this.days.size;
  }
}

/** Addresses from which only those call who do their usual work at another one. */
function strangeNets(lines: readonly Line[], nets: ReadonlyMap<string, Tally>): ReadonlySet<string> {
  const usual = new Set<string>();
  for (const { who, net } of lines) if (nets.get(net)?.isUsual() === true) usual.add(who);
  const callers = new Map<string, boolean>();
  for (const { who, net } of lines)
    if (who !== '') callers.set(net, (callers.get(net) ?? true) && usual.has(who) && nets.get(net)?.isUsual() !== true);
  return new Set(Array.from(callers).flatMap(([net, isStrange]) => (isStrange ? [net] : [])));
}

/** Users that somebody made who is trusted. */
function madeBy(lines: readonly Line[], isTrusted: (line: Line) => boolean): ReadonlySet<string> {
  const found = new Set<string>();
  for (const line of lines) if (line.deed === 'give' && isTrusted(line)) for (const arn of line.made) found.add(arn);
  return found;
}

function lengthOfDays(days: ReadonlySet<number>): number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const day of days) [first, last] = [Math.min(first, day), Math.max(last, day)];
  return days.size === 0 ? 0 : last - first;
}

/**
 * @param broad the doors of moves
 * @param isUnsettled whether it is not known yet which impersonation roles are
 */
export function trustIn(lines: readonly Line[], doors: Doors, broad: ReadonlySet<Door>, isUnsettled = false): Trust {
  const [nets, people, roles] = [new Map<string, Tally>(), new Map<string, Tally>(), new Map<string, Tally>()];
  const isStep = stepTest(lines, doors, broad);
  const daily = dailyWork(doors, broad);
  const hours = new WorkingHours();
  // Calls come in rows by one hand.
  let latest = { who: '', net: '', person: new Tally(), tallies: [] as readonly Tally[] };
  for (const line of lines) {
    const { who, net, at } = line;
    if (who === '') continue;
    const isDaily = daily.has(line);
    const steps = isStep(line);
    // As long as nobody knows whose roles they are, they speak neither for nor against.
    if (isUnsettled && doors.of.get(line)?.through === 'role') continue;
    const isOdd = !steps && !isDaily && isOddity(line, doors, broad);
    if (steps || isDaily) hours.add(at);
    const day = Math.floor(at / DAY);
    if (who !== latest.who || net !== latest.net) {
      const person = tallyOf(people, who);
      latest = { who, net, person, tallies: [tallyOf(nets, net), person, tallyOf(roles, roleOf(who))] };
    }
    if (steps || isDaily) latest.person.nets.add(net);
    for (const tally of latest.tallies) {
      if (tally.calls === 0) tally.from = at;
      tally.calls++;
      tally.to = at;
      if (line.deed === 'probe' || (line.deed === 'carry' && !steps)) tally.unusual++;
      if (BUSY.has(line.deed)) tally.busy.add(day);
      if (steps) tally.steps++;
      if (steps && line.deed === 'carry') tally.carried++;
      if (isDaily) tally.isHelping = true;
      if (isOdd) tally.oddities++;
      if (isDaily || steps) tally.worked(day);
      tally.seen(day, !isOdd && line.deed !== 'probe');
    }
  }
  const knownNets = knownIn(nets, MANY_STEPS);
  const knownPeople = knownIn(people, SOME_STEPS);
  const knownRoles = knownIn(roles, SOME_STEPS);
  const isShort = lengthOf(lines) < SHORTEST;
  const strange = once(() => strangeNets(lines, nets));
  const isKnownNet = (net: string): boolean => net === '' || (isShort ? !strange().has(net) : knownNets.has(net));
  const isKnownWho = (who: string): boolean => isShort || knownPeople.has(who);
  const isSeen = (net: string): boolean => isKnownNet(net) || nets.get(net)?.isSeen() === true;
  const prying = once(() => pryingNets(lines));
  const made = once(() => madeBy(lines, ({ net }) => isSeen(net)));
  const isEmpty = knownNets.size === 0;
  return {
    isKnownNet,
    isKnownWho,
    isMadeHere: (who) => made().has(who),
    isOfHouse: ({ net, who }) =>
      isEmpty || isKnownNet(net) || (isKnownWho(who) && isSeen(net)) || (made().has(who) && !prying().has(net)),
    isKnownRole: (who) => isShort || knownRoles.has(roleOf(who)),
    isMover: (who) => people.get(who)?.isMover() === true,
    roams: (who) => (people.get(who)?.nets.size ?? 0) >= MANY_NETS,
    isSeenAgain: (net) => nets.get(net)?.isBusyFor(MANY_DAYS) === true,
    isOddHour: (at) => hours.isOdd(at),
  };
}

function knownIn(tallies: ReadonlyMap<string, Tally>, least: number): ReadonlySet<string> {
  return new Set(Array.from(tallies).flatMap(([key, tally]) => (tally.isKnown(least) ? [key] : [])));
}

/** The role of a session; whoever acts, where there is none. */
function roleOf(who: string): string {
  const space = who.indexOf(' ');
  return space < 0 ? who : who.slice(0, space);
}

function tallyOf(tallies: Map<string, Tally>, key: string): Tally {
  const known = tallies.get(key);
  if (known !== undefined) return known;
  const tally = new Tally();
  tallies.set(key, tally);
  return tally;
}

/** Whether a line is a step of a move, or of the work of those who look after mail. */
function stepTest(lines: readonly Line[], doors: Doors, broad: ReadonlySet<Door>): (line: Line) => boolean {
  const readers = new Set(
    doors.all.flatMap((door) => (door.through === 'grantee' && !broad.has(door) ? [door.name] : [])),
  );
  const away = burstsAway(broad, lines);
  return (line) => {
    const { deed } = line;
    if (deed === 'end') return !readers.has(line.mailbox);
    // Whoever is made to read the mail of others is not made in daily work.
    if (deed === 'work') return !readers.has(line.mailbox) && !line.made.some((id) => readers.has(id.toLowerCase()));
    if (deed !== 'carry') return false;
    const door = doors.of.get(line);
    return door !== undefined && broad.has(door) && !away.has(line);
  };
}

function isOddity(line: Line, doors: Doors, broad: ReadonlySet<Door>): boolean {
  if (line.deed === 'forward' || line.deed === 'guard') return true;
  const door = doors.of.get(line);
  return (
    (line.deed === 'carry' || line.deed === 'open') &&
    door !== undefined &&
    !broad.has(door) &&
    door.through !== 'nothing'
  );
}

/**
 * Calls of a move that come from an address for a short while, and only then: tokens of its role, and new passwords. That somebody
 * exports to the move's own bucket from elsewhere takes nothing away.
 */
export function burstsAway(doors: Iterable<Door>, lines: readonly Line[]): ReadonlySet<Line> {
  const found = new Set<Line>();
  const prying = pryingNets(lines);
  for (const { through, carried } of doors) {
    if (through !== 'role' && through !== 'nothing') continue;
    const byNet = new Map<string, Line[]>();
    for (const line of carried) {
      const known = byNet.get(line.net);
      if (known === undefined) byNet.set(line.net, [line]);
      else known.push(line);
    }
    if (byNet.size < 2) continue;
    const length = lengthOf(carried);
    for (const [net, some] of byNet) {
      const isShort = lengthOf(some) < Math.max(HOUR, SHORT * length);
      const isSmall = through === 'role' ? some.length * 2 < carried.length : some.length <= FEW;
      // Whoever goes on with a wave from elsewhere takes those whose turn it is.
      if (through === 'nothing' && !isRepeated(some, carried)) continue;
      if ((isSmall && isShort) || (through === 'role' && prying.has(net))) for (const line of some) found.add(line);
    }
  }
  return found;
}

function isRepeated(some: readonly Line[], carried: readonly Line[]): boolean {
  const [own, mailboxes] = [new Set(some), new Set(some.map(({ mailbox }) => mailbox))];
  return carried.some((line) => mailboxes.has(line.mailbox) && !own.has(line));
}

/** Addresses from which somebody is refused things, or asks who may open what. */
function pryingNets(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { deed, action, net } of lines) if (deed === 'probe' || CLOSE_LOOKS.has(action)) found.add(net);
  return found;
}

function lengthOf(lines: readonly Line[]): number {
  return (lines.at(-1)?.at ?? 0) - (lines[0]?.at ?? 0);
}
