import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import {
  type EventFilter,
  ScanReportRequest,
  SelectEventsRequest,
  TrailRequest,
} from '../../../server/src/wire/protocol';
import type { CaseNotes } from '../cases/caseNotes';
import type { LogServer } from '../logServer';
import { trailScheme } from '../logs/candidates';
import type { LogDocuments } from '../logs/logDocuments';
import { ReadOnlyFiles } from '../readOnlyFiles';
import { ExcerptOrigins } from './excerptOrigins';
import { type ReportQuery, readLink, readQuery } from './links';
import { namesOf, summarize } from './summarize';

/** A text as it was when it was made, and when that was: a number that grows, since VS Code only compares it. */
interface Made {
  readonly content: Promise<Uint8Array>;
  readonly mtime: number;
}

/**
 * Reports, and the events a number in a report stands for, as files that can be read and saved elsewhere but not written.
 *
 * Everything needed to make a text lies in its uri, so a window that is loaded again can show it again. A text is made when
 * it is first read and forgotten when a log changes; only a report that the user asked for stays as it is while it is open.
 */
export class ReportFiles extends ReadOnlyFiles implements Disposable {
  readonly #server: LogServer;
  readonly #logs: LogDocuments;
  readonly #notes: CaseNotes;
  readonly #asked = new Map<string, Made>();
  readonly #made = new Map<string, Made>();
  readonly origins = new ExcerptOrigins();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #subscriptions: Disposable;
  #clock = 1;

  readonly onDidChangeFile = this.#changed.event;

  constructor(server: LogServer, logs: LogDocuments, notes: CaseNotes) {
    super();
    this.#server = server;
    this.#logs = logs;
    this.#notes = notes;
    this.#subscriptions = Disposable.from(
      this.#changed,
      workspace.registerFileSystemProvider(trailScheme, this, { isReadonly: true, isCaseSensitive: true }),
      server.onDidChangeLogs(() => this.#made.clear()),
      workspace.onDidCloseTextDocument(({ uri }) => {
        this.#asked.delete(uri.toString());
        this.origins.forget(uri);
      }),
    );
  }

  /** Puts a finished report under its uri; an open preview of the one before shows the new one. */
  put(uri: Uri, markdown: string): void {
    this.#asked.set(uri.toString(), this.#file(Promise.resolve(markdown)));
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { content, mtime } = this.#find(uri);
    return { type: FileType.File, ctime: 0, mtime, size: (await content).length };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return this.#find(uri).content;
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #find(uri: Uri): Made {
    const key = uri.toString();
    const found = this.#asked.get(key) ?? this.#made.get(key);
    if (found !== undefined) {
      return found;
    }
    const made = this.#file(this.#make(uri));
    this.#made.set(key, made);
    // A failure is told to whoever reads the file, and it must not be what the next one gets.
    made.content.catch(() => this.#made.delete(key));
    return made;
  }

  #file(text: Promise<string>): Made {
    const encoder = new TextEncoder();
    return { content: text.then((written) => encoder.encode(written)), mtime: this.#clock++ };
  }

  async #make(uri: Uri): Promise<string> {
    const link = readLink(uri.path);
    const query = readQuery(uri.query);
    if (link === undefined || query === undefined) {
      throw FileSystemError.FileNotFound(uri);
    }
    // Opens as an editor of its own, which needs no text.
    if (link.kind === 'event' || link.kind === 'record' || link.kind === 'file') {
      return '';
    }
    const { uris, where } = query;
    if (link.kind === 'integrity') {
      return notVerified;
    }
    if (link.kind === 'scan') {
      const [uri = ''] = uris;
      return (await this.#server.ask(ScanReportRequest, { uri }))?.markdown ?? notInspected;
    }
    if (link.kind === 'trail') {
      const { question, about } = link;
      return (await this.#server.ask(TrailRequest, { question, uris, about }))?.markdown ?? '';
    }
    const logs = uris.map((log) => Uri.parse(log, true));
    await openAll(logs);
    const text = await this.#logs.during(logs, async () =>
      link.kind === 'selection'
        ? this.#excerpt(uri, { ...query, filter: link.filter })
        : summarize(this.#server, { logs, where }, this.#notes),
    );
    if (text === undefined) {
      throw FileSystemError.Unavailable(`${namesOf(logs).join(', ')} is not open.`);
    }
    return text;
  }

  async #excerpt(uri: Uri, asked: ReportQuery & { readonly filter: EventFilter }): Promise<string | undefined> {
    const found = await this.#server.ask(SelectEventsRequest, asked);
    if (found !== undefined) {
      this.origins.keep(uri, found.origins);
    }
    return found?.text;
  }
}

/** In a window that was loaded again, and after the place was let go of. */
const notInspected =
  '# What was read\n\nThe folder is not inspected any more. *Inspect Folder…* in the Events view reads it again.\n';

/** In a window that was loaded again: what was said may not be true any more. */
const notVerified =
  '# Integrity\n\nThis window was loaded again since the folder was verified. *Verify Integrity…* in its menu does so again.\n';

/** The server speaks of open logs only: a tab that was never looked at in this window is not open yet, or it was closed since. */
async function openAll(logs: readonly Uri[]): Promise<void> {
  for (const log of logs) {
    // What can't be opened any more is missing from the answer, and the answer says so.
    await Promise.resolve(workspace.openTextDocument(log)).catch(() => undefined);
  }
}
