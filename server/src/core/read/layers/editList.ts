import type { Span, TextEdit } from '../../record';

/**
 * The edits that take a layer off a text: in order, apart from each other, offsets of the outer text. A text can have as many as it
 * has quotes, hundreds of thousands, so that they are columns and no objects.
 */
export class EditList {
  /** Start and end of each edit, one behind the other. */
  #bounds = new Int32Array(32);
  readonly #texts: string[] = [];

  static of(edits: Iterable<TextEdit>): EditList {
    const list = new EditList();
    for (const { start, end, text } of edits) list.push(start, end, text);
    return list;
  }

  get length(): number {
    return this.#texts.length;
  }

  /** Adds an edit behind all others. */
  push(start: number, end: number, text: string): void {
    const at = 2 * this.#texts.length;
    if (at === this.#bounds.length) {
      const wider = new Int32Array(2 * at);
      wider.set(this.#bounds);
      this.#bounds = wider;
    }
    this.#bounds[at] = start;
    this.#bounds[at + 1] = end;
    this.#texts.push(text);
  }

  /** Where the edit of an index begins; zero for none. */
  start(index: number): number {
    return this.#bounds[2 * index] ?? 0;
  }

  end(index: number): number {
    return this.#bounds[2 * index + 1] ?? 0;
  }

  text(index: number): string {
    return this.#texts[index] ?? '';
  }

  /** All of them that lie within a stretch of the outer text; offsets count from its start. */
  within({ start, end }: Span): TextEdit[] {
    const found: TextEdit[] = [];
    for (let at = this.#firstFrom(start); at < this.length && this.end(at) <= end; at++) {
      found.push({ start: this.start(at) - start, end: this.end(at) - start, text: this.text(at) });
    }
    return found;
  }

  /** Whether one of them lies within a stretch of the outer text. */
  hasWithin({ start, end }: Span): boolean {
    const first = this.#firstFrom(start);
    return first < this.length && this.end(first) <= end;
  }

  /** The first that takes something away. */
  firstRemoval(): Span | undefined {
    for (let at = 0; at < this.length; at++) {
      if (this.end(at) > this.start(at)) return { start: this.start(at), end: this.end(at) };
    }
    return undefined;
  }

  /** The first edit that begins at an offset or behind it. */
  #firstFrom(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
