import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** More text than this does not fit into one string of this JavaScript engine. */
const MOST_BYTES = 0x1f_ff_ff_e8;

const inflate = promisify(gunzip);

/** A log as text, or in one sentence why there is none. */
export type ReadLog = { readonly text: string } | { readonly failure: string };

/**
 * Reads a log from disk or standard input. Whether it is compressed is told by its first bytes, never by its name.
 *
 * @param file a path, or `-`
 */
export async function readLog(file: string, stdin: AsyncIterable<Uint8Array>): Promise<ReadLog> {
  try {
    return await decodeLog(file === '-' ? await readAll(stdin) : await readFile(file));
  } catch (error) {
    return { failure: reasonOf(error) };
  }
}

/**
 * Turns the bytes of a log into text: UTF-8, or UTF-16 where a byte order mark says so, compressed or not. The mark is
 * left out, as editors do, and bytes that are no text become U+FFFD, so that the rest can still be read.
 */
export async function decodeLog(bytes: Uint8Array): Promise<ReadLog> {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return decode(await inflate(bytes, { maxOutputLength: MOST_BYTES }));
    } catch (error) {
      const isLarge = codeOf(error) === 'ERR_BUFFER_TOO_LARGE';
      return { failure: isLarge ? 'its content is larger than 512 MB.' : 'it is compressed with gzip, and damaged.' };
    }
  }
  return decode(bytes);
}

function decode(bytes: Uint8Array): ReadLog {
  if (bytes.length > MOST_BYTES) return { failure: 'it is larger than 512 MB.' };
  return { text: new TextDecoder(encodingOf(bytes)).decode(bytes) };
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

async function readAll(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such file.'],
  ['EACCES', 'reading it is not allowed.'],
  ['EPERM', 'reading it is not allowed.'],
  ['EISDIR', 'it is a folder; name the files in it.'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is larger than 2 GB.'],
]);

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return reasons.get(code) ?? (code === '' ? 'reading it failed.' : `reading it failed (${code}).`);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
