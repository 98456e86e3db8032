import { firstInOrder } from '../core/store/firstInOrder';
import type { Sides } from './groupedEvents';
import type { Groups, Split } from './partition';
import type { SelectedRows } from './selectedRows';

/** A group of both sides, with what is counted of its rows. */
export interface RankedGroup {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly failed: number;
  /** Of the weightiest row: see `weightNumber`. */
  readonly weight: number;
  /** What the rows say in the field, where that is more than the key. */
  readonly texts: readonly string[];
  /** Its numbers on both sides; undefined where it has no row there. */
  readonly numbers: Sides<number | undefined>;
}

/** Those groups of some rows that have the most of them, those with as many by their key, and how many groups hold a row. Only those are made. */
export function rankedGroups(
  split: Sides<Split>,
  rows: Sides<SelectedRows>,
  most: number,
): { readonly total: number; readonly groups: readonly RankedGroup[] } {
  const { onDisk, open } = split;
  const [left, right] = [rows.onDisk.counts(onDisk), rows.open.counts(open)];
  /** Of both sides: numbers of groups on disk, and those of open logs alone as what is missing to -1. */
  const held: number[] = [];
  const sums = new Map<number, number>();
  for (let group = 0; group < onDisk.groups.size; group++) {
    if (left.count(group) === 0) continue;
    held.push(group);
    sums.set(group, left.count(group));
  }
  for (let group = 0; group < open.groups.size; group++) {
    const count = right.count(group);
    if (count === 0) continue;
    const same = numberOn(onDisk.groups, open.groups.keyOf(group));
    const isOnDisk = same !== undefined && left.count(same) > 0;
    if (!isOnDisk) held.push(-1 - group);
    sums.set(isOnDisk ? same : -1 - group, count + (isOnDisk ? left.count(same) : 0));
  }
  const keyOf = (code: number): string => (code < 0 ? open.groups.keyOf(-1 - code) : onDisk.groups.keyOf(code));
  const countOf = (code: number): number => sums.get(code) ?? 0;
  const byCount = (one: number, other: number): number =>
    countOf(other) - countOf(one) || (keyOf(one) < keyOf(other) ? -1 : 1);
  const first = firstInOrder(held, most, byCount);
  const groups = first.map((code): RankedGroup => {
    const groupsOf = code < 0 ? open.groups : onDisk.groups;
    const own = code < 0 ? -1 - code : code;
    const key = groupsOf.keyOf(own);
    const same = code < 0 ? own : numberOn(open.groups, key);
    const inOpen = same !== undefined && right.count(same) > 0 ? same : undefined;
    const inDisk = code < 0 ? undefined : code;
    return {
      key,
      label: groupsOf.labelOf(own),
      count: sums.get(code) ?? 0,
      failed: left.failed(inDisk ?? -1) + right.failed(inOpen ?? -1),
      weight: Math.max(left.weight(inDisk ?? -1), right.weight(inOpen ?? -1)),
      texts: [...textsOf(onDisk.groups, inDisk), ...textsOf(open.groups, inOpen)],
      numbers: { onDisk: inDisk, open: inOpen },
    };
  });
  return { total: held.length, groups };
}

/** By group of one side: at which place in a list the group stands. @param others of all groups that are not in it */
export function placesOf(
  ranked: readonly RankedGroup[],
  { groups }: Split,
  side: keyof Sides<unknown>,
  others: number,
): Int32Array {
  const places = new Int32Array(groups.size).fill(others);
  for (const [place, { numbers }] of ranked.entries()) {
    const number = numbers[side];
    if (number !== undefined) places[number] = place;
  }
  return places;
}

/** Without making a table of all keys where one side has none. */
function numberOn(groups: Groups, key: string): number | undefined {
  return groups.size === 0 ? undefined : groups.numberOf(key);
}

function textsOf(groups: Groups, group: number | undefined): readonly string[] {
  return group === undefined ? [] : (groups.textsOf?.(group) ?? []);
}
