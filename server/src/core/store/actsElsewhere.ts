import type { Act } from '../investigate/act';
import { byHappening, type Elsewhere } from '../investigate/evidence';
import { columns } from './columns';
import { serviceNumberIn } from './rowState';
import type { RowTables } from './rowTables';
import { actAt, type SpeakingRows } from './speakingRows';

/** A row from an address that is asked for. */
interface Found {
  readonly each: SpeakingRows;
  readonly row: number;
  /** Those whose time can't be read come last. */
  readonly time: number;
  /** Made when somebody wants it: several may. */
  act?: Act;
}

/** See `Evidence.elsewhere`. All rows are gone through once, whatever the number of questions. */
export function actsElsewhere(
  rows: readonly SpeakingRows[],
  asked: readonly Elsewhere[],
  most: number,
): readonly (readonly Act[])[] {
  const from = rowsFrom(rows, new Set(asked.flatMap(({ addresses }) => addresses)));
  const earliest = new Map<string, readonly Found[]>();
  return asked.map((each) => {
    const [only = '', ...others] = each.addresses;
    const known = others.length === 0 ? earliest.get(only) : undefined;
    const found =
      known ??
      earliestOf(
        each.addresses.map((address) => from.get(address) ?? []),
        most,
      );
    if (others.length === 0) earliest.set(only, found);
    return within(found, each)
      .filter(({ each: { chunk }, row }) => each.whos.has(chunk.doer(row).who))
      .map(actOf)
      .sort(byHappening);
  });
}

/** @param found by time */
function within(found: readonly Found[], { from, to }: Elsewhere): readonly Found[] {
  let [low, high] = [0, found.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((found[middle]?.time ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < found.length && (found[end]?.time ?? 0) <= to) end++;
  return found.slice(low, end);
}

function actOf(found: Found): Act {
  found.act ??= actAt(found.each, found.row);
  return found.act;
}

/** The rows that come from each of some addresses, however these are written. */
function rowsFrom(
  rows: readonly SpeakingRows[],
  addresses: ReadonlySet<string>,
): ReadonlyMap<string, readonly Found[]> {
  const found = new Map<string, Found[]>();
  if (addresses.size === 0) return found;
  for (const address of addresses) found.set(address, []);
  for (const { chunk } of rows) chunk.tables.addresses.learn(chunk, chunk.column(columns.address));
  const wanted = new Map<RowTables, ReadonlyMap<number, readonly Found[][]>>();
  for (const each of rows) {
    const { tables } = each.chunk;
    const lists = wanted.get(tables) ?? listsByNumber(tables, found);
    wanted.set(tables, lists);
    const numbers = each.chunk.column(columns.address);
    let [latest, ofLatest] = [-1, lists.get(-1)];
    for (const row of each.rows) {
      const number = numbers[row] ?? 0;
      // Rows of one address often follow each other.
      if (number !== latest) [latest, ofLatest] = [number, lists.get(number)];
      if (ofLatest === undefined) continue;
      const time = each.chunk.time(row);
      const one = { each, row, time: Number.isNaN(time) ? Number.POSITIVE_INFINITY : time };
      for (const list of ofLatest) list.push(one);
    }
  }
  return found;
}

function listsByNumber(
  { addresses }: RowTables,
  found: ReadonlyMap<string, Found[]>,
): ReadonlyMap<number, readonly Found[][]> {
  const lists = new Map<number, Found[][]>();
  for (const [address, list] of found)
    for (const number of addresses.named(address.toLowerCase())) {
      const known = lists.get(number);
      if (known === undefined) lists.set(number, [list]);
      else known.push(list);
    }
  return lists;
}

/** Of the earliest of some lists, each once, those that are no calls of WorkMail or its Message Flow; by time. */
function earliestOf(lists: readonly (readonly Found[])[], most: number): readonly Found[] {
  const [only = [], ...others] = lists;
  const all = others.length === 0 ? only : Array.from(new Set(lists.flat()));
  return firstOf(all, most)
    .filter(({ each: { chunk }, row }) => serviceNumberIn(chunk.number(row, columns.state)) === 0)
    .sort(byTime);
}

function byTime(left: Found, right: Found): number {
  // Infinity minus itself is not a number.
  return left.time === right.time ? 0 : left.time - right.time;
}

function firstOf(all: readonly Found[], most: number): readonly Found[] {
  if (all.length <= most) return all;
  const times = Float64Array.from(all, ({ time }) => time).sort();
  const last = times[most - 1] ?? Number.POSITIVE_INFINITY;
  const before = all.filter(({ time }) => time < last);
  // Those of the last second are compared as wholes.
  const late = all.filter(({ time }) => time === last);
  late.sort((left, right) => byHappening(actOf(left), actOf(right)));
  return [...before, ...late.slice(0, most - before.length)];
}
