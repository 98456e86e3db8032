import { strays } from '../../../generated/movers';
import type { Line } from './line';
import { LineSet } from './lineSet';

const DAY = 86_400_000;
/** What is taken back sooner was needed once. */
const SOON = 3 * DAY;

/** Calls by which the main address of a mailbox comes to another one, and those that give it back. */
export interface Diverted {
  readonly away: LineSet;
  readonly back: LineSet;
}

/** An address that a mailbox had as its main one, on its way to another mailbox. */
interface Loosened {
  readonly from: string;
  readonly renamed: Line;
  readonly taken: Line;
  to: string;
  at: number;
}

/**
 * Finds main addresses that are given to another mailbox. An address that stays with its mailbox, whatever is the main one, tells of a
 * new name; one that was never the main one may be anybody's.
 *
 * @param lines as they happened
 */
export function divertedIn(lines: readonly Line[]): Diverted {
  const { mainAddress, takesAddress, givesAddress } = strays().known;
  const [away, back] = [new LineSet(lines.length), new LineSet(lines.length)];
  const renamed = new Map<string, Line>();
  const loose = new Map<string, Loosened>();
  for (const line of lines) {
    if (line.service !== 'workmail' || line.deed !== 'work') continue;
    const isMain = mainAddress.workmail?.includes(line.action) === true;
    const isTaking = takesAddress.workmail?.includes(line.action) === true;
    const isGiving = givesAddress.workmail?.includes(line.action) === true;
    if (!(isMain || isTaking || isGiving)) continue;
    const [owner, address] = [`${line.organization} ${line.mailbox}`, `${line.organization} ${addressIn(line)}`];
    const known = loose.get(address);
    if (isGiving && known !== undefined && areApart(known.from, owner) && line.at - known.taken.at < SOON) {
      for (const each of [known.renamed, known.taken, line]) away.add(each);
      [known.to, known.at] = [owner, line.at];
    } else if (known?.to === owner && isTaking && line.at - known.at < SOON) back.add(line);
    else if (known?.from === owner && isGiving && known.to !== '' && line.at - known.at < SOON) back.add(line);
    else if (isTaking) {
      const before = renamed.get(owner);
      if (before !== undefined && line.at - before.at < DAY)
        loose.set(address, { from: owner, renamed: before, taken: line, to: '', at: 0 });
    }
    if (isMain) renamed.set(owner, line);
  }
  return { away, back };
}

/** Whether two mailboxes are surely not the same: one may be named by its id here and by an address there. */
function areApart(one: string, other: string): boolean {
  return one !== other && one.includes('@') === other.includes('@');
}

function addressIn({ act }: Line): string {
  const { alias, email } = act.contents.requestParameters ?? {};
  const address = alias ?? email;
  return typeof address === 'string' ? address.toLowerCase() : '';
}
