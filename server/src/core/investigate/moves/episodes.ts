import type { Door, Doors } from './door';
import type { FlowReaders } from './flowReaders';
import { GivingLines } from './givingLines';
import { Hands, handOfNet, handOfWho } from './hands';
import { HitAndRuns } from './hitAndRun';
import type { Line } from './line';
import { LineSet } from './lineSet';
import type { OtherHands } from './otherHands';
import type { NoSteps, Trust } from './trust';

const HOUR = 3_600_000;
/** What one hand does with longer pauses is told as several things. */
const PAUSE = 24 * HOUR;
const LONG_PAUSE = 30 * HOUR;
const PAUSE_OF_RUNS = 96 * HOUR;
/** Within this time an actor of the house that shows up at two new addresses is one that changes them. */
const HOP = 3 * HOUR;

const NO_HAND = -1;

/** Acts that belong together and are no step of a move: they open mailboxes or loosen guards. */
export interface Episode {
  /** What it is about, as it happened; at least one. */
  readonly serious: readonly Line[];
  /** All lines of the same hands, the serious ones among them. */
  readonly lines: readonly Line[];
  /** Whether whoever acts, or the address, takes no part in the move or in daily work. */
  readonly isStranger: boolean;
  /** Whether nothing is done that a help desk does not do every day. */
  readonly isDaily: boolean;
  /** Whether one of the hands was made by another. */
  readonly isMade: boolean;
}

/** What is looked at for episodes. */
export interface House extends NoSteps {
  /** As they happened. */
  readonly lines: readonly Line[];
  readonly doors: Doors;
  readonly broad: ReadonlySet<Door>;
  readonly trust: Trust;
  readonly others: OtherHands;
  readonly flowReaders: FlowReaders;
  /** Lines of one who acts; of services of AWS none. @param whoNumber see `Line` */
  readonly byWho: (whoNumber: number) => readonly Line[];
}

export function episodesOf(house: House): readonly Episode[] {
  return [...strangers(house), ...insiders(house)];
}

/** Whether a call opens mailboxes or loosens guards, beside all doors of moves. */
function isSerious(line: Line, { doors, broad, flowReaders }: House): boolean {
  const { deed } = line;
  if (deed === 'fetch') return !flowReaders.has(line.whoNumber);
  if (deed === 'forward' || deed === 'guard' || doors.diverted.away.has(line)) return true;
  if (deed !== 'carry' && deed !== 'open') return false;
  const door = doors.doorOf(line);
  return door !== undefined && !broad.has(door);
}

/** Episodes of hands that nobody knows: who, or the address, or both. Hands are one where they share an address, a name, or made each other. */
function strangers(house: House): readonly Episode[] {
  const { lines, doors, trust, away, daily } = house;
  const hands = new Hands();
  const latest = new Map<number, { readonly hand: number; readonly at: number }>();
  const givers = new GivingLines(lines);
  const handOf = new Int32Array(lines.length).fill(NO_HAND);
  for (const line of lines) {
    const { whoNumber, at } = line;
    if (whoNumber === 0) continue;
    const isNew = !trust.isKnownWho(line);
    const isElsewhere = !trust.isKnownNet(line);
    if (!isNew && !isElsewhere) continue;
    const hand = isElsewhere ? handOfNet(line) : handOfWho(line);
    handOf[line.order] = hand;
    if (isNew) {
      hands.join(hand, handOfWho(line));
      givers.meet(line);
    } else {
      const before = latest.get(whoNumber);
      if (before !== undefined && at - before.at < HOP) hands.join(hand, before.hand);
      latest.set(whoNumber, { hand, at });
    }
  }
  const giving = new LineSet(lines.length);
  for (const { line, to } of givers.toKnown()) {
    giving.add(line);
    const hand = handOf[line.order] ?? NO_HAND;
    if (hand === NO_HAND) handOf[line.order] = handOfWho(to);
    else hands.join(hand, handOfWho(to));
  }
  const groups = new Map<number, Line[]>();
  for (const line of lines) {
    const hand = handOf[line.order] ?? NO_HAND;
    if (hand === NO_HAND) continue;
    const root = hands.rootOf(hand);
    const known = groups.get(root);
    if (known === undefined) groups.set(root, [line]);
    else known.push(line);
  }
  return Array.from(groups.values())
    .flatMap((group) => sessionsOf(group))
    .flatMap((session) => {
      const found = session.filter(
        (line) => isSerious(line, house) || away.has(line) || isBorrowed(line, doors, house),
      );
      const weighty = found.filter((line) => !daily.has(line));
      const nets = new Set((weighty.length === 0 ? found : weighty).map(({ netNumber }) => netNumber));
      const serious = found.filter(({ netNumber }) => nets.has(netNumber));
      if (serious.length === 0) return [];
      const isOurs = (line: Line): boolean =>
        nets.has(line.netNumber) || !(trust.isKnownWho(line) || trust.isKnownNet(line));
      const kept = session.filter((line) => isOurs(line) || giving.has(line));
      const isDaily = weighty.length === 0;
      return [{ serious, lines: kept, isStranger: true, isDaily, isMade: session.some((line) => giving.has(line)) }];
    });
}

/** What is done with long pauses is told as several things. */
function sessionsOf(group: readonly Line[]): readonly (readonly Line[])[] {
  const sessions: Line[][] = [];
  for (const line of group) {
    const last = sessions.at(-1);
    if (last === undefined || line.at - (last.at(-1)?.at ?? 0) > LONG_PAUSE) sessions.push([line]);
    else last.push(line);
  }
  return sessions;
}

/** A token of a move's role for somebody from elsewhere. */
function isBorrowed(line: Line, doors: Doors, { broad, trust }: House): boolean {
  if (line.deed !== 'carry') return false;
  const door = doors.doorOf(line);
  return door?.through === 'role' && broad.has(door) && !(trust.isKnownNet(line) && trust.isKnownWho(line));
}

/** Episodes of those who belong to the house, at addresses of the house: for each of them and each door apart. */
function insiders(house: House): readonly Episode[] {
  const { lines, doors, trust } = house;
  const groups = new Map<string, Line[]>();
  const found: Line[][] = [];
  const runs = new HitAndRuns();
  for (const line of lines) {
    if (line.whoNumber === 0 || !(isSerious(line, house) || house.others.are(line))) continue;
    if (!trust.isKnownWho(line) || !trust.isKnownNet(line)) continue;
    const door = doors.doorOf(line);
    // New passwords are daily work, but not of who does nothing but move mailboxes.
    if (door?.through === 'nothing' && !trust.isMover(line)) continue;
    const key = `${line.who} ${door?.id ?? line.deed}`;
    const known = groups.get(key);
    // One mailbox a day, and each given back the same day, is one thing.
    const isRun = door !== undefined && runs.of(door).has(line) && runs.of(door).has(known?.at(-1) ?? line);
    if (known !== undefined && line.at - (known.at(-1)?.at ?? 0) < (isRun ? PAUSE_OF_RUNS : PAUSE)) known.push(line);
    else {
      const fresh = [line];
      groups.set(key, fresh);
      found.push(fresh);
    }
  }
  return found.map((serious) => ({ serious, lines: serious, isStranger: false, isDaily: false, isMade: false }));
}
