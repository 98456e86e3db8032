import type { Line } from './line';

/** Some lines, told by a mark at the place of each among all: of every line it is asked again and again. As they were added. */
export class LineSet {
  readonly #marks: Uint8Array;
  readonly #lines: Line[] = [];

  /** @param all how many lines there are */
  constructor(all: number) {
    this.#marks = new Uint8Array(all);
  }

  add(line: Line): void {
    if (this.has(line)) return;
    this.#marks[line.order] = 1;
    this.#lines.push(line);
  }

  has({ order }: Line): boolean {
    return this.#marks[order] === 1;
  }

  [Symbol.iterator](): Iterator<Line> {
    return this.#lines[Symbol.iterator]();
  }
}
