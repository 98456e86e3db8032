/** Builds zip archives file by file, so that a test can damage exactly what it means to. PKWARE's APPNOTE, section 4.3. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface Zipped {
  readonly name?: string;
  readonly content: string | Uint8Array;
  /** 0 is stored, 8 deflated. */
  readonly method?: number;
  readonly isEncrypted?: boolean;
  /** Sizes and checksum stand behind the file, as programs write them that do not know them before. */
  readonly isStreamed?: boolean;
  readonly checksum?: number;
}

/** The archive without its directory, which a damaged one may have lost. */
export function zipFiles(files: readonly Zipped[]): Buffer {
  return Buffer.concat(files.map(entry));
}

export function zip(files: readonly Zipped[]): Buffer {
  const all = zipFiles(files);
  const directory = Buffer.from([0x50, 0x4b, 1, 2, ...Buffer.alloc(42)]);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06_05_4b_50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  return Buffer.concat([all, ...files.map(() => directory), end]);
}

function entry({ name = 'log.json', content, method = 8, isEncrypted, isStreamed, ...given }: Zipped): Buffer {
  const bytes = Buffer.from(content);
  const packed = method === 8 ? deflateRawSync(bytes) : bytes;
  const checksum = given.checksum ?? crc32(bytes);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04_03_4b_50, 0);
  header.writeUInt16LE((isEncrypted === true ? 1 : 0) + (isStreamed === true ? 8 : 0), 6);
  header.writeUInt16LE(method, 8);
  header.writeUInt16LE(name.length, 26);
  const sizes = Buffer.alloc(12);
  sizes.writeUInt32LE(checksum, 0);
  sizes.writeUInt32LE(packed.length, 4);
  sizes.writeUInt32LE(bytes.length, 8);
  if (isStreamed !== true) sizes.copy(header, 14);
  const behind = isStreamed === true ? [Buffer.from([0x50, 0x4b, 7, 8]), sizes] : [];
  return Buffer.concat([header, Buffer.from(name), packed, ...behind]);
}
