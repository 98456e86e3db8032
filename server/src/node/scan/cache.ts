import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ScannedFile } from '../../host/logFiles';
import type { FileStamp } from './readBytes';

/** Some larger scan is read again: what is remembered must stay small beside the evidence. Bytes of one scan. */
const MOST_BYTES = 64 * 1024 * 1024;
/** So many scans are remembered, the last ones. */
const MOST_SCANS = 20;
const NAME = /^scan-[0-9a-f]{64}\.jsonl$/;

interface Remembered {
  readonly file: ScannedFile;
  readonly stamp: FileStamp;
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
    return known?.file;
  }

  /** A file that could not be read may be readable next time, without a sign of it. */
  remember(file: ScannedFile, stamp: FileStamp): void {
    if (!file.isFailure) this.#now.set(file.uri, { file, stamp });
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
      const body = this.#body(isPartial);
      const head = JSON.stringify({ program: this.#program, body: hashOf(body) });
      // Another window may read or write the same one.
      const draft = `${this.#path}.${process.pid}`;
      await writeFile(draft, `${head}\n${body}`, { mode: 0o600 });
      await rename(draft, this.#path);
      await forgetOld(folder);
    } catch {
      // A disk that is full, a folder that is not ours: the next scan reads everything.
    }
  }

  #body(isPartial: boolean): string {
    const lines: string[] = [];
    let size = 0;
    const all = isPartial ? new Map([...this.#known, ...this.#now]) : this.#now;
    for (const remembered of all.values()) {
      const line = `${JSON.stringify(remembered)}\n`;
      size += line.length;
      if (size > MOST_BYTES) break;
      lines.push(line);
    }
    return lines.join('');
  }
}

async function read(file: string, program: string): Promise<ReadonlyMap<string, Remembered>> {
  const known = new Map<string, Remembered>();
  try {
    if ((await stat(file)).size > 2 * MOST_BYTES) return known;
    const text = await readFile(file, 'utf8');
    const end = text.indexOf('\n') + 1;
    const body = text.slice(end);
    if (text.slice(0, end - 1) !== JSON.stringify({ program, body: hashOf(body) })) return known;
    for (const line of body.split('\n')) {
      if (line === '') continue;
      // Its own checksum says that these are the lines we wrote.
      const remembered: Remembered = JSON.parse(line);
      known.set(remembered.file.uri, remembered);
    }
    return known;
  } catch {
    return new Map();
  }
}

/** The program as a checksum of its bundles. */
async function programIn(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.js')).sort();
  for (const name of names) hash.update(name).update(await readFile(path.join(folder, name)));
  return hash.digest('hex');
}

async function forgetOld(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name));
  const files = await Promise.all(
    names.map(async (name) => ({ name, modified: (await stat(path.join(folder, name))).mtimeMs })),
  );
  files.sort((left, right) => right.modified - left.modified);
  for (const { name } of files.slice(MOST_SCANS)) await rm(path.join(folder, name), { force: true });
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
