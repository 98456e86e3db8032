import type { Door } from './door';
import type { Line } from './line';
import type { LineSet } from './lineSet';

/** So large a part of the calls makes somebody a mover, not a helper. */
const SHARE = 0.1;

/**
 * Calls that made what moves go by: their impersonation roles, their readers, and the users who take the mailboxes along.
 *
 * @param away calls that only look like steps of them
 */
export function* makingLines(lines: readonly Line[], broad: ReadonlySet<Door>, away: LineSet): Generator<Line> {
  const movers = new Set<string>();
  const readers = new Set<string>();
  for (const door of broad) {
    const { through, carried, around, name } = door;
    if (through === 'nothing') continue;
    if (through === 'role') for (const line of around) if (line.action === 'CreateImpersonationRole') yield line;
    if (through === 'grantee') readers.add(name);
    for (const who of moversOf(carried.filter((line) => !away.has(line)))) movers.add(who);
  }
  if (movers.size === 0) return;
  for (const line of lines) {
    if (line.deed !== 'give' && line.deed !== 'work') continue;
    if (line.deed === 'give' && line.action !== 'CreateUser') continue;
    if (line.made.some((id) => movers.has(id) || readers.has(id.toLowerCase()))) yield line;
  }
}

/** Those who make a good part of some calls. */
function moversOf(carried: readonly Line[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { who } of carried) counts.set(who, (counts.get(who) ?? 0) + 1);
  return Array.from(counts).flatMap(([who, count]) => (count >= SHARE * carried.length ? [who] : []));
}

/**
 * Whom the maker of an impersonation role made in the same place, by ARN: they are to read with it.
 *
 * @param lines that give out users and keys, at least
 */
export function readersFor({ around }: Door, lines: readonly Line[]): ReadonlySet<string> {
  const makers = around.filter(({ action }) => action === 'CreateImpersonationRole');
  // Whoever stole the maker's key makes users elsewhere.
  const isByMaker = ({ whoNumber, netNumber }: Line): boolean =>
    makers.some((maker) => maker.whoNumber === whoNumber && maker.netNumber === netNumber);
  return new Set(lines.flatMap((line) => (line.action === 'CreateUser' && isByMaker(line) ? line.made : [])));
}
