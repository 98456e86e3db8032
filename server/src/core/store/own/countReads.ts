import type { ReadCounts } from '../../investigate/own/ownEvidence';
import { PairNumbers } from '../pairNumbers';
import { boundOf } from './boundOf';
import { contentKey, isToldApart } from './contentKey';
import { foldersIn } from './countFolders';
import type { GatheredReads } from './gatherReads';

import { READ } from './readRows';

/** How much was read in each group. @param groupOf by row @param size how many groups there are */
export function countReads(
  reads: GatheredReads,
  groupOf: Uint32Array,
  size: number,
  seed: number,
): readonly ReadCounts[] {
  const open = openIn(reads, groupOf, size);
  const items = new RowsOfKind(reads, groupOf, READ.item);
  const itemNumbers = reads.things('item');
  const counted = {
    items: distinct(items, [itemNumbers], size, seed),
    attachments: distinct(
      new RowsOfKind(reads, groupOf, READ.attachment),
      [itemNumbers, reads.things('attachment')],
      size,
      seed,
    ),
    folders: foldersIn(reads, groupOf, size),
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

/** Rows of one kind, and their groups. */
class RowsOfKind {
  readonly rows: Uint32Array;
  readonly groups: Uint32Array;

  constructor({ kinds, count }: GatheredReads, groupOf: Uint32Array, kind: number) {
    const rows = new Uint32Array(count);
    let found = 0;
    for (let at = 0; at < count; at++) if (((kinds[at] ?? 0) & READ.kind) === kind) rows[found++] = at;
    this.rows = rows.slice(0, found);
    this.groups = this.rows.map((at) => groupOf[at] ?? 0);
  }
}

/** Different things by group; undefined where a row does not say which it is. @param columns what tells a thing apart */
function distinct(
  { rows, groups }: RowsOfKind,
  columns: readonly Uint32Array[],
  size: number,
  seed: number,
): readonly (number | undefined)[] {
  const isOpen = new Uint8Array(size);
  const pairsOf = groups.slice();
  let last: PairNumbers | undefined;
  const ofPair: PairNumbers[] = [];
  for (const column of columns) {
    const values = rows.map((at) => column[at] ?? 0);
    for (let at = 0; at < values.length; at++) if (values[at] === 0) isOpen[groups[at] ?? 0] = 1;
    last = new PairNumbers(seed);
    last.combine(pairsOf, values, values.length, [boundOf(pairsOf), boundOf(values)]);
    ofPair.unshift(last);
  }
  const counts = new Uint32Array(size);
  for (let pair = 0; pair < (last?.size ?? 0); pair++) {
    let number = pair;
    for (const pairs of ofPair) number = pairs.left(number);
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return Array.from(counts, (count, group) => (isOpen[group] === 1 ? undefined : count));
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
  const { kinds, count, places } = reads;
  const isOpen = new Uint8Array(size);
  const keys = new Map<number, Set<string>>();
  for (let at = 0; at < count; at++) {
    if (((kinds[at] ?? 0) & READ.kind) !== READ.refused) continue;
    const group = groupOf[at] ?? 0;
    const { chunk } = reads.from(at);
    const place = places[at] ?? 0;
    if (!isToldApart(chunk, place)) isOpen[group] = 1;
    const known = keys.get(group) ?? new Set();
    keys.set(group, known.add(contentKey(chunk, place)));
  }
  return Array.from(isOpen, (each, group) => (each === 1 ? undefined : (keys.get(group)?.size ?? 0)));
}
