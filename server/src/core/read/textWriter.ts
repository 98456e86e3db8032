/** So many pieces are joined at once. */
const ENOUGH = 1000;

/**
 * Puts a text together from many small pieces. A million of them kept until the end would be moved about in memory several times;
 * and a text that was only appended to would have to be laid out by whoever reads it.
 */
export class TextWriter {
  readonly #done: string[] = [];
  #pieces: string[] = [];

  /** Adds a stretch of a text. */
  copy(text: string, from: number, to: number): void {
    if (to > from) this.put(text.slice(from, to));
  }

  put(piece: string): void {
    if (piece === '') return;
    this.#pieces.push(piece);
    if (this.#pieces.length < ENOUGH) return;
    this.#done.push(this.#pieces.join(''));
    this.#pieces = [];
  }

  /** All that was added. */
  text(): string {
    this.#done.push(this.#pieces.join(''));
    this.#pieces = [];
    return this.#done.join('');
  }
}
