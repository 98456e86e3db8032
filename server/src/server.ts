import {
  type Connection,
  type Disposable,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { analyzeInSteps } from './core';
import type { Analyze } from './documents/analysing';
import { Documents } from './documents/documents';
import { AllAnswers } from './events/allAnswers';
import { AllEvents } from './events/allEvents';
import { register as registerAddNames } from './features/addNames';
import { makesEdits, register as registerApplyRepairs, repairCommands } from './features/applyRepairs';
import { register as registerCodeActions } from './features/codeActions';
import { register as registerCompletion } from './features/completion';
import type { ServerContext } from './features/context';
import { register as registerCopyEvents } from './features/copyEvents';
import { register as registerDefinition } from './features/definition';
import { register as registerDiagnostics } from './features/diagnostics';
import { register as registerEngineText } from './features/engineText';
import { register as registerEventBeside } from './features/eventBeside';
import { register as registerEvents } from './features/events';
import { register as registerEventsBehind } from './features/eventsBehind';
import { register as registerExportEvents } from './features/exportEvents';
import { register as registerExportFile } from './features/exportFile';
import { register as registerFolding } from './features/folding';
import { register as registerGoToEvent } from './features/goToEvent';
import { register as registerHandOver } from './features/handOver';
import { register as registerHover } from './features/hover';
import { register as registerIdentityChain } from './features/identityChain';
import { register as registerInlayHints } from './features/inlayHints';
import { register as registerInquiries } from './features/inquiries';
import { register as registerInspect } from './features/inspect';
import { register as registerLenses } from './features/lenses';
import { register as registerLogForm } from './features/logForm';
import { register as registerLogsChanged } from './features/logsChanged';
import { register as registerOutline } from './features/outline';
import { register as registerQuestions } from './features/questions';
import { register as registerRedact } from './features/redact';
import { register as registerRedactedReport } from './features/redactedReport';
import { REDACTION_KIND } from './features/redactInPlace';
import { register as registerReferences } from './features/references';
import { register as registerRepair } from './features/repair';
import { register as registerSelectEvents } from './features/selectEvents';
import { register as registerSelectionRanges } from './features/selectionRanges';
import { register as registerSummarize } from './features/summarize';
import { register as registerTimeline } from './features/timeline';
import { register as registerTrail } from './features/trail';
import { register as registerVerify } from './features/verify';
import { register as registerViews } from './features/views';
import { register as registerWorkspaceSymbols } from './features/workspaceSymbols';
import type { Platform } from './host/platform';
import { AddedLists } from './places/addedLists';
import { DiskLogs } from './places/diskLogs';
import { Inspected } from './places/inspected';
import { Views } from './views/views';
import { abilitiesOf, type ClientAbilities } from './wire/abilities';
import { Settings } from './wire/settings';

const FEATURES: readonly ((context: ServerContext) => Disposable)[] = [
  registerDiagnostics,
  registerCodeActions,
  registerApplyRepairs,
  registerEngineText,
  registerHandOver,
  registerRedactedReport,
  registerHover,
  registerDefinition,
  registerReferences,
  registerIdentityChain,
  registerTimeline,
  registerTrail,
  registerInlayHints,
  registerLenses,
  registerOutline,
  registerFolding,
  registerSelectionRanges,
  registerCompletion,
  registerWorkspaceSymbols,
  registerEvents,
  registerEventBeside,
  registerGoToEvent,
  registerCopyEvents,
  registerEventsBehind,
  registerExportEvents,
  registerExportFile,
  registerLogForm,
  registerLogsChanged,
  registerQuestions,
  registerInquiries,
  registerSummarize,
  registerSelectEvents,
  registerRepair,
  registerRedact,
  registerInspect,
  registerAddNames,
  registerVerify,
  registerViews,
];

/**
 * Serves one client until it says shutdown. Wiring only.
 *
 * @param analyze stands in for the core's reading in tests
 */
export function startServer(connection: Connection, platform: Platform, analyze: Analyze = analyzeInSteps): void {
  /** What answers a request that nobody else answers: before the start, and again after the end. */
  let absent: ResponseError<void> | undefined = notInitialized();
  let parts: readonly Disposable[] = [];
  connection.onRequest((method) => absent ?? unknown(method));
  connection.onInitialize((params) => {
    if (parts.length > 0 || absent?.code === ErrorCodes.InvalidRequest) return alreadyInitialized();
    const context = contextFor(connection, platform, analyze, params);
    parts = [...FEATURES.map((register) => register(context)), context.documents.listen()];
    absent = undefined;
    connection.onInitialized(() => context.settings.start());
    return { capabilities: capabilitiesFor(context.client), serverInfo: { name: 'WorkMail Trail' } };
  });
  connection.onShutdown(() => {
    for (const part of parts) part.dispose();
    absent = shutDown();
  });
  connection.listen();
}

function contextFor(
  connection: Connection,
  platform: Platform,
  analyze: Analyze,
  params: InitializeParams,
): ServerContext {
  const client = abilitiesOf(params);
  const encoding = client.positionEncoding ?? 'utf-16';
  const documents = new Documents(connection, platform, analyze, encoding);
  const settings = new Settings(connection, client, params?.initializationOptions);
  documents.onDidChange((uri) => {
    if (!documents.isOpen(uri)) settings.forget(uri);
  });
  const diskLogs = new DiskLogs(platform, analyze, settings, encoding);
  const cacheFolder = cacheFolderOf(params?.initializationOptions);
  const orders = () => documents.orders;
  const inspected = new Inspected({ connection, platform, diskLogs, settings, cacheFolder, orders });
  inspected.onDidChange(() => documents.takeOrders(inspected.orders));
  const names = new AddedLists(platform);
  const events = new AllEvents(documents, inspected, names, platform);
  const answers = new AllAnswers(names, platform);
  const views = new Views({ documents, inspected, diskLogs }, platform);
  return { connection, client, platform, documents, diskLogs, inspected, names, events, answers, views, settings };
}

/** What may be sent beside the settings: the uri of a folder of the client's for what need not be read again. */
function cacheFolderOf(options: unknown): string | undefined {
  const folder = typeof options === 'object' && options !== null && 'cacheFolder' in options ? options.cacheFolder : '';
  return typeof folder === 'string' && folder !== '' ? folder : undefined;
}

function capabilitiesFor(client: ClientAbilities): InitializeResult['capabilities'] {
  return {
    ...(client.positionEncoding && { positionEncoding: client.positionEncoding }),
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    callHierarchyProvider: true,
    inlayHintProvider: true,
    codeLensProvider: { resolveProvider: true },
    documentSymbolProvider: client.labelledSymbols ? { label: 'WorkMail Trail' } : true,
    ...(client.actionLiterals && { codeActionProvider: { codeActionKinds: ['quickfix', REDACTION_KIND] } }),
    ...(!client.actionLiterals && makesEdits(client) && { codeActionProvider: true }),
    ...(makesEdits(client) && { executeCommandProvider: { commands: [...repairCommands] } }),
    workspaceSymbolProvider: { resolveProvider: client.workspaceSymbols.areResolved },
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    completionProvider: { triggerCharacters: ['"', ':'] },
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'workmailTrail', interFileDependencies: false, workspaceDiagnostics: false },
    }),
  };
}

function notInitialized(): ResponseError<void> {
  return new ResponseError(ErrorCodes.ServerNotInitialized, 'The first request must be initialize.');
}

function alreadyInitialized(): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidRequest, 'initialize is sent only once.');
}

function shutDown(): ResponseError<void> {
  return new ResponseError(ErrorCodes.InvalidRequest, 'The server has been shut down; only exit can follow.');
}

function unknown(method: string): ResponseError<void> {
  return new ResponseError(ErrorCodes.MethodNotFound, `There is no method ${method}.`);
}
