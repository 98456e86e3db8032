import { type Doings, isSetUpFor } from './doings';
import type { Door, Doors } from './door';
import type { Line } from './line';
import { isToldAsMove } from './move';
import type { Trust } from './trust';

const DAY = 86_400_000;
/** So many new passwords a day. */
const SOME = 2;
/** Fewer mailboxes are chosen ones. */
const FEW = 5;
const HANDFUL = 6;
/** Shares of the mailboxes of an organization, and of what the largest door of the same kind takes. */
const MOST_OF_ALL = 0.5;
const ALL = 0.8;
const SHARE_OF_ALL = 0.15;
const SHARE_OF_LARGEST = 0.25;
/** So many mailboxes are taken by a move, whoever works on it. */
const MANY = 12;

/** How many mailboxes each organization is known to have, from all calls that name one: by id, or by address, whichever tells of more. */
export function mailboxesKnown(lines: readonly Line[]): ReadonlyMap<string, number> {
  const known = new Map<string, Set<string>>();
  for (const line of lines) {
    const { deed, organization } = line;
    if (organization === '' || line.action === 'RegisterToWorkMail') continue;
    if (deed !== 'carry' && deed !== 'end' && deed !== 'work') continue;
    const mailbox = line.mailbox;
    if (mailbox === '') continue;
    const found = known.get(organization);
    if (found === undefined) known.set(organization, new Set([mailbox]));
    else found.add(mailbox);
  }
  return new Map(Array.from(known, ([organization, mailboxes]) => [organization, distinctIn(mailboxes)]));
}

/** One mailbox is named by its id here and by an address there; no log tells which belong together. */
function distinctIn(mailboxes: ReadonlySet<string>): number {
  let byAddress = 0;
  for (const mailbox of mailboxes) if (mailbox.includes('@')) byAddress++;
  return Math.max(byAddress, mailboxes.size - byAddress);
}

/**
 * Doors through which most mailboxes of their organizations go: nobody but a mover takes so many. In a house of a dozen a thief who
 * takes four takes a lot of it, so there the hands have to be those of the house. Of roles no log tells the mailboxes.
 *
 * @param trust what is known without any move
 */
export function broadDoors(
  { all }: Doors,
  doings: Doings,
  known: ReadonlyMap<string, number>,
  trust: Trust,
): ReadonlySet<Door> {
  // A help desk sets new passwords of a few every day.
  const most = all.filter(
    (door) =>
      door.mailboxes.size >= Math.max(FEW, MOST_OF_ALL * reachable(door, known)) &&
      (door.through !== 'nothing' || isToldAsMove(door) || isAllThatIsDone(door, doings)),
  );
  const largest = largestOf(most);
  const size = Math.max(0, ...largest.values());
  const found = new Set<Door>();
  const moved = new Set<string>();
  for (const door of most.sort((one, other) => other.mailboxes.size - one.mailboxes.size)) {
    const { isForeign, through, mailboxes, carried } = door;
    if (isForeign && mailboxes.size < (largest.get(through) ?? 0)) continue;
    const isOurs = carried.filter((line) => trust.isOfHouse(line)).length * 2 > carried.length;
    const isNew = mailboxes.size > 2 * countIn(mailboxes, moved);
    const isAll = through !== 'nothing' && mailboxes.size > ALL * reachable(door, known);
    const isSmall = mailboxes.size < HANDFUL && (mailboxes.size < size || through === 'nothing');
    const isSetUp = mailboxes.size === largest.get(through) && isSetUpFor(door, doings, trust);
    if (mailboxes.size < MANY && !(isAll && isNew) && !(isOurs && !isSmall) && !isSetUp) continue;
    found.add(door);
    if (through !== 'nothing') for (const mailbox of mailboxes) moved.add(mailbox);
  }
  for (const door of doorsOfWhole(all, known)) found.add(door);
  return found;
}

/** Whether somebody does nothing of weight but set new passwords, some a day: no help desk, then. */
function isAllThatIsDone({ carried }: Door, doings: Doings): boolean {
  const days = new Set(carried.map(({ at }) => Math.floor(at / DAY))).size;
  return carried.length >= SOME * days && carried.length > ALL * doings.of(carried[0]?.whoNumber ?? 0);
}

/** What one actor takes through several doors may be most of all as well; then the largest of them counts. */
function* doorsOfWhole(all: readonly Door[], known: ReadonlyMap<string, number>): Generator<Door> {
  const byWho = new Map<number, { readonly doors: Set<Door>; readonly mailboxes: Set<string> }>();
  for (const door of all)
    for (const { whoNumber, organization, mailbox } of door.carried) {
      const taken = byWho.get(whoNumber) ?? { doors: new Set<Door>(), mailboxes: new Set<string>() };
      byWho.set(whoNumber, taken);
      taken.doors.add(door);
      if (!door.isForeign && mailbox !== '') taken.mailboxes.add(`${organization} ${mailbox}`);
    }
  for (const { doors, mailboxes } of byWho.values()) {
    const ways = Array.from(doors).filter((door) => door.through !== 'nothing' || isToldAsMove(door));
    const [first] = ways.sort((one, other) => other.mailboxes.size - one.mailboxes.size);
    if (first === undefined || first.isForeign || first.mailboxes.size < MANY) continue;
    if (mailboxes.size >= MOST_OF_ALL * reachable({ mailboxes }, known)) yield first;
  }
}

/** Doors that those who take part in a move use for a part of it: another wave, another organization. */
export function furtherDoors(
  { all }: Doors,
  known: ReadonlyMap<string, number>,
  broad: ReadonlySet<Door>,
  trust: Trust,
): ReadonlySet<Door> {
  const largest = largestOf(broad);
  const moved = new Set(
    Array.from(broad).flatMap(({ mailboxes, through }) => (through === 'nothing' ? [] : Array.from(mailboxes))),
  );
  return new Set(
    all.filter((door) => {
      const { mailboxes, through, isForeign, carried } = door;
      if (countIn(mailboxes, moved) * 2 > mailboxes.size) return false;
      const { size } = mailboxes;
      if (broad.has(door) || isForeign || through === 'role' || size <= FEW) return false;
      if (through === 'nothing' && !isToldAsMove(door)) return false;
      if (size < SHARE_OF_ALL * reachable(door, known) || size < SHARE_OF_LARGEST * (largest.get(through) ?? 0))
        return false;
      const ours = carried.filter((line) => trust.isKnownNet(line) && trust.isKnownWho(line)).length;
      return ours * 2 > carried.length || size >= MANY;
    }),
  );
}

function countIn(some: ReadonlySet<string>, all: ReadonlySet<string>): number {
  let count = 0;
  for (const each of some) if (all.has(each)) count++;
  return count;
}

function largestOf(doors: Iterable<Door>): ReadonlyMap<string, number> {
  const largest = new Map<string, number>();
  for (const { through, mailboxes } of doors) largest.set(through, Math.max(largest.get(through) ?? 0, mailboxes.size));
  return largest;
}

/** How many mailboxes the organizations of a door have. */
function reachable({ mailboxes }: Pick<Door, 'mailboxes'>, known: ReadonlyMap<string, number>): number {
  const organizations = new Set(Array.from(mailboxes, (mailbox) => mailbox.slice(0, mailbox.indexOf(' '))));
  let all = 0;
  for (const organization of organizations) all += known.get(organization) ?? 0;
  return all;
}
