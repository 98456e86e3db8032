/** Of a table so many texts are kept, at first and at most: powers of two. */
const FEWEST = 1024;
const MOST = 16_384;

/** How texts are made, and how many numbers there are by now. */
interface Making {
  readonly size: () => number;
  readonly textOf: (number: number) => string;
}

/** Texts that stand in many rows, made once as long as others do not take their place: where texts are as many as rows, few are kept. */
export class KeptTexts {
  readonly #texts: Making;
  #numbers = new Uint32Array(0);
  #kept: string[] = [];

  constructor(texts: Making) {
    this.#texts = texts;
  }

  textOf(number: number): string {
    if (number === 0) return '';
    const at = number & (this.#numbers.length - 1);
    if (this.#numbers[at] === number) return this.#kept[at] ?? '';
    return this.#keep(number);
  }

  #keep(number: number): string {
    const text = this.#texts.textOf(number);
    if (this.#numbers.length < Math.min(MOST, this.#texts.size())) this.#grow();
    const at = number & (this.#numbers.length - 1);
    this.#numbers[at] = number;
    this.#kept[at] = text;
    return text;
  }

  /** What was kept is made again when somebody asks. */
  #grow(): void {
    let room = FEWEST;
    while (room < Math.min(MOST, this.#texts.size())) room *= 2;
    this.#numbers = new Uint32Array(room);
    this.#kept = new Array<string>(room).fill('');
  }
}
