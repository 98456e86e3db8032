import type { SeenContent } from '../../core/verify/integrity';
import { type Limits, limitNamed } from '../../host/limits';
import type { Inflater } from '../../inflate/inflater';
import { allBytes } from '../files/wantedBytes';
import { FileReader } from '../scan/readBytes';
import { hashContent, sha256Of } from './hashContent';

/** A file to be hashed. A path that is no text crosses to threads as bytes. */
export interface FileToHash {
  readonly path: string | Uint8Array;
  /** Its path below the place. */
  readonly file: string;
}

/** What came of hashing a file. */
export interface HashedFile {
  readonly content: SeenContent | { readonly failure: string };
  /** Of its bytes as they lie on the disk; undefined where they could not be read, or nobody asked. */
  readonly bytes: { readonly sha256: string; readonly size: number; readonly modified: number } | undefined;
}

/** Hashes files one after the other. Blocks meanwhile. */
export class FileHasher {
  readonly #reader: FileReader;
  readonly #limits: Limits;
  readonly #inflater: Inflater | undefined;
  readonly #wantsBytes: boolean;

  /** @param wantsBytes whether the bytes on the disk are hashed, too */
  constructor(limits: Limits, inflater: Inflater | undefined, wantsBytes: boolean) {
    this.#reader = new FileReader(limits, allBytes);
    this.#limits = limits;
    this.#inflater = inflater;
    this.#wantsBytes = wantsBytes;
  }

  hash({ path, file }: FileToHash): HashedFile {
    const read = this.#reader.read(typeof path === 'string' ? path : Buffer.from(path), undefined);
    if (read.kind !== 'bytes')
      return { content: { failure: read.kind === 'failed' ? read.reason : 'it was not read.' }, bytes: undefined };
    const { bytes, stamp } = read;
    if (bytes.length < stamp.size)
      return {
        content: { failure: `it is longer than ${limitNamed('size', this.#limits)} allows.` },
        bytes: undefined,
      };
    const content = hashContent(bytes, file, this.#limits, this.#inflater);
    const { size, modified } = stamp;
    return { content, bytes: this.#wantsBytes ? { sha256: sha256Of(bytes), size, modified } : undefined };
  }
}
