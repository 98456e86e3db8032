/**
 * What unpacking asks of its host: a raw deflate stream (RFC 1951) to be inflated. Node has zlib for that, a browser
 * DecompressionStream, and where they find damage there is `salvage`.
 */
export interface DeflateStream {
  /** From its first byte to the end of the file; it need not reach that far. */
  readonly bytes: Uint8Array;
  /** How long the output probably is, as far as the file can be trusted; 0 when nothing says so. Bytes. */
  readonly expected: number;
  /** Inflating stops beyond this many bytes of output. */
  readonly most: number;
}

/** What came of a deflate stream; everything before its damage is in `output`. */
export interface Inflated {
  readonly output: Uint8Array;
  /** Bytes that were read of the stream. */
  readonly used: number;
  /**
   * `whole`: it came to its end. `cut`: the file did so before. `broken`: damage. `full`: there is more than asked for, or
   * than a log of this size unpacks to, and then less than that is in `output`.
   */
  readonly end: 'whole' | 'cut' | 'broken' | 'full';
  /** CRC-32 of the output. */
  readonly checksum: number;
}
