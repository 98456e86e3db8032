import type { ReadCounts } from '../../investigate/own/ownEvidence';
import { keyedHash } from '../keyedHash';
import { isToldApart } from './contentKey';
import { FoldersOfGroups } from './countFolders';
import { DistinctPairs } from './distinctPairs';
import { DistinctRecords } from './distinctRecords';
import type { GatheredReads } from './gatherReads';
import type { GroupedRows } from './groupedRows';
import { READ } from './readKinds';
import { RowsByKind } from './rowsOfKind';

/** How much was read in each group. */
export function countReads(reads: GatheredReads, grouped: GroupedRows, seed: number): readonly ReadCounts[] {
  const byKind = new RowsByKind(reads.kinds, grouped);
  const items = reads.marks('item');
  const attachments = reads.marks('attachment');
  join(reads.kinds, items, attachments, seed);
  const pairs = new DistinctPairs(seed);
  const folders = new FoldersOfGroups(reads, seed);
  const counted = Array.from({ length: grouped.begins.length - 1 }, (_, group) => {
    const { of, open } = byKind.group(group);
    const isOpen = (bit: number): boolean => (open & bit) !== 0;
    folders.add(group, of(READ.folder));
    return {
      items: isOpen(READ.openItems) ? undefined : pairs.count(items, of(READ.item)),
      hasOpenFolders: isOpen(READ.openFolders),
      attachments: isOpen(READ.openAttachments) ? undefined : pairs.count(attachments, of(READ.attachment)),
      refused: isOpen(READ.openRefused) ? undefined : refusedIn(reads, of(READ.refused)),
      previews: of(READ.preview).length > 0,
    };
  });
  const foldersOf = folders.counts();
  return counted.map(({ hasOpenFolders, ...counts }, group) => ({
    ...counts,
    folders: hasOpenFolders ? undefined : foldersOf(group),
  }));
}

/** Of attachments makes marks of them and their messages: others than those come to the same by chance alone, and hardly ever. Twice 0 where one of the two is not said. */
function join(kinds: Uint8Array, items: Uint32Array, attachments: Uint32Array, seed: number): void {
  const four = new Uint32Array(4);
  const hash = new Uint32Array(4);
  for (let row = 0; row < kinds.length; row++) {
    if (((kinds[row] ?? 0) & READ.kind) !== READ.attachment) continue;
    const at = 2 * row;
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
function refusedIn(reads: GatheredReads, rows: Uint32Array): number | undefined {
  const found = new DistinctRecords(reads);
  for (const row of rows) {
    if (!isToldApart(reads.from(row).chunk, reads.places[row] ?? 0)) return undefined;
    found.add(row);
  }
  return found.size;
}
