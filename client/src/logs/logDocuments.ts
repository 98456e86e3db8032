import { Disposable, EventEmitter, type TextDocument, type Uri, workspace } from 'vscode';
import { distinctLogs, mayHoldRecords } from '../../../server/src/wire/protocol';
import { mayBeLog } from './candidates';

/** After the last keystroke in a document that is no log yet, until it is looked at again. Milliseconds. */
const patience = 150;

/**
 * The open documents that are CloudTrail logs. What is not a log is never shown to the server.
 *
 * A document is looked at when it is opened and, until it is a log, after it was edited. Once a log, it stays one until
 * it is closed, so that a log does not vanish while somebody repairs it. No file is ever read or searched for.
 */
export class LogDocuments implements Disposable {
  readonly #logs = new Map<string, TextDocument>();
  readonly #waiting = new Map<string, Timer>();
  /** Texts of copies that are about to be opened, and the uris of those that were. */
  readonly #copies = { expected: new Set<string>(), open: new Set<string>() };
  readonly #found = new EventEmitter<TextDocument>();
  readonly #closed = new EventEmitter<TextDocument>();
  readonly #subscriptions: Disposable;

  /** An open document turned out to be a log. */
  readonly onDidFind = this.#found.event;
  readonly onDidClose = this.#closed.event;

  constructor() {
    this.#subscriptions = Disposable.from(
      this.#found,
      this.#closed,
      workspace.onDidOpenTextDocument((document) => this.#look(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.#lookLater(document)),
      workspace.onDidCloseTextDocument((document) => this.#forget(document)),
    );
  }

  /** Looks at the documents that were open before this extension; listeners are in place by now. */
  start(): void {
    for (const document of workspace.textDocuments) {
      this.#look(document);
    }
  }

  has(uri: Uri): boolean {
    return this.#logs.has(uri.toString());
  }

  get(uri: Uri): TextDocument | undefined {
    return this.#logs.get(uri.toString());
  }

  /**
   * Says that an untitled document with this text is about to open, a copy of a log beside its original: it is not
   * counted as a log of its own, or every event of the original would be told twice.
   */
  expectCopy(text: string): void {
    this.#copies.expected.add(text);
  }

  get size(): number {
    return this.#logs.size;
  }

  /** In the order in which they were found, each log once: a view beside its log is not another one. */
  all(): readonly TextDocument[] {
    const found = Array.from(this.#logs, ([uri, document]) => ({ uri, document }));
    return distinctLogs(found).map(({ document }) => document);
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) {
      clearTimeout(timer);
    }
    this.#subscriptions.dispose();
  }

  #look(document: TextDocument): void {
    const key = document.uri.toString();
    if (document.isUntitled && this.#copies.expected.delete(document.getText())) {
      this.#copies.open.add(key);
    }
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
    return this.#logs.has(key) || this.#copies.open.has(key);
  }

  #forget(document: TextDocument): void {
    const key = document.uri.toString();
    this.#copies.open.delete(key);
    clearTimeout(this.#waiting.get(key));
    this.#waiting.delete(key);
    if (this.#logs.delete(key)) {
      this.#closed.fire(document);
    }
  }
}
