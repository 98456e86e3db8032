import { TextNumbers } from './textNumbers';

/** Texts by number, for reading. 0 is the empty text, and stands for one that is absent. */
export interface TextTable {
  /** How many numbers there are, that of the empty text among them. */
  readonly size: number;
  /** The empty text for a number that there is none of. */
  textOf(number: number): string;
  /** The numbers of all texts that are this one in small letters. */
  numbersLike(lowerCase: string): readonly number[];
  /**
   * Writes 1 at the numbers of all texts that hold a word in small letters, for tables that find it without making the texts.
   *
   * @param lowerCase not empty
   * @param into has room for all numbers
   */
  markWith?(lowerCase: string, into: Uint8Array): void;
  /** For tables that have them. */
  readonly marks?: TextMarks | undefined;
  /** What `hashOf` gives for a text, for tables that know it without making the text. */
  hashAt?(number: number): number;
  /** Whether a text is the same as one of another table, for tables that know it of some others without making the texts; undefined of the rest. */
  isSameAs?(number: number, other: TextTable, otherNumber: number): boolean | undefined;
  /** Does a little of the work that makes `numbersLike` quick, ahead of it. @returns whether some is left */
  prepare?(): boolean;
}

/** What tells texts of several tables apart without a look at them. */
export interface TextMarks {
  /** Tables with the same have the same marks for the same texts, and others for others, as good as always: by a secret of 128 bits. */
  readonly by: object;
  /** Two numbers for each text, at twice its number. */
  readonly numbers: Uint32Array;
}

/** Tuples of texts by number, from 0 on, for reading. */
export interface TupleTable {
  readonly size: number;
  /** The number of the text at a position of a tuple. */
  at(tuple: number, position: number): number;
}

/** Texts that rows have in common. Only grows. */
export class Texts implements TextTable {
  readonly #texts: string[] = [''];
  readonly #numbers = new Map<string, number>([['', 0]]);
  readonly #found = new TextNumbers(this);

  get size(): number {
    return this.#texts.length;
  }

  numberOf(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.length;
    this.#texts.push(text);
    this.#numbers.set(text, number);
    return number;
  }

  textOf(number: number): string {
    return this.#texts[number] ?? '';
  }

  numbersLike(lowerCase: string): readonly number[] {
    return this.#found.of(lowerCase);
  }

  prepare(): boolean {
    return this.#found.grow();
  }

  /** All texts from a number on. */
  since(number: number): readonly string[] {
    return this.#texts.slice(number);
  }
}

/** Tuples of the same number of texts. Only grows. */
export class Tuples implements TupleTable {
  readonly #width: number;
  readonly #members: number[] = [];
  readonly #numbers = new Map<string, number>();

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#members.length / this.#width;
  }

  /** @param members as many as every tuple of the table has */
  numberOf(members: readonly number[]): number {
    const key = members.join(' ');
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.size;
    for (const member of members) this.#members.push(member);
    this.#numbers.set(key, number);
    return number;
  }

  at(tuple: number, position: number): number {
    return this.#members[tuple * this.#width + position] ?? 0;
  }

  /** The members of all tuples from a number on, one behind the other. */
  since(tuple: number): readonly number[] {
    return this.#members.slice(tuple * this.#width);
  }
}
