import { once } from '../../once';
import type { Act } from '../act';
import type { Evidence } from '../evidence';
import { broadDoors, furtherDoors, mailboxesKnown } from './broad';
import { broadRoles } from './broadRoles';
import { burstsAway } from './bursts';
import { dailyWork } from './daily';
import { Doings } from './doings';
import { doorsOf } from './door';
import type { House } from './episodes';
import { FlowReaders } from './flowReaders';
import { type Line, linesByWho, linesOf } from './line';
import { LineSet } from './lineSet';
import { type Move, movesIn } from './move';
import { OtherHands } from './otherHands';
import { type Stray, straysIn } from './strays';
import { trustIn } from './trust';

/** What of all that happened is a move to another mail system, and what only stands beside it. */
export interface Moves {
  readonly moves: readonly Move[];
  /** The weightiest first. */
  readonly strays: readonly Stray[];
  /** Whether an act is a step of one of the moves. */
  readonly isMove: (act: Act) => boolean;
}

const NONE: readonly never[] = [];

/** Tells moves from strays. Linear in the acts, and the same whatever order logs are given in. */
export function movesOf({ acts }: Pick<Evidence, 'acts'>): Moves {
  const lines = linesOf(acts);
  const house = houseOf(lines);
  const strays = straysIn(house);
  const stray = new LineSet(lines.length);
  for (const { lines: some } of strays) for (const line of some) stray.add(line);
  const moves = movesIn(house, stray);
  const steps = new Set<Act>();
  for (const { acts: some } of moves) for (const act of some) steps.add(act);
  return { moves, strays, isMove: (act) => steps.has(act) };
}

function houseOf(lines: readonly Line[]): House {
  const doors = doorsOf(lines);
  const known = mailboxesKnown(lines);
  const doings = new Doings(lines, doors);
  const without = trustIn(lines, doors, new Set(), true);
  const whole = broadDoors(doors, doings, known, without);
  const before = whole.size === 0 ? without : trustIn(lines, doors, whole, true);
  const parts = furtherDoors(doors, known, whole, before);
  const broad = new Set([...whole, ...parts, ...broadRoles(doors, doings, whole, before)]);
  const whoLines = once(() => linesByWho(lines));
  const byWho = (whoNumber: number): readonly Line[] => whoLines()[whoNumber] ?? NONE;
  const noSteps = { away: burstsAway(broad, lines), daily: dailyWork(doors, broad) };
  const trust = trustIn(lines, doors, broad, false, noSteps);
  const others = new OtherHands(doors, broad, trust);
  return { lines, doors, broad, trust, ...noSteps, others, flowReaders: new FlowReaders(byWho), byWho };
}
