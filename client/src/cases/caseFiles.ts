import { FileSystemError, FileType, Uri, window, workspace } from 'vscode';
import {
  type Case,
  caseFileText,
  labelText,
  readCaseFile,
  type Sketch,
  sameCase,
} from '../../../server/src/wire/protocol';
import { randomText } from './randomText';

/** A case as it lies in a file. */
export interface StoredCase {
  readonly uri: Uri;
  readonly case: Case;
}

/** Of more cases than these the oldest are not looked at. */
const MOST_CASES = 500;
/** So many files are read at a time. */
const AT_A_TIME = 20;

/**
 * Cases as files in a folder of the extension's own, one each: never beside the evidence. A file that is damaged, or of another version,
 * is told of once and left as it is.
 */
export class CaseFiles {
  readonly #folder: Uri;
  readonly #told = new Set<string>();

  constructor(folder: Uri) {
    this.#folder = folder;
  }

  /** The case that logs belong to. */
  async find(sketch: Sketch): Promise<StoredCase | undefined> {
    const files = await this.#newest();
    const cases: { readonly uri: Uri; readonly case: Case; readonly sketch: Sketch }[] = [];
    for (let at = 0; at < files.length; at += AT_A_TIME) {
      const some = await Promise.all(files.slice(at, at + AT_A_TIME).map((uri) => this.read(uri)));
      cases.push(...some.flatMap((read) => (typeof read === 'string' ? [] : { ...read, sketch: read.case.sketch })));
    }
    return sameCase(sketch, cases);
  }

  async read(uri: Uri): Promise<StoredCase | 'gone' | 'unreadable'> {
    try {
      const read = readCaseFile(new TextDecoder().decode(await workspace.fs.readFile(uri)));
      if (typeof read !== 'string') return { uri, case: read };
      this.#tellOnce(uri, `${read} It is left as it is, and looked at no more.`);
    } catch (error) {
      if (isGone(error)) return 'gone';
      this.#tellOnce(uri, 'It could not be opened.');
    }
    return 'unreadable';
  }

  /**
   * Keeps a case, whole or not at all: whoever reads meanwhile finds what was there.
   *
   * @param where its file; a new one is made without, and where that can't be read any more
   */
  async write(known: Case, where: Uri | undefined): Promise<StoredCase> {
    const isFree = where !== undefined && (await this.read(where)) !== 'unreadable';
    const uri = isFree ? where : this.#newFile();
    const draft = Uri.joinPath(this.#folder, `${randomText()}.draft`);
    await workspace.fs.createDirectory(this.#folder);
    await workspace.fs.writeFile(draft, new TextEncoder().encode(caseFileText(known)));
    await workspace.fs.rename(draft, uri, { overwrite: true });
    return { uri, case: known };
  }

  /** Names begin with when they were made, so that the newest is told without opening any. */
  #newFile(): Uri {
    const made = new Date().toISOString().replaceAll(':', '-');
    return Uri.joinPath(this.#folder, `${made} ${randomText()}.json`);
  }

  async #newest(): Promise<readonly Uri[]> {
    try {
      const all = await workspace.fs.readDirectory(this.#folder);
      const names = all.flatMap(([name, type]) => (type === FileType.File && name.endsWith('.json') ? [name] : []));
      if (names.length > MOST_CASES)
        this.#tellOnce(this.#folder, `Of ${names.length} cases in it the newest ${MOST_CASES} are looked at.`);
      const newest = names.sort().reverse().slice(0, MOST_CASES);
      return newest.map((name) => Uri.joinPath(this.#folder, name));
    } catch (error) {
      if (!isGone(error)) this.#tellOnce(this.#folder, 'It could not be opened.');
      return [];
    }
  }

  #tellOnce(uri: Uri, what: string): void {
    if (this.#told.has(uri.toString())) return;
    this.#told.add(uri.toString());
    const where = labelText(uri.scheme === 'file' ? uri.fsPath : uri.toString(), 1000);
    void window.showWarningMessage(`Notes on questions are kept in ${where}. ${what}`);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof FileSystemError && error.code === 'FileNotFound';
}
