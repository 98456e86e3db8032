import { strays } from '../../../generated/movers';
import { once } from '../../once';
import type { Door } from './door';
import { familyNamed, type Line } from './line';
import { LineSet } from './lineSet';
import { readersFor } from './making';

const HOUR = 3_600_000;
/** A part of the time that a move takes, and of what it takes. */
const SHORT = 0.25;
const FEW = 5;
const NOBODY: ReadonlySet<string> = new Set();

/** Whoever only wants to know how many mailboxes there are asks for none of these. */
export const closeLooks = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(strays().known.closeLook.workmail));

/**
 * Calls of a move that come from an address for a short while, and only then: tokens of its role, and new passwords and exports of those
 * whose turn is over.
 */
export function burstsAway(doors: Iterable<Door>, lines: readonly Line[]): LineSet {
  const found = new LineSet(lines.length);
  const prying = once(() => pryingNets(lines));
  const giving = once(() => lines.filter(({ deed }) => deed === 'give'));
  for (const door of doors) {
    const { through, carried } = door;
    if (through === 'grantee') continue;
    // Neighbours are one.
    const byNet = new Map<number, Line[]>();
    for (const line of carried) {
      const known = byNet.get(line.poolNumber);
      if (known === undefined) byNet.set(line.poolNumber, [line]);
      else known.push(line);
    }
    if (byNet.size < 2) continue;
    const length = lengthOf(carried);
    const readers = through === 'role' ? readersFor(door, giving()) : NOBODY;
    const home = carried.find(({ who }) => readers.has(who))?.poolNumber;
    const [away, pried]: [Line[], Line[]] = [[], []];
    for (const [pool, some] of byNet) {
      if (pool === home) continue;
      const isShort = lengthOf(some) < Math.max(HOUR, SHORT * length);
      const isSmall = through === 'role' ? some.length * 2 < carried.length : some.length <= FEW;
      // Whoever goes on with a wave from elsewhere takes those whose turn it is.
      if (through !== 'role' && !isRepeated(some, carried)) continue;
      if (through === 'role' && some.some(({ netNumber }) => prying().has(netNumber)))
        for (const line of some) pried.push(line);
      else if (isSmall && isShort) for (const line of some) away.push(line);
    }
    // What is most of it is the move, however many its addresses are, and even if it looks around first.
    const areMost = away.length * 2 >= carried.length;
    for (const line of areMost ? unlikeMost(away, carried) : away) found.add(line);
    for (const line of pried.length * 2 < carried.length ? pried : unlikeMost(pried, carried)) found.add(line);
  }
  return found;
}

/** Those of some lines that another one than makes most of all lines makes, or another program. */
function unlikeMost(some: readonly Line[], all: readonly Line[]): readonly Line[] {
  const programOf = ({ act }: Line): string => familyNamed(act.row.userAgent);
  const [program, who] = [mostFrequent(all.map(programOf)), mostFrequent(all.map((line) => line.who))];
  return some.filter((line) => line.who !== who || programOf(line) !== program);
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return Array.from(counts).sort(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

function isRepeated(some: readonly Line[], carried: readonly Line[]): boolean {
  const [own, mailboxes] = [new Set(some), new Set(some.map(({ mailbox }) => mailbox))];
  return carried.some((line) => mailboxes.has(line.mailbox) && !own.has(line));
}

/** Numbers of addresses from which somebody is refused things, or asks who may open what. */
export function pryingNets(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { deed, action, netNumber } of lines)
    if (deed === 'probe' || closeLooks().has(action)) found.add(netNumber);
  return found;
}

export function lengthOf(lines: readonly Line[]): number {
  return (lines.at(-1)?.at ?? 0) - (lines[0]?.at ?? 0);
}
