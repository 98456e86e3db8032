import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import { sampleFiles, sampleScheme } from './samplePlaces';

/** The uri under which a sample opens; `file` is its path below `samples/`. */
export function sampleUri(file: string): Uri {
  return Uri.from({ scheme: sampleScheme, path: `/${file}` });
}

/**
 * The sample logs as files that can be edited and saved, so that fixes can be tried, while nothing is written to any disk: what
 * is saved is kept until the window is closed or the samples are opened anew.
 *
 * They are read from the extension's own folder, wherever that lies: on this machine, on a remote one, on a web site. As they
 * seem to lie elsewhere, VS Code asks nobody whether to trust that folder, and nobody changes the installed extension.
 */
export class SampleFiles implements FileSystemProvider, Disposable {
  readonly #folder: Uri;
  readonly #saved = new Map<string, Uint8Array>();
  /** When a sample was last saved or made whole again: a number that grows. VS Code refuses to save what has changed meanwhile. */
  readonly #changedAt = new Map<string, number>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #subscriptions: Disposable;

  readonly onDidChangeFile = this.#changed.event;

  /** @param extension the extension's own folder */
  constructor(extension: Uri) {
    this.#folder = Uri.joinPath(extension, 'samples');
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.registerFileSystemProvider(sampleScheme, this, { isCaseSensitive: true }),
    );
  }

  /** Throws away what was saved. A tab in which something is not saved yet keeps it. */
  restore(): void {
    const files = [...this.#saved.keys()];
    this.#saved.clear();
    this.#tell(files);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#changedAt.get(nameOf(uri)) ?? 1, size: length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    const file = nameOf(uri);
    return this.#saved.get(file) ?? workspace.fs.readFile(Uri.joinPath(this.#folder, file));
  }

  writeFile(uri: Uri, content: Uint8Array): void {
    const file = nameOf(uri);
    this.#saved.set(file, content);
    this.#tell([file]);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #tell(files: readonly string[]): void {
    for (const file of files) {
      this.#changedAt.set(file, (this.#changedAt.get(file) ?? 1) + 1);
    }
    this.#changed.fire(files.map((file) => ({ type: FileChangeType.Changed, uri: sampleUri(file) })));
  }
}

/** @returns the path of a sample below `samples/` @throws FileSystemError for everything else: no other file is ever read */
function nameOf(uri: Uri): string {
  const file = uri.path.replace(/^\//, '');
  if (!sampleFiles.includes(file)) {
    throw FileSystemError.FileNotFound(uri);
  }
  return file;
}
