import { movers, strays } from '../../../generated/movers';
import { once } from '../../once';
import type { Act } from '../act';
import type { Door } from './door';
import type { House } from './episodes';
import type { Kind } from './kind';
import { inOrder, type Line } from './line';
import { LineSet } from './lineSet';
import type { Calls, MoverFile } from './moverFiles';
import { isStanding } from './standing';

/** A move to another mail system that logs tell of. */
export interface Move {
  /** The way it goes, by the name of its file in schemas/movers. */
  readonly mover: string;
  /** All its steps, as they happened; at least one. */
  readonly acts: readonly [Act, ...Act[]];
  /** Calls that took mailboxes along or opened them; at least one. */
  readonly carried: readonly [Act, ...Act[]];
  /** Whoever made those, most calls first. */
  readonly actors: readonly string[];
  /** Ids of mailboxes, in small letters; of impersonation roles no log tells them. */
  readonly mailboxes: readonly string[];
  readonly buckets: readonly string[];
  /** ARNs of the roles and of the keys that exports were written with. */
  readonly roles: readonly string[];
  readonly keys: readonly string[];
  readonly addresses: readonly string[];
  /** Calls that switched mailboxes off, as they happened. */
  readonly switchedOff: readonly Act[];
}

/** So large a part of the calls makes somebody a mover, not a helper. */
const SHARE = 0.1;
const DAY = 86_400_000;
/** So many new passwords a day are a wave of them. */
const WAVE = 6;
/** So many tokens are asked for by a program that reads mailbox after mailbox. */
const MANY_TOKENS = 8;
const switchingOff = /* @__PURE__ */ once((): ReadonlySet<string> => new Set(strays().known.switchesOff.workmail));

/** @param stray lines that are no steps of any move */
export function movesIn(house: House, stray: LineSet): readonly Move[] {
  return Object.entries(movers()).flatMap(([id, file]) => {
    const { carries } = file;
    if (carries === undefined) return [];
    const doors = Array.from(house.broad).filter((door) => door.through === carries.through && isToldAsMove(door));
    const move = moveThrough(id, file, doors, house, stray);
    return move === undefined ? [] : [move];
  });
}

function moveThrough(
  id: string,
  file: MoverFile,
  doors: readonly Door[],
  { lines, trust }: House,
  stray: LineSet,
): Move | undefined {
  const steps = new LineSet(lines.length);
  const counts = new Map<string, number>();
  const carried: Line[] = [];
  for (const door of doors) {
    for (const line of door.carried) {
      if (stray.has(line)) continue;
      carried.push(line);
      counts.set(line.who, (counts.get(line.who) ?? 0) + 1);
    }
    for (const line of [...door.carried, ...door.tried, ...door.around]) if (!stray.has(line)) steps.add(line);
  }
  if (carried.length === 0) return undefined;
  const inTime = inOrder(carried);
  const actors = Array.from(counts).sort((one, other) => other[1] - one[1]);
  const whos = new Set(actors.flatMap(([who, count]) => (count >= SHARE * carried.length ? [who] : [])));
  const arns = new Set(doors.flatMap((door) => door.arns));
  const things = new Set(doors.flatMap(({ name, arns: some }) => [name, ...some, ...some.map(lastOf)]));
  for (const who of whos) if (who.includes(':user/')) things.add(lastOf(who)).add(who);
  const isInRepertoire = repertoireTest(file);
  const switchedOff: Line[] = [];
  for (const line of lines) {
    if (!isInRepertoire(line.kind) || stray.has(line)) continue;
    const isOurs = line.organization !== '' && whos.has(line.who) && trust.isKnownNet(line);
    if (line.deed === 'end' || isOurs) steps.add(line);
    else if (line.organization === '' && line.named.some((text) => things.has(text))) steps.add(line);
    if (line.deed === 'end' && switchingOff().has(line.action)) switchedOff.push(line);
  }
  const [first, ...others] = inTime.map(({ act }) => act);
  const [step, ...more] = lines.filter((line) => steps.has(line)).map(({ act }) => act);
  if (first === undefined || step === undefined) return undefined;
  return {
    mover: id,
    acts: [step, ...more],
    carried: [first, ...others],
    actors: actors.map(([who]) => who),
    mailboxes: mailboxesIn(doors),
    buckets: Array.from(new Set(doors.flatMap(({ through, name }) => (through === 'bucket' ? [name] : [])))),
    roles: Array.from(arns).filter((arn) => arn.includes(':iam:')),
    keys: Array.from(arns).filter((arn) => arn.includes(':kms:')),
    addresses: Array.from(new Set(inTime.map(({ act }) => act.row.address))),
    switchedOff: firstOfEach(switchedOff).map(({ act }) => act),
  };
}

/**
 * Whether so much is said that it may be called a move: programs that show calendars ask for tokens as well, and a help desk sets new
 * passwords every day.
 */
export function isToldAsMove(door: Door): boolean {
  const { through, carried, around, mailboxes } = door;
  if (through === 'nothing') return mailboxes.size >= WAVE && mostOfADay(carried) >= WAVE;
  if (through !== 'role') return true;
  if (isStanding(door)) return false;
  const opensAll = ({ act }: Line): boolean => act.contents.requestParameters?.type === 'FULL_ACCESS';
  return around.some((line) => line.deed === 'open' && opensAll(line)) || carried.length >= MANY_TOKENS;
}

function mostOfADay(lines: readonly Line[]): number {
  const days = new Map<number, number>();
  for (const { at } of lines) days.set(Math.floor(at / DAY), (days.get(Math.floor(at / DAY)) ?? 0) + 1);
  let most = 0;
  for (const count of days.values()) most = Math.max(most, count);
  return most;
}

/** A mailbox is switched off and then its user deleted: the first of both counts. */
function firstOfEach(lines: readonly Line[]): readonly Line[] {
  const found = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.organization} ${line.mailbox}`;
    if (!found.has(key)) found.set(key, line);
  }
  return Array.from(found.values());
}

function mailboxesIn(doors: readonly Door[]): readonly string[] {
  const found = new Set<string>();
  for (const { mailboxes } of doors)
    for (const mailbox of mailboxes) found.add(mailbox.slice(mailbox.indexOf(' ') + 1));
  return Array.from(found);
}

/** Whether calls are some of a mover, each kind looked up once. */
function repertoireTest(file: MoverFile): (kind: Kind) => boolean {
  const repertoire = repertoireOf(file);
  const known: boolean[] = [];
  return ({ number, service, action }) => {
    known[number] ??= repertoire.get(service)?.has(action) === true;
    return known[number];
  };
}

/** All calls of a mover, by service in small letters, and those of an import with a key of its own, which may stand before any move. */
function repertoireOf({ begins = {}, beside = {}, ends = {} }: MoverFile): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  const own: Calls = movers()['vendor-import']?.begins ?? {};
  for (const calls of [begins, beside, ends, own])
    for (const [service, actions] of Object.entries(calls)) {
      const known = found.get(service.toLowerCase()) ?? new Set<string>();
      found.set(service.toLowerCase(), known);
      for (const action of actions) known.add(action);
    }
  return found;
}

function lastOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}
