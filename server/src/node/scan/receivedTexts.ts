import { grownNumbers } from '../../core/store/grownNumbers';
import { KeptTexts } from '../../core/store/keptTexts';
import { lastNotAbove } from '../../core/store/lastNotAbove';
import { hashOf, hashOfBytes, isLikeBytes, NO_HASH, TextNumbers } from '../../core/store/textNumbers';
import type { TextMarks, TextTable, TupleTable } from '../../core/store/texts';
import { wordInBytes } from './wordInBytes';

/** Texts of a thread, as they come. */
export class ReceivedTexts implements TextTable {
  readonly #texts: string[] = [''];
  readonly #found = new TextNumbers(this);

  get size(): number {
    return this.#texts.length;
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

  add(texts: readonly string[]): void {
    for (const text of texts) this.#texts.push(text);
  }
}

/** Texts that came in one go. */
interface Piece {
  /** The number of the first of them. */
  readonly first: number;
  readonly bytes: Buffer;
  readonly ends: Uint32Array;
}

const NO_PIECE: Pick<Piece, 'bytes'> = { bytes: Buffer.alloc(0) };

/** Where a text of a piece ends; 0 for the one before its first, and where there is no piece. */
function endIn(piece: Piece | undefined, number: number): number {
  return piece === undefined ? 0 : (piece.ends[number - piece.first] ?? 0);
}

/** The same in UTF-8: most of the texts of a large folder are never looked at. */
export class ReceivedBytes implements TextTable {
  readonly #pieces: Piece[] = [];
  readonly #found = new TextNumbers(this);
  /** To make a text of bytes takes long, and many are asked for again and again. */
  readonly #kept = new KeptTexts({ size: () => this.#size, textOf: (number) => this.#made(number) });
  readonly #firstOf = (place: number): number => this.#pieces[place]?.first ?? 0;
  readonly #markedBy: object;
  #marks: Uint32Array = new Uint32Array(0);
  #size = 1;

  /** @param markedBy what stands for the secret that its texts are marked by, if they are */
  constructor(markedBy: object = {}) {
    this.#markedBy = markedBy;
  }

  get size(): number {
    return this.#size;
  }

  get marks(): TextMarks | undefined {
    return this.#marks.length === 0 ? undefined : { by: this.#markedBy, numbers: this.#marks };
  }

  textOf(number: number): string {
    return this.#kept.textOf(number);
  }

  #made(number: number): string {
    const piece = number < 1 ? undefined : this.#pieceOf(number);
    if (piece === undefined) return '';
    const at = number - piece.first;
    return piece.bytes.toString('utf8', at === 0 ? 0 : piece.ends[at - 1], piece.ends[at]);
  }

  numbersLike(lowerCase: string): readonly number[] {
    return this.#found.of(lowerCase);
  }

  prepare(): boolean {
    return this.#found.grow();
  }

  markWith(lowerCase: string, into: Uint8Array): void {
    for (const number of this.#found.unlikeBytes()) {
      if (this.textOf(number).toLowerCase().includes(lowerCase)) into[number] = 1;
    }
    // Texts of ASCII hold nothing else.
    if (lowerCase === '' || hashOf(lowerCase) === NO_HASH) return;
    const next = wordInBytes(lowerCase);
    for (const { first, bytes, ends } of this.#pieces) {
      let text = 0;
      for (let at = next(bytes, 0); at >= 0; ) {
        while ((ends[text] ?? Number.POSITIVE_INFINITY) <= at) text++;
        const end = ends[text] ?? bytes.length;
        const isWithin = at + lowerCase.length <= end;
        if (isWithin) into[first + text] = 1;
        at = next(bytes, isWithin ? end : at + 1);
      }
    }
  }

  /** Of texts of ASCII alone: see `TextNumbers`. */
  isLike(number: number, lowerCase: string): boolean {
    const piece = this.#pieceOf(number);
    if (piece === undefined) return false;
    const at = number - piece.first;
    return isLikeBytes(piece.bytes, at === 0 ? 0 : (piece.ends[at - 1] ?? 0), piece.ends[at] ?? 0, lowerCase);
  }

  /** See `hashOf`. */
  putHashes(from: number, to: number, into: Int32Array): void {
    let number = from;
    for (let place = this.#placeOf(from); number < to; place++) {
      const piece = this.#pieces[place];
      if (piece === undefined) return;
      const { first, bytes, ends } = piece;
      const end = Math.min(to, first + ends.length);
      for (; number < end; number++) {
        const at = number - first;
        into[number - from] = hashOfBytes(bytes, at === 0 ? 0 : (ends[at - 1] ?? 0), ends[at] ?? 0);
      }
    }
  }

  /** The same of one. */
  hashAt(number: number): number {
    const piece = number < 1 ? undefined : this.#pieceOf(number);
    if (piece === undefined) return hashOf('');
    const at = number - piece.first;
    return hashOfBytes(piece.bytes, at === 0 ? 0 : (piece.ends[at - 1] ?? 0), piece.ends[at] ?? 0);
  }

  isSameAs(number: number, other: TextTable, otherNumber: number): boolean | undefined {
    if (!(other instanceof ReceivedBytes)) return undefined;
    const [piece, otherPiece] = [this.#pieceOf(number), other.#pieceOf(otherNumber)];
    const { bytes } = piece ?? NO_PIECE;
    const { bytes: others } = otherPiece ?? NO_PIECE;
    const end = endIn(piece, number);
    const start = endIn(piece, number - 1);
    const otherStart = endIn(otherPiece, otherNumber - 1);
    if (end - start !== endIn(otherPiece, otherNumber) - otherStart) return false;
    for (let at = start, to = otherStart; at < end; at++, to++) if (bytes[at] !== others[to]) return false;
    return true;
  }

  /** @param marks of all texts or of none: see `TextMarks` */
  add(bytes: Uint8Array, ends: Uint32Array, marks?: Uint32Array): void {
    if (ends.length === 0) return;
    if (marks !== undefined) {
      this.#marks = grownNumbers(this.#marks, 2 * (this.#size + ends.length) - 1);
      this.#marks.set(marks, 2 * this.#size);
    }
    const { buffer, byteOffset, length } = bytes;
    this.#pieces.push({ first: this.#size, bytes: Buffer.from(buffer, byteOffset, length), ends });
    this.#size += ends.length;
  }

  #placeOf(number: number): number {
    return lastNotAbove(this.#pieces.length, this.#firstOf, number);
  }

  #pieceOf(number: number): Piece | undefined {
    const found = this.#pieces[this.#placeOf(number)];
    return found !== undefined && number - found.first < found.ends.length ? found : undefined;
  }
}

/** Tuples of a thread, as they come. */
export class ReceivedTuples implements TupleTable {
  readonly #width: number;
  #members = new Uint32Array(1024);
  #length = 0;

  constructor(width: number) {
    this.#width = width;
  }

  get size(): number {
    return this.#length / this.#width;
  }

  at(tuple: number, position: number): number {
    return this.#members[tuple * this.#width + position] ?? 0;
  }

  add(members: ArrayLike<number>): void {
    if (this.#length + members.length > this.#members.length) {
      const more = new Uint32Array(2 * (this.#length + members.length));
      more.set(this.#members.subarray(0, this.#length));
      this.#members = more;
    }
    this.#members.set(members, this.#length);
    this.#length += members.length;
  }
}
