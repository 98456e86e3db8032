import type { TextDocument, Uri } from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { LogDocuments } from './logDocuments';

/**
 * Keeps every document that is not a log away from the server: its text never leaves the extension host, and nobody asks
 * the server about its problems.
 *
 * The language client offers each open document of our languages once, when it opens or when the server starts. A document
 * that only later becomes a log is offered again by `offer`; one whose tab is closed is taken back by `retract`.
 */
export class LogsOnly {
  readonly #logs: LogDocuments;
  /** Logs the running server knows. */
  readonly #sent = new Set<string>();

  constructor(logs: LogDocuments) {
    this.#logs = logs;
  }

  /** A new server process knows nothing. */
  forgetAll(): void {
    this.#sent.clear();
  }

  /** Hands a document to the server through the client's own feature, so that all that follows an opening follows. */
  async offer(client: BaseLanguageClient, document: TextDocument): Promise<void> {
    await client.getFeature('textDocument/didOpen').getProvider(document)?.send(document);
  }

  /** Takes a document back that VS Code may keep for a while, as if it had been closed. */
  async retract(client: BaseLanguageClient, document: TextDocument): Promise<void> {
    await client.getFeature('textDocument/didClose').getProvider(document)?.send(document);
  }

  /** @param told settles when the server has heard of every log that was found so far */
  middleware(told: () => Promise<void>): Middleware {
    return {
      didOpen: async (document, next) => {
        const key = document.uri.toString();
        if (this.#logs.has(document.uri) && !this.#sent.has(key)) {
          this.#sent.add(key);
          await next(document);
        }
      },
      didChange: async (event, next) => {
        if (this.#sent.has(event.document.uri.toString())) {
          await next(event);
        }
      },
      didClose: async (document, next) => {
        if (this.#sent.delete(document.uri.toString())) {
          await next(document);
        }
      },
      // Asked at every keystroke in every file of our languages.
      provideCompletionItem: (document, position, context, token, next) =>
        this.#sent.has(document.uri.toString()) ? next(document, position, context, token) : undefined,
      // VS Code asks once for each version of a text, and it does when a tab opens, which is when the log is found: an answer
      // without a log would stay until the first edit, with no outline, no breadcrumbs and no folds by event.
      provideDocumentSymbols: async (document, token, next) =>
        (await this.#isServed(document.uri, told)) ? next(document, token) : undefined,
      provideFoldingRanges: async (document, context, token, next) =>
        (await this.#isServed(document.uri, told)) ? next(document, context, token) : undefined,
      provideDiagnostics: async (document, previousResultId, token, next) =>
        (await this.#isServed('uri' in document ? document.uri : document, told))
          ? next(document, previousResultId, token)
          : undefined,
    };
  }

  /** Whether the server knows a document, once it has heard of it if it is a log: a question without an answer is not repeated. */
  async #isServed(uri: Uri, told: () => Promise<void>): Promise<boolean> {
    const key = uri.toString();
    if (this.#logs.has(uri) && !this.#sent.has(key)) await told();
    return this.#sent.has(key);
  }
}
