import type { ReadCounts } from '../../investigate/own/ownEvidence';
import { isToldApart } from './contentKey';
import { foldersIn } from './countFolders';
import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';
import { type RowsOfKind, rowsOfKind } from './rowsOfKind';
import { TupleNumbers } from './tupleNumbers';

/** How much was read in each group. @param groupOf by row @param size how many groups there are */
export function countReads(
  reads: GatheredReads,
  groupOf: Uint32Array,
  size: number,
  seed: number,
): readonly ReadCounts[] {
  const open = openIn(reads, groupOf, size);
  const items = rowsOfKind(reads, groupOf, READ.item);
  const attachments = rowsOfKind(reads, groupOf, READ.attachment);
  const itemsRead = [reads.things('item', items.rows)];
  const attachmentsRead = [reads.things('item', attachments.rows), reads.things('attachment', attachments.rows)];
  const counted = {
    items: distinct(items, itemsRead, reads.texts.size, size, seed),
    attachments: distinct(attachments, attachmentsRead, reads.texts.size, size, seed),
    folders: foldersIn(reads, groupOf, size, seed),
    refused: refusedIn(reads, groupOf, size),
  };
  return Array.from({ length: size }, (_, group) => {
    const isOpen = (bit: number): boolean => ((open[group] ?? 0) & bit) !== 0;
    return {
      items: isOpen(READ.openItems) ? undefined : counted.items[group],
      folders: isOpen(READ.openFolders) ? undefined : counted.folders[group],
      attachments: isOpen(READ.openAttachments) ? undefined : counted.attachments[group],
      refused: isOpen(READ.openRefused) ? undefined : counted.refused[group],
    };
  });
}

/** Different things by group; undefined where a row does not say which it is. @param columns what tells the things of the rows apart: numbers below the bound */
function distinct(
  { groups }: RowsOfKind,
  columns: readonly Uint32Array[],
  bound: number,
  size: number,
  seed: number,
): readonly (number | undefined)[] {
  const isOpen = new Uint8Array(size);
  for (const values of columns)
    for (let at = 0; at < values.length; at++) if (values[at] === 0) isOpen[groups[at] ?? 0] = 1;
  const [values] = columns;
  const counts =
    values !== undefined && columns.length === 1
      ? distinctValues(groups, values, bound, size, seed)
      : distinctTuples([groups, ...columns], size, seed);
  return Array.from(counts, (count, group) => (isOpen[group] === 1 ? undefined : count));
}

/** Nearly every thing was met in one group alone: those are counted by a mark on each, and only others by what they are told by. */
function distinctValues(
  groups: Uint32Array,
  values: Uint32Array,
  bound: number,
  size: number,
  seed: number,
): Uint32Array {
  const counts = new Uint32Array(size);
  const firstGroups = new Uint32Array(bound);
  const again: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? 0;
    const group = groups[at] ?? 0;
    const first = firstGroups[value] ?? 0;
    if (first === 0) {
      firstGroups[value] = group + 1;
      counts[group] = (counts[group] ?? 0) + 1;
    } else if (first !== group + 1) again.push(at);
  }
  const rows = Uint32Array.from(again);
  const elsewhere = distinctTuples([rows.map((at) => groups[at] ?? 0), rows.map((at) => values[at] ?? 0)], size, seed);
  for (let group = 0; group < size; group++) counts[group] = (counts[group] ?? 0) + (elsewhere[group] ?? 0);
  return counts;
}

/** Different tuples by the first of their numbers. */
function distinctTuples(columns: readonly Uint32Array[], size: number, seed: number): Uint32Array {
  const tuples = new TupleNumbers(columns.length, seed);
  tuples.of(columns, columns[0]?.length ?? 0);
  const counts = new Uint32Array(size);
  for (let tuple = 0; tuple < tuples.size; tuple++) {
    const group = tuples.at(tuple, 0);
    counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

function openIn({ kinds, count }: GatheredReads, groupOf: Uint32Array, size: number): Uint8Array {
  const open = new Uint8Array(size);
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? 0;
    if (kind > READ.kind) open[groupOf[at] ?? 0] = (open[groupOf[at] ?? 0] ?? 0) | kind;
  }
  return open;
}

/** Different attempts that were refused; undefined where nothing tells two of them apart. */
function refusedIn(reads: GatheredReads, groupOf: Uint32Array, size: number): readonly (number | undefined)[] {
  const isOpen = new Uint8Array(size);
  const found = new Map<number, DistinctRecords>();
  const { rows, groups } = rowsOfKind(reads, groupOf, READ.refused);
  for (let at = 0; at < rows.length; at++) {
    const [row, group] = [rows[at] ?? 0, groups[at] ?? 0];
    if (!isToldApart(reads.from(row).chunk, reads.places[row] ?? 0)) isOpen[group] = 1;
    const known = found.get(group) ?? new DistinctRecords(reads);
    found.set(group, known);
    known.add(row);
  }
  return Array.from(isOpen, (each, group) => (each === 1 ? undefined : (found.get(group)?.size ?? 0)));
}
