import type { ReadCounts } from '../../investigate/own/ownEvidence';
import { keyedHash } from '../keyedHash';
import { isToldApart } from './contentKey';
import { foldersIn } from './countFolders';
import { distinctPairs } from './distinctPairs';
import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';
import { READ } from './readKinds';
import { type RowsOfKind, rowsByKind } from './rowsOfKind';

/** How much was read in each group. @param groupOf by row @param size how many groups there are */
export function countReads(
  reads: GatheredReads,
  groupOf: Uint32Array,
  size: number,
  seed: number,
): readonly ReadCounts[] {
  const { of, open } = rowsByKind(reads, groupOf, size);
  const [items, attachments] = [of(READ.item), of(READ.attachment)];
  const [itemsOf, paths] = [reads.marks('item', attachments.rows), reads.marks('attachment', attachments.rows)];
  const counted = {
    items: distinct(items, reads.marks('item', items.rows), undefined, size, seed),
    attachments: distinct(attachments, itemsOf, paths, size, seed),
    folders: foldersIn(reads, of(READ.folder), size, seed),
    refused: refusedIn(reads, of(READ.refused), size),
  };
  const previews = new Set(of(READ.preview).groups);
  return Array.from({ length: size }, (_, group) => {
    const isOpen = (bit: number): boolean => ((open[group] ?? 0) & bit) !== 0;
    return {
      items: isOpen(READ.openItems) ? undefined : counted.items[group],
      folders: isOpen(READ.openFolders) ? undefined : counted.folders[group],
      attachments: isOpen(READ.openAttachments) ? undefined : counted.attachments[group],
      refused: isOpen(READ.openRefused) ? undefined : counted.refused[group],
      previews: previews.has(group),
    };
  });
}

/** Different things by group; undefined where a row does not say which it is. @param marks what tells the things of the rows apart, two numbers each */
function distinct(
  { groups }: RowsOfKind,
  marks: Uint32Array,
  others: Uint32Array | undefined,
  size: number,
  seed: number,
): readonly (number | undefined)[] {
  const isOpen = new Uint8Array(size);
  for (const pairs of others === undefined ? [marks] : [marks, others])
    for (let at = 0; at < pairs.length; at += 2)
      if (pairs[at] === 0 && pairs[at + 1] === 0) isOpen[groups[at >> 1] ?? 0] = 1;
  const counts = distinctPairs(groups, others === undefined ? marks : joined(marks, others, seed), size, seed);
  return Array.from(counts, (count, group) => (isOpen[group] === 1 ? undefined : count));
}

/** Pairs of which each stands for two: others than those come to the same by chance alone, and hardly ever. */
function joined(pairs: Uint32Array, others: Uint32Array, seed: number): Uint32Array {
  const found = new Uint32Array(pairs.length);
  const four = new Uint32Array(4);
  const hash = new Uint32Array(4);
  for (let at = 0; at < pairs.length; at += 2) {
    four[0] = pairs[at] ?? 0;
    four[1] = pairs[at + 1] ?? 0;
    four[2] = others[at] ?? 0;
    four[3] = others[at + 1] ?? 0;
    keyedHash(four, 4, seed, hash, 0);
    found[at] = (hash[0] ?? 0) ^ (hash[2] ?? 0);
    found[at + 1] = (hash[1] ?? 0) ^ (hash[3] ?? 0);
  }
  return found;
}

/** Different attempts that were refused; undefined where nothing tells two of them apart. */
function refusedIn(reads: GatheredReads, { rows, groups }: RowsOfKind, size: number): readonly (number | undefined)[] {
  const isOpen = new Uint8Array(size);
  const found = new Map<number, DistinctRecords>();
  for (let at = 0; at < rows.length; at++) {
    const [row, group] = [rows[at] ?? 0, groups[at] ?? 0];
    if (!isToldApart(reads.from(row).chunk, reads.places[row] ?? 0)) isOpen[group] = 1;
    const known = found.get(group) ?? new DistinctRecords(reads);
    found.set(group, known);
    known.add(row);
  }
  return Array.from(isOpen, (each, group) => (each === 1 ? undefined : (found.get(group)?.size ?? 0)));
}
