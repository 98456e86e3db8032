/** Bits in the order of a deflate stream, RFC 1951, section 3.1.1: numbers from their lowest bit on, codes from their highest. */
export class BitWriter {
  readonly #bytes: number[] = [];
  #free = 0;

  number(value: number, bits: number): void {
    for (let bit = 0; bit < bits; bit++) this.#bit((value >>> bit) & 1);
  }

  code(value: number, bits: number): void {
    for (let bit = bits - 1; bit >= 0; bit--) this.#bit((value >>> bit) & 1);
  }

  /** To the beginning of the next byte. */
  align(): void {
    this.#free = 0;
  }

  bytes(values: Iterable<number>): void {
    for (const value of values) this.#bytes.push(value);
  }

  take(): Buffer {
    return Buffer.from(this.#bytes);
  }

  #bit(value: number): void {
    if (this.#free === 0) {
      this.#bytes.push(0);
      this.#free = 8;
    }
    const last = this.#bytes.length - 1;
    this.#bytes[last] = (this.#bytes[last] ?? 0) | (value << (8 - this.#free));
    this.#free--;
  }
}
