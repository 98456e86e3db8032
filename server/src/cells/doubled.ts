import { instanceOf } from '../webAssembly/modules';
import type { CellsExports } from './exports';

/** Members of a record that `Doubled` finds, in its order. */
export const doubledMembers = ['errorMessage', 'requestParameters', 'responseElements'] as const;

/** Numbers that a member is told by. */
const TOLD = 4;

/** Doubles the quotes in the records of a log, as cells of tables hold them: see `server/cells`. */
export class Doubled {
  readonly #wasm: CellsExports;
  #memory = new Uint8Array();
  #numbers = new Uint32Array();

  private constructor(wasm: CellsExports) {
    this.#wasm = wasm;
  }

  /** @param module see `moduleOf` @returns undefined where the platform can't run it */
  static of(module: object): Doubled | undefined {
    const wasm = instanceOf<CellsExports>(module);
    return wasm && new Doubled(wasm);
  }

  /** Begins with the next log. @param bytes of its text; they are copied */
  begin(bytes: Uint8Array): void {
    const place = this.#wasm.placeFor(bytes.length);
    this.#look();
    this.#memory.set(bytes, place);
  }

  /**
   * Doubles the quotes of a record.
   *
   * @param start of the record among the bytes of the log
   * @returns false where it holds more than printable ASCII, or is not as an event is written: then nothing is told of it
   */
  take(start: number, length: number): boolean {
    const isTaken = this.#wasm.double(start, length) !== 0;
    this.#look();
    return isTaken;
  }

  /** How long the doubled record is. */
  get length(): number {
    return this.#wasm.doubledLength();
  }

  /** The memory that it stands in, and where; good until the next record. */
  get memory(): Uint8Array {
    return this.#memory;
  }

  get at(): number {
    return this.#wasm.doubledAt();
  }

  /** Where the value of a member stands in the doubled record; both are 0 where there is none. @param which of `doubledMembers` */
  memberAt(which: number): number {
    return this.#told(which, 2);
  }

  memberEnd(which: number): number {
    return this.#told(which, 3);
  }

  /** The same among the bytes of the log. */
  sourceAt(which: number): number {
    return this.#told(which, 0);
  }

  sourceEnd(which: number): number {
    return this.#told(which, 1);
  }

  #told(which: number, what: number): number {
    return this.#numbers[this.#wasm.members() / 4 + TOLD * which + what] ?? 0;
  }

  /** Memory that has grown is another one. */
  #look(): void {
    const { buffer } = this.#wasm.memory;
    if (this.#memory.buffer === buffer) return;
    this.#memory = new Uint8Array(buffer);
    this.#numbers = new Uint32Array(buffer);
  }
}
