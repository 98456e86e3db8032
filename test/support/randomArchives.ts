import { constants, deflateRawSync } from 'node:zlib';
import { flipped, member, storedBlock } from './gzip';
import { randomDeflate } from './randomDeflate';
import { SeededNumbers } from './seededNumbers';

const { Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE } = constants;
const STRATEGIES = [Z_DEFAULT_STRATEGY, Z_DEFAULT_STRATEGY, Z_FIXED, Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE] as const;
const EMPTY = new Uint8Array();

/** One of many gzip files, and the deflate stream that is in it, damaged or whole. */
export interface RandomArchive {
  readonly file: Buffer;
  /** One of its streams, damaged in a way of its own. */
  readonly stream: Buffer;
}

/** Gzip files of one to three members, with all that headers may have, whole or damaged; the same for the same seed. */
export class RandomArchives {
  readonly #numbers: SeededNumbers;

  constructor(seed: number) {
    this.#numbers = new SeededNumbers(seed);
  }

  next(): RandomArchive {
    const numbers = this.#numbers;
    const members = Array.from({ length: numbers.one([1, 1, 1, 1, 2, 3]) }, () => this.#member());
    const around = numbers.one([EMPTY, EMPTY, EMPTY, Buffer.alloc(numbers.between(1, 600)), Buffer.from('more')]);
    const whole = Buffer.concat([...members.map(({ file }) => file), around]);
    return { file: this.#damaged(whole), stream: this.#damaged(numbers.one(members).stream) };
  }

  #member(): RandomArchive {
    const numbers = this.#numbers;
    const isWritten = numbers.share() < 0.3;
    const text = isWritten ? '' : this.#text();
    const stream = isWritten ? randomDeflate(numbers) : this.#deflated(text);
    const flags = numbers.one([0, 0, 0, 8, 4, 16, 12, 28, 2]);
    const fields = Buffer.concat([
      flags & 4 ? Buffer.from([3, 0, 1, 2, 3]) : EMPTY,
      flags & 8 ? Buffer.from('log.json\0') : EMPTY,
      flags & 16 ? Buffer.from('by hand\0') : EMPTY,
      flags & 2 ? Buffer.from([numbers.between(0, 255), 0]) : EMPTY,
    ]);
    return { stream, file: member(text, { stream, flags, fields }) };
  }

  /** ASCII alone, so that its length in bytes is that of the text. */
  #text(): string {
    const numbers = this.#numbers;
    const length = numbers.one([0, 1, numbers.between(2, 40), numbers.between(40, 900), numbers.between(900, 5000)]);
    const letters = numbers.one([
      'a',
      'ab',
      '0123456789abcdef',
      '{"}:,aeinrst',
      ' !"#$%&()*+-./0123456789:;<=>?@ABCDEFGHabcdefgh',
    ]);
    let text = '';
    while (text.length < length) {
      const before = numbers.between(1, Math.min(text.length, 4000));
      const isRepeated = text.length > 0 && numbers.share() < 0.4;
      text += isRepeated
        ? text.substr(-before, numbers.between(1, 300))
        : this.#letters(letters, numbers.between(1, 60));
    }
    return text.slice(0, length);
  }

  #letters(letters: string, count: number): string {
    return Array.from({ length: count }, () => this.#numbers.one([...letters])).join('');
  }

  #deflated(text: string): Buffer {
    const numbers = this.#numbers;
    if (numbers.share() < 0.1)
      return Buffer.concat([storedBlock(text.slice(0, 100)), storedBlock(text.slice(100), true)]);
    const [level, memLevel, windowBits] = [numbers.between(0, 9), numbers.between(1, 9), numbers.between(9, 15)];
    return deflateRawSync(text, { level, memLevel, windowBits, strategy: numbers.one(STRATEGIES) });
  }

  #damaged(whole: Buffer): Buffer {
    const numbers = this.#numbers;
    let bytes = whole;
    for (let left = numbers.one([0, 0, 1, 1, 1, 2, 5]); left > 0 && bytes.length > 0; left--)
      bytes = this.#damagedOnce(bytes);
    return bytes;
  }

  #damagedOnce(bytes: Buffer): Buffer {
    const numbers = this.#numbers;
    // Half of the damage lies where the codes are, and where the trailer is.
    const at = numbers.one([
      numbers.between(0, bytes.length - 1),
      numbers.between(0, Math.min(bytes.length - 1, 90)),
      Math.max(0, bytes.length - numbers.between(1, 12)),
    ]);
    const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (numbers.between(0, 6)) {
      case 0:
        return flipped(bytes, at, numbers.between(1, 255));
      case 1:
        return Buffer.from(before);
      case 2:
        return Buffer.concat([before, behind.subarray(numbers.between(1, 8))]);
      case 3:
        return Buffer.concat([before, Buffer.from([numbers.between(0, 255)]), behind]);
      case 4:
        return Buffer.concat([
          before,
          Buffer.alloc(numbers.between(1, 40), numbers.one([0, 255])),
          behind.subarray(20),
        ]);
      case 5:
        return Buffer.concat([bytes, before]);
      default:
        return flipped(bytes, at, 1 << numbers.between(0, 7));
    }
  }
}
