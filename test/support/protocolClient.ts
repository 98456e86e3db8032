import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  ApplyWorkspaceEditRequest,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  ConfigurationRequest,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analyze } from '../../server/src/documents/analysing';
import type { BinaryTables } from '../../server/src/host/binaryTables';
import type { Integrity } from '../../server/src/host/fileIntegrity';
import type { LogFiles } from '../../server/src/host/logFiles';
import { extractorHost } from '../../server/src/node/extractorFile';
import { nodePlatform } from '../../server/src/node/platform';
import { startServer } from '../../server/src/server';
import {
  type Announced,
  type EventGroups,
  EventGroupsRequest,
  LogsChangedNotification,
  type Services,
} from '../../server/src/wire/protocol';
import { takingAnyClient } from '../../server/src/wire/soundInitialize';
import { projectRoot } from './projectRoot';
import { type Traffic, tappedReader, tappedWriter } from './traffic';

export interface ClientOptions {
  /** What the client says it can do; by default what VS Code can, as far as it matters to the server. */
  readonly capabilities?: ClientCapabilities;
  /** What it says of itself beyond LSP; by default what our own client says. */
  readonly announces?: Announced;
  readonly initializationOptions?: unknown;
  /** The answer to `workspace/configuration`, for a uri. */
  readonly settings?: (uri: string | undefined) => unknown;
  readonly analyze?: Analyze;
  /** Every message from either side is added to it. */
  readonly traffic?: Traffic[];
  /** The logs on disk; absent: a host without files. */
  readonly files?: LogFiles;
  /** Tables that are no text; absent: a host that writes none. */
  readonly tables?: BinaryTables;
  /** Hashes of files on disk; absent: a host without them. */
  readonly integrity?: Integrity;
}

export const likeVSCode: ClientCapabilities = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    diagnostics: { refreshSupport: true },
    applyEdit: true,
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: {},
    publishDiagnostics: { codeDescriptionSupport: true, versionSupport: false },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'refactor', 'source'] } },
      isPreferredSupport: true,
    },
    documentSymbol: {
      hierarchicalDocumentSymbolSupport: true,
      labelSupport: true,
      symbolKind: { valueSet: [1, 5, 6, 12, 23, 24, 25] },
    },
  },
};

const ourOwn: Announced = { logsChanged: true, repairCopy: true, alwaysPulls: true, views: true };

/** A language client that speaks to a real server over streams, with the documents an editor would have open. */
export class ProtocolClient {
  readonly connection: ProtocolConnection;
  /** The answer to `initialize`. */
  readonly initialized: InitializeResult;
  /** What the server sent by itself so far. */
  readonly published: PublishDiagnosticsParams[] = [];
  readonly logged: string[] = [];
  /** Edits that the server asked to be made, all of which were. */
  readonly edits: WorkspaceEdit[] = [];
  revisions: number[] = [];
  refreshes = 0;
  readonly #documents = new Map<string, TextDocument>();
  readonly #waiting = new Set<() => void>();
  readonly #heard: () => void = () => {
    for (const look of this.#waiting) look();
  };

  private constructor(connection: ProtocolConnection, initialized: InitializeResult) {
    this.connection = connection;
    this.initialized = initialized;
  }

  /** A client of a server in this very process. */
  static inProcess(options: ClientOptions = {}): Promise<ProtocolClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    const incoming = new StreamMessageReader(toServer);
    const server = createConnection(incoming, new StreamMessageWriter(toClient), takingAnyClient());
    const { files, integrity, tables, analyze } = options;
    const extractor = extractorHost(path.join(projectRoot(), 'dist'));
    const beside = {
      ...(files !== undefined && { files }),
      ...(integrity !== undefined && { integrity }),
      ...(tables !== undefined && { tables }),
    };
    startServer(server, { ...nodePlatform, extractor, ...beside }, analyze);
    return ProtocolClient.over(new StreamMessageReader(toClient), new StreamMessageWriter(toServer), options);
  }

  /** A client of the bundle in a process of its own. */
  static async ofBundle(options: ClientOptions = {}): Promise<{ client: ProtocolClient; server: ChildProcess }> {
    const server = startBundle();
    return { client: await ProtocolClient.ofStreams(server.stdout, server.stdin, options), server };
  }

  /** A client of a server that somebody has started. */
  static ofStreams(from: Readable, to: Writable, options: ClientOptions = {}): Promise<ProtocolClient> {
    return ProtocolClient.over(new StreamMessageReader(from), new StreamMessageWriter(to), options);
  }

  private static async over(
    reader: StreamMessageReader,
    writer: StreamMessageWriter,
    options: ClientOptions,
  ): Promise<ProtocolClient> {
    const { capabilities = likeVSCode, announces = ourOwn, initializationOptions, settings = () => null } = options;
    const { traffic } = options;
    const connection = createProtocolConnection(
      traffic === undefined ? reader : tappedReader(reader, traffic),
      traffic === undefined ? writer : tappedWriter(writer, traffic),
    );
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ scopeUri }) => settings(scopeUri)));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.listen();
    const rootUri = null;
    const initialized = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri,
      capabilities,
      initializationOptions: { announces, ...Object(initializationOptions) },
    });
    const client = new ProtocolClient(connection, initialized);
    client.#listen();
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  #listen(): void {
    const note = (take: () => void): void => {
      take();
      this.#heard();
    };
    const { connection } = this;
    connection.onNotification(PublishDiagnosticsNotification.type, (sent) => note(() => this.published.push(sent)));
    connection.onNotification(LogMessageNotification.type, ({ message }) => note(() => this.logged.push(message)));
    connection.onNotification(LogsChangedNotification, ({ revision }) => note(() => this.revisions.push(revision)));
    connection.onRequest(DiagnosticRefreshRequest.type, () => note(() => this.refreshes++));
    connection.onRequest(ApplyWorkspaceEditRequest.type, async ({ edit }) => {
      await this.apply(edit);
      note(() => this.edits.push(edit));
      return { applied: true };
    });
  }

  /** Waits until something the server sends makes the condition true. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  async open(text: string, uri = 'file:///logs/one.json', languageId = 'json'): Promise<string> {
    this.#documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    });
    return uri;
  }

  /** Sends incremental edits, one after another as an editor does; offsets are those of the text before each. */
  async edit(uri: string, ...edits: readonly { start: number; end: number; text: string }[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    const contentChanges = edits.map(({ start, end, text }) => {
      const range = { start: document.positionAt(start), end: document.positionAt(end) };
      const change = { range, text };
      TextDocument.update(document, [change], version);
      return change;
    });
    const textDocument = { uri, version };
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  async close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (document === undefined) throw new Error(`${uri} is not open.`);
    return document;
  }

  positionOf(uri: string, needle: string): Position {
    const offset = this.document(uri).getText().indexOf(needle);
    if (offset < 0) throw new Error(`${needle} is not in ${uri}.`);
    return this.document(uri).positionAt(offset);
  }

  /** Asks for diagnostics, as a client that pulls does. */
  async diagnostics(uri: string): Promise<readonly Diagnostic[]> {
    const report = await this.pull(uri);
    if (report.kind !== 'full') throw new Error('A report without items.');
    return report.items;
  }

  pull(uri: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    const params = previousResultId === undefined ? {} : { previousResultId };
    return this.connection.sendRequest(
      DocumentDiagnosticRequest.type,
      { textDocument: { uri }, identifier: 'workmailTrail', ...params },
      token,
    );
  }

  hover(uri: string, position: Position): Promise<Hover | null> {
    return this.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position });
  }

  async codeActions(
    uri: string,
    range: Range,
    diagnostics: readonly Diagnostic[] = [],
    only?: string[],
  ): Promise<readonly CodeAction[]> {
    const context = { diagnostics: [...diagnostics], ...(only && { only }) };
    const found = await this.connection.sendRequest(CodeActionRequest.type, { textDocument: { uri }, range, context });
    return (found ?? []) as CodeAction[];
  }

  groups(services: Services = 'workmail'): Promise<EventGroups> {
    return this.connection.sendRequest(EventGroupsRequest, { services });
  }

  /** Makes the edit of a code action, as an editor does: not at all when it is of another version. */
  async apply(edit: WorkspaceEdit | undefined): Promise<void> {
    for (const [uri, edits] of editsOf(edit, (uri) => this.document(uri).version)) {
      const document = this.document(uri);
      // From the end, so that the offsets before it stay true.
      const inOrder = edits
        .map(({ range, newText }) => ({
          start: document.offsetAt(range.start),
          end: document.offsetAt(range.end),
          text: newText,
        }))
        .reverse();
      await this.edit(uri, ...inOrder);
    }
  }

  changeSettings(settings: unknown): Promise<void> {
    return this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  /** Says shutdown, and lets go of the streams. */
  async stop(): Promise<void> {
    await this.connection.sendRequest(ShutdownRequest.type);
    this.connection.dispose();
  }
}

/** The built server as a process, speaking over its standard streams. */
export function startBundle() {
  const bundle = path.join(projectRoot(), 'dist', 'server.js');
  return spawn(process.execPath, [bundle, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
}

function* editsOf(
  edit: WorkspaceEdit | undefined,
  versionOf: (uri: string) => number,
): Generator<readonly [uri: string, edits: readonly TextEdit[]]> {
  for (const [uri, edits] of Object.entries(edit?.changes ?? {})) yield [uri, edits];
  for (const change of edit?.documentChanges ?? []) {
    if (!('textDocument' in change)) throw new Error('Only edits of text are expected.');
    const { uri, version } = change.textDocument;
    if (version !== versionOf(uri)) throw new Error(`An edit of version ${version} came late.`);
    yield [uri, change.edits.flatMap((each) => ('newText' in each ? each : []))];
  }
}
