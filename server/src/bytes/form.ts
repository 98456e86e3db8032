import { looksLikeText, textShare } from './encoding';
import { isGzip } from './gzipHeader';
import { isAt, letters, noTextIn } from './noText';
import { isEntry } from './zipEntry';

/** What a file is as a container of text, told by its bytes alone. */
export type Form =
  | { readonly kind: 'text' | 'gzip' | 'zip' | 'zlib' | 'binary' }
  /** Something without a text in it, and what it is, with an article. */
  | { readonly kind: 'no-text'; readonly what: string }
  /** Something that can't be read here, and what to do instead, as a clause behind the name of the file. */
  | { readonly kind: 'foreign'; readonly failure: string };

/** @param bytes the beginning is enough */
export function formOf(bytes: Uint8Array): Form {
  if (isGzip(bytes)) return { kind: 'gzip' };
  if (isEntry(bytes, 0)) return { kind: 'zip' };
  const foreign = signatures.find(({ at = 0, magic }) => isAt(bytes, at, magic));
  // Some signatures are letters, with which a text may begin as well.
  const isText = looksLikeText(bytes);
  if (foreign !== undefined && !(isText && foreign.isWord === true))
    return { kind: 'foreign', failure: foreign.failure };
  const what = noTextIn(bytes);
  if (what !== undefined) return { kind: 'no-text', what };
  // A log in which a few bytes were destroyed is one still.
  if (isText || textShare(bytes) > 0.7) return { kind: 'text' };
  return { kind: isZlib(bytes) ? 'zlib' : 'binary' };
}

/** RFC 1950: method 8, a window of at most 32 KB, no preset dictionary, and a check of these two bytes. */
function isZlib([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && method >> 4 <= 7 && (flags & 0x20) === 0 && (method * 256 + flags) % 31 === 0;
}

interface Signature {
  readonly magic: readonly number[];
  /** Offset of the magic bytes. */
  readonly at?: number;
  /** The magic bytes are letters. */
  readonly isWord?: boolean;
  readonly failure: string;
}

/** Log deliveries write Parquet where somebody wished so. */
const DELIVERED =
  "If it is one of WorkMail's own logs, a log delivery with the output format json writes what is read here.";

const signatures: readonly Signature[] = [
  { magic: [0x50, 0x4b, 5, 6], failure: 'it is a zip archive, and there is nothing in it.' },
  { magic: letters('ustar'), at: 257, failure: archive('a tar archive') },
  { magic: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], failure: archive('a 7-Zip archive') },
  { magic: [0x52, 0x61, 0x72, 0x21, 0x1a, 7], failure: archive('a RAR archive') },
  { magic: [0x28, 0xb5, 0x2f, 0xfd], failure: compressed('zstd') },
  { magic: letters('BZh'), isWord: true, failure: compressed('bzip2') },
  { magic: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0], failure: compressed('xz') },
  { magic: [0x04, 0x22, 0x4d, 0x18], failure: compressed('lz4') },
  { magic: [0xff, 6, 0, 0, ...letters('sNaPpY')], failure: compressed('snappy') },
  { magic: [0x1f, 0x9d], failure: compressed('compress (.Z)') },
  { magic: letters('PAR1'), isWord: true, failure: `${table('Parquet')} ${DELIVERED}` },
  { magic: letters('ORC'), isWord: true, failure: table('ORC') },
  { magic: [...letters('Obj'), 1], failure: table('Avro') },
];

function archive(what: string): string {
  return `it is ${what}; unpack it and open the logs in it.`;
}

function compressed(format: string): string {
  return `it is compressed with ${format}, which is not read here; decompress it and open the result.`;
}

function table(format: string): string {
  return `it is a table in ${format} format, not JSON; export it as JSON or CSV and open that.`;
}
