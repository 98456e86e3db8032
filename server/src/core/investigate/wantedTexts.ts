/** Texts by number, as rows are kept: see `TextTable`. */
export interface NumberedTexts {
  readonly size: number;
  textOf(number: number): string;
  numbersLike(lowerCase: string): readonly number[];
}

/** Texts that many acts are asked for: acts that are kept by numbers answer without making any text. */
export class WantedTexts {
  readonly #texts: ReadonlySet<string>;
  readonly #marks = new Map<NumberedTexts, Uint8Array>();

  constructor(texts: ReadonlySet<string>) {
    this.#texts = texts;
  }

  get size(): number {
    return this.#texts.size;
  }

  has(text: string): boolean {
    return this.#texts.has(text);
  }

  /** By number of a text: 1 for those that are wanted. */
  marksIn(table: NumberedTexts): Uint8Array {
    const known = this.#marks.get(table);
    if (known !== undefined && known.length >= table.size) return known;
    const marks = new Uint8Array(table.size);
    for (const text of this.#texts)
      for (const number of table.numbersLike(text.toLowerCase())) if (table.textOf(number) === text) marks[number] = 1;
    this.#marks.set(table, marks);
    return marks;
  }
}
