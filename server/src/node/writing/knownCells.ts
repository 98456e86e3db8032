import type { PieceMaker } from './pieceMaker';

/** So many cells are kept: a power of two. */
const KEPT = 4096;
/** Of them so many bytes, before all are forgotten. */
const FIRST_ROOM = 1 << 18;

/** Cells that are the same for all rows with one key, as bytes: made once, as long as others do not take their place. */
export class KnownCells {
  /** Of the key that is kept at a place: the key plus one, where its cells begin, and where they end. */
  readonly #places = new Uint32Array(3 * KEPT);
  #bytes = Buffer.alloc(FIRST_ROOM);
  #used = 0;

  /** Writes the cells of a key. @param make gives them */
  put(key: number, into: PieceMaker, make: () => string): void {
    const place = 3 * ((key ^ (key >>> 12)) & (KEPT - 1));
    if (this.#places[place] !== key + 1) this.#keep(place, key, make());
    const from = this.#places[place + 1] ?? 0;
    const to = this.#places[place + 2] ?? 0;
    into.makeRoom(to - from);
    const { bytes } = into;
    const known = this.#bytes;
    let { at } = into;
    for (let index = from; index < to; index++) bytes[at++] = known[index] ?? 0;
    into.at = at;
  }

  #keep(place: number, key: number, cells: string): void {
    const most = 3 * cells.length;
    if (this.#used + most > this.#bytes.length) {
      this.#places.fill(0);
      this.#used = 0;
      if (most > this.#bytes.length) this.#bytes = Buffer.alloc(most);
    }
    const from = this.#used;
    this.#used += this.#bytes.write(cells, from, 'utf8');
    this.#places.set([key + 1, from, this.#used], place);
  }
}
