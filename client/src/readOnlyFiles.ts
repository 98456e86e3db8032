import {
  type Disposable,
  type Event,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  type FileType,
  type Uri,
} from 'vscode';

/** Texts of our own making as files: they can be read and saved elsewhere, and lie in no folder. Whoever writes is refused. */
export abstract class ReadOnlyFiles implements FileSystemProvider {
  abstract readonly onDidChangeFile: Event<FileChangeEvent[]>;

  abstract stat(uri: Uri): Promise<FileStat>;

  abstract readFile(uri: Uri): Promise<Uint8Array>;

  abstract watch(uri: Uri): Disposable;

  readDirectory(): [string, FileType][] {
    return [];
  }

  createDirectory(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): void {
    throw FileSystemError.NoPermissions(uri);
  }
}
