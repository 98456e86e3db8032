import type { Door, Doors } from './door';
import { type Line, opensAll } from './line';
import { LineSet } from './lineSet';

const DAY = 86_400_000;
/** Access that is taken back sooner was needed once. */
const SOON = 3 * DAY;
/** So many new passwords a day are the work of a help desk. */
const FEW = 2;
/** Numbers of those who act stay below. */
const MANY = 2 ** 24;

/**
 * What a help desk does every day: one mailbox is opened to one person and stays open, a password or two are set anew.
 *
 * @param broad the doors of moves
 */
export function dailyWork({ all, lines: count }: Doors, broad: ReadonlySet<Door>): LineSet {
  const found = new LineSet(count);
  for (const door of all) {
    const { through, carried, around } = door;
    if (broad.has(door) || (through !== 'grantee' && through !== 'nothing')) continue;
    const closes = around.flatMap(({ deed, at }) => (deed === 'close' ? [at] : []));
    for (const lines of byDay(carried)) {
      const mailboxes = new Set(lines.filter(opensAll).map(({ mailbox }) => mailbox)).size;
      const [first] = lines;
      if (first === undefined || mailboxes > (through === 'grantee' ? 1 : FEW)) continue;
      if (closes.some((at) => at >= first.at && at - first.at < SOON)) continue;
      for (const line of lines) found.add(line);
    }
  }
  return found;
}

/** Lines of each who acts and each day. */
function byDay(lines: readonly Line[]): Iterable<readonly Line[]> {
  const days = new Map<number, Line[]>();
  for (const line of lines) {
    const key = Math.floor(line.at / DAY) * MANY + line.whoNumber;
    const known = days.get(key);
    if (known === undefined) days.set(key, [line]);
    else known.push(line);
  }
  return days.values();
}
