import {
  CancellationError,
  type CancellationToken,
  Disposable,
  EventEmitter,
  type TextDocument,
  type Uri,
  window,
} from 'vscode';
import type {
  BaseLanguageClient,
  LanguageClientOptions,
  NotificationHandler,
  ProgressType,
  RequestParam,
  RequestType,
} from 'vscode-languageclient';
import { type Announced, LogsChangedNotification } from '../../server/src/wire/protocol';
import { logLanguages } from './logs/candidates';
import type { LogDocuments } from './logs/logDocuments';
import { LogsOnly } from './logs/logsOnly';
import { SaidOnce } from './problems/saidOnce';

/** What this client understands beyond LSP. */
const ANNOUNCED: Announced = {
  logsChanged: true,
  repairCopy: true,
  alwaysPulls: true,
  showAll: true,
  views: true,
};

/**
 * Makes the language client, whose code is loaded for it: most windows never need it. Each kind of extension host has its own
 * way to run a server.
 */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * The one connection to the language server. No process runs before the first log is open or the first question is asked;
 * after that it runs until the window closes, and the language client starts it again if it ends by itself.
 */
export class LogServer implements Disposable {
  readonly #createClient: CreateClient;
  readonly #cacheFolder: Uri | undefined;
  readonly #names: () => readonly string[];
  readonly #documents: LogsOnly;
  readonly #logsChanged = new EventEmitter<void>();
  readonly #subscription: Disposable;
  /** Settles when the client is made, which does not mean started. */
  #made: Promise<BaseLanguageClient> | undefined;
  #started: Promise<BaseLanguageClient> | undefined;
  /** Settles when the server has heard of every log that was found or closed so far. */
  #told: Promise<void> = Promise.resolve();
  #tokens = 0;

  /** The answers to some question may have changed. */
  readonly onDidChangeLogs = this.#logsChanged.event;

  /**
   * @param cacheFolder where the server may keep what it need not read again; undefined where there is no disk
   * @param names uris of the lists of names that a server which starts reads first
   */
  constructor(
    logs: LogDocuments,
    createClient: CreateClient,
    cacheFolder: Uri | undefined,
    names: () => readonly string[],
  ) {
    this.#documents = new LogsOnly(logs);
    this.#createClient = createClient;
    this.#cacheFolder = cacheFolder;
    this.#names = names;
    this.#subscription = Disposable.from(
      logs.onDidFind((log) => this.#inOrder(() => this.#serve(log))),
      logs.onDidClose((log) => this.#inOrder(() => this.#retract(log))),
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
      const client = await this.#start();
      // A log that was found just now is what the question may be about.
      await this.#told;
      // By its name: the client is a bundle of its own, and knows no classes of ours. Whatever stands behind the name is sent,
      // unless it is a token.
      return await client.sendRequest<R>(question.method, params, ...(token === undefined ? [] : [token]));
    } catch (error) {
      if (error instanceof CancellationError) {
        return undefined;
      }
      throw error;
    }
  }

  /** Hears the progress of a question that carries the token. */
  hear<P>(type: ProgressType<P>, heard: NoInfer<NotificationHandler<P>>): Disposable & { readonly token: string } {
    const token = `workmailTrail ${this.#tokens++}`;
    const hearing = this.#make()
      .then((client) => client.onProgress(type, token, heard))
      .catch(() => undefined);
    // Whoever hears also asks, and learns there that there is no client.
    const stop = (): Promise<void> => hearing.then((subscription) => subscription?.dispose());
    return { token, dispose: stop };
  }

  /**
   * Tells the user that something they asked for failed. The reason goes to the output channel: a notification makes links
   * of what looks like one, and a reason may quote a log.
   */
  fail(what: string, reason: unknown): void {
    this.#make().then(
      (client) => client.error(what, reason, 'force'),
      () => window.showErrorMessage(what),
    );
  }

  async dispose(): Promise<void> {
    this.#subscription.dispose();
    this.#logsChanged.dispose();
    const client = await this.#made?.catch(() => undefined);
    await client?.dispose();
  }

  #make(): Promise<BaseLanguageClient> {
    this.#made ??= this.#createClient('workmailTrail', 'WorkMail Trail', this.#options()).then((client) => {
      // Both last as long as the client.
      client.onDidChangeState(() => {
        if (!client.isRunning()) {
          this.#documents.forgetAll();
        }
        this.#logsChanged.fire();
      });
      client.onNotification(LogsChangedNotification.method, () => this.#logsChanged.fire());
      return client;
    });
    return this.#made;
  }

  #start(): Promise<BaseLanguageClient> {
    this.#started ??= this.#make().then(async (client) => {
      await client.start();
      return client;
    });
    return this.#started;
  }

  /** The language client reports a failed start by itself, so nothing is left to say here. */
  async #serve(log: TextDocument): Promise<void> {
    if (this.#started === undefined) {
      await this.#start().catch(() => undefined);
      return;
    }
    const client = await this.#made;
    if (client?.isRunning()) {
      await this.#documents.offer(client, log);
    }
  }

  async #retract(log: TextDocument): Promise<void> {
    const client = await this.#made;
    if (client?.isRunning()) {
      await this.#documents.retract(client, log);
    }
  }

  /** What is told of one log after another arrives in that order. The language client reports what it could not send. */
  #inOrder(tell: () => Promise<void>): void {
    this.#told = this.#told.then(tell).catch(() => undefined);
  }

  #options(): LanguageClientOptions {
    return {
      // Asked for at each start: a server that ends by itself is started again.
      initializationOptions: () => ({
        announces: ANNOUNCED,
        ...(this.#cacheFolder && { cacheFolder: this.#cacheFolder.toString() }),
        names: this.#names(),
      }),
      documentSelector: logLanguages.map((language) => ({ language })),
      synchronize: { configurationSection: 'workmailTrail' },
      diagnosticPullOptions: { onChange: true },
      diagnosticCollectionProvider: {
        create: (name) => new SaidOnce(name),
        dispose: (collection) => collection.dispose(),
      },
      // A hover's own link, and no other command, may be run from Markdown.
      markdown: { isTrusted: { enabledCommands: ['workmailTrail.showAllOfThis'] }, supportHtml: false },
      middleware: this.#documents.middleware(() => this.#told),
    };
  }
}
