import type { TextEdit } from '../record';

/**
 * Two lists of edits made one after the other, as one: `then` counts in the text that `first` leaves. Both are in order and do not
 * overlap. Linear in the number of edits.
 */
export function composeEdits(first: readonly TextEdit[], then: readonly TextEdit[]): readonly TextEdit[] {
  if (then.length === 0) return first;
  if (first.length === 0) return then;
  const walk = new Composing(first);
  for (const { start, end, text } of then) {
    walk.go(start, true);
    walk.go(end, false);
    walk.put(walk.outer, walk.outer, text);
  }
  walk.go(Number.POSITIVE_INFINITY, true);
  return walk.composed;
}

/** A walk over the text between the two lists, which takes down what becomes of the first one. */
class Composing {
  readonly composed: TextEdit[] = [];
  readonly #first: readonly TextEdit[];
  /** In the first text. */
  outer = 0;
  /** In the text between. */
  #middle = 0;
  /** The edit that comes next, and how much of its text lies behind the walk. */
  #next = 0;
  #used = 0;

  constructor(first: readonly TextEdit[]) {
    this.#first = first;
  }

  /** Goes on to a place of the text between, and keeps what lies there or leaves it out. */
  go(to: number, keeps: boolean): void {
    for (let edit = this.#first[this.#next]; edit !== undefined; edit = this.#first[this.#next]) {
      if (this.#used === 0) {
        this.#pass(Math.min(edit.start - this.outer, to - this.#middle), keeps);
        if (this.outer < edit.start || (this.#middle >= to && edit.text !== '')) return;
        this.put(edit.start, edit.end, '');
        this.outer = edit.end;
      }
      const count = Math.min(edit.text.length - this.#used, to - this.#middle);
      if (keeps) this.put(this.outer, this.outer, edit.text.slice(this.#used, this.#used + count));
      this.#middle += count;
      this.#used += count;
      if (this.#used < edit.text.length) return;
      this.#used = 0;
      this.#next++;
    }
    if (to < Number.POSITIVE_INFINITY) this.#pass(to - this.#middle, keeps);
  }

  /** Notes an edit; one that begins where the last one ends is a part of it. */
  put(start: number, end: number, text: string): void {
    if (start === end && text === '') return;
    const last = this.composed.at(-1);
    if (last === undefined || last.end < start) this.composed.push({ start, end, text });
    else this.composed[this.composed.length - 1] = { start: last.start, end, text: last.text + text };
  }

  /** Over characters that the first edits leave as they are. */
  #pass(count: number, keeps: boolean): void {
    if (count <= 0) return;
    if (!keeps) this.put(this.outer, this.outer + count, '');
    this.outer += count;
    this.#middle += count;
  }
}
