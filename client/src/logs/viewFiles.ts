import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  FileType,
  MarkdownString,
  RelativePattern,
  Uri,
  workspace,
} from 'vscode';
import { ReadViewRequest, viewScheme } from '../../../server/src/wire/protocol';
import type { LogServer } from '../logServer';
import { ReadOnlyFiles } from '../readOnlyFiles';
import type { LogDocuments } from './logDocuments';
import { ViewNotes } from './viewNotes';
import { logOf, viewIn } from './views';

/** After the last change of a log, until its views are made anew. Milliseconds. */
const patience = 400;

/** A view as it was made, and when: a number that grows. */
interface Made {
  readonly content: Promise<Uint8Array>;
  /** Of the log, if that was open. */
  readonly version: number | undefined;
  /** When the file of the log had been changed last; undefined where it lies on no disk. */
  readonly changed: Promise<number | undefined>;
  readonly mtime: number;
}

const notWritten = new MarkdownString(
  'This is a readable view of a log, made while you look at it, so there is nothing here to change. ' +
    'To repair a damaged log, use **Repair a Copy**.',
);

/**
 * Readable views as files that can be read and saved elsewhere but not written. Nothing is ever written to the disk.
 *
 * A view is asked for when it is first read, and again when its log changes, in its editor or on disk. It is kept while its
 * document is open.
 */
export class ViewFiles extends ReadOnlyFiles implements Disposable {
  readonly #server: LogServer;
  readonly #logs: LogDocuments;
  readonly #notes = new ViewNotes();
  readonly #made = new Map<string, Made>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #subscriptions: Disposable;
  #waiting: Timer | undefined;
  #clock = 1;

  readonly onDidChangeFile = this.#changed.event;

  constructor(server: LogServer, logs: LogDocuments) {
    super();
    this.#server = server;
    this.#logs = logs;
    this.#subscriptions = Disposable.from(
      this.#changed,
      this.#notes,
      workspace.registerFileSystemProvider(viewScheme, this, { isReadonly: notWritten, isCaseSensitive: true }),
      server.onDidChangeLogs(() => this.#lookLater()),
      workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    );
  }

  /** Makes a view ready to be opened. Returns why it can't be, in sentences for its reader. */
  async prepare(view: Uri): Promise<string | undefined> {
    try {
      const made = this.#find(view);
      await made.content;
      // A change that was not heard of is found when the view is opened again.
      if ((await made.changed) !== (await changeOf(view))) {
        await this.#renew(view, true);
      }
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { content, mtime } = this.#find(uri);
    return { type: FileType.File, ctime: 0, mtime, size: (await content).length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return this.#find(uri).content;
  }

  /** Looks at the file on disk while its view is open. Names are compared, not matched: a name may look like a pattern. */
  watch(uri: Uri): Disposable {
    const view = viewIn({ uri });
    if (view === undefined || !view.log.startsWith('file:')) {
      return new Disposable(() => undefined);
    }
    const log = logOf(view);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(log, '..'), '*'));
    const look = (changed: Uri) => {
      if (changed.path === log.path) {
        void this.#renew(uri, true);
      }
    };
    return Disposable.from(watcher, watcher.onDidChange(look), watcher.onDidCreate(look));
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    this.#subscriptions.dispose();
  }

  #find(uri: Uri): Made {
    const key = uri.toString();
    const found = this.#made.get(key);
    if (found !== undefined) {
      return found;
    }
    const made = this.#ask(uri, false);
    this.#made.set(key, made);
    // A failure is told to whoever reads the view, and it must not be what the next one gets.
    made.content.catch(() => this.#made.delete(key));
    return made;
  }

  #ask(uri: Uri, again: boolean): Made {
    const version = this.#versionFor(uri);
    return { changed: changeOf(uri), content: this.#read(uri, again), version, mtime: this.#clock++ };
  }

  async #read(uri: Uri, again: boolean): Promise<Uint8Array> {
    const answer = await this.#server.ask(ReadViewRequest, { uri: uri.toString(), again });
    if (answer === undefined || 'failure' in answer) {
      throw FileSystemError.Unavailable(answer?.failure ?? 'The log was not read to its end. Open it again.');
    }
    this.#notes.show(uri, answer.notes);
    return new TextEncoder().encode(answer.text);
  }

  /** Of the log, where that is open. */
  #versionFor(uri: Uri): number | undefined {
    const view = viewIn({ uri });
    return view && this.#logs.get(logOf(view))?.version;
  }

  #lookLater(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      for (const { uri } of workspace.textDocuments) {
        const version = this.#versionFor(uri);
        if (version !== undefined && this.#made.get(uri.toString())?.version !== version) {
          void this.#renew(uri, false);
        }
      }
    }, patience);
  }

  /** An open document whose view can't be made any more stays as it is. */
  async #renew(uri: Uri, again: boolean): Promise<void> {
    const key = uri.toString();
    const before = this.#made.get(key);
    const after = this.#ask(uri, again);
    const content = await after.content.catch(() => undefined);
    if (before === undefined || content === undefined || this.#made.get(key) !== before) {
      return;
    }
    const old = await before.content.catch(() => undefined);
    const isSame = old !== undefined && areEqual(old, content);
    this.#made.set(key, isSame ? { ...after, mtime: before.mtime } : after);
    if (!isSame) {
      this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
    }
  }

  #forget(uri: Uri): void {
    if (this.#made.delete(uri.toString())) {
      this.#notes.forget(uri);
    }
  }
}

/** When the file of a view's log was changed last. */
async function changeOf(uri: Uri): Promise<number | undefined> {
  const view = viewIn({ uri });
  const stat = view?.log.startsWith('file:') ? Promise.resolve(workspace.fs.stat(logOf(view))) : undefined;
  return (await stat?.catch(() => undefined))?.mtime;
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}
