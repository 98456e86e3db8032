import type { ReadCounts } from '../../investigate/own/ownEvidence';
import { keyedHash } from '../keyedHash';
import { isToldApart } from './contentKey';
import { foldersIn } from './countFolders';
import { DistinctPairs } from './distinctPairs';
import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';
import type { GroupedRows } from './groupedRows';
import { READ } from './readKinds';

/** How much was read in each group. @param groupOf by row @param grouped the same rows */
export function countReads(
  reads: GatheredReads,
  groupOf: Uint32Array,
  grouped: GroupedRows,
  seed: number,
): readonly ReadCounts[] {
  const { size } = grouped;
  const items = reads.marks('item', grouped.placeOf);
  const attachments = reads.marks('attachment', grouped.placeOf);
  const pairs = new DistinctPairs(seed);
  const folders = foldersIn(reads, groupOf, size, seed);
  const refused = refusedIn(reads, groupOf, size);
  return folders.map((count, group) => {
    const isOpen = (bit: number): boolean => ((grouped.any[group] ?? 0) & bit) !== 0;
    const [from, to] = grouped.placesOf(group, READ.attachment);
    const [first, behind] = grouped.placesOf(group, READ.preview);
    join(items, attachments, from, to, seed);
    return {
      items: isOpen(READ.openItems) ? undefined : pairs.count(items, ...grouped.placesOf(group, READ.item)),
      folders: isOpen(READ.openFolders) ? undefined : count,
      attachments: isOpen(READ.openAttachments) ? undefined : pairs.count(attachments, from, to),
      refused: isOpen(READ.openRefused) ? undefined : refused[group],
      previews: behind > first,
    };
  });
}

/**
 * Makes marks of attachments and of their messages those of both: others than these come to the same by chance alone, and hardly ever. Twice 0
 * where one of the two is not said.
 *
 * @param from the first, and `to` behind the last
 */
function join(items: Uint32Array, attachments: Uint32Array, from: number, to: number, seed: number): void {
  const four = new Uint32Array(4);
  const hash = new Uint32Array(4);
  for (let at = 2 * from; at < 2 * to; at += 2) {
    four[0] = items[at] ?? 0;
    four[1] = items[at + 1] ?? 0;
    four[2] = attachments[at] ?? 0;
    four[3] = attachments[at + 1] ?? 0;
    const areSaid = (four[0] !== 0 || four[1] !== 0) && (four[2] !== 0 || four[3] !== 0);
    if (areSaid) keyedHash(four, 4, seed, hash, 0);
    attachments[at] = areSaid ? (hash[0] ?? 0) ^ (hash[2] ?? 0) : 0;
    attachments[at + 1] = areSaid ? (hash[1] ?? 0) ^ (hash[3] ?? 0) : 0;
  }
}

/** Different attempts that were refused; undefined where nothing tells two of them apart. */
function refusedIn(reads: GatheredReads, groupOf: Uint32Array, size: number): readonly (number | undefined)[] {
  const { kinds } = reads;
  const isOpen = new Uint8Array(size);
  const found = Array.from(isOpen, () => new DistinctRecords(reads));
  for (let row = 0; row < groupOf.length; row++) {
    if (((kinds[row] ?? 0) & READ.kind) !== READ.refused) continue;
    const group = groupOf[row] ?? 0;
    if (!isToldApart(reads.from(row).chunk, reads.places[row] ?? 0)) isOpen[group] = 1;
    found[group]?.add(row);
  }
  return found.map((records, group) => (isOpen[group] === 1 ? undefined : records.size));
}
