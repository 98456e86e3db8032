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
    return found
      .filter((one) => isAsked(one, each))
      .map((one) => actAt(one.each, one.row))
      .sort(byHappening);
  });
}

function isAsked({ each: { chunk }, row, time }: Found, { whos, from, to }: Elsewhere): boolean {
  if (serviceNumberIn(chunk.number(row, columns.state)) !== 0 || time < from || time > to) return false;
  return whos.has(chunk.doer(row).who);
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

/** The earliest of some lists, each once. */
function earliestOf(lists: readonly (readonly Found[])[], most: number): readonly Found[] {
  const [only = [], ...others] = lists;
  const all = others.length === 0 ? only : Array.from(new Set(lists.flat()));
  if (all.length <= most) return all;
  const times = Float64Array.from(all, ({ time }) => time).sort();
  const last = times[most - 1] ?? Number.POSITIVE_INFINITY;
  const before = all.filter(({ time }) => time < last);
  // Those of the last second are compared as wholes.
  const acts = all.filter(({ time }) => time === last).map((found) => ({ found, act: actAt(found.each, found.row) }));
  acts.sort((left, right) => byHappening(left.act, right.act));
  return [...before, ...acts.slice(0, most - before.length).map(({ found }) => found)];
}
