import type { Block } from './block';

/**
 * requestIDs of records, read from the text when they are asked for. A block does not change, and versions of a log share the
 * blocks that an edit did not touch, so after a keystroke only what has changed is read again.
 */
export class RequestIds {
  readonly #known = new WeakMap<Block, Map<number, string>>();

  /** @param read is asked for what is not known yet */
  of(block: Block, row: number, read: () => string): string {
    let rows = this.#known.get(block);
    if (rows === undefined) {
      rows = new Map();
      this.#known.set(block, rows);
    }
    const known = rows.get(row) ?? read();
    rows.set(row, known);
    return known;
  }
}
