import type { Problem } from '../../core/index';
import type { Texts } from '../../core/store/texts';
import { lastUpTo } from '../lastUpTo';
import { BLOCK, Block } from './block';
import { moved, type Row, rebased } from './row';

/** Where a row is kept: the position of its block, and its own in there. */
export interface Slot {
  readonly block: number;
  readonly row: number;
}

/** A block, and what is true of it in one version of the log only. */
export interface BlockInLog {
  readonly block: Block;
  /** The offset that its rows count from. */
  readonly base: number;
  /** Index of its first record. */
  readonly first: number;
}

/** The records from `from` to `to`, exclusive, give way to rows, and what stands behind them moves. */
interface RowSplice {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  readonly by: number;
}

/**
 * What is known of all records of one version of a log, by index. Nothing in it changes any more; a changed log shares the
 * blocks that the change did not touch.
 */
export class LogIndex {
  readonly blocks: readonly BlockInLog[];
  readonly names: Texts;
  readonly count: number;
  /** What is wrong behind the last record. */
  readonly lastGaps: readonly Problem[];
  #gaps: readonly Problem[] | undefined;

  constructor(blocks: readonly Pick<BlockInLog, 'block' | 'base'>[], names: Texts, lastGaps: readonly Problem[]) {
    const blocksInLog: BlockInLog[] = [];
    let count = 0;
    for (const each of blocks) {
      blocksInLog.push(isFirstAt(each, count) ? each : { block: each.block, base: each.base, first: count });
      count += each.block.count;
    }
    this.blocks = blocksInLog;
    this.names = names;
    this.count = count;
    this.lastGaps = lastGaps;
  }

  /** What is wrong between records, in the order of the text; spans are offsets of the log. */
  get gaps(): readonly Problem[] {
    this.#gaps ??= this.#allGaps();
    return this.#gaps;
  }

  /** Undefined when there is no such record. */
  slot(index: number): Slot | undefined {
    if (!(index >= 0 && index < this.count)) return undefined;
    const block = lastUpTo(this.blocks, ({ first }) => first <= index);
    const found = this.blocks[block];
    return found && { block, row: index - found.first };
  }

  start(index: number): number | undefined {
    return this.at(index, (block, row, base) => base + block.start(row));
  }

  end(index: number): number | undefined {
    return this.at(index, (block, row, base) => base + block.end(row));
  }

  /** Asks the block of a record. */
  at<T>(index: number, ask: (block: Block, row: number, base: number) => T): T | undefined {
    const slot = this.slot(index);
    const found = slot && this.blocks[slot.block];
    return slot && found && ask(found.block, slot.row, found.base);
  }

  /** How many records begin at or before an offset. */
  countUpTo(offset: number): number {
    const at = lastUpTo(this.blocks, ({ block, base }) => base + block.start(0) <= offset);
    const found = this.blocks[at];
    if (found === undefined) return 0;
    let low = 0;
    let high = found.block.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (found.base + found.block.start(middle) <= offset) low = middle + 1;
      else high = middle;
    }
    return found.first + low;
  }

  /**
   * The index of the same log after a change.
   *
   * @param from the records from `from` to `to`, exclusive, give way to `rows`, which count from `baseAt(from)`
   * @param by how far what stands behind them has moved
   */
  spliced(from: number, to: number, rows: readonly Row[], by: number, lastGaps: readonly Problem[]): LogIndex {
    const firstBlock = Math.max(
      0,
      lastUpTo(this.blocks, ({ first }) => first <= from),
    );
    const lastBlock = Math.max(
      firstBlock,
      lastUpTo(this.blocks, ({ first }) => first < to),
    );
    const head = this.blocks[firstBlock];
    const tail = this.blocks[lastBlock];
    const blocks: Pick<BlockInLog, 'block' | 'base'>[] = this.blocks.slice(0, firstBlock);
    const own = head === tail && head !== undefined ? head.block.count - (to - from) + rows.length : 0;
    // The first block of a log need not begin at its beginning.
    if (head !== undefined && own > 0 && own <= 2 * BLOCK && head.base === this.baseAt(from)) {
      const { block, base, first } = head;
      blocks.push({ block: block.spliced(from - first, to - first, rows, by), base });
    } else {
      const all = this.#rowsAround(head, tail, { from, to, rows, by });
      for (const made of blocksOf(all, this.baseAt(from))) blocks.push(made);
    }
    for (let at = lastBlock + 1; at < this.blocks.length; at++) {
      const found = this.blocks[at];
      if (found !== undefined) blocks.push(by === 0 ? found : { block: found.block, base: found.base + by });
    }
    return new LogIndex(blocks, this.names, lastGaps);
  }

  /** The rows of two blocks and of all between them, after a change, as `spliced` has it. */
  #rowsAround(
    head: BlockInLog | undefined,
    tail: BlockInLog | undefined,
    { from, to, rows, by }: RowSplice,
  ): readonly Row[] {
    const base = this.baseAt(from);
    const all: Row[] = [];
    for (let row = 0; head !== undefined && row < from - head.first; row++) all.push(head.block.row(row));
    for (const row of rows) all.push(row);
    for (let row = to - (tail?.first ?? 0); tail !== undefined && row < tail.block.count; row++) {
      all.push(rebased(tail.block.row(row), tail.base + by - base));
    }
    return all;
  }

  /** What rows count from that take the place of those from `index` on. */
  baseAt(index: number): number {
    if (index === 0) return 0;
    return (
      this.blocks[
        Math.max(
          0,
          lastUpTo(this.blocks, ({ first }) => first <= index),
        )
      ]?.base ?? 0
    );
  }

  #allGaps(): readonly Problem[] {
    const gaps: Problem[] = [];
    for (const { block, base } of this.blocks) {
      for (const found of block.gaps.values()) for (const gap of found) gaps.push(moved(gap, base));
    }
    for (const gap of this.lastGaps) gaps.push(gap);
    return gaps;
  }
}

function isFirstAt(found: Pick<BlockInLog, 'block' | 'base'>, first: number): found is BlockInLog {
  return 'first' in found && found.first === first;
}

/** Rows as one block, or as several when there are too many for one. The first one keeps the base. */
function* blocksOf(rows: readonly Row[], base: number): Generator<Pick<BlockInLog, 'block' | 'base'>> {
  if (rows.length > 0 && rows.length <= 2 * BLOCK) yield { block: Block.of(rows), base };
  if (rows.length <= 2 * BLOCK) return;
  for (let from = 0; from < rows.length; from += BLOCK) {
    const by = from === 0 ? 0 : (rows[from]?.start ?? 0);
    const own = rows.slice(from, from + BLOCK).map((row) => rebased(row, -by));
    yield { block: Block.of(own), base: base + by };
  }
}
