import { movers } from '../../../generated/movers';
import type { Act } from '../act';
import type { Door } from './door';
import type { House } from './episodes';
import { inOrder, type Line } from './line';
import type { Calls, MoverFile } from './moverFiles';

/** A move to another house that logs tell of. */
export interface Move {
  /** The way it goes, by the name of its file in schemas/movers. */
  readonly mover: string;
  /** All its steps, as they happened; at least one. */
  readonly acts: readonly [Act, ...Act[]];
  /** Calls that took mailboxes along or opened them; at least one. */
  readonly carried: readonly [Act, ...Act[]];
  /** Whoever made those, most calls first. */
  readonly actors: readonly string[];
  /** How many mailboxes; of impersonation roles no log tells. */
  readonly mailboxes: number;
  readonly buckets: readonly string[];
  /** Roles and keys that exports were written with. */
  readonly arns: readonly string[];
  readonly addresses: readonly string[];
  /** Calls that switched mailboxes off, as they happened. */
  readonly switchedOff: readonly Act[];
}

/** So large a part of the calls makes somebody a mover, not a helper. */
const SHARE = 0.1;
const SWITCHING_OFF: ReadonlySet<string> = new Set(['DeregisterFromWorkMail', 'DeleteUser']);

/** @param stray lines that are no steps of any move */
export function movesIn(house: House, stray: ReadonlySet<Line>): readonly Move[] {
  return Object.entries(movers()).flatMap(([id, file]) => {
    const { carries } = file;
    if (carries === undefined) return [];
    const doors = Array.from(house.broad).filter(({ through }) => through === carries.through);
    const move = moveThrough(id, file, doors, house, stray);
    return move === undefined ? [] : [move];
  });
}

function moveThrough(
  id: string,
  file: MoverFile,
  doors: readonly Door[],
  { lines, trust }: House,
  stray: ReadonlySet<Line>,
): Move | undefined {
  const steps = new Set<Line>();
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
  const repertoire = repertoireOf(file);
  const switchedOff: Line[] = [];
  for (const line of lines) {
    if (stray.has(line)) continue;
    if (repertoire.get(line.service)?.has(line.action) !== true) continue;
    const isOurs = line.organization !== '' && whos.has(line.who) && trust.isKnownNet(line.net);
    if (line.deed === 'end' || isOurs) steps.add(line);
    else if (line.organization === '' && line.named.some((text) => things.has(text))) steps.add(line);
    if (SWITCHING_OFF.has(line.action) && line.service === 'workmail') switchedOff.push(line);
  }
  const [first, ...others] = inTime.map(({ act }) => act);
  const [step, ...more] = lines.filter((line) => steps.has(line)).map(({ act }) => act);
  if (first === undefined || step === undefined) return undefined;
  return {
    mover: id,
    acts: [step, ...more],
    carried: [first, ...others],
    actors: actors.map(([who]) => who),
    mailboxes: new Set(doors.flatMap((door) => Array.from(door.mailboxes))).size,
    buckets: doors.filter(({ through }) => through === 'bucket').map(({ name }) => name),
    arns: Array.from(arns),
    addresses: Array.from(new Set(inTime.map(({ act }) => act.row.address))),
    switchedOff: switchedOff.map(({ act }) => act),
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
