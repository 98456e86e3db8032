import { Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import { distinctLogs, mayHoldRecords } from '../../../server/src/wire/protocol';
import { isExcerpt, mayBeLog } from './candidates';
import { ShownUris } from './shownUris';

/** After the last keystroke in a document that is no log yet, until it is looked at again. Milliseconds. */
const patience = 150;

/**
 * The CloudTrail logs that somebody has open, which means in a tab. What is not a log is never shown to the server.
 *
 * A document is looked at when it gets a tab and, until it is a log, after it was edited. Once a log, it stays one as long as
 * it has a tab, so that a log does not vanish while somebody repairs it. No file is ever read or searched for.
 */
export class LogDocuments implements Disposable {
  readonly #shown = new ShownUris();
  readonly #logs = new Map<string, TextDocument>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Documents that were looked at since they got their tab. */
  readonly #seen = new Set<string>();
  /** Uris of documents that are needed though they have no tab, and by how many. */
  readonly #needed = new Map<string, number>();
  /** Copies of logs, by the uris of their documents. */
  readonly #copies = new Set<string>();
  readonly #found = new EventEmitter<TextDocument>();
  readonly #closed = new EventEmitter<TextDocument>();
  readonly #subscriptions: Disposable;

  /** An open document turned out to be a log. */
  readonly onDidFind = this.#found.event;
  /** A log has no tab any more; VS Code may keep its document for a while. */
  readonly onDidClose = this.#closed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#shown,
      this.#found,
      this.#closed,
      this.#shown.onDidChange(() => this.#lookAtTabs()),
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#lookLater(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  /** Looks at the documents that were open before this extension; listeners are in place by now. */
  start(): void {
    this.#lookAtTabs();
  }

  has(uri: Uri): boolean {
    return this.#logs.has(uri.toString());
  }

  get(uri: Uri): TextDocument | undefined {
    return this.#logs.get(uri.toString());
  }

  /**
   * Says that an untitled document is a copy of a log beside its original: it is not counted as a log of its own, or every
   * event of the original would be told twice. To be called before its text is there.
   */
  expectCopy(uri: Uri): void {
    this.#copies.add(uri.toString());
  }

  /**
   * Counts documents as open while something is done with them, with tabs or without. To be called once they are open in VS
   * Code.
   */
  async during<T>(uris: readonly Uri[], work: () => Promise<T>): Promise<T> {
    const keys = uris.map((uri) => uri.toString());
    for (const key of keys) {
      this.#needed.set(key, (this.#needed.get(key) ?? 0) + 1);
    }
    this.#lookAtTabs();
    try {
      return await work();
    } finally {
      for (const key of keys) {
        const others = (this.#needed.get(key) ?? 1) - 1;
        if (others > 0) {
          this.#needed.set(key, others);
        } else {
          this.#needed.delete(key);
        }
      }
      this.#lookAtTabs();
    }
  }

  get size(): number {
    return this.all().length;
  }

  /** In the order in which they were found, each log once: a view beside its log is not another one, an excerpt is none. */
  all(): readonly TextDocument[] {
    const found = Array.from(this.#logs, ([uri, document]) => ({ uri, document })).filter(
      ({ document }) => !isExcerpt(document),
    );
    return distinctLogs(found).map(({ document }) => document);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) {
      clearTimeout(timer);
    }
    this.#subscriptions.dispose();
  }

  #isOpen(key: string): boolean {
    return this.#shown.all.has(key) || this.#needed.has(key);
  }

  /** What has its tab for longer was looked at when it got it: the texts are joined for each look. */
  #lookAtTabs(): void {
    for (const key of this.#seen) {
      if (!this.#isOpen(key)) {
        this.#seen.delete(key);
      }
    }
    for (const [key, document] of this.#logs) {
      if (!this.#isOpen(key)) {
        this.#letGo(key, document);
      }
    }
    for (const document of workspace.textDocuments) {
      if (!this.#seen.has(document.uri.toString())) {
        this.#look(document);
      }
    }
  }

  #look(document: TextDocument): void {
    const key = document.uri.toString();
    if (!this.#isOpen(key)) {
      return;
    }
    this.#seen.add(key);
    if (!this.#isSettled(key) && mayBeLog(document) && mayHoldRecords(document.getText())) {
      this.#logs.set(key, document);
      this.#found.fire(document);
    }
  }

  /** Not at every keystroke: the text of a large document that is no log would be joined again each time. */
  #lookLater(document: TextDocument): void {
    const key = document.uri.toString();
    if (this.#isSettled(key) || !mayBeLog(document)) {
      return;
    }
    clearTimeout(this.#waiting.get(key));
    const timer = setTimeout(() => {
      this.#waiting.delete(key);
      if (!document.isClosed) {
        this.#look(document);
      }
    }, patience);
    this.#waiting.set(key, timer);
  }

  /** Known to be a log, or a copy of one. */
  #isSettled(key: string): boolean {
    return this.#logs.has(key) || this.#copies.has(key);
  }

  #letGo(key: string, document: TextDocument): void {
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    if (this.#logs.delete(key)) {
      this.#closed.fire(document);
    }
  }

  /** Its text is gone, and the next document of the same uri is another one. */
  #forget(document: TextDocument): void {
    const key = document.uri.toString();
    this.#copies.delete(key);
    this.#seen.delete(key);
    this.#letGo(key, document);
  }
}
