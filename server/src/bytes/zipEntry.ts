import { uint32 } from './gzipHeader';

/** The header that stands before each file of a zip archive: section 4.3.7 of PKWARE's APPNOTE. */
export interface Entry {
  /** Offset of the file's bytes. */
  readonly data: number;
  /** Offset behind them, where that can be told without reading them. */
  readonly end: number | undefined;
  /** Undefined for one that is not read here. */
  readonly method: 'stored' | 'deflated' | undefined;
  readonly isEncrypted: boolean;
  /** A folder, or what macOS notes beside each file. */
  readonly isFolder: boolean;
  /** Of its text, in bytes, and CRC-32 of that; undefined where they stand behind the file. */
  readonly size: number | undefined;
  readonly checksum: number | undefined;
}

const HEADER = 0x04_03_4b_50;
const FIXED = 30;
/** Each of the archive's own structures begins with these two letters and two small numbers. */
const [P, K] = [0x50, 0x4b];

const ENCRYPTED = 0x0001;
const SIZES_BEHIND = 0x0008;
/** Instead of a size that stands in an extra field. */
const ELSEWHERE = 0xff_ff_ff_ff;

/** Whether the header of a file begins here. */
export function isEntry(bytes: Uint8Array, at: number): boolean {
  return uint32(bytes, at) === HEADER;
}

/** The next file of an archive, at `from` or later; undefined when there is none. */
export function entryBehind(bytes: Uint8Array, from: number): Entry | undefined {
  let at = bytes.indexOf(P, from);
  while (at >= 0 && !isEntry(bytes, at)) at = bytes.indexOf(P, at + 1);
  return at < 0 || at + FIXED > bytes.length ? undefined : entryAt(bytes, at);
}

function entryAt(bytes: Uint8Array, at: number): Entry {
  const flags = uint16(bytes, at + 6);
  const method = uint16(bytes, at + 8);
  const nameStart = at + FIXED;
  const nameEnd = nameStart + uint16(bytes, at + 26);
  const data = Math.min(bytes.length, nameEnd + uint16(bytes, at + 28));
  const name = String.fromCharCode(...bytes.subarray(nameStart, Math.min(nameEnd, nameStart + LONGEST_NAME)));
  const isKnown = (flags & SIZES_BEHIND) === 0;
  const packed = uint32(bytes, at + 18);
  const hasSize = isKnown && packed !== ELSEWHERE;
  return {
    data,
    end: hasSize ? data + packed : method === 0 ? nextStructure(bytes, data) : undefined,
    method: method === 0 ? 'stored' : method === 8 ? 'deflated' : undefined,
    isEncrypted: (flags & ENCRYPTED) !== 0,
    isFolder: name.endsWith('/') || name.startsWith('__MACOSX/'),
    size: hasSize ? uint32(bytes, at + 22) : undefined,
    checksum: isKnown ? uint32(bytes, at + 14) : undefined,
  };
}

/** Enough of a name to see what it is the name of. */
const LONGEST_NAME = 4096;

/** Where the next of the archive's own structures begins: nothing else says how long a file is that was only copied. */
function nextStructure(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(P, from);
  while (at >= 0 && !isStructure(bytes, at)) at = bytes.indexOf(P, at + 1);
  return at < 0 ? bytes.length : at;
}

/** Whether one of the archive's own structures begins here. */
export function isStructure(bytes: Uint8Array, at: number): boolean {
  const [low = 0, high = 0] = [bytes[at + 2], bytes[at + 3]];
  return bytes[at] === P && bytes[at + 1] === K && low > 0 && low < 9 && high > 0 && high < 9;
}

function uint16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + 256 * (bytes[at + 1] ?? 0);
}
