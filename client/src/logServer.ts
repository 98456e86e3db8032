import { CancellationError, type CancellationToken, Disposable, EventEmitter, type TextDocument } from 'vscode';
import {
  type BaseLanguageClient,
  type LanguageClientOptions,
  LSPCancellationError,
  type NotificationHandler,
  type ProgressType,
  type RequestParam,
  type RequestType,
  State,
} from 'vscode-languageclient';
import { LogsChangedNotification } from '../../server/src/protocol';
import { logLanguages } from './logs/candidates';
import type { LogDocuments } from './logs/logDocuments';
import { LogsOnly } from './logs/logsOnly';
import { SaidOnce } from './problems/saidOnce';

/** Makes the language client; each kind of extension host has its own way to run a server. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/**
 * The one connection to the language server. No process runs before the first log is open or the first question is asked;
 * after that it runs until the window closes, and the language client starts it again if it ends by itself.
 */
export class LogServer implements Disposable {
  readonly #client: BaseLanguageClient;
  readonly #documents: LogsOnly;
  readonly #logsChanged = new EventEmitter<void>();
  readonly #subscriptions: Disposable;
  #started: Promise<void> | undefined;
  #tokens = 0;

  /** The answers to some question may have changed. */
  readonly onDidChangeLogs = this.#logsChanged.event;

  constructor(logs: LogDocuments, createClient: CreateClient) {
    this.#documents = new LogsOnly(logs);
    this.#client = createClient('workmailTrail', 'WorkMail Trail', this.#options());
    this.#subscriptions = Disposable.from(
      this.#logsChanged,
      logs.onDidFind((log) => this.#serve(log)),
      this.#client.onDidChangeState(({ newState }) => {
        if (newState !== State.Running) {
          this.#documents.forgetAll();
        }
        this.#logsChanged.fire();
      }),
      this.#client.onNotification(LogsChangedNotification, () => this.#logsChanged.fire()),
    );
  }

  /** Whether there is a server that could know something. */
  get isStarted(): boolean {
    return this.#started !== undefined;
  }

  /**
   * Asks the server, which is started for it if need be. Undefined when the question was cancelled.
   * Rejects when the server fails: whoever asked for a user says so, whoever asked by itself stays silent.
   */
  async ask<P, R>(
    question: RequestType<P, R, void>,
    params: NoInfer<RequestParam<P>>,
    token?: CancellationToken,
  ): Promise<R | undefined> {
    try {
      await this.#start();
      return await this.#client.sendRequest(question, params, token);
    } catch (error) {
      if (error instanceof LSPCancellationError || error instanceof CancellationError) {
        return undefined;
      }
      throw error;
    }
  }

  /** Hears the progress of a question that carries the token. */
  hear<P>(type: ProgressType<P>, heard: NoInfer<NotificationHandler<P>>): Disposable & { readonly token: string } {
    const token = `workmailTrail ${this.#tokens++}`;
    const subscription = this.#client.onProgress(type, token, heard);
    return { token, dispose: () => subscription.dispose() };
  }

  /**
   * Tells the user that something they asked for failed. The reason goes to the output channel: a notification makes links
   * of what looks like one, and a reason may quote a log.
   */
  fail(what: string, reason: unknown): void {
    this.#client.error(what, reason, 'force');
  }

  async dispose(): Promise<void> {
    this.#subscriptions.dispose();
    if (this.#started !== undefined) {
      await this.#client.dispose();
    }
  }

  #start(): Promise<void> {
    this.#started ??= this.#client.start();
    return this.#started;
  }

  /** The language client reports a failed start by itself, so nothing is left to say here. */
  async #serve(log: TextDocument): Promise<void> {
    if (this.#started === undefined) {
      await this.#start().catch(() => undefined);
    } else if (this.#client.isRunning()) {
      await this.#documents.offer(this.#client, log);
    }
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector: logLanguages.map((language) => ({ language })),
      synchronize: { configurationSection: 'workmailTrail' },
      diagnosticPullOptions: { onChange: true },
      diagnosticCollectionProvider: {
        create: (name) => new SaidOnce(name),
        dispose: (collection) => collection.dispose(),
      },
      markdown: { isTrusted: false, supportHtml: false },
      middleware: this.#documents.middleware(),
    };
  }
}
