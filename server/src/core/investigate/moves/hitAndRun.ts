import type { Door } from './door';
import type { Line } from './line';

const DAY = 86_400_000;

/** Calls that open a mailbox to somebody who loses it again within a day. */
function hitAndRuns({ through, carried, around }: Door): ReadonlySet<Line> {
  const found = new Set<Line>();
  if (through !== 'grantee') return found;
  const open = new Map<string, Line>();
  let next = 0;
  for (const line of around) {
    if (line.deed !== 'close') continue;
    for (let at = carried[next]; at !== undefined && at.order < line.order; at = carried[next]) {
      open.set(at.mailbox, at);
      next++;
    }
    const opened = open.get(line.mailbox);
    if (opened !== undefined && line.at - opened.at < DAY) found.add(opened);
  }
  return found;
}

/** Tells hit-and-runs through any door, each door looked at once. */
export class HitAndRuns {
  readonly #known = new Map<Door, ReadonlySet<Line>>();

  of(door: Door): ReadonlySet<Line> {
    const runs = this.#known.get(door) ?? hitAndRuns(door);
    this.#known.set(door, runs);
    return runs;
  }
}
