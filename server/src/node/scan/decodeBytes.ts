import { gunzipSync } from 'node:zlib';
import type { ReadNote } from '../../logFiles';

export type Decoded =
  | { readonly text: string; readonly notes: readonly ReadNote[]; readonly isCompressed: boolean }
  | { readonly failure: string };

/** The text of a file's bytes. Placeholder of the reader that saves what it can. */
export function decodeBytes(bytes: Buffer): Decoded {
  const isCompressed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = isCompressed ? gunzipSync(bytes) : bytes;
    return { text: new TextDecoder().decode(plain), notes: [], isCompressed };
  } catch {
    return { failure: 'it is compressed with gzip, and damaged' };
  }
}
