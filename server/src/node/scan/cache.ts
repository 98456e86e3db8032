import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { RowChunk } from '../../core/store/rowChunk';
import type { FileStretch, ScannedFile } from '../../host/logFiles';
import { type FileTold, withRows } from '../../places/scannedFile';
import type { FileStamp } from './readBytes';
import { stretchesIn } from './receivedRows';
import { bytesOfRows, rowsInBytes } from './rememberedRows';
import type { StretchTold } from './rowMessages';

/** Some larger scan is read again: what is remembered must stay small beside the evidence. Bytes of one scan. */
const MOST_BYTES = 64 * 1024 * 1024;
/** So many scans are remembered, the last ones, in two files each. */
const MOST_SCANS = 20;
const NAME = /^scan-[0-9a-f]{64}\.(?:jsonl|rows)$/;
/** What a program is made of: its modules find records and unpack them, too. */
const PROGRAM_FILE = /\.(?:js|wasm)$/;
const NO_ROWS = Buffer.alloc(0);
const NO_CHUNKS = { written: [], extracted: undefined };

interface Remembered {
  readonly file: FileTold;
  readonly stamp: FileStamp;
  readonly stretches: readonly FileStretch[];
}

/** A line of what is written; the rows lie in a file of their own. */
interface Line extends Omit<Remembered, 'stretches'> {
  readonly stretches: readonly StretchTold[];
}

/**
 * What came of the files of a scan, for the next scan that asks the same. Lies in a folder of the host's, never beside the
 * logs. A cache that is damaged, too large or of another version of the program is as good as none.
 */
export class ScanCache {
  readonly #path: string;
  readonly #program: string;
  readonly #known: ReadonlyMap<string, Remembered>;
  readonly #now = new Map<string, Remembered>();

  private constructor(file: string, program: string, known: ReadonlyMap<string, Remembered>) {
    this.#path = file;
    this.#program = program;
    this.#known = known;
  }

  /**
   * @param question all that the result depends on, apart from the files
   * @param programFolder with the bundles: another program may find something else in the same files
   */
  static async open(folder: string, question: unknown, programFolder: string): Promise<ScanCache> {
    const file = path.join(folder, `scan-${hashOf(JSON.stringify(question))}.jsonl`);
    const program = await programIn(programFolder);
    return new ScanCache(file, program, await read(file, program));
  }

  /** The state in which a file was read; undefined when it never was. */
  stampOf(uri: string): FileStamp | undefined {
    return this.#known.get(uri)?.stamp;
  }

  /** What came of a file that has not changed since. */
  recall(uri: string): ScannedFile | undefined {
    const known = this.#known.get(uri);
    if (known !== undefined) this.#now.set(uri, known);
    return known && withRows(known.file, known.stretches);
  }

  /** A file that could not be read may be readable next time, without a sign of it. */
  remember({ file, stamp, stretches }: Remembered): void {
    if (!file.isFailure) this.#now.set(file.uri, { file, stamp, stretches });
  }

  /**
   * Writes what is to be remembered, where there is room for it. That nothing can be written is no harm.
   *
   * @param isPartial files that were not met may still be there
   */
  async save(isPartial: boolean): Promise<void> {
    try {
      const folder = path.dirname(this.#path);
      await mkdir(folder, { recursive: true });
      const all = isPartial ? new Map([...this.#known, ...this.#now]) : this.#now;
      const chunks = new Map<RowChunk, number>();
      for (const { stretches } of all.values()) {
        for (const { chunk } of stretches) chunks.set(chunk, chunks.get(chunk) ?? chunks.size);
      }
      const rows = chunks.size === 0 ? NO_ROWS : bytesOfRows(chunks.keys(), MOST_BYTES);
      if (rows === undefined) return;
      const body = bodyOf(all.values(), chunks);
      const head = JSON.stringify({ program: this.#program, body: hashOf(body), rows: hashOf(rows) });
      // Another window may read or write the same one.
      await replace(rowsPath(this.#path), rows);
      await replace(this.#path, `${head}\n${body}`);
      await forgetOld(folder);
    } catch {
      // A disk that is full, a folder that is not ours: the next scan reads everything.
    }
  }
}

function bodyOf(all: Iterable<Remembered>, chunks: ReadonlyMap<RowChunk, number>): string {
  const lines: string[] = [];
  let size = 0;
  for (const { file, stamp, stretches: kept } of all) {
    const stretches = kept.map(({ chunk, ...place }) => ({ chunk: chunks.get(chunk) ?? -1, ...place }));
    const told: Line = { file, stamp, stretches };
    const line = `${JSON.stringify(told)}\n`;
    size += line.length;
    if (size > MOST_BYTES) break;
    lines.push(line);
  }
  return lines.join('');
}

function rowsPath(file: string): string {
  return file.replace(/jsonl$/, 'rows');
}

async function replace(file: string, content: string | Buffer): Promise<void> {
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content, { mode: 0o600 });
  await rename(draft, file);
}

async function read(file: string, program: string): Promise<ReadonlyMap<string, Remembered>> {
  const known = new Map<string, Remembered>();
  try {
    if ((await stat(file)).size > 2 * MOST_BYTES) return known;
    const text = await readFile(file, 'utf8');
    const end = text.indexOf('\n') + 1;
    const body = text.slice(end);
    const rows = await readFile(rowsPath(file));
    if (text.slice(0, end - 1) !== JSON.stringify({ program, body: hashOf(body), rows: hashOf(rows) })) return known;
    const chunks = rows.length === 0 ? NO_CHUNKS : rowsInBytes(rows);
    for (const line of body.split('\n')) {
      if (line === '') continue;
      // Its own checksum says that these are the lines we wrote.
      const { file: told, stamp, stretches }: Line = JSON.parse(line);
      known.set(told.uri, { file: told, stamp, stretches: stretchesIn(chunks, stretches) });
    }
    return known;
  } catch {
    return new Map();
  }
}

/** The program as a checksum of its bundles and modules. */
async function programIn(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(folder)).filter((name) => PROGRAM_FILE.test(name)).sort();
  for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)));
  return hash.digest('hex');
}

async function forgetOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, modified: (await stat(path.join(folder, name))).mtimeMs })),
  );
  files.sort((left, right) => right.modified - left.modified);
  for (const { name } of files.slice(2 * MOST_SCANS)) await rm(path.join(folder, name), { force: true });
}

function hashOf(text: string | Buffer): string {
  return createHash('sha256').update(text).digest('hex');
}
