import type { SeenContent } from '../../core/verify/integrity';
import { type Limits, limitNamed } from '../../host/limits';
import type { Inflater } from '../../inflate/inflater';
import { pathText } from '../filePath';
import { allBytes } from '../files/wantedBytes';
import { FileReader } from '../scan/readBytes';
import { hashContent, sha256Of } from './hashContent';

/** What is hashed of a file: the log in it, as digests name it, or its bytes as they lie on the disk. */
export type HashedPart = 'content' | 'bytes';

/** What came of hashing a file. */
export interface HashedFile {
  /** Absent where nobody asked for it, and the bytes could be read. */
  readonly content?: SeenContent | { readonly failure: string };
  /** Absent where they could not be read, or nobody asked. */
  readonly bytes?: { readonly sha256: string; readonly size: number; readonly modified: number };
}

/** Hashes files one after the other. Blocks meanwhile. */
export class FileHasher {
  readonly #reader: FileReader;
  readonly #limits: Limits;
  readonly #inflater: Inflater | undefined;
  readonly #part: HashedPart;

  constructor(limits: Limits, inflater: Inflater | undefined, part: HashedPart) {
    this.#reader = new FileReader(limits, allBytes);
    this.#limits = limits;
    this.#inflater = inflater;
    this.#part = part;
  }

  /** @param path one that is no text crosses to threads as bytes */
  hash(path: string | Uint8Array): HashedFile {
    const own = typeof path === 'string' ? path : Buffer.from(path);
    const read = this.#reader.read(own, undefined);
    if (read.kind !== 'bytes') return { content: { failure: read.kind === 'failed' ? read.reason : NOT_READ } };
    const { bytes, stamp } = read;
    if (bytes.length < stamp.size)
      return { content: { failure: `it is longer than ${limitNamed('size', this.#limits)} allows.` } };
    const { size, modified } = stamp;
    if (this.#part === 'bytes') return { bytes: { sha256: sha256Of(bytes), size, modified } };
    return { content: hashContent(bytes, pathText(own).replaceAll('\\', '/'), this.#limits, this.#inflater) };
  }
}

/** Why nothing is known of a file that nobody got to. */
export const NOT_READ = 'it was not read.';
